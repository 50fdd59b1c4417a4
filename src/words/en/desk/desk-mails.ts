/** Mails of the desk to an enrollee's people. They carry no personal data: what is in the letter stays in the inbox. */
import { worded } from '../mail-texts/index.ts'

export const deskMails = {
  letterWaiting: (product: string, link: string) => worded('letter-waiting', { product, link }),
  developmentWaiting: (product: string, due: string, link: string) =>
    worded('development-waiting', { product, due, link }),
}
