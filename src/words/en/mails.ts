/** Mails and text messages, by the part of the product that sends them. */
import { accountMails } from './account/account-mails.ts'
import { affiliationMails } from './affiliations/mails.ts'
import { delegationMails } from './delegation/mails.ts'
import { deskMails } from './desk/desk-mails.ts'
import { feeMails } from './fee/fee.ts'
import { signatureMails } from './fee/signatures.ts'
import { packetMails } from './packets.ts'
import { portalMails } from './portal/mails.ts'
import { reminderMails } from './reminders.ts'
import { staffMails } from './staff/staff-mails.ts'

export const mails = {
  ...accountMails,
  ...delegationMails,
  ...deskMails,
  ...reminderMails,
  ...portalMails,
  ...packetMails,
  ...feeMails,
  ...signatureMails,
  ...affiliationMails,
  ...staffMails,
}
