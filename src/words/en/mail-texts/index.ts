/** The product’s own text of every mail, and how one is written from it. */
import type { MailKind } from '#domain/mails/mail-kinds.ts'
import { fillMailText, type Mail, type MailText } from '#domain/mails/mail-text.ts'
import { accountTexts } from './account.ts'
import { affiliationTexts } from './affiliations.ts'
import { applicationTexts } from './applications.ts'
import { delegationTexts } from './delegation.ts'
import { deskTexts } from './desk.ts'
import { enrollmentTexts } from './enrollments.ts'
import { staffTexts } from './staff.ts'

export const mailTexts = {
  ...applicationTexts,
  ...enrollmentTexts,
  ...affiliationTexts,
  ...deskTexts,
  ...delegationTexts,
  ...accountTexts,
  ...staffTexts,
} satisfies Readonly<Record<MailKind, MailText & { readonly name: string }>>

type NamesIn<S extends string> = S extends `${string}{${infer N}}${infer Rest}` ? N | NamesIn<Rest> : never
type HolesOf<K extends MailKind> = NamesIn<(typeof mailTexts)[K]['subject']> | NamesIn<(typeof mailTexts)[K]['body']>

/** Everything that some mail can name. */
export type MailHole = { [K in MailKind]: HolesOf<K> }[MailKind]

/** The mail in the product’s own words, with what it takes to write it in others. Every placeholder has to have its value. */
export const worded = <K extends MailKind>(kind: K, values: Readonly<Record<HolesOf<K>, string>>): Mail => ({
  ...fillMailText(mailTexts[kind], values),
  worded: { kind, values },
})
