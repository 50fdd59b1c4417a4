/**
 * Why an enrollment is revoked, deactivated, stayed, reactivated, barred or dated anew: one dated table a kind, with the
 * paragraph where it is known and how well. A paragraph graded "none" is cited by its section only. Pure data.
 */
import { day } from '../dates.ts'
import type { Evidence } from '../evidence.ts'
import type { Reason } from '../review/decision-reasons.ts'
import { type Dated, dated } from '../rule.ts'

export interface RecordReason extends Reason {
  /** The decision may take effect from the day of the event, before the letter. */
  readonly goesBack?: true
  /** A revocation for this alone bars nobody from enrolling again. */
  readonly noBar?: true
  /** A corrective action plan may answer it. */
  readonly plan?: true
}
type Table = Readonly<Record<string, RecordReason>>
type More = Omit<RecordReason, 'cite' | 'evidence'>

const at = (section: string, paragraph: string, evidence: Evidence, more: More = {}): RecordReason => ({
  cite: `42 CFR ${section}${evidence === 'none' ? '' : paragraph}`,
  evidence,
  ...more,
})
const revoke = (n: number, more?: More, evidence: Evidence = 'D') => at('424.535', `(a)(${n})`, evidence, more)
const stop = (n: number, evidence: Evidence, more?: More) => at('424.540', `(a)(${n})`, evidence, more)

/** 424.535(a); (16) is reserved. Which reasons reach back besides the first four kinds is known from commentary only. */
const revocation = (wide: More): Table => ({
  noncompliance: revoke(1, { plan: true }, 'A'),
  // 424.535(c)(1)(ii): no bar.
  'revalidation-not-answered': revoke(1, { plan: true, noBar: true }, 'C'),
  'license-lost': revoke(1, { goesBack: true, plan: true }, 'A'),
  'excluded-or-debarred': revoke(2, { goesBack: true }, 'A'),
  felony: revoke(3, { goesBack: true }, 'B'),
  'false-information': revoke(4, wide, 'B'),
  'not-operational': revoke(5, { goesBack: true }),
  'screening-requirements': revoke(6),
  'number-misused': revoke(7),
  'billing-abuse': revoke(8),
  'failure-to-report': revoke(9, wide, 'B'),
  'no-documents': revoke(10),
  'reserve-operating-funds': revoke(11),
  'other-program-termination': revoke(12, {}, 'B'),
  'prescribing-authority': revoke(13, {}, 'B'),
  'improper-prescribing': revoke(14),
  'false-claims-act': revoke(15),
  'debt-to-treasury': revoke(17),
  'revoked-under-other-name': revoke(18),
  'affiliation-undue-risk': revoke(19),
  'noncompliant-location': revoke(20),
  'abusive-ordering': revoke(21),
  'patient-harm': revoke(22),
  'supplier-standard': revoke(23, wide),
})

/** 424.540(a), 424.547. That paragraphs (4) to (8) are numbered so is unconfirmed. */
const deactivation: Table = {
  'not-billing': stop(1, 'C'),
  'change-not-reported': stop(2, 'C'),
  'revalidation-not-answered': stop(3, 'A'),
  noncompliance: stop(4, 'none', { goesBack: true }),
  'not-operational': stop(5, 'none', { goesBack: true }),
  deceased: stop(6, 'none', { goesBack: true }),
  voluntary: stop(7, 'none', { goesBack: true }),
  'ownership-change': stop(8, 'none', { goesBack: true }),
}

export const revocationReasons = dated<Table>(
  '42 CFR 424.535(a)',
  [day('2009-01-01'), revocation({})],
  [day('2024-01-01'), revocation({ goesBack: true })],
)
export const deactivationReasons = dated<Table>(
  '42 CFR 424.540(a)',
  [day('2009-01-01'), deactivation],
  // Whoever is enrolled only to order and was named on no claim for twelve months.
  [day('2026-01-01'), { ...deactivation, 'not-named-on-claims': at('424.547', '(a)', 'A') }],
)
export const stayReasons = dated<Table>('42 CFR 424.541', [
  day('2024-01-01'),
  {
    noncompliance: at('424.541', '(a)(1)', 'C'),
    'revalidation-not-answered': at('424.541', '(a)(1)', 'C'),
    'change-not-reported': at('424.541', '(a)(1)', 'C'),
  },
])
export const reactivationReasons = dated<Table>('42 CFR 424.540(b)', [
  day('2009-01-01'),
  {
    recertified: at('424.540', '(b)', 'C'),
    'information-given': at('424.540', '(b)', 'C'),
    'stay-lifted': at('424.541', '', 'C'),
  },
])
/** Three more years for whoever tries to get round a bar: unconfirmed. */
export const barReasons = dated<Table>('42 CFR 424.535(c)', [
  day('2022-01-01'),
  { circumvented: at('424.535', '(c)', 'C'), 'second-revocation': at('424.535', '(c)', 'C') },
])
export const effectiveDateReasons = dated<Table>('42 CFR 424.520', [
  day('2009-01-01'),
  {
    'wrong-receipt': at('424.520', '', 'A'),
    'wrong-first-service': at('424.520', '(d)(1)', 'A'),
    'wrong-survey': at('424.520', '', 'A'),
  },
])
/** Taking back is nobody's paragraph; the older decision is set right. */
export const rescissionReasons: Dated<Table> = dated<Table>('42 CFR 424.545', [
  day('2009-01-01'),
  {
    error: at('424.545', '', 'none'),
    'now-complies': at('424.545', '', 'none'),
    'new-evidence': at('424.545', '', 'none'),
    appeal: at('498.24', '', 'none'),
  },
])
