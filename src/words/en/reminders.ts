/** Mails that time sends: requests that wait for an answer, and drafts that nobody touches. No personal data in them. */
import { worded } from './mail-texts/index.ts'

const days = (n: number): string => (n === 1 ? '1 day' : `${n} days`)

export const reminderMails = {
  developmentReminder: (r: {
    readonly number: string
    readonly contractor: string
    readonly due: string
    readonly left: number
    readonly link: string
  }) =>
    worded('development-reminder', {
      by: r.left === 0 ? 'today' : `by ${r.due}`,
      number: r.number,
      contractor: r.contractor,
      lastDay:
        r.left === 0 ? 'Today is the last day to answer.' : `The last day to answer is ${r.due}: ${days(r.left)} left.`,
      link: r.link,
    }),
  developmentOverdue: (r: { readonly number: string; readonly due: string; readonly link: string }) =>
    worded('development-overdue', r),
  developmentMoreTime: (r: {
    readonly number: string
    readonly contractor: string
    readonly due: string
    readonly link: string
  }) => worded('development-more-time', r),
  taskLate: ({
    kind,
    ...r
  }: {
    readonly number: string
    readonly kind: string
    readonly due: string
    readonly link: string
  }) => worded('task-late', { ...r, task: kind }),
  appealToAnswer: (r: {
    readonly due: string
    readonly left: number
    readonly isTaken: boolean
    readonly link: string
  }) => {
    const appeal = r.isTaken ? 'An appeal that you hear' : 'An appeal that nobody has taken'
    if (r.left < 0) return worded('appeal-late', { appeal, due: r.due, link: r.link })
    const lastDay = r.left === 0 ? 'Today is the last day.' : `The last day is ${r.due}: ${days(r.left)} left.`
    return worded('appeal-due', { appeal, due: r.due, lastDay, link: r.link })
  },
  filingEnds: (r: { readonly remedy: string; readonly due: string; readonly left: number; readonly link: string }) =>
    worded('filing-ends', {
      remedy: r.remedy,
      due: r.due,
      untilWhen: r.left === 0 ? 'today is the last day.' : `the last day is ${r.due}: ${days(r.left)} left.`,
      link: r.link,
    }),
  draftWarning: (r: { readonly state: string; readonly last: string; readonly link: string }) =>
    worded('draft-warning', { state: r.state, due: r.last, link: r.link }),
  draftExpired: (r: { readonly state: string; readonly idle: number; readonly link: string }) =>
    worded('draft-expired', { state: r.state, idle: days(r.idle), link: r.link }),
  fileInfected: (link: string) => worded('file-infected', { link }),
  documentInfected: (link: string) => worded('document-infected', { link }),
}
