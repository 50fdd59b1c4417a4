/** Mails about requests to disclose affiliations; their texts stand in mail-texts. */
import { worded } from '../mail-texts/index.ts'

const days = (n: number): string => (n === 1 ? '1 day' : `${n} days`)

export const affiliationMails = {
  affiliationsAsked: (product: string, due: string, link: string) =>
    worded('affiliations-asked', { product, due, link }),
  affiliationsReminder: (r: {
    readonly contractor: string
    readonly due: string
    readonly left: number
    readonly link: string
  }) =>
    worded('affiliations-reminder', {
      by: r.left === 0 ? 'today' : `by ${r.due}`,
      contractor: r.contractor,
      lastDay:
        r.left === 0 ? 'Today is the last day to answer.' : `The last day to answer is ${r.due}: ${days(r.left)} left.`,
      link: r.link,
    }),
  affiliationsMoreTime: (r: { readonly contractor: string; readonly due: string; readonly link: string }) =>
    worded('affiliations-more-time', r),
  affiliationsAnswered: (product: string, link: string) => worded('affiliations-answered', { product, link }),
  affiliationsClosed: (product: string, link: string) => worded('affiliations-closed', { product, link }),
  affiliationsCame: (link: string) => worded('affiliations-came', { link }),
  affiliationsLate: (r: { readonly due: string; readonly link: string }) => worded('affiliations-late', r),
}
