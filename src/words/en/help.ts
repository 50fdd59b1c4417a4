/** The help page. */
export const help = {
  title: 'Help',
  intro: 'What you can do here, how to sign in, and whom to ask.',
  contactTitle: 'Talk to a person',
  phone: 'Phone',
  email: 'E-mail',
  hours: 'Hours',
  contactNote: 'Have your NPI and tracking number ready. Never send a Social Security number by e-mail.',
  signInTitle: 'How to sign in',
  signInSteps: [
    'Select “Sign in” and enter your user ID and password.',
    'Choose how to get your code: by e-mail, by phone, or from an authenticator app.',
    'Enter the code. It works once and only for a few minutes.',
  ],
  lockedTitle: 'You cannot sign in',
  locked:
    'After five wrong passwords we lock the account for a while. Wait, or choose “Forgot your password?” on the sign-in page. We send a code to the e-mail or phone you gave us.',
  applyTitle: 'How to enroll',
  applySteps: [
    'Create an account with your NPI.',
    'Start an application and answer its questions. Each page is saved when you continue.',
    'Look at “Check before signing”. It compares your answers with the NPI registry and the exclusion list.',
    'Sign and submit. You get a tracking number and a copy of everything you sent.',
    'Follow the application on your dashboard. If the contractor asks for more, you have 30 days to answer.',
  ],
  lookupTitle: 'How to check a provider',
  lookup: 'Anybody can look up a provider by NPI or name. You need no account, and we do not record who asked.',
  privacyTitle: 'Your data',
  privacy:
    'Social Security numbers, birth dates and bank accounts are encrypted. We show you only their last digits. They never appear in the public look-up.',
  accessTitle: 'Using this site your way',
  access:
    'Every page works with a keyboard, with a screen reader, on a phone, and without JavaScript. If something does not work for you, tell the help desk.',
}
