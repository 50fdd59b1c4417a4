/**
 * How a reassignment stands, worked out from what happened and from what a claim would be told. One table of states, in
 * which nothing looks finished while claims would still be denied: only a "yes" of the eligibility chain makes one payable.
 * Pure. Words of every state: src/words/en/reassignments.ts.
 */
import { type Day, later } from '../dates.ts'
import type { Link, Verdict } from '../eligibility/question.ts'

export type Side = 'practitioner' | 'group'
export const otherSide = (side: Side): Side => (side === 'group' ? 'practitioner' : 'group')

interface StateFacts {
  /** Are claims for the practitioner under the group payable, now or on a day that is known? */
  readonly payable: boolean
  /** Somebody has to do something before it is; `nobody` when it is over or all is well. */
  readonly waitsFor: 'practitioner' | 'group' | 'both' | 'contractor' | 'record' | 'enrollment' | 'sources' | 'nobody'
  /** Over: nothing will come of it any more. */
  readonly over: boolean
}
const waits = (waitsFor: StateFacts['waitsFor']): StateFacts => ({ payable: false, waitsFor, over: false })
const over: StateFacts = { payable: false, waitsFor: 'nobody', over: true }
const paid: StateFacts = { payable: true, waitsFor: 'nobody', over: false }

export const states = {
  payable: paid,
  'payable-later': paid,
  'waiting-practitioner': waits('practitioner'),
  'waiting-group': waits('group'),
  'waiting-both': waits('both'),
  /** The group is named by its NPI and is not enrolled here: nobody can sign for it yet. */
  'waiting-group-enrollment': waits('group'),
  'waiting-application': waits('contractor'),
  'waiting-contractor': waits('contractor'),
  /** Accepted; the snapshot does not know it yet. */
  recording: waits('record'),
  /** Accepted and on record, but another link of the chain is broken. */
  blocked: waits('enrollment'),
  /** A source that decides is not there to be asked. */
  unsure: waits('sources'),
  declined: over,
  withdrawn: over,
  returned: over,
  ended: over,
  /** Nobody signed in time. */
  expired: over,
} as const satisfies Record<string, StateFacts>
export type State = keyof typeof states
export const stateNames = Object.keys(states) as State[]

export interface HandshakeFacts {
  readonly origin: Side | 'record'
  readonly practitionerSigned: boolean
  readonly groupSigned: boolean
  readonly refusedBy: Side | 'contractor' | undefined
  /** An application that carries it is not decided yet. */
  readonly applicationOpen: boolean
  /** The first day, once it was accepted. */
  readonly effectiveOn: Day | undefined
  readonly endsOn: Day | undefined
  /** False while the group has no enrollment here. */
  readonly groupEnrolled: boolean
  /** It was over for want of a signature. */
  readonly expired: boolean
}

export interface Standing {
  readonly state: State
  readonly from?: Day
  readonly to?: Day
  /** The link of the chain that a claim would break at. */
  readonly link?: Link
}

/** `verdictOn` answers for the practitioner as rendering, with the group as payee. */
export function standingOf(h: HandshakeFacts, today: Day, verdictOn: (on: Day) => Verdict): Standing {
  if (h.refusedBy)
    return { state: h.refusedBy === 'contractor' ? 'returned' : h.refusedBy === h.origin ? 'withdrawn' : 'declined' }
  if (h.expired) return { state: 'expired' }
  if (h.effectiveOn === undefined) return { state: unconfirmed(h) }
  const dates = { from: h.effectiveOn, ...(h.endsOn && { to: h.endsOn }) }
  if (h.endsOn && h.endsOn < today) return { state: 'ended', ...dates }
  const verdict = verdictOn(later(today, h.effectiveOn))
  if (verdict.answer === 'yes') return { state: h.effectiveOn > today ? 'payable-later' : 'payable', ...dates }
  const { link } = verdict
  if (link === 'no-reassignment' || link === 'reassignment-not-on-date') return { state: 'recording', ...dates, link }
  return { state: verdict.answer === 'no' ? 'blocked' : 'unsure', ...dates, link }
}

function unconfirmed(h: HandshakeFacts): State {
  if (!h.groupEnrolled) return 'waiting-group-enrollment'
  if (!h.practitionerSigned) return h.groupSigned ? 'waiting-practitioner' : 'waiting-both'
  if (!h.groupSigned) return 'waiting-group'
  return h.applicationOpen ? 'waiting-application' : 'waiting-contractor'
}
