/**
 * The codes a remittance would carry for a broken link, each with how sure we are and who says so.
 * Contractors differ where a reassignment is missing (Noridian CO-16, NGS CO-B7): a setting. For
 * deactivated, revoked, opted out and the like no Medicare page gives a pair: "unconfirmed". Pure.
 */
import { ordersRoles } from './links.ts'
import type { ClaimCode, ClaimRole, Link } from './question.ts'

export const contractorPractices = ['noridian', 'ngs'] as const
export type ContractorPractice = (typeof contractorPractices)[number]

export interface CodePair {
  readonly carc?: ClaimCode
  readonly rarc?: ClaimCode
}

const sure = (code: string, source: string): ClaimCode => ({ code, confidence: 'confirmed', source })
const unsure = (code: string): ClaimCode => ({ code, confidence: 'unconfirmed', source: 'no Medicare page found' })

const NGS = 'NGS Part B, reason code B7'
const NORIDIAN = 'Noridian Part B, missing or incorrect NPI'
const ORDERS = 'CGS DME, ordering and referring edits'
const none: CodePair = {}
const notEffective: CodePair = { carc: sure('CO-B7', NGS), rarc: unsure('N570') }
const statusPair: CodePair = { carc: unsure('CO-B7'), rarc: unsure('N570') }
const notMatched: CodePair = { carc: unsure('CO-208'), rarc: unsure('N521') }
const orderer: CodePair = { carc: sure('CO-16', ORDERS), rarc: sure('N265', ORDERS) }
const noTie: Readonly<Record<ContractorPractice, CodePair>> = {
  noridian: { carc: sure('CO-16', NORIDIAN), rarc: sure('N290', NORIDIAN) },
  ngs: { carc: sure('CO-B7', NGS) },
}

const enrolling: Readonly<Record<Link, CodePair>> = {
  'all-held': none,
  'npi-not-valid': notMatched,
  'npi-not-in-registry': notMatched,
  'npi-deactivated': notMatched,
  'not-enrolled': notEffective,
  'before-effective-date': notEffective,
  'between-periods': notEffective,
  'after-last-period': notEffective,
  // Claims for days of a stay are rejected, not denied: no pair (42 CFR 424.541).
  stayed: none,
  deactivated: statusPair,
  revoked: statusPair,
  withdrawn: statusPair,
  'opted-out': { carc: unsure('CO-96') },
  'enrolled-to-order-only': statusPair,
  'enrolled-in-other-state': statusPair,
  'service-not-billable': { carc: unsure('CO-170'), rarc: unsure('N95') },
  'payee-not-valid': { carc: sure('CO-16', NORIDIAN), rarc: sure('N257', NORIDIAN) },
  'payee-not-enrolled': notEffective,
  'no-reassignment': noTie.noridian,
  'reassignment-not-on-date': noTie.noridian,
  'organization-cannot-order': { carc: sure('CO-183', ORDERS), rarc: sure('N574', ORDERS) },
  'not-on-order-list': orderer,
  'specialty-cannot-order': { carc: sure('CO-183', ORDERS), rarc: sure('N574', ORDERS) },
  'service-not-orderable': { carc: sure('CO-183', ORDERS), rarc: sure('N574', ORDERS) },
  'name-differs': none,
  'registry-not-loaded': none,
  'enrollments-not-loaded': none,
  'reassignments-not-loaded': none,
  'order-list-not-loaded': none,
  'history-not-loaded': none,
  'state-not-recorded': none,
}

/** For an NPI that orders, everything up to the list itself is one remark: not on file or terminated. */
const ordering: Readonly<Record<Link, CodePair>> = {
  ...enrolling,
  'npi-not-valid': orderer,
  'npi-not-in-registry': orderer,
  'npi-deactivated': orderer,
  'not-enrolled': orderer,
  'before-effective-date': orderer,
  'between-periods': orderer,
  'after-last-period': orderer,
  stayed: none,
  deactivated: orderer,
  revoked: orderer,
  withdrawn: orderer,
  'name-differs': { carc: sure('CO-16', ORDERS), rarc: sure('N575', ORDERS) },
}

/** No edit is published for those who supervise or operate: the codes of a rendering NPI, less sure. */
const lessSure = (pair: CodePair): CodePair => ({
  ...(pair.carc && { carc: unsure(pair.carc.code) }),
  ...(pair.rarc && { rarc: unsure(pair.rarc.code) }),
})
const assisting = Object.fromEntries(
  Object.entries(enrolling).map(([link, pair]) => [link, lessSure(pair)]),
) as Readonly<Record<Link, CodePair>>

export function claimCodes(link: Link, role: ClaimRole, practice: ContractorPractice): CodePair {
  if (ordersRoles.has(role)) return ordering[link]
  if (role === 'supervising' || role === 'operating') return assisting[link]
  return link === 'no-reassignment' || link === 'reassignment-not-on-date' ? noTie[practice] : enrolling[link]
}
