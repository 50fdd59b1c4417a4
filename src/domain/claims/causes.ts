/**
 * Why a claim would be turned away, for enrollment or for what it lacks: the answer, the remittance codes, the
 * codes of a 277CA and what mends it. Enrollment links take theirs from the eligibility tables. Pure.
 */
import { claimCodes } from '../eligibility/claim-codes.ts'
import { fixOf, links } from '../eligibility/links.ts'
import type { ClaimCode, ClaimRole, Fix, Link } from '../eligibility/question.ts'
import { type ProviderPart, partFacts } from './provider-places.ts'

export type Cause = Exclude<Link, 'all-held'> | 'npi-missing' | 'date-missing'
/** "no" would be turned away; "unknown" could not be asked; "look" is worth a look but stops no claim. */
export type ClaimAnswer = 'no' | 'unknown' | 'look'

/** Ordering roles are compared by name with the list; elsewhere a different name stops nothing by itself. */
const comparesNames: ReadonlySet<ClaimRole> = new Set<ClaimRole>(['ordering', 'referring', 'attending', 'certifying'])
/** Of a place of service only the NPI is judged. */
const npiLinks: ReadonlySet<Cause> = new Set<Cause>(['npi-not-valid', 'npi-not-in-registry', 'npi-deactivated'])

/** undefined: nothing to tell about this part of a claim. */
export function answerTo(cause: Cause, part: ProviderPart): ClaimAnswer | undefined {
  const { enrolled, role } = partFacts[part]
  if (cause === 'npi-missing' || cause === 'date-missing') return 'no'
  if (!enrolled && !npiLinks.has(cause)) return undefined
  if (cause === 'name-differs') return comparesNames.has(role) ? 'no' : 'look'
  return links[cause].answer === 'unknown' ? 'unknown' : 'no'
}

export interface CauseCodes {
  readonly carc?: ClaimCode
  readonly rarc?: ClaimCode
  readonly fix?: Fix
}

const byBiller: Fix = { form: 'claim', who: 'biller' }
// X12 lists M52 for a "from" date that is missing; no Medicare page gives the pair.
const dateCodes: CauseCodes = {
  carc: { code: 'CO-16', confidence: 'unconfirmed', source: 'no Medicare page found' },
  rarc: { code: 'M52', confidence: 'unconfirmed', source: 'no Medicare page found' },
  fix: byBiller,
}

/** The pairs of an NPI that is not there are those of the link that an empty place breaks. */
const missing: Readonly<Record<'billing' | 'rendering' | 'orders', CauseCodes>> = {
  billing: { ...claimCodes('payee-not-valid', 'rendering', 'noridian'), fix: byBiller },
  rendering: { ...claimCodes('no-reassignment', 'rendering', 'noridian'), fix: byBiller },
  orders: { ...claimCodes('not-on-order-list', 'ordering', 'noridian'), fix: byBiller },
}

export function causeCodes(cause: Cause, part: ProviderPart): CauseCodes {
  const { role } = partFacts[part]
  if (cause === 'date-missing') return dateCodes
  if (cause === 'npi-missing')
    return missing[comparesNames.has(role) ? 'orders' : role === 'billing' ? 'billing' : 'rendering']
  const fix = fixOf(cause, role)
  return { ...claimCodes(cause, role, 'noridian'), ...(fix && { fix }) }
}

/**
 * Category and status of a 277CA (X12 external lists 507 and 508): A6 lacks something, A7 holds something wrong,
 * A3 cannot be processed. 562 the NPI, 125 the name, 187 the dates, 91 not approved for the dates of service.
 */
export function statusCodes(cause: Cause): readonly [category: string, status: string] {
  if (cause === 'npi-missing') return ['A6', '562']
  if (cause === 'date-missing') return ['A6', '187']
  if (npiLinks.has(cause) || cause === 'payee-not-valid') return ['A7', '562']
  return cause === 'name-differs' ? ['A7', '125'] : ['A3', '91']
}
