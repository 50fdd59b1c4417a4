/** Mails and text messages about accounts. Plain text; links come from the site's own address. */
const ifNotYou = (helpDesk: string) => `If this was not you, call the help desk at once: ${helpDesk}.`

export const accountMails = {
  /** Ends the notice of every change that could be somebody else's. */
  notMe: (link: string, days: number) =>
    `Was it not you? Open this page within ${days} days and press its button; it protects your account at once:\n${link}`,
  passwordLeaked: (name: string, link: string) => ({
    subject: 'Please change your password',
    body: `${name}, the password of your account is on a list of passwords that leaked from other sites. Nobody got it from here, but such passwords are tried everywhere.\n\nSign in and choose another one, which you use nowhere else:\n${link}`,
  }),
  emailCode: (code: string, minutes: number, product: string) => ({
    subject: `${code} is your code to confirm this address`,
    body: `Your code is ${code}\n\nSomebody wants to use this address for a ${product} account. Enter the code on the page where you asked for it. It works once, for ${minutes} minutes. If it was not you, you need not do anything.`,
  }),
  emailConfirmed: (name: string, loginId: string, product: string) => ({
    subject: `This address is now on your ${product} account`,
    body: `${name}, this address now belongs to the ${product} account with the user ID ${loginId}. What concerns the account is mailed here.`,
  }),
  emailChanged: (name: string, added: string, removed: string | undefined, when: string) => ({
    subject: removed ? 'The e-mail address of your account was changed' : 'An e-mail address was added to your account',
    body: removed
      ? `${name}, on ${when} the address ${removed} of your account was replaced by ${added}.\n\nIf this was you, you need not do anything. If not, the link below puts the former address back.`
      : `${name}, on ${when} the address ${added} was added to your account.\n\nIf this was you, you need not do anything. If not, the link below takes it away.`,
  }),
  emailRemoved: (name: string, removed: string, when: string) => ({
    subject: 'An e-mail address of your account was removed',
    body: `${name}, on ${when} the address ${removed} was removed from your account. Nothing is mailed to it any more.\n\nIf this was you, you need not do anything. If not, the link below puts it back.`,
  }),
  code: (code: string, minutes: number) => ({
    subject: `${code} is your code`,
    body: `Your code is ${code}\n\nIt works once, for ${minutes} minutes. We never ask for it by phone. If you did not ask for it, somebody may know your password: change it.`,
  }),
  /** Browsers fill in the code of a message whose last line names the site. */
  codeBySms: (code: string, host: string) => `Your code is ${code}. We never ask for it by phone.\n\n@${host} #${code}`,
  /** Read aloud: digits one by one, and twice. */
  codeByVoice: (code: string, product: string) => {
    const digits = code.split('').join(', ')
    return `This is ${product}. Your code is: ${digits}. Again: ${digits}. We never ask for it by phone.`
  },
  registerCode: (code: string, minutes: number, product: string) => ({
    subject: `${code} is your code to create an account`,
    body: `Your code is ${code}\n\nEnter it where you began to create your ${product} account. It works once, for ${minutes} minutes. If you did not begin, you need not do anything.`,
  }),
  registerKnown: (code: string, minutes: number, product: string, loginIds: readonly string[], signIn: string) => ({
    subject: `${code} is your code, and you may have an account already`,
    body: `Somebody began to create a ${product} account with this address. It already belongs to: ${loginIds.join(', ')}.\n\nIf that is you, sign in instead: ${signIn}\n\nIf you are another person at the same practice, go on with the code ${code}. It works once, for ${minutes} minutes.`,
  }),
  registerFull: (product: string, loginIds: readonly string[], signIn: string) => ({
    subject: `Your ${product} accounts`,
    body: `Somebody began to create a ${product} account with this address, but it already belongs to as many accounts as one address may: ${loginIds.join(', ')}.\n\nSign in here: ${signIn}`,
  }),
  welcome: (name: string, loginId: string, product: string) => ({
    subject: `Your ${product} account is ready`,
    body: `${name}, your account is ready. Your user ID is ${loginId}.\n\nKeep your recovery codes where you can find them without this device.`,
  }),
  newDevice: (name: string, when: string, device: string, helpDesk: string) => ({
    subject: 'Signed in on a new device',
    body: `${name}, somebody signed in to your account on a device that was not used before:\n\n${when}\n${device}\n\nIf this was you, you need not do anything. ${ifNotYou(helpDesk)}`,
  }),
  unlock: (name: string, minutes: number, link: string) => ({
    subject: 'Signing in to your account is locked for a while',
    body: `${name}, somebody entered a wrong password for your account several times. Signing in is locked for a while; then it opens by itself.\n\nTo unlock it now, open this page within ${minutes} minutes:\n${link}\n\nIf it was not you, your password still protects you. You need not do anything.`,
  }),
  resetLink: (name: string, loginId: string, minutes: number, link: string) => ({
    subject: 'Reset your password',
    body: `${name}, to choose a new password for the user ID ${loginId}, open this page within ${minutes} minutes:\n${link}\n\nYou also need your authenticator app, your phone or a recovery code. If you did not ask for this, you need not do anything: nothing has changed.`,
  }),
  noAccount: (product: string, register: string) => ({
    subject: `No ${product} account with this address`,
    body: `Somebody asked for help with signing in to ${product} and gave this address. No account uses it.\n\nIf it was you, try another address, or create an account: ${register}\n\nIf it was not you, you need not do anything.`,
  }),
  userIds: (product: string, loginIds: readonly string[], signIn: string) => ({
    subject: `Your ${product} user ID`,
    body: `These user IDs belong to this address: ${loginIds.join(', ')}\n\nSign in here: ${signIn}`,
  }),
  passwordChanged: (name: string, when: string, helpDesk: string) => ({
    subject: 'Your password was changed',
    body: `${name}, the password of your account was changed on ${when}.\n\n${ifNotYou(helpDesk)}`,
  }),
  factorAdded: (name: string, what: string, helpDesk: string) => ({
    subject: 'A way to verify was added to your account',
    body: `${name}, this was added to your account: ${what}.\n\n${ifNotYou(helpDesk)}`,
  }),
  factorRemoved: (name: string, what: string, helpDesk: string) => ({
    subject: 'A way to verify was removed from your account',
    body: `${name}, this was removed from your account: ${what}.\n\n${ifNotYou(helpDesk)}`,
  }),
  passkeySuspect: (name: string, helpDesk: string) => ({
    subject: 'A passkey of your account was switched off',
    body: `${name}, a passkey of your account was used in a way that suggests a copy of it exists. It no longer signs in. Remove it on your account page and add a new one. If you lost a device or think that somebody else used it, call the help desk: ${helpDesk}.`,
  }),
  recoveryCodesReplaced: (name: string, helpDesk: string) => ({
    subject: 'Your recovery codes were replaced',
    body: `${name}, new recovery codes were made for your account. The old ones no longer work.\n\n${ifNotYou(helpDesk)}`,
  }),
}
