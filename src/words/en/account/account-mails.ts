/** Mails and text messages about accounts. Plain text; links come from the site's own address. */
import { worded } from '../mail-texts/index.ts'

export const accountMails = {
  /** Ends the notice of every change that could be somebody else's. */
  notMe: (link: string, days: number) =>
    `Was it not you? Open this page within ${days} days and press its button; it protects your account at once:\n${link}`,
  passwordLeaked: (name: string, link: string) => worded('password-leaked', { name, link }),
  emailCode: (code: string, minutes: number, product: string) =>
    worded('email-code', { code, minutes: String(minutes), product }),
  emailConfirmed: (name: string, userId: string, product: string) =>
    worded('email-confirmed', { name, userId, product }),
  emailChanged: (name: string, added: string, removed: string | undefined, when: string) =>
    removed ? worded('email-replaced', { name, added, removed, when }) : worded('email-added', { name, added, when }),
  emailRemoved: (name: string, removed: string, when: string) => worded('email-removed', { name, removed, when }),
  code: (code: string, minutes: number) => worded('code', { code, minutes: String(minutes) }),
  /** Browsers fill in the code of a message whose last line names the site. */
  codeBySms: (code: string, host: string) => `Your code is ${code}. We never ask for it by phone.\n\n@${host} #${code}`,
  /** Read aloud: digits one by one, and twice. */
  codeByVoice: (code: string, product: string) => {
    const digits = code.split('').join(', ')
    return `This is ${product}. Your code is: ${digits}. Again: ${digits}. We never ask for it by phone.`
  },
  registerCode: (code: string, minutes: number, product: string) =>
    worded('register-code', { code, minutes: String(minutes), product }),
  registerKnown: (code: string, minutes: number, product: string, userIds: readonly string[], link: string) =>
    worded('register-known', { code, minutes: String(minutes), product, userIds: userIds.join(', '), link }),
  registerFull: (product: string, userIds: readonly string[], link: string) =>
    worded('register-full', { product, userIds: userIds.join(', '), link }),
  welcome: (name: string, userId: string, product: string) => worded('welcome', { name, userId, product }),
  newDevice: (name: string, when: string, device: string, helpDesk: string) =>
    worded('new-device', { name, when, device, helpDesk }),
  unlock: (name: string, minutes: number, link: string) => worded('unlock', { name, minutes: String(minutes), link }),
  resetLink: (name: string, userId: string, minutes: number, link: string) =>
    worded('reset-link', { name, userId, minutes: String(minutes), link }),
  noAccount: (product: string, link: string) => worded('no-account', { product, link }),
  userIds: (product: string, userIds: readonly string[], link: string) =>
    worded('user-ids', { product, userIds: userIds.join(', '), link }),
  passwordChanged: (name: string, when: string, helpDesk: string) =>
    worded('password-changed', { name, when, helpDesk }),
  factorAdded: (name: string, what: string, helpDesk: string) => worded('factor-added', { name, what, helpDesk }),
  factorRemoved: (name: string, what: string, helpDesk: string) => worded('factor-removed', { name, what, helpDesk }),
  passkeySuspect: (name: string, helpDesk: string) => worded('passkey-suspect', { name, helpDesk }),
  recoveryCodesReplaced: (name: string, helpDesk: string) => worded('recovery-codes-replaced', { name, helpDesk }),
}
