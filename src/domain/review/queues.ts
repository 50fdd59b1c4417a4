/** The queues of a contractor's desk, and which statuses each holds. Pure data. */
import { type ApplicationStatus, statuses } from '../application/lifecycle.ts'

export const queueNames = ['open', 'mine', 'unassigned', 'answered', 'waiting', 'recommended', 'decided'] as const
export type QueueName = (typeof queueNames)[number]
export const isQueueName = (s: string | undefined): s is QueueName =>
  (queueNames as readonly string[]).includes(s ?? '')

interface Queue {
  readonly statuses: readonly ApplicationStatus[]
  /** Further: held by the visitor, held by nobody, or come back with an answer. */
  readonly only?: 'mine' | 'unassigned' | 'answered'
}

const waitingOn = (who: string): readonly ApplicationStatus[] =>
  (Object.keys(statuses) as ApplicationStatus[]).filter((s) => statuses[s].waitingOn === who)

export const queues: Readonly<Record<QueueName, Queue>> = {
  open: { statuses: waitingOn('contractor') },
  mine: { statuses: [...waitingOn('contractor'), 'in-development'], only: 'mine' },
  unassigned: { statuses: ['submitted'], only: 'unassigned' },
  answered: { statuses: ['in-review'], only: 'answered' },
  waiting: { statuses: ['in-development'] },
  recommended: { statuses: ['recommended'] },
  decided: { statuses: ['approved', 'denied', 'rejected', 'returned'] },
}
