/** Words of registration, signing in and the account page. */

import type { Method } from '#domain/access/assurance.ts'
import type { AuthEventType } from '#domain/access/auth-event.ts'
import { methods } from './account/methods.ts'
import { passkeys } from './account/passkeys.ts'
import { proof } from './account/proof.ts'
import { recovery } from './account/recovery.ts'
import { register } from './account/register.ts'
import { safety } from './account/safety.ts'
import { security } from './account/security.ts'
import { signIn } from './account/sign-in.ts'
import { staffSignIn } from './account/staff-sign-in.ts'

const methodNames: Readonly<Record<Method, string>> = {
  passkey: 'Passkey',
  app: 'Authenticator app',
  phone: 'Phone code',
  voice: 'Phone call',
  email: 'E-mail code',
  'recovery-code': 'Recovery code',
}

const events: Readonly<Record<AuthEventType, string>> = {
  'account-created': 'Account created',
  'signed-in': 'Signed in',
  'new-device': 'Signed in on a new device',
  'password-wrong': 'Wrong password entered',
  'account-locked': 'Signing in locked for a while',
  'account-unlocked': 'Signing in unlocked by link',
  'code-sent': 'Code sent',
  'code-wrong': 'Wrong code entered',
  'identity-confirmed': 'Identity confirmed',
  'signed-out': 'Signed out',
  'session-ended': 'Sessions ended',
  'password-changed': 'Password changed',
  'password-reset': 'Password reset',
  'recovery-asked': 'Help with signing in asked for',
  'factor-added': 'Way to verify added',
  'factor-removed': 'Way to verify removed',
  'factor-renamed': 'Way to verify renamed',
  'passkey-suspect': 'Passkey switched off: perhaps a copy of it was used',
  'password-leaked': 'Password found on a list of leaked ones',
  'email-added': 'E-mail address added',
  'email-replaced': 'E-mail address changed',
  'email-restored': 'Former e-mail address put back',
  'email-removed': 'E-mail address removed',
  disavowed: 'Owner said: this was not me',
  'recovery-codes-replaced': 'Recovery codes replaced',
  invited: 'Somebody was invited to act for a provider or organization',
  'invitation-accepted': 'Invitation accepted',
  'invitation-cancelled': 'Invitation cancelled',
  'role-changed': 'Role changed',
  'role-ended': 'Role ended',
  'claim-made': 'Claim to be an official made',
  'claim-objected': 'Objection to a claim made',
  'claim-decided': 'Claim to be an official decided',
  'surrogacy-asked': 'Surrogacy asked for or offered',
  'surrogacy-answered': 'Surrogacy answered',
  'surrogacy-confirmed': 'Surrogacy confirmed for another year',
  'surrogacy-ended': 'Surrogacy ended',
  'acting-chosen': 'Provider to act for chosen',
  'client-created': 'Program given access',
  'client-key-made': 'New key made for a program',
  'client-key-revoked': 'Key of a program revoked',
  'client-public-keys': 'Public keys of a program changed',
  'client-revoked': 'Access of a program ended',
  'webhook-made': 'Webhook added',
  'webhook-changed': 'Webhook changed',
  'webhook-removed': 'Webhook removed',
  'staff-unlocked': 'Signing in unlocked by the help desk',
  'staff-sent-link': 'Password link sent by the help desk',
  'staff-sent-user-id': 'User ID sent by the help desk',
  'staff-ended-sessions': 'Sessions ended by the help desk',
  suspended: 'Account suspended by the help desk',
  restored: 'Account restored by the help desk',
  'lost-factors-asked': 'New way to verify asked for at the help desk',
  'lost-factors-confirmed': 'New way to verify confirmed by the help desk; waiting',
  'lost-factors-refused': 'New way to verify refused by the help desk',
  'lost-factors-canceled': 'New way to verify canceled',
  'lost-factors-open': 'Link for a new way to verify sent',
  'access-set-up': 'New way to verify set up by link',
}

export const account = {
  methodNames,
  methods,
  events,
  register,
  signIn,
  staffSignIn,
  recovery,
  security,
  passkeys,
  proof,
  safety,
}
