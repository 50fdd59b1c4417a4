/** Why a page asks for a fresh proof of who acts, by what is about to be done; and the way forward without a good one. */
import type { needs } from '#domain/access/step-up.ts'

const why: Readonly<Record<keyof typeof needs | 'marked', string>> = {
  'application.sign': 'You are about to sign. A signature counts as yours, so we check that it is you.',
  'reassignment.sign':
    'You are about to sign for, decline or end a reassignment. It decides who is paid, so we check that it is you.',
  'affiliation.sign':
    'You are about to sign an answer to the contractor. It counts as yours, so we check that it is you.',
  'application.edit': 'This page asks for bank or tax numbers. Whoever changes them could redirect payments.',
  'application.decide':
    'You are about to decide an application. The letter leaves at once, so we check that it is you.',
  'enrollment.decide':
    'You are about to issue a decision on an enrollment. Its letter leaves at once, so we check that it is you.',
  'people.manage':
    'You are about to change who may act for a provider or organization. Whoever does that opens its applications.',
  'surrogacy.agree':
    'You are about to let somebody work for a provider, or ask for it. They see and prepare applications from then on.',
  'account.secure': 'You are about to change how you sign in. Whoever does that owns the account.',
  'account.add-method': 'You are about to add a way to sign in. Whoever does that owns the account.',
  marked: 'This is a sensitive page, so we check that it is you.',
}

export const proof = {
  why,
  kept: 'What you typed is kept. You come back to it.',
  confirmPassword: 'Enter your password again; then verify as when you sign in.',
  orPassword: 'Or with your password',
  notEnough: 'A code by e-mail is not enough for this: a mailbox is easily taken over.',
  addFirst: 'Add one of these now. It takes two minutes, and you come back to where you were.',
  addApp: 'Add an authenticator app',
  addAppHint: 'An app on your phone shows a new code every 30 seconds. Works without reception.',
  addPasskey: 'Add a passkey',
  addPasskeyHint: 'Your fingerprint, face or the PIN of your device. Needs JavaScript.',
  addPhone: 'Add a phone',
  addPhoneHint: 'A code by text message or a call. Less safe than the others.',
  recoveryCode: 'Use one of my recovery codes instead',
  continueTitle: 'Go on where you were',
  continueIntro: 'You are verified. What you typed is kept; nothing has been sent yet.',
  continueOver: 'What you typed is no longer kept. Go back and enter it again.',
  goOn: 'Continue',
  cancel: 'Do not send it; open the page again',
}
