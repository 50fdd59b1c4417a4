/**
 * What an installation sets for itself about screening and monitoring, as one table by topic. Each value counts from a
 * day; what the product says counts before the first. The law's own tables stay in code; a value here carries the
 * citation of whoever changed it. Pure.
 */
import type { Day } from '../dates.ts'
import { type SupplierType, supplierTypes } from '../enrollment/supplier-types.ts'
import { isStateCode } from '../party/states.ts'
import {
  elevations,
  levelsByType,
  type ScreeningLevel,
  screeningElevationCite,
} from '../review/screening/screening-level.ts'
import { type MonitoringPolicy, monitoringPolicy } from '../screening/monitoring.ts'
import { type SourcePolicy, sourcePolicies } from '../screening/source-policy.ts'
import type { VersionState } from '../versions.ts'

export interface PolicyValues {
  readonly lists: SourcePolicy
  readonly monitoring: MonitoringPolicy
  /** A moratorium on a type in a place begins, or ends, on the day. */
  readonly moratoria: { readonly stands: boolean; readonly cite: string }
  readonly levels: { readonly first: ScreeningLevel; readonly later: ScreeningLevel; readonly cite: string }
  readonly elevations: { readonly raises: boolean; readonly cite: string }
}
export type PolicyTopic = keyof PolicyValues
export const policyTopics: readonly PolicyTopic[] = ['lists', 'monitoring', 'moratoria', 'levels', 'elevations']
export const isPolicyTopic = (s: string | undefined): s is PolicyTopic =>
  (policyTopics as readonly (string | undefined)[]).includes(s)

/** The one thing that the monitoring has a policy for. */
export const EVERYBODY = 'everybody'

/** Every key of a topic that can be listed; a place of a moratorium is made by whoever notes it. */
export const policyKeys: Readonly<Record<PolicyTopic, readonly string[]>> = {
  lists: Object.keys(sourcePolicies),
  monitoring: [EVERYBODY],
  moratoria: [],
  levels: supplierTypes,
  elevations,
}
export const isPolicyKey = (topic: PolicyTopic, key: string): boolean =>
  topic === 'moratoria' ? placeOf(key) !== undefined : policyKeys[topic].includes(key)

export interface MoratoriumPlace {
  readonly supplierType: SupplierType
  readonly state: string
  readonly county?: string
}
/** "home-health-agency.FL" for a whole state, "home-health-agency.FL.MIAMI-DADE" for a county of it. */
export const keyOfPlace = ({ supplierType, state, county }: MoratoriumPlace): string =>
  [supplierType, state, ...(county ? [county.trim().toUpperCase()] : [])].join('.')

/** Undefined for what is no place. */
export function placeOf(key: string): MoratoriumPlace | undefined {
  const [type, state, ...rest] = key.split('.')
  const supplierType = supplierTypes.find((t) => t === type)
  const county = rest.join('.')
  if (!supplierType || !state || !isStateCode(state)) return undefined
  if (rest.length > 0 && !/^[A-Z][A-Z .'-]{0,40}$/.test(county)) return undefined
  return { supplierType, state, ...(county && { county }) }
}

/** What counts while nobody has set anything else. */
export function productPolicy<T extends PolicyTopic>(topic: T, key: string, on: Day): PolicyValues[T] {
  const own: { readonly [K in PolicyTopic]: () => PolicyValues[K] } = {
    lists: () => sourcePolicies[key as keyof typeof sourcePolicies],
    monitoring: () => monitoringPolicy,
    moratoria: () => ({ stands: false, cite: '42 CFR 424.570' }),
    levels: () => {
      const { first, later } = levelsByType.on(on)[key as SupplierType]
      return { first, later, cite: levelsByType.cite }
    },
    elevations: () => ({ raises: true, cite: screeningElevationCite }),
  }
  return own[topic]()
}

export interface PolicyVersion<T extends PolicyTopic = PolicyTopic> {
  readonly topic: T
  readonly key: string
  readonly version: number
  readonly value: PolicyValues[T]
  /** The first day on which it counts, once somebody has put it in force. */
  readonly from: Day
  readonly state: VersionState
}
