/** The texts of mails of the help desk and the administration. */
export const staffTexts = {
  'support-unlock': {
    name: 'The help desk unlocked signing in',
    subject: 'Signing in to your account was unlocked',
    body: '{name}, the help desk unlocked signing in to your account.\n\nIf you did not expect this, call the help desk: {helpDesk}. They never ask for your password or a code.',
  },
  'support-send-link': {
    name: 'The help desk sent a link to reset the password',
    subject: 'A link to reset your password is on its way',
    body: '{name}, the help desk sent you a link to choose a new password. It comes in a mail of its own.\n\nIf you did not expect this, call the help desk: {helpDesk}. They never ask for your password or a code.',
  },
  'support-send-user-id': {
    name: 'The help desk sent the user ID',
    subject: 'Your user ID is on its way',
    body: '{name}, the help desk sent you your user ID. It comes in a mail of its own.\n\nIf you did not expect this, call the help desk: {helpDesk}. They never ask for your password or a code.',
  },
  'support-end-sessions': {
    name: 'The help desk ended every session',
    subject: 'You were signed out everywhere',
    body: '{name}, the help desk ended every session of your account. Sign in again when you need to.\n\nIf you did not expect this, call the help desk: {helpDesk}. They never ask for your password or a code.',
  },
  'support-suspend': {
    name: 'The help desk suspended the account',
    subject: 'Your account was suspended',
    body: '{name}, the help desk suspended your account. Nobody can sign in with it until it is restored.\n\nIf you did not expect this, call the help desk: {helpDesk}. They never ask for your password or a code.',
  },
  'support-restore': {
    name: 'The help desk restored the account',
    subject: 'Your account was restored',
    body: '{name}, the help desk restored your account. You can sign in again.\n\nIf you did not expect this, call the help desk: {helpDesk}. They never ask for your password or a code.',
  },
  'lost-factors': {
    name: 'Every way to verify was lost: the wait begins',
    subject: 'Somebody asked for a new way to sign in to your account',
    body: '{name}, somebody who answered questions about you told the {product} help desk that every way to verify was lost: app, phone, recovery codes.\n\nOn {when} we mail a link to set up a new one. If this was you, wait for it.\n\nIf it was not you, stop it here:\n{link}\n\nOr call the help desk: {helpDesk}.',
  },
  'lost-factors-canceled': {
    name: 'Every way to verify was lost: it was stopped',
    subject: 'The new way to sign in was stopped',
    body: '{name}, nothing about your account has changed. If it was not you who asked, change your password.\n\nIf you did not expect this, call the help desk: {helpDesk}. They never ask for your password or a code.',
  },
  'lost-factors-open': {
    name: 'Every way to verify was lost: the wait is over',
    subject: 'Set up a new way to verify',
    body: '{name}, the waiting time is over. To set up an authenticator app, open this page within 24 hours:\n{link}\n\nThe ways to verify that were lost stop working then. If you did not ask for this, do not open it, and call the help desk.',
  },
  'access-set-up': {
    name: 'A new way to verify was set up by a link',
    subject: 'Your account has a new way to verify',
    body: '{name}, an authenticator app was set up by a mailed link on {when}. Whatever was set up before no longer works.\n\nIf you did not expect this, call the help desk: {helpDesk}. They never ask for your password or a code.',
  },
  'staff-invited': {
    name: 'A staff account was made',
    subject: 'Your {product} staff account',
    body: '{name}, an account was made for you. Your user ID is {userId}.\n\nChoose a password and set up an authenticator app within 7 days:\n{link}',
  },
  'role-given': {
    name: 'A staff role was given',
    subject: 'You have a new role',
    body: '{name}, an administrator gave you the role: {role}. It is there when you next open a page.',
  },
  'role-ended': {
    name: 'A staff role was ended',
    subject: 'A role of yours has ended',
    body: '{name}, an administrator ended your role: {role}. You were signed out.',
  },
  'ticket-received': {
    name: 'A request to the help desk came in',
    subject: 'We have your request {number}',
    body: '{name}, thank you. Your request has the number {number}. The help desk answers by mail, {hours}.',
  },
  'ticket-answered': {
    name: 'The help desk answered a request',
    subject: 'Answer to your request {number}',
    body: '{name}, the help desk answered:\n\n{answer}\n\n{askOn}',
  },
} as const
