/**
 * What the feed of events and its webhooks tell: that something happened to an application or an enrollment, and where
 * to look. Never who, or what was answered: whoever may know asks for it by the id. Pure.
 */
import type { ApplicationEvent } from '../application/lifecycle.ts'

export const feedTypes = [
  'application.started',
  'application.submitted',
  'application.development-requested',
  'application.approved',
  'application.denied',
  'application.rejected',
  'application.returned',
  'application.withdrawn',
  'application.updated',
  'enrollment.changed',
] as const
export type FeedType = (typeof feedTypes)[number]
export type FeedKind = 'application' | 'enrollment'
export const isFeedType = (s: string): s is FeedType => (feedTypes as readonly string[]).includes(s)

const named: Partial<Record<ApplicationEvent | 'start', FeedType>> = {
  start: 'application.started',
  submit: 'application.submitted',
  'submit-early': 'application.submitted',
  'request-development': 'application.development-requested',
  approve: 'application.approved',
  deny: 'application.denied',
  reject: 'application.rejected',
  return: 'application.returned',
  withdraw: 'application.withdrawn',
}
/** What only the contractor's desk is concerned with. */
const inside: readonly string[] = ['assign', 'note', 'task']

/** How the feed calls an event of an application; undefined for what it does not tell. */
export const feedTypeOf = (event: string): FeedType | undefined =>
  inside.includes(event) ? undefined : (named[event as ApplicationEvent] ?? 'application.updated')

export interface FeedEvent {
  /** Counts up by one within an installation. */
  readonly seq: number
  /** "evt_...": the same in the feed and in every try of every webhook. */
  readonly id: string
  readonly kind: FeedKind
  readonly type: FeedType
  readonly enrolleeId: string
  /** Of the application or enrollment. */
  readonly subjectId: string
  readonly at: Date
}

/** An event as the feed and webhooks write it. `link` is where those who may see the thing find it. */
export const toldEvent = (e: FeedEvent, origin: string) => ({
  id: e.id,
  type: e.type,
  sequence: e.seq,
  timestamp: e.at.toISOString(),
  data: {
    object: e.kind,
    id: e.subjectId,
    link: `${origin}/api/v1/${e.kind === 'application' ? 'applications' : 'enrollments'}/${e.subjectId}`,
  },
})
