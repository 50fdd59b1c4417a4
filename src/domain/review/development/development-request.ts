/**
 * A request for more information, pinned on questions of the application: what is asked, until which
 * day in the contractor's zone, when to remind, and what is still open. Pure; 42 CFR 424.525(a)(1), (b).
 */
import { addDays, type Day, dayIn, daysBetween } from '../../dates.ts'
import { ok, type Result, refuse } from '../../result.ts'
import { clocks, developmentReminders } from '../queues/clocks.ts'

export const developmentKinds = ['correct', 'explain', 'document', 'sign-again'] as const
export type DevelopmentKind = (typeof developmentKinds)[number]

export interface DevelopmentItem {
  readonly id: string
  /** "section.question"; with `itemId` where the section repeats. */
  readonly field: string
  readonly itemId?: string
  readonly kind: DevelopmentKind
  /** In the analyst's words, for the provider. */
  readonly asks: string
  readonly answeredOn?: Day
}

export interface DevelopmentRequest {
  /** The civil day in the contractor's zone on which it was sent. */
  readonly sentOn: Day
  /** The last day on which an answer is in time. */
  readonly dueOn: Day
  readonly items: readonly DevelopmentItem[]
}

/** Opens a request; refuses one that asks nothing (`items-needed`) or has an empty question (`required`). */
export function openDevelopmentRequest(
  items: readonly DevelopmentItem[],
  sentAt: Date,
  zone: string,
): Result<DevelopmentRequest> {
  if (items.length === 0) return refuse({ code: 'items-needed' })
  const empty = items.find((i) => i.asks.trim() === '')
  if (empty) return refuse({ code: 'required', at: empty.id })
  const sentOn = dayIn(zone, sentAt)
  return ok({ sentOn, dueOn: addDays(sentOn, clocks.development.days), items })
}

/** Records the answer to one item; refuses an unknown one (`not-found`). Answering again replaces the day. */
export function answerItem(request: DevelopmentRequest, itemId: string, on: Day): Result<DevelopmentRequest> {
  if (!request.items.some((i) => i.id === itemId)) return refuse({ code: 'not-found', at: itemId })
  return ok({ ...request, items: request.items.map((i) => (i.id === itemId ? { ...i, answeredOn: on } : i)) })
}

/** A later last day, for one who works on it (424.525(b)); refuses an earlier one (`date-before`). */
export function extend(request: DevelopmentRequest, dueOn: Day): Result<DevelopmentRequest> {
  return dueOn < request.dueOn ? refuse({ code: 'date-before', at: 'dueOn' }) : ok({ ...request, dueOn })
}

export const openItems = (request: DevelopmentRequest): readonly DevelopmentItem[] =>
  request.items.filter((i) => i.answeredOn === undefined)

export const isAnswered = (request: DevelopmentRequest): boolean => openItems(request).length === 0

/** Past its last day with something still open: may be rejected, never is by itself. */
export const isOverdue = (request: DevelopmentRequest, today: Day): boolean =>
  today > request.dueOn && !isAnswered(request)

/** Days left, 0 on the last day, negative afterwards. */
export const daysLeft = (request: DevelopmentRequest, today: Day): number => daysBetween(today, request.dueOn)

/** The days on which a reminder is due, those before it was sent left out. */
export const reminderDays = (request: DevelopmentRequest): readonly Day[] =>
  developmentReminders.daysBefore.map((n) => addDays(request.dueOn, -n)).filter((d) => d > request.sentOn)

/** The reminder to send today: the latest due day not yet reminded of; older ones that were missed are dropped. */
export function reminderToSend(request: DevelopmentRequest, today: Day, lastSent: Day | undefined): Day | undefined {
  if (isAnswered(request) || today > request.dueOn) return undefined
  const latest = reminderDays(request)
    .filter((d) => d <= today)
    .at(-1)
  return latest !== undefined && (lastSent === undefined || lastSent < latest) ? latest : undefined
}
