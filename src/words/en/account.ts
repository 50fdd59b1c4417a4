/** Words of registration, signing in and the account page. */

import type { Method } from '#domain/access/assurance.ts'
import type { AuthEventType } from '#domain/access/auth-event.ts'
import { recovery } from './account/recovery.ts'
import { register } from './account/register.ts'
import { security } from './account/security.ts'
import { signIn } from './account/sign-in.ts'

const methodNames: Readonly<Record<Method, string>> = {
  app: 'Authenticator app',
  phone: 'Phone code',
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
  'recovery-codes-replaced': 'Recovery codes replaced',
}

export const account = { methodNames, events, register, signIn, recovery, security }
