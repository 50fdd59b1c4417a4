/** The queues of a contractor's desk, and which statuses each holds. Pure data. */
import { type ApplicationStatus, statuses } from '../../application/lifecycle.ts'

export const queueNames = [
  'open',
  'mine',
  'unassigned',
  'answered',
  'due-soon',
  'waiting',
  'recommended',
  'held',
  'decided',
] as const
export type QueueName = (typeof queueNames)[number]
export const isQueueName = (s: string | undefined): s is QueueName =>
  (queueNames as readonly string[]).includes(s ?? '')

interface Queue {
  readonly statuses: readonly ApplicationStatus[]
  /** Further: held by the visitor, held by nobody, come back with an answer, or with a day that is near or past. */
  readonly only?: 'mine' | 'unassigned' | 'answered' | 'due-soon'
}

const waitingOn = (who: string): readonly ApplicationStatus[] =>
  (Object.keys(statuses) as ApplicationStatus[]).filter((s) => statuses[s].waitingOn === who)

/** Days ahead that count as soon, of the case and of its open tasks. Ours, no law. */
export const DUE_SOON_DAYS = 7

export const queues: Readonly<Record<QueueName, Queue>> = {
  open: { statuses: waitingOn('contractor') },
  mine: { statuses: [...waitingOn('contractor'), 'in-development'], only: 'mine' },
  unassigned: { statuses: ['submitted'], only: 'unassigned' },
  answered: { statuses: ['in-review'], only: 'answered' },
  'due-soon': { statuses: [...waitingOn('contractor'), 'in-development'], only: 'due-soon' },
  waiting: { statuses: ['in-development'] },
  recommended: { statuses: ['recommended'] },
  /** Revalidations that came before their window: nobody works on them before its first day. */
  held: { statuses: waitingOn('calendar') },
  decided: { statuses: ['approved', 'denied', 'rejected', 'returned'] },
}
