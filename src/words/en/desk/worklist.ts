/** Words of the contractor's worklist. */

import type { QueueName } from '#domain/review/queues.ts'
import { reasonNames } from '../reasons.ts'

const queueWords: Readonly<Record<QueueName, string>> = {
  open: 'Waiting on us',
  mine: 'My cases',
  unassigned: 'Unassigned',
  answered: 'Answer received',
  waiting: 'Waiting on provider',
  recommended: 'For decision',
  decided: 'Decided',
}

export const worklistWords = {
  title: 'Worklist',
  everyContractor: 'All contractors. You can look at everything and change nothing.',
  contractor: 'Contractor',
  queuesLabel: 'Queues',
  queues: queueWords,
  /** Said after a number that is drawn apart. */
  cases: (n: number) => (n === 1 ? 'case' : 'cases'),
  caption: (queue: QueueName, n: number) => `${queueWords[queue]}: ${n} ${n === 1 ? 'case' : 'cases'}, oldest first`,
  empty: 'No cases in this queue.',
  answeredAlert: (n: number) =>
    n === 1 ? 'One case has come back with an answer.' : `${n} cases have come back with an answer.`,
  showAnswered: 'Show them',
  provider: 'Provider',
  form: 'Form',
  status: 'Status',
  received: 'Received',
  waitingDays: 'Days waiting',
  due: 'Due',
  holder: 'Held by',
  nobody: 'Nobody',
  me: 'You',
  noDue: 'No date',
  overdue: (day: string) => `${day} (past)`,
  reasons: { ...reasonNames, initial: 'Initial enrollment' },
  answered: 'Answer received',
  next: 'Next page',
  first: 'Back to the first page',
}
