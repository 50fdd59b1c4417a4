/** The letter that tells an enrollee of an approval: facts first, why the dates are so, what to do, how to appeal. Pure. */
import { type ApplicationReason, reasonOf } from '#domain/application/reasons.ts'
import { addDays, addYears, type Day, lastOfMonth } from '#domain/dates.ts'
import type { ApprovalOutcome } from '#domain/decisions/worded-letters.ts'
import { fillWording, type Wording } from '#domain/decisions/wording.ts'
import type { Delay } from '#domain/enrollment/effective-date.ts'
import type { EnrolledFacts } from '#domain/enrollment/enrolled-facts.ts'
import type { Block, PaperDocument } from '#domain/paper/document.ts'
import { addressLine } from '#domain/party/address.ts'
import { clocks } from '#domain/review/queues/clocks.ts'
import { dateRules } from '#words/en/letters/outcomes.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { facts, heading, type LetterHead, letterOf, listed, paragraph } from './letter-head.ts'

export interface ApprovalFacts {
  readonly kind: ApplicationReason
  readonly form: string
  readonly enrolled: EnrolledFacts
  readonly specialtyName: string
  /** Undefined in a preview: they are given with the approval. */
  readonly enrollmentId: string | undefined
  readonly ptan: string | undefined
  /** Of a surveyed provider or supplier. */
  readonly ccn?: string | undefined
  readonly participates: boolean | undefined
  readonly receivedOn: Day
  readonly firstServiceOn: Day
  readonly effectiveOn: Day
  readonly mayBillFrom: Day
  readonly delay: Delay
  /** Why a supervisor set another date than the rule's. */
  readonly dateReason: string | undefined
  readonly because: readonly string[]
  /** The day of the sale, for a buyer whose enrollment begins with it. */
  readonly soldOn?: Day | undefined
  readonly changes: readonly {
    readonly ask: string
    readonly was: string | undefined
    readonly is: string | undefined
  }[]
}

const REVALIDATION_YEARS = 5

/** Which of the editable letters tells of this approval. */
export const approvalWordingKind = (a: Pick<ApprovalFacts, 'form' | 'kind' | 'soldOn'>) =>
  `approval-${outcomeOf(a)}` as const

export function approvalLetter(
  head: LetterHead,
  a: ApprovalFacts,
  w: Words,
  /** As somebody edited it; else the product's own words. */
  wording: Wording = w.letters.wordings[approvalWordingKind(a)],
): PaperDocument {
  const l = w.letters
  const outcome = outcomeOf(a)
  const said = fillWording(wording, {
    effective: time.day(a.effectiveOn),
    billFrom: time.day(a.mayBillFrom),
    received: time.day(a.receivedOn),
    revalidateBy: time.day(lastOfMonth(addYears(a.effectiveOn, REVALIDATION_YEARS))),
  })
  const rule = dateRules[outcome]?.(time.day(a.receivedOn))
  const why =
    rule ??
    (a.soldOn ? l.whySale(time.day(a.soldOn)) : undefined) ??
    l.whyDateRule(time.day(a.receivedOn), time.day(a.firstServiceOn))
  const back = rule || a.soldOn ? '' : l.whyBack[a.delay]
  const blocks: Block[] = [
    paragraph(said.opening),
    ...(a.changes.length > 0 && outcome !== 'ended'
      ? [
          facts(
            l.changes,
            a.changes.map((c) => [c.ask, l.change(c.was, c.is)] as const),
          ),
        ]
      : []),
    enrollmentFacts(head, a, w),
    ...places(a, w),
    ...listed(l.means, said.means),
    heading(l.whyDate),
    paragraph(
      [why, a.dateReason && l.whyDateHand(a.dateReason), back, l.cite(a.because.join('; '))].filter(Boolean).join(' '),
    ),
    ...listed(l.next, said.next),
    heading(l.disagree),
    paragraph(l.disagreeDate(time.day(addDays(head.on, clocks.reconsideration.days)))),
  ]
  return letterOf(head, said.title, blocks, w)
}

/** What the approval did, as the letter tells it. */
function outcomeOf({ form, kind, soldOn }: Pick<ApprovalFacts, 'form' | 'kind' | 'soldOn'>): ApprovalOutcome {
  const { record, same } = reasonOf({ form, reason: kind })
  if (record === 'ends') return 'ended'
  if (soldOn) return 'enrolled'
  if (record === 'reactivates') return 'reactivated'
  if (record === 'changes') return same ? 'confirmed' : 'changed'
  return form === 'CMS-855O' ? 'ordering' : form === 'OPT-OUT' ? 'opted-out' : 'enrolled'
}

function enrollmentFacts(head: LetterHead, a: ApprovalFacts, w: Words): Block {
  const l = w.letters
  const part = a.participates === undefined ? undefined : a.participates ? l.participates : l.doesNotParticipate
  return facts(l.facts, [
    [l.name, a.enrolled.displayName],
    [l.npi, head.npi],
    [l.ptan, a.ptan ?? l.appointedAfterApproval],
    [l.ccn, a.ccn],
    [l.enrollmentId, a.enrollmentId ?? l.appointedAfterApproval],
    [l.specialty, `${a.enrolled.specialty} ${a.specialtyName}`],
    [l.state, w.values.states[a.enrolled.state] ?? a.enrolled.state],
    [l.effectiveOn, time.day(a.effectiveOn)],
    [l.mayBillFrom, outcomeOf(a) === 'enrolled' ? time.day(a.mayBillFrom) : undefined],
    [l.participation, part],
    [l.received, time.day(a.receivedOn)],
    [l.tracking, head.trackingNumber],
  ])
}

function places({ enrolled }: ApprovalFacts, w: Words): readonly Block[] {
  const l = w.letters
  const locations = enrolled.locations.map((p) => [p.name ?? p.address.line1, addressLine(p.address)] as const)
  const paid = enrolled.reassignments.map((r) => [r.toName, l.from(`NPI ${r.toNpi}`, time.day(r.from))] as const)
  return [
    ...(locations.length > 0 ? [facts(l.locations, locations)] : []),
    ...(paid.length > 0 ? [facts(l.reassignments, paid)] : []),
  ]
}
