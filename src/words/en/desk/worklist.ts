/** Words of the contractor's worklist. */

import type { QueueName } from '#domain/review/queues/queues.ts'
import { reasonNames } from '../reasons.ts'

const queueWords: Readonly<Record<QueueName, string>> = {
  open: 'Team',
  mine: 'My cases',
  unassigned: 'Unassigned',
  answered: 'Answer received',
  'due-soon': 'Due soon',
  waiting: 'Waiting on provider',
  recommended: 'Second review',
  held: 'Held',
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
  empty: 'No cases in this queue.',
  answeredAlert: (n: number) =>
    n === 1 ? 'One case has come back with an answer.' : `${n} cases have come back with an answer.`,
  showAnswered: 'Show them',
  heldUntil: (d: string) => `Held until ${d}`,
  provider: 'Provider',
  form: 'Form',
  status: 'Status',
  received: 'Received',
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
