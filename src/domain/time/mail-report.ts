/**
 * What a mail provider may report of one mail, as the one shape that its adapter sends, judged strictly. Pure.
 * `delivered`: the other server took it; `bounced`: it never will; `complained`: the person called it unwanted.
 */
export const mailReportKinds = ['delivered', 'bounced', 'complained'] as const
export type MailReportKind = (typeof mailReportKinds)[number]

/** A complaint proves that the mail was seen; an address that bounced cannot be reached. */
export const provesDelivery: Readonly<Record<MailReportKind, boolean>> = {
  delivered: true,
  bounced: false,
  complained: true,
}

export interface MailReport {
  /** Of the report, as the provider gave it: the same id is the same report. */
  readonly id: string
  readonly kind: MailReportKind
  /** In small letters. */
  readonly email: string
  /** The part before the @ of the Message-ID of the mail; our mails carry the id of the message there. */
  readonly messageId: string | undefined
  readonly reason: string | undefined
  readonly at: Date
}

/** "<7f3a@openpecos.example>" is the message 7f3a. */
export const idInMessageId = (text: string): string =>
  text
    .trim()
    .replace(/^</, '')
    .replace(/@.*$|>$/, '')
