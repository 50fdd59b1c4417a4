/** Words of forgotten passwords, forgotten user IDs and locked accounts. */
import { flowValid } from '#domain/access/limits.ts'

export const recovery = {
  passwordTitle: 'Reset your password',
  passwordIntro: 'You also need your authenticator app, your phone or a recovery code.',
  help: 'How this works, and what to do without a phone',
  name: 'User ID or e-mail address',
  by: 'How should we reach you?',
  byOptions: { link: 'A link by e-mail', code: 'A code by text message to the phone on my account' },
  submit: 'Go on',
  sentTitle: 'Look into your mailbox',
  sent: `If there is an account with what you entered, a mail is on its way. Its link works for ${flowValid.reset / 60_000} minutes.`,
  sentUserId: 'If there is an account with this address, a mail with your user ID is on its way.',
  nothing: 'Nothing after five minutes? Look in the junk folder, check what you entered, or call the help desk:',
  codeTitle: 'Enter the code from your phone',
  codeSent: 'If there is an account with what you entered and a phone on it, a text message with a code is on its way.',
  code: 'Code',
  userIdTitle: 'Find your user ID',
  email: 'E-mail address of your account',
  newTitle: 'Choose a new password',
  newIntro: 'You are signed out everywhere when you save. Then sign in with the new password.',
  overTitle: 'This link no longer works',
  over: 'It was used, or its time is over. Ask for a new one.',
  askAgain: 'Ask for a new link',
  unlockTitle: 'Unlock signing in',
  unlockIntro: 'This lets you try your password again now. You still need your password and your second way to verify.',
  unlock: 'Unlock',
}
