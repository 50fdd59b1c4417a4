/** The texts of mails about an account and how it is signed in to. */
export const accountTexts = {
  code: {
    name: 'A code to sign in',
    subject: '{code} is your code',
    body: 'Your code is {code}\n\nIt works once, for {minutes} minutes. We never ask for it by phone. If you did not ask for it, somebody may know your password: change it.',
  },
  'email-code': {
    name: 'A code to confirm another address',
    subject: '{code} is your code to confirm this address',
    body: 'Your code is {code}\n\nSomebody wants to use this address for a {product} account. Enter the code on the page where you asked for it. It works once, for {minutes} minutes. If it was not you, you need not do anything.',
  },
  'register-code': {
    name: 'A code to create an account',
    subject: '{code} is your code to create an account',
    body: 'Your code is {code}\n\nEnter it where you began to create your {product} account. It works once, for {minutes} minutes. If you did not begin, you need not do anything.',
  },
  'register-known': {
    name: 'A code to create an account, at an address that has one',
    subject: '{code} is your code, and you may have an account already',
    body: 'Somebody began to create a {product} account with this address. It already belongs to: {userIds}.\n\nIf that is you, sign in instead: {link}\n\nIf you are another person at the same practice, go on with the code {code}. It works once, for {minutes} minutes.',
  },
  'register-full': {
    name: 'An address that has as many accounts as it may',
    subject: 'Your {product} accounts',
    body: 'Somebody began to create a {product} account with this address, but it already belongs to as many accounts as one address may: {userIds}.\n\nSign in here: {link}',
  },
  welcome: {
    name: 'The account is ready',
    subject: 'Your {product} account is ready',
    body: '{name}, your account is ready. Your user ID is {userId}.\n\nKeep your recovery codes where you can find them without this device.',
  },
  'email-confirmed': {
    name: 'To an address that was added',
    subject: 'This address is now on your {product} account',
    body: '{name}, this address now belongs to the {product} account with the user ID {userId}. What concerns the account is mailed here.',
  },
  'email-added': {
    name: 'An address was added',
    subject: 'An e-mail address was added to your account',
    body: '{name}, on {when} the address {added} was added to your account.\n\nIf this was you, you need not do anything. If not, the link below takes it away.',
  },
  'email-replaced': {
    name: 'An address was changed',
    subject: 'The e-mail address of your account was changed',
    body: '{name}, on {when} the address {removed} of your account was replaced by {added}.\n\nIf this was you, you need not do anything. If not, the link below puts the former address back.',
  },
  'email-removed': {
    name: 'An address was removed',
    subject: 'An e-mail address of your account was removed',
    body: '{name}, on {when} the address {removed} was removed from your account. Nothing is mailed to it any more.\n\nIf this was you, you need not do anything. If not, the link below puts it back.',
  },
  'new-device': {
    name: 'Signed in on a new device',
    subject: 'Signed in on a new device',
    body: '{name}, somebody signed in to your account on a device that was not used before:\n\n{when}\n{device}\n\nIf this was you, you need not do anything. If this was not you, call the help desk at once: {helpDesk}.',
  },
  unlock: {
    name: 'Signing in is locked for a while',
    subject: 'Signing in to your account is locked for a while',
    body: '{name}, somebody entered a wrong password for your account several times. Signing in is locked for a while; then it opens by itself.\n\nTo unlock it now, open this page within {minutes} minutes:\n{link}\n\nIf it was not you, your password still protects you. You need not do anything.',
  },
  'reset-link': {
    name: 'A link to reset the password',
    subject: 'Reset your password',
    body: '{name}, to choose a new password for the user ID {userId}, open this page within {minutes} minutes:\n{link}\n\nYou also need your authenticator app, your phone or a recovery code. If you did not ask for this, you need not do anything: nothing has changed.',
  },
  'no-account': {
    name: 'Help was asked for, and no account has the address',
    subject: 'No {product} account with this address',
    body: 'Somebody asked for help with signing in to {product} and gave this address. No account uses it.\n\nIf it was you, try another address, or create an account: {link}\n\nIf it was not you, you need not do anything.',
  },
  'user-ids': {
    name: 'The user IDs of an address',
    subject: 'Your {product} user ID',
    body: 'These user IDs belong to this address: {userIds}\n\nSign in here: {link}',
  },
  'password-changed': {
    name: 'The password was changed',
    subject: 'Your password was changed',
    body: '{name}, the password of your account was changed on {when}.\n\nIf this was not you, call the help desk at once: {helpDesk}.',
  },
  'password-leaked': {
    name: 'The password leaked elsewhere',
    subject: 'Please change your password',
    body: '{name}, the password of your account is on a list of passwords that leaked from other sites. Nobody got it from here, but such passwords are tried everywhere.\n\nSign in and choose another one, which you use nowhere else:\n{link}',
  },
  'factor-added': {
    name: 'A way to verify was added',
    subject: 'A way to verify was added to your account',
    body: '{name}, this was added to your account: {what}.\n\nIf this was not you, call the help desk at once: {helpDesk}.',
  },
  'factor-removed': {
    name: 'A way to verify was removed',
    subject: 'A way to verify was removed from your account',
    body: '{name}, this was removed from your account: {what}.\n\nIf this was not you, call the help desk at once: {helpDesk}.',
  },
  'passkey-suspect': {
    name: 'A passkey was switched off',
    subject: 'A passkey of your account was switched off',
    body: '{name}, a passkey of your account was used in a way that suggests a copy of it exists. It no longer signs in. Remove it on your account page and add a new one. If you lost a device or think that somebody else used it, call the help desk: {helpDesk}.',
  },
  'recovery-codes-replaced': {
    name: 'New recovery codes',
    subject: 'Your recovery codes were replaced',
    body: '{name}, new recovery codes were made for your account. The old ones no longer work.\n\nIf this was not you, call the help desk at once: {helpDesk}.',
  },
} as const
