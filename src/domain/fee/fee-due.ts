/**
 * Whether an application pays the fee, and why or why not. Pure.
 * 42 CFR 424.514; "institutional provider" in 424.502: whoever files the CMS-855A, the CMS-855S, or the CMS-855B without
 * being an organization of physicians or other practitioners. That a CMS-20134 pays none is unconfirmed.
 */
import { type ApplicationReason, reasonOf } from '../application/reasons.ts'
import type { Finding } from '../rule.ts'

/** Why, as a code: its sentence is in src/words/en/fee. */
export const feeReasons = [
  'practitioner-form',
  'prevention-program',
  'reason-pays-none',
  'practitioner-group',
  'no-place-added',
  'institution',
  'institution-unlisted',
  'place-added',
] as const
export type FeeReason = (typeof feeReasons)[number]

export interface FeeDue {
  readonly due: boolean
  readonly why: FeeReason
}

export interface FeeFacts {
  readonly form: string
  readonly reason: ApplicationReason
  /** Of a CMS-855B: the answer to what it is; undefined while it is not answered. */
  readonly supplier: string | undefined
  /** Of a change: a place that the record does not have. */
  readonly addsPlace: boolean
}

const practitionerForms: readonly string[] = ['CMS-855I', 'CMS-855O', 'OPT-OUT']
/** Groups of physicians and of other practitioners. */
const practitionerGroups: readonly string[] = ['clinic', 'therapy-group']
/** Types that contractors name as paying; the others pay by the definition alone (unconfirmed). */
const listed: readonly string[] = [
  'ambulance',
  'asc',
  'hospital-department',
  'laboratory',
  'idtf',
  'mammography',
  'mass-immunizer',
  'opioid-treatment',
  'pharmacy',
  'portable-xray',
  'radiation-therapy',
]

export function feeDue(f: FeeFacts): Finding<FeeDue> {
  const finding = (due: boolean, why: FeeReason, ...because: readonly string[]): Finding<FeeDue> => ({
    value: { due, why },
    because: because.length > 0 ? because : ['42 CFR 424.514'],
  })
  const defined = '42 CFR 424.502 (institutional provider)'
  if (practitionerForms.includes(f.form)) return finding(false, 'practitioner-form', defined)
  if (f.form === 'CMS-20134') return finding(false, 'prevention-program', defined)
  const adds = f.reason === 'change' && f.addsPlace
  if (reasonOf(f).fee === 'none' && !adds)
    return finding(false, f.reason === 'change' ? 'no-place-added' : 'reason-pays-none')
  if (f.form === 'CMS-855B' && f.supplier !== undefined && practitionerGroups.includes(f.supplier))
    return finding(false, 'practitioner-group', defined)
  // Every location of an equipment supplier is an enrollment of its own: a change of it adds none.
  if (adds && f.form === 'CMS-855S') return finding(false, 'no-place-added')
  if (adds || f.reason === 'add-location') return finding(true, 'place-added', '42 CFR 424.514', defined)
  const unlisted = f.form === 'CMS-855B' && f.supplier !== undefined && !listed.includes(f.supplier)
  return finding(true, unlisted ? 'institution-unlisted' : 'institution', '42 CFR 424.514', defined)
}
