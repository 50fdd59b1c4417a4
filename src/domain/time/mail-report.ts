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
