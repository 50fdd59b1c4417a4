/** Help with creating an account, signing in and what to do when that does not work. */
import type { HelpNumbers } from '#domain/help/numbers.ts'
import type { HelpSite, HelpTopic } from './topic.ts'

export const startTopics = (n: HelpNumbers, { product }: HelpSite): readonly HelpTopic[] => [
  {
    id: 'what-you-need',
    title: 'What you need to create an account',
    summary: 'NPI, tax ID, practice, mailbox and phone.',
    parts: [
      {
        as: 'list',
        lines: [
          'An e-mail address that only you read and can open now.',
          'Your NPI as a person. You find it in the NPI registry; if you have none, apply for it there first.',
          'Your tax ID: a Social Security number or an Employer Identification Number.',
          'The name, address and phone number of your practice. We fill in what the NPI registry knows.',
          'A phone or an authenticator app, for the codes with which you sign in.',
        ],
      },
      {
        title: 'If you do not enroll yourself',
        as: 'text',
        lines: [
          'Officials of a group, clinic or supplier create their own account and add the organization afterwards. Staff wait for the invitation that an official sends by mail. Billing companies create an account of their own; providers then agree to what they may do.',
        ],
      },
    ],
    links: [
      ['/register', 'Create an account'],
      ['/help/register', 'How to create an account, step by step'],
    ],
  },
  {
    id: 'register',
    title: 'Create an account, step by step',
    summary: 'From the e-mail address to the recovery codes.',
    parts: [
      {
        as: 'steps',
        lines: [
          'Select “Create an account”, say for whom it is, and enter your e-mail address.',
          `Enter the code with ${n.codeDigits} digits that we mail to you. It works for ${n.codeMinutes} minutes.`,
          'Enter your NPI and tax ID. We look your NPI up, so that you type less.',
          `Choose a user ID and a password of at least ${n.passwordMin} characters.`,
          'Check the name and address of your practice.',
          'Choose how you want to verify when you sign in: an authenticator app, a text message or a call. An e-mail code works too, but is not enough for signing.',
          'Keep the recovery codes where you find them without this device, on paper for example.',
        ],
      },
      {
        as: 'text',
        lines: [
          `Take your time: what you typed is kept for ${n.registerMinutes} minutes after each step.`,
          'Create one account only. It can act for many providers, if they agree.',
        ],
      },
    ],
    links: [
      ['/register', 'Create an account'],
      ['/help/what-you-need', 'What you need'],
    ],
  },
  {
    id: 'sign-in',
    title: 'Sign in, step by step',
    summary: 'With a passkey, or with password and code.',
    parts: [
      {
        title: 'With a passkey',
        as: 'steps',
        lines: [
          'Select “Sign in with a passkey”.',
          'Use your finger, your face or the PIN of your device. That is all.',
        ],
      },
      {
        title: 'With user ID and password',
        as: 'steps',
        lines: [
          'Enter your user ID and password.',
          'Enter the code from your app, or the one that we sent to your phone or mailbox.',
          'Is the way we ask for not at hand? Choose another one below the box.',
        ],
      },
      {
        title: 'How long you stay signed in',
        as: 'text',
        lines: [
          `After ${n.idleMinutes} minutes without activity you are signed out, unless your administrator chose another time. We warn you up to ${n.warningMinutes} minutes before, and one press keeps you signed in. After ${n.absoluteHours} hours everybody signs in again.`,
          `What you were typing is not lost: we keep it for ${n.keptMinutes} minutes and give it back when you sign in with the same account.`,
          `You may be signed in at ${n.sessions} places at once. One more signs out the one that you used longest ago.`,
        ],
      },
    ],
    links: [
      ['/sign-in', 'Sign in'],
      ['/help/codes', 'The code does not come'],
      ['/help/locked', 'My account is locked'],
    ],
  },
  {
    id: 'reset-password',
    title: 'Reset a forgotten password or user ID',
    summary: 'By a link or a phone code; no need to call.',
    parts: [
      {
        as: 'steps',
        lines: [
          'On the sign-in page select “I forgot my password”.',
          'Enter your user ID or e-mail address, and choose a link by e-mail or a code by text message.',
          `Open the link within ${n.resetMinutes} minutes. An old link stops working when you have used one.`,
          'Verify with your app, your phone, a passkey or a recovery code. A mailbox alone is not enough, because others may read it.',
          'Choose a new password. You are signed out everywhere; sign in with the new one.',
        ],
      },
      {
        title: 'Forgot your user ID?',
        as: 'text',
        lines: [
          'Select “I forgot my user ID” and enter your e-mail address. We mail you every user ID that belongs to it.',
        ],
      },
      {
        title: 'Lost your phone and your recovery codes too?',
        as: 'text',
        lines: [
          `Call the help desk. They ask questions that only you can answer; a second person checks it; then you wait, ${n.lostWaitHours} hours or more, so that nobody can take your account over while you sleep. You get a mail at once and can stop it. Nothing of your enrollments is lost.`,
        ],
      },
    ],
    links: [
      ['/forgot-password', 'Reset my password'],
      ['/forgot-user-id', 'Find my user ID'],
    ],
  },
  {
    id: 'locked',
    title: 'Why is my account locked, and how long?',
    summary: 'Too many wrong passwords or codes. It opens by itself.',
    parts: [
      {
        title: 'Why',
        as: 'list',
        lines: [
          `${n.passwordTries} wrong passwords within ${n.passwordWindow} minutes lock the password.`,
          `${n.secondFactorTries} wrong codes lock the codes.`,
          `${n.networkTries} wrong tries from one network, by whomever, close that network for ${n.networkMinutes} minutes.`,
          'It may not have been you. Strangers who try your user ID do not lock out the devices on which you signed in before.',
        ],
      },
      {
        title: 'How long',
        as: 'text',
        lines: [
          `The first time ${n.lockMinutes} minutes, then twice as long each time, never longer than ${n.lockLongestHours} hours. The page says how many minutes are left.`,
        ],
      },
      {
        title: 'What you can do',
        as: 'list',
        lines: [
          'Wait. It opens by itself.',
          `Open the link that we mailed to you. It works for ${n.unlockMinutes} minutes and lets you try again now.`,
          'Reset your password. That unlocks too.',
          'Use a passkey, if you have one. Wrong passwords do not lock it.',
          'Call the help desk. They can unlock, but they never ask for your password or a code.',
        ],
      },
    ],
    links: [
      ['/forgot-password', 'Reset my password'],
      ['/help/codes', 'The code does not come'],
    ],
  },
  {
    id: 'codes',
    title: 'Codes that do not come, or do not work',
    summary: 'Junk folder, reception, clock of the phone.',
    parts: [
      {
        title: 'By e-mail',
        as: 'list',
        lines: [
          'Wait two minutes, then look into the junk or spam folder.',
          'Ask whoever runs your mail to let our sender through.',
          'Only the newest code works. Asking again makes the one before it stop.',
        ],
      },
      {
        title: 'By text message or call',
        as: 'list',
        lines: [
          'Check that the phone has reception and that the number on the page ends like yours.',
          'Numbers of the internet kind often get no messages. Choose “call me” instead.',
          'Choose another way below the box.',
        ],
      },
      {
        title: 'From an app',
        as: 'list',
        lines: [
          'Let the phone set its clock by itself; a wrong clock makes wrong codes.',
          'Each code works once. Wait for the next one.',
        ],
      },
      {
        title: 'Limits',
        as: 'text',
        lines: [
          `A code works for ${n.codeMinutes} minutes and takes ${n.codeTries} tries, however often you ask for a new one. We send at most ${n.codesAnHour} an hour and ${n.codesADay} a day to one address.`,
          'We never ask for a code by phone or mail. Whoever does wants to get into your account.',
        ],
      },
    ],
    links: [
      ['/help/reset-password', 'Lost your phone?'],
      ['/help/passkeys', 'Passkeys need no codes'],
    ],
  },
  {
    id: 'browsers',
    title: 'Phones, tablets and browsers that work',
    summary: 'Current browsers, with or without JavaScript.',
    parts: [
      {
        as: 'list',
        lines: [
          'Current versions of Chrome, Edge, Firefox and Safari, on computers, tablets and phones.',
          'Every page works on a narrow screen, with a keyboard and with a screen reader.',
          'JavaScript may be off. Only passkeys need it.',
          'Cookies of this site must be allowed while you are signed in.',
        ],
      },
      {
        title: 'Is your browser too old?',
        as: 'steps',
        lines: [
          'Update the browser, or the system of the phone.',
          'If that is not possible, use another browser or device. An old browser is not safe for anything with a password.',
          'Nothing is lost: what you saved is there when you sign in elsewhere.',
        ],
      },
      {
        title: 'A page looks wrong or does not open?',
        as: 'list',
        lines: [
          'Load it again. Close other tabs of this site.',
          'Switch off programs that change pages, such as translators and blockers.',
          `Open ${product} from your bookmark instead of an old link.`,
        ],
      },
    ],
    links: [['/help/contact', 'Tell the help desk']],
  },
]
