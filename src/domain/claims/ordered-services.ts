/** Which kinds of service an ordering, referring or attending provider must be allowed for. Pure. */
import { type OrderedService, orderedServices } from '../eligibility/question.ts'
import { type ClaimKind, providerParts } from './provider-places.ts'

const ATTENDING = providerParts.indexOf('attending')
const ORDERING = providerParts.indexOf('ordering')

const bits = (...services: readonly OrderedService[]): number =>
  services.reduce((mask, s) => mask | (1 << orderedServices.indexOf(s)), 0)
const ANY = bits(...orderedServices)
const REFERS = bits('part-b', 'dme')
const ORDERS = bits('part-b', 'dme', 'power-mobility')
const HOME_HEALTH = bits('home-health')
const HOSPICE = bits('hospice')

/**
 * Bits of `orderedServices`, any of which will do. `facility` is the first two digits of the type of bill: 32x and
 * 34x are home health, 81x and 82x hospice (42 CFR 424.507(b)).
 */
export function servicesOf(kind: ClaimKind, facility: number, part: number): number {
  if (part === ATTENDING && kind === 'institutional') {
    if (facility === 32 || facility === 34) return HOME_HEALTH
    return facility === 81 || facility === 82 ? HOSPICE : ANY
  }
  return part === ORDERING ? ORDERS : REFERS
}
