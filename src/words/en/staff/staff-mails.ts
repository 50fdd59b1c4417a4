/** Mails of the help desk and the administration. What was typed as a reason stays with the staff. */
type Act = 'unlock' | 'send-link' | 'send-user-id' | 'end-sessions' | 'suspend' | 'restore'
const done: Readonly<Record<Act, readonly [subject: string, what: string]>> = {
  unlock: ['Signing in to your account was unlocked', 'the help desk unlocked signing in to your account.'],
  'send-link': [
    'A link to reset your password is on its way',
    'the help desk sent you a link to choose a new password. It comes in a mail of its own.',
  ],
  'send-user-id': ['Your user ID is on its way', 'the help desk sent you your user ID. It comes in a mail of its own.'],
  'end-sessions': [
    'You were signed out everywhere',
    'the help desk ended every session of your account. Sign in again when you need to.',
  ],
  suspend: [
    'Your account was suspended',
    'the help desk suspended your account. Nobody can sign in with it until it is restored.',
  ],
  restore: ['Your account was restored', 'the help desk restored your account. You can sign in again.'],
}
const ask = (helpDesk: string) =>
  `If you did not expect this, call the help desk: ${helpDesk}. They never ask for your password or a code.`

export const staffMails = {
  supportDone: (name: string, act: Act, helpDesk: string) => ({
    subject: done[act][0],
    body: `${name}, ${done[act][1]}\n\n${ask(helpDesk)}`,
  }),
  lostFactorsWaiting: (name: string, product: string, opens: string, link: string, helpDesk: string) => ({
    subject: 'Somebody asked for a new way to sign in to your account',
    body: `${name}, somebody who answered questions about you told the ${product} help desk that every way to verify was lost: app, phone, recovery codes.\n\nOn ${opens} we mail a link to set up a new one. If this was you, wait for it.\n\nIf it was not you, stop it here:\n${link}\n\nOr call the help desk: ${helpDesk}.`,
  }),
  lostFactorsWaitingSms: (product: string, link: string) =>
    `Somebody asked the ${product} help desk for a new way to sign in to your account. Not you? Stop it: ${link}`,
  lostFactorsCanceled: (name: string, helpDesk: string) => ({
    subject: 'The new way to sign in was stopped',
    body: `${name}, nothing about your account has changed. If it was not you who asked, change your password.\n\n${ask(helpDesk)}`,
  }),
  lostFactorsOpen: (name: string, link: string) => ({
    subject: 'Set up a new way to verify',
    body: `${name}, the waiting time is over. To set up an authenticator app, open this page within 24 hours:\n${link}\n\nThe ways to verify that were lost stop working then. If you did not ask for this, do not open it, and call the help desk.`,
  }),
  accessSetUp: (name: string, when: string, helpDesk: string) => ({
    subject: 'Your account has a new way to verify',
    body: `${name}, an authenticator app was set up by a mailed link on ${when}. Whatever was set up before no longer works.\n\n${ask(helpDesk)}`,
  }),
  staffInvited: (name: string, product: string, loginId: string, link: string) => ({
    subject: `Your ${product} staff account`,
    body: `${name}, an account was made for you. Your user ID is ${loginId}.\n\nChoose a password and set up an authenticator app within 7 days:\n${link}`,
  }),
  roleGiven: (name: string, role: string) => ({
    subject: 'You have a new role',
    body: `${name}, an administrator gave you the role: ${role}. It is there when you next open a page.`,
  }),
  roleEnded: (name: string, role: string) => ({
    subject: 'A role of yours has ended',
    body: `${name}, an administrator ended your role: ${role}. You were signed out.`,
  }),
  ticketReceived: (name: string, number: string, hours: string) => ({
    subject: `We have your request ${number}`,
    body: `${name}, thank you. Your request has the number ${number}. The help desk answers by mail, ${hours}.`,
  }),
  ticketAnswered: (name: string, number: string, answer: string, link: string | undefined) => ({
    subject: `Answer to your request ${number}`,
    body: `${name}, the help desk answered:\n\n${answer}\n\n${link ? `To ask on, sign in: ${link}` : 'To ask on, use the request form again and give the number.'}`,
  }),
}
