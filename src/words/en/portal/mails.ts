/** Mails about applications. They say that something happened, never whose or what: that is behind the sign-in. */
import { worded } from '../mail-texts/index.ts'

export const portalMails = {
  submitted: (product: string, link: string) => worded('submitted', { product, link }),
  answered: (product: string, link: string) => worded('answered', { product, link }),
}
