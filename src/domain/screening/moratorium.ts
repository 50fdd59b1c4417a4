/**
 * Temporary moratoria on new enrollments of a type in a place: 42 CFR 424.570. An application received before the
 * day goes on; one received while it lasts is denied (424.530(a)(10)), and its fee refunded. For six months after it
 * lifts, applicants of the type are screened as high (424.518(c)(3)). None is in force that we know of: the ended
 * ones are here, and people note others as they come. Pure.
 */
import { addMonths, type Day, day } from '../dates.ts'
import type { SupplierType } from '../enrollment/supplier-types.ts'
import type { Evidence } from '../evidence.ts'

export interface Moratorium {
  readonly supplierType: SupplierType
  readonly state: string
  /** Absent for the whole state. */
  readonly county?: string
  readonly from: Day
  readonly to?: Day
  readonly cite: string
  readonly evidence: Evidence
}

/** Statewide from 2016-07-29 (81 FR 51120), ended 2019-01-30 by not being extended; counties before are left out. */
const statewide = (supplierType: SupplierType, ...states: readonly string[]): readonly Moratorium[] =>
  states.map((state) => ({
    supplierType,
    state,
    from: day('2016-07-29'),
    to: day('2019-01-30'),
    cite: '81 FR 51120',
    evidence: 'none',
  }))
export const pastMoratoria: readonly Moratorium[] = statewide('home-health-agency', 'FL', 'IL', 'MI', 'TX')

const MONTHS_AFTER = 6

/** Those of the type and place that bar an application received on the day, or raised the level after they ended. */
export function moratoriaOn(
  table: readonly Moratorium[],
  asked: {
    readonly supplierType: SupplierType
    readonly state: string
    readonly county?: string
    readonly receivedOn: Day
  },
): { readonly bars: readonly Moratorium[]; readonly raises: readonly Moratorium[] } {
  const { supplierType, state, county, receivedOn } = asked
  const here = table.filter(
    (m) =>
      m.supplierType === supplierType &&
      m.state === state &&
      // A county that nobody said may be the one.
      (m.county === undefined || county === undefined || m.county.toUpperCase() === county.toUpperCase()),
  )
  return {
    bars: here.filter((m) => m.from <= receivedOn && (m.to === undefined || receivedOn <= m.to)),
    raises: here.filter((m) => m.to !== undefined && receivedOn > m.to && receivedOn <= addMonths(m.to, MONTHS_AFTER)),
  }
}
