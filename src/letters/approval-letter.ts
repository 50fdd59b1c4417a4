/** The letter that tells an enrollee of an approval: facts first, why the dates are so, what to do, how to appeal. Pure. */
import { addDays, addYears, type Day, lastOfMonth } from '#domain/dates.ts'
import type { Delay } from '#domain/enrollment/effective-date.ts'
import type { EnrolledFacts } from '#domain/enrollment/enrolled-facts.ts'
import type { Block, PaperDocument } from '#domain/paper/document.ts'
import { addressLine } from '#domain/party/address.ts'
import { clocks } from '#domain/review/clocks.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { facts, heading, type LetterHead, letterOf, paragraph } from './letter-head.ts'

export interface ApprovalFacts {
  readonly kind: 'initial' | 'change'
  readonly enrolled: EnrolledFacts
  readonly specialtyName: string
  /** Undefined in a preview: they are given with the approval. */
  readonly enrollmentId: string | undefined
  readonly ptan: string | undefined
  readonly participates: boolean | undefined
  readonly receivedOn: Day
  readonly firstServiceOn: Day
  readonly effectiveOn: Day
  readonly mayBillFrom: Day
  readonly delay: Delay
  /** Why a supervisor set another date than the rule's. */
  readonly dateReason: string | undefined
  readonly because: readonly string[]
  readonly changes: readonly {
    readonly ask: string
    readonly was: string | undefined
    readonly is: string | undefined
  }[]
}

const REVALIDATION_YEARS = 5

export function approvalLetter(head: LetterHead, a: ApprovalFacts, w: Words): PaperDocument {
  const l = w.letters
  const isChange = a.kind === 'change'
  const opening = isChange ? l.changeApproved(time.day(a.effectiveOn)) : l.approved(time.day(a.mayBillFrom))
  const blocks: Block[] = [
    paragraph(opening),
    ...(isChange
      ? [
          facts(
            l.changes,
            a.changes.map((c) => [c.ask, l.change(c.was, c.is)] as const),
          ),
        ]
      : []),
    enrollmentFacts(head, a, w),
    ...places(a, w),
    heading(l.whyDate),
    paragraph(
      `${l.whyDateRule(time.day(a.receivedOn), time.day(a.firstServiceOn))} ${a.dateReason ? `${l.whyDateHand(a.dateReason)} ` : ''}${l.whyBack[a.delay]} ${l.cite(a.because.join('; '))}`,
    ),
    heading(l.next),
    {
      kind: 'list',
      items: [
        l.useNpi,
        l.report,
        ...(isChange ? [] : [l.revalidate(time.day(lastOfMonth(addYears(a.effectiveOn, REVALIDATION_YEARS))))]),
      ],
    },
    heading(l.disagree),
    paragraph(l.disagreeDate(time.day(addDays(head.on, clocks.reconsideration.days)))),
  ]
  return letterOf(head, isChange ? l.changeApprovedTitle : l.approvedTitle, blocks, w)
}

function enrollmentFacts(head: LetterHead, a: ApprovalFacts, w: Words): Block {
  const l = w.letters
  const part = a.participates === undefined ? undefined : a.participates ? l.participates : l.doesNotParticipate
  return facts(l.facts, [
    [l.name, a.enrolled.displayName],
    [l.npi, head.npi],
    [l.ptan, a.ptan ?? l.appointedAfterApproval],
    [l.enrollmentId, a.enrollmentId ?? l.appointedAfterApproval],
    [l.specialty, `${a.enrolled.specialty} ${a.specialtyName}`],
    [l.state, w.values.states[a.enrolled.state] ?? a.enrolled.state],
    [l.effectiveOn, time.day(a.effectiveOn)],
    [l.mayBillFrom, time.day(a.mayBillFrom)],
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
