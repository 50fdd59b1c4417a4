/** Mails about what is due. No personal data in them beyond names of providers. */
import type { NoticeStage } from '#domain/time/revalidation.ts'

export const timeMails = {
  takenUp: (link: string) => ({
    subject: 'Your revalidation is taken up',
    body: `The revalidation that you sent early is taken up today, as it was said. Nothing is needed from you.\n\n${link}\n`,
  }),
  revalidation: (r: {
    readonly stage: NoticeStage
    readonly state: string
    readonly due: string
    readonly link: string
  }) => ({
    subject:
      r.stage === 'overdue'
        ? `Overdue: revalidate your Medicare enrollment in ${r.state}`
        : `Revalidate your Medicare enrollment in ${r.state} by ${r.due}`,
    body: `${
      r.stage === 'overdue'
        ? `Your Medicare enrollment in ${r.state} had to be revalidated by ${r.due}, and nothing was received. Billing may be stopped (42 CFR 424.540(a)(3)). It can still be sent.`
        : `Your Medicare enrollment in ${r.state} has to be revalidated by ${r.due} (42 CFR 424.515).`
    }\n\nIf nothing changed, it takes a few minutes. Start here:\n${r.link}\n\nWe write to several people of each provider.`,
  }),
  digest: (r: {
    readonly lines: readonly string[]
    readonly more: number
    readonly calendar: string
    readonly stop: string
  }) => ({
    subject: 'What is due for your Medicare enrollments',
    body: `${r.lines.map((l) => `- ${l}`).join('\n')}${r.more > 0 ? `\n- and ${r.more} more` : ''}\n\nThe calendar:\n${r.calendar}\n\nStop these mails:\n${r.stop}`,
  }),
}
