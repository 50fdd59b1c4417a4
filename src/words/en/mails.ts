/** Mails and text messages, by the part of the product that sends them. */
import { accountMails } from './account/account-mails.ts'
import { portalMails } from './portal/mails.ts'

export const mails = {
  ...accountMails,
  ...portalMails,
}
