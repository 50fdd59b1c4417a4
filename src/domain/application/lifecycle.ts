/**
 * The life of an application, as one table. Buttons, API actions, the worklist,
 * the database check and docs/generated/lifecycle.md are all read from here.
 * Obligations (fee, site visit, development items) are tasks beside the status, not statuses.
 */
import { ok, type Result, refuse } from '../result.ts'

/** Who the application is waiting on, and whether its answers may still change. */
interface StatusFacts {
  /** `calendar`: nobody has to move before a day. */
  readonly waitingOn: 'provider' | 'contractor' | 'calendar' | 'nobody'
  readonly editable: boolean
}

export const statuses = {
  draft: { waitingOn: 'provider', editable: true },
  held: { waitingOn: 'calendar', editable: false },
  submitted: { waitingOn: 'contractor', editable: false },
  'in-review': { waitingOn: 'contractor', editable: false },
  'in-development': { waitingOn: 'provider', editable: true },
  recommended: { waitingOn: 'contractor', editable: false },
  approved: { waitingOn: 'nobody', editable: false },
  denied: { waitingOn: 'nobody', editable: false },
  rejected: { waitingOn: 'nobody', editable: false },
  returned: { waitingOn: 'nobody', editable: false },
  withdrawn: { waitingOn: 'nobody', editable: false },
} as const satisfies Record<string, StatusFacts>

export type ApplicationStatus = keyof typeof statuses

interface Transition {
  readonly from: readonly ApplicationStatus[]
  readonly to: ApplicationStatus
  readonly cite?: string
  /** Only an appeal that was right leads out of a status in which nobody is waited on. */
  readonly onAppeal?: true
}

/**
 * Signing and submitting are one act of the signer: nothing signed lies about unsubmitted, but for a packet, where a
 * signature waits in sight for the last one and every page says that nothing is sent (src/use-cases/packets).
 */
export const transitions = {
  submit: { from: ['draft'], to: 'submitted', cite: '42 CFR 424.510(d)(3)' },
  /** A revalidation that comes before its window is kept until it opens (src/domain/time/early-revalidation.ts). */
  'submit-early': { from: ['draft'], to: 'held', cite: '42 CFR 424.510(d)(3), 424.526(a)(8)' },
  'take-up': { from: ['held'], to: 'submitted' },
  'process-early': { from: ['held'], to: 'submitted', cite: '42 CFR 424.515(d)' },
  'begin-review': { from: ['submitted'], to: 'in-review' },
  'put-back': { from: ['in-review'], to: 'submitted' },
  'request-development': { from: ['in-review'], to: 'in-development', cite: '42 CFR 424.525(a)(1)' },
  'answer-development': { from: ['in-development'], to: 'in-review' },
  recommend: { from: ['in-review'], to: 'recommended' },
  'send-back': { from: ['recommended'], to: 'in-review' },
  approve: { from: ['in-review', 'recommended'], to: 'approved', cite: '42 CFR 424.510' },
  deny: { from: ['in-review', 'recommended'], to: 'denied', cite: '42 CFR 424.530' },
  reject: { from: ['in-development', 'in-review'], to: 'rejected', cite: '42 CFR 424.525' },
  return: { from: ['submitted', 'in-review'], to: 'returned', cite: '42 CFR 424.526' },
  withdraw: { from: ['draft', 'held', 'submitted', 'in-review', 'in-development'], to: 'withdrawn' },
  /** The denial stays in the history; the application is decided anew. */
  'reopen-on-appeal': { from: ['denied'], to: 'in-review', cite: '42 CFR part 498', onAppeal: true },
} as const satisfies Record<string, Transition>

export type ApplicationEvent = keyof typeof transitions

export const allows = (status: ApplicationStatus, event: ApplicationEvent): boolean =>
  (transitions[event] as Transition).from.includes(status)

export const isEditable = (status: ApplicationStatus): boolean => statuses[status].editable

export const isOpen = (status: ApplicationStatus): boolean => statuses[status].waitingOn !== 'nobody'

export const nextEvents = (status: ApplicationStatus): readonly ApplicationEvent[] =>
  (Object.keys(transitions) as ApplicationEvent[]).filter((event) => allows(status, event))

/** The statuses in which something may happen, for lists that ask "where does this wait?". */
export const statusesAllowing = (event: ApplicationEvent): readonly ApplicationStatus[] => transitions[event].from

export function advance(status: ApplicationStatus, event: ApplicationEvent): Result<ApplicationStatus> {
  return allows(status, event)
    ? ok(transitions[event].to)
    : refuse({ code: 'not-in-this-status', with: { status, event } })
}

/** The stored status is a cache of this fold over the application's events. Impossible history throws. */
export const statusAfter = (events: readonly ApplicationEvent[]): ApplicationStatus =>
  events.reduce<ApplicationStatus>((status, event) => {
    const next = advance(status, event)
    if (!next.ok) throw new Error(`history is impossible: ${event} after ${status}`)
    return next.value
  }, 'draft')
