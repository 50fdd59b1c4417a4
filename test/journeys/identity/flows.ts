/**
 * Everything that a person does about their identity in a browser: the list that the journeys have to walk.
 *
 * Promises: a flow without a walk fails (test/declarations/identity-flows.test.ts), and a walk is always a pair, with
 * JavaScript and without (walk.ts).
 */
export const identityFlows = {
  'sign-up': 'An account is created, with codes to a phone',
  'sign-up-passkey': 'An account begins with a passkey, or is told that it needs JavaScript and takes e-mail codes',
  'sign-in-sms': 'Signed in with password and text message',
  'sign-in-voice': 'Signed in with password and a call that reads the code',
  'sign-in-email': 'Signed in with password and e-mail code',
  'sign-in-app': 'Signed in with password and authenticator app',
  'sign-in-recovery-code': 'Signed in with a recovery code, which works once',
  'sign-in-passkey': 'Signed in with a passkey, or told that it needs JavaScript and led another way',
  'locked-wait': 'Locked out, and back by waiting',
  'locked-link': 'Locked out, and back by the mailed link',
  'locked-reset': 'Locked out, and back by a new password',
  'locked-help-desk': 'Locked out, and back by the help desk',
  'forgot-password-mail': 'A forgotten password, by a mailed link',
  'forgot-password-phone': 'A forgotten password, by a phone code',
  'forgot-user-id': 'A forgotten user ID',
  'lost-all-factors': 'Every way to verify lost: two of the staff, a stop, a wait, a new way',
  'not-me': '"This was not me" from a notice',
  'step-up': 'A fresh proof before something sensitive',
  'change-password': 'Another password',
  'change-email': 'Another e-mail address beside the first',
  'remove-email': 'That address is removed, and the last one stays',
  'add-phone': 'A phone is added',
  'add-method': 'An authenticator app is added',
  'rename-method': 'An authenticator app is renamed',
  'remove-method': 'A phone is removed',
  'renew-recovery-codes': 'New recovery codes',
  'end-one-session': 'One other session is ended',
  'end-other-sessions': 'All other sessions are ended',
  'idle-time-out': 'Warned of the time-out, timed out, and what was typed comes back',
  'public-computer': 'A public or shared computer',
  invitation: 'A staff member is invited and accepts as somebody new',
  'official-claim': 'Somebody claims to be an official and is approved',
  succession: 'A new official takes the place of the one who left',
  'surrogacy-agree': 'A billing company asks, and the provider agrees',
  'surrogacy-offer': 'A provider offers, the company declines; offered again, it agrees',
  'surrogacy-revoke': 'The provider ends it, and it counts at once',
  switcher: 'One of many providers is found and acted for',
  'help-desk-acts': 'The help desk finds an account, ends sessions, suspends and restores it',
  'admin-staff': 'An administrator invites staff, gives a role and ends it, with a second administrator',
  'admin-contractors': 'An administrator changes a contractor and gives it a state, with a second administrator',
  'admin-policy': 'One administrator proposes a policy, another approves it',
  'admin-methods': 'One administrator proposes which ways to verify are allowed, another approves it',
  'api-client-made': 'A program is given a key',
  'api-client-rotated': 'A program is given a new key, and loses both',
  'staff-sign-in-oidc': 'Staff sign in at their own organization',
  'staff-sign-in-local': 'Staff sign in with an account of the portal',
  'ticket-form': 'A request to the help desk, by a visitor and by somebody signed in',
} as const satisfies Record<string, string>

export type IdentityFlow = keyof typeof identityFlows

/** JavaScript in the browser of a walk. */
export const modes = ['on', 'off'] as const
export type Mode = (typeof modes)[number]
