/** What the record of sign-ins and account changes can say. Append-only; a type without words does not compile. Pure. */
export const authEvents = [
  'account-created',
  'signed-in',
  'new-device',
  'password-wrong',
  'account-locked',
  'account-unlocked',
  'code-sent',
  'code-wrong',
  'identity-confirmed',
  'signed-out',
  'session-ended',
  'password-changed',
  'password-reset',
  'recovery-asked',
  'factor-added',
  'factor-removed',
  'recovery-codes-replaced',
] as const
export type AuthEventType = (typeof authEvents)[number]
