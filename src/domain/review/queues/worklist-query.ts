/**
 * What somebody wants to see of the worklist: a queue, an order and filters, as the address says it and as a kept view
 * keeps it. Anything that is no choice is left out. Pure.
 */
import { type ApplicationReason, applicationReasons } from '../../application/reasons.ts'
import { isQueueName, type QueueName } from './queues.ts'

export const sortKeys = ['received', 'due', 'name', 'form', 'status'] as const
export type SortKey = (typeof sortKeys)[number]

export interface WorklistQuery {
  readonly queue: QueueName
  readonly sort: SortKey
  readonly descending: boolean
  readonly form?: string
  readonly reason?: ApplicationReason
  /** Two letters. */
  readonly state?: string
  /** "me", "nobody", or the id of a user. */
  readonly holder?: string
}
/** The fields of the address that say it. */
export const worklistFields = ['queue', 'sort', 'form', 'reason', 'state', 'holder'] as const

type Fields = Readonly<Record<string, string | undefined>>
const HOLDER = /^(me|nobody|[0-9a-f-]{36})$/
const isReason = (s: string | undefined): s is ApplicationReason =>
  (applicationReasons as readonly string[]).includes(s ?? '')

/** From fields of an address; `isForm` says whether there is a form of that id. */
export function worklistQuery(fields: Fields, isForm: (id: string) => boolean): WorklistQuery {
  const { queue, sort = '', form = '', reason, state = '', holder = '' } = fields
  const key = sort.replace(/^-/, '') as SortKey
  const isSort = sortKeys.includes(key)
  return {
    queue: isQueueName(queue) ? queue : 'open',
    sort: isSort ? key : 'received',
    descending: isSort && sort.startsWith('-'),
    ...(isForm(form) && { form }),
    ...(isReason(reason) && { reason }),
    ...(/^[A-Z]{2}$/.test(state) && { state }),
    ...(HOLDER.test(holder) && { holder }),
  }
}

/** The same as fields: worklistQuery(fieldsOf(q)) is q. What is usual is left out. */
export function fieldsOf(q: WorklistQuery): Readonly<Record<string, string>> {
  const sort = `${q.descending ? '-' : ''}${q.sort}`
  return {
    queue: q.queue,
    ...(sort !== 'received' && { sort }),
    ...(q.form && { form: q.form }),
    ...(q.reason && { reason: q.reason }),
    ...(q.state && { state: q.state }),
    ...(q.holder && { holder: q.holder }),
  }
}

export const isFiltered = (q: WorklistQuery): boolean => Boolean(q.form ?? q.reason ?? q.state ?? q.holder)
