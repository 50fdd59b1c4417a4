/**
 * Monitoring of everybody who is enrolled: what a hit is about, what a person may say of it, and the policy of an
 * installation. 42 CFR 424.530(a)(2), .535(a), .540(a). Pure.
 */
import type { Day } from '../dates.ts'
import type { EnrollmentStatus } from '../enrollment/enrollment.ts'
import type { SourceKind } from '../party/registry-provider.ts'

export const monitoringKinds = [
  'exclusion',
  'terminated-elsewhere',
  'death',
  'npi-deactivated',
  'license',
  'non-billing',
  'not-named',
] as const
export type MonitoringKind = (typeof monitoringKinds)[number]

/** What a new load of each list may show of those who are enrolled; other lists are not monitored. */
export const monitoredSources = {
  leie: { kind: 'exclusion', cite: '42 CFR 424.535(a)(2)' },
  sam: { kind: 'exclusion', cite: '42 CFR 424.535(a)(2)' },
  revocations: { kind: 'terminated-elsewhere', cite: '42 CFR 424.535(i)' },
  'state-ny': { kind: 'terminated-elsewhere', cite: '42 CFR 424.535(a)(12)' },
  'state-pa': { kind: 'terminated-elsewhere', cite: '42 CFR 424.535(a)(12)' },
  'state-other': { kind: 'terminated-elsewhere', cite: '42 CFR 424.535(a)(12)' },
  'death-file': { kind: 'death', cite: '42 CFR 424.540(a)(6)' },
  nppes: { kind: 'npi-deactivated', cite: '45 CFR 162.410(a)' },
  'license-board': { kind: 'license', cite: '42 CFR 424.535(a)(1)' },
  'last-billed': { kind: 'non-billing', cite: '42 CFR 424.540(a)(1)' },
  'last-named': { kind: 'not-named', cite: '42 CFR 424.547(a)' },
} as const satisfies Partial<Record<SourceKind, { readonly kind: MonitoringKind; readonly cite: string }>>
export type MonitoredSource = keyof typeof monitoredSources
export const monitoredSourceKinds = Object.keys(monitoredSources) as readonly MonitoredSource[]

/** What a person says of a hit. `for-action` leads to a decision on the enrollment, which is somebody's act. */
export const monitoringDispositions = ['not-the-same', 'no-action', 'for-action'] as const
export type MonitoringDisposition = (typeof monitoringDispositions)[number]
export const isMonitoringDisposition = (s: string | undefined): s is MonitoringDisposition =>
  (monitoringDispositions as readonly (string | undefined)[]).includes(s)
/** Found by what a file does not say of a number, by which the enrollment may be deactivated. */
export const isAboutClaims = (kind: MonitoringKind): boolean => kind === 'non-billing' || kind === 'not-named'
/** What may be said of a hit: who is on no claim was found by a number and by no name, so it is the same party. */
export const dispositionsOf = (kind: MonitoringKind): readonly MonitoringDisposition[] =>
  isAboutClaims(kind) ? ['no-action', 'for-action'] : monitoringDispositions

/** Forms by which one enrolls only to order and certify. */
export const orderOnlyForms: readonly string[] = ['CMS-855O']

/** What an installation may set otherwise, from a day on; every figure is ours but for those with a citation. */
export interface MonitoringPolicy {
  /** Everybody against the whole of each list once in so many months, beside what is new at each load. */
  readonly everyMonths: number
  /** Lists that are watched; the others are only asked when an application is screened. */
  readonly sources: readonly MonitoredSource[]
  readonly statuses: readonly EnrollmentStatus[]
  /** Those who only order and certify bill nothing, and are screened all the same. */
  readonly orderOnly: boolean
  /** Calendar months without a claim after which an enrollment may be deactivated: 42 CFR 424.540(a)(1). */
  readonly nonBillingMonths: number
}
export const monitoringPolicy: MonitoringPolicy = {
  everyMonths: 1,
  sources: monitoredSourceKinds,
  statuses: ['approved'],
  orderOnly: true,
  nonBillingMonths: 6,
}

/** The name of the full pass that is due in the month of a day: "2026-11", or the first month of its stretch. */
export function fullPassOf(on: Day, { everyMonths }: Pick<MonitoringPolicy, 'everyMonths'>): string {
  const months = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1
  const first = months - (months % Math.max(1, everyMonths))
  return `${Math.trunc(first / 12)}-${String((first % 12) + 1).padStart(2, '0')}`
}
