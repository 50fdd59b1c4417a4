/**
 * What each link of the chain means when it decides: the answer and what mends it. One table. Pure.
 * Words for every link: src/words/en/eligibility.ts.
 */
import type { ClaimRole, Fix, Link, Verdict } from './question.ts'

interface LinkFacts {
  readonly answer: Verdict['answer']
  readonly fix?: Fix
  /** Of several broken links of one NPI's enrollments, the one that came furthest along the chain is told. */
  readonly reach: number
}

const no = (reach: number, form?: Fix['form'], who: Fix['who'] = 'enrollee'): LinkFacts =>
  form ? { answer: 'no', reach, fix: { form, who } } : { answer: 'no', reach }
const unknown: LinkFacts = { answer: 'unknown', reach: 90, fix: { form: 'load-source', who: 'operator' } }

export const links: Readonly<Record<Link, LinkFacts>> = {
  'npi-not-valid': no(0, 'claim', 'biller'),
  'npi-not-in-registry': no(0, 'claim', 'biller'),
  'npi-deactivated': no(0, 'nppes'),
  'not-enrolled': no(0, 'cms855'),
  'before-effective-date': no(10, 'claim', 'biller'),
  'between-periods': no(11),
  'after-last-period': no(12, 'cms855'),
  withdrawn: no(20, 'cms855'),
  revoked: no(21, 'appeal'),
  'opted-out': no(22),
  deactivated: no(23, 'cms855'),
  stayed: no(24, 'cms855'),
  'enrolled-to-order-only': no(30, 'cms855i'),
  'enrolled-in-other-state': no(31, 'cms855'),
  'service-not-billable': no(32, 'cms855'),
  'payee-not-valid': no(40, 'claim', 'biller'),
  'payee-not-enrolled': no(42, 'cms855b', 'group'),
  'no-reassignment': no(40, 'cms855i'),
  'reassignment-not-on-date': no(41, 'cms855i'),
  'organization-cannot-order': no(40, 'claim', 'biller'),
  'not-on-order-list': no(41, 'cms855o'),
  'specialty-cannot-order': no(41, 'claim', 'biller'),
  'service-not-orderable': no(42, 'claim', 'biller'),
  'name-differs': no(50, 'claim', 'biller'),
  'registry-not-loaded': unknown,
  'enrollments-not-loaded': unknown,
  'reassignments-not-loaded': unknown,
  'order-list-not-loaded': unknown,
  'history-not-loaded': unknown,
  'state-not-recorded': unknown,
  'all-held': { answer: 'yes', reach: 100 },
}

/** The fix, in the form that fits the role: one who orders needs no billing enrollment. */
export function fixOf(link: Link, role: ClaimRole): Fix | undefined {
  if (link !== 'not-enrolled') return links[link].fix
  return ordersRoles.has(role) ? orderFix : furnishes.has(role) ? renderingFix : links[link].fix
}
const orderFix: Fix = { form: 'cms855o', who: 'enrollee' }
const renderingFix: Fix = { form: 'cms855i', who: 'enrollee' }

/** Roles of those who furnish the service: they must be enrolled themselves (42 CFR 424.505). */
const furnishes: ReadonlySet<ClaimRole> = new Set<ClaimRole>(['rendering', 'supervising', 'operating'])

/** Roles of those who order or certify instead of billing (42 CFR 424.507). */
export const ordersRoles: ReadonlySet<ClaimRole> = new Set<ClaimRole>([
  'ordering',
  'referring',
  'certifying',
  'attending',
])
