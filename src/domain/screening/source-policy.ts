/**
 * How old a list may be before it says nothing any more, and which lists every screening must ask. No rule says
 * so in days but for "monthly" (42 CFR 455.436 for Medicaid; OIG and SAM recommend monthly); the figures are ours
 * and an installation sets others from a day on. Pure data.
 */
import { type Day, daysBetween } from '../dates.ts'
import type { SourceKind, SourceVersion } from '../party/registry-provider.ts'

export interface SourcePolicy {
  /** Days after the list's date from which on it is unavailable. */
  readonly freshDays: number
  /** A list that is not required is only asked when it was loaded. */
  readonly required: boolean
}

const required = (freshDays: number): SourcePolicy => ({ freshDays, required: true })
const optional = (freshDays: number): SourcePolicy => ({ freshDays, required: false })

export const sourcePolicies: Readonly<Record<SourceKind, SourcePolicy>> = {
  // Published monthly, with weekly increments.
  nppes: required(45),
  leie: required(45),
  // Published daily; a month is what screening asks for.
  sam: required(45),
  // Published quarterly.
  revocations: required(120),
  'death-file': required(60),
  'state-ny': optional(60),
  'state-pa': optional(60),
  'state-other': optional(60),
  'license-board': optional(45),
  // A claims system gives it monthly; an older one knows too little of the last months.
  'last-billed': optional(45),
  'last-named': optional(45),
  'order-referring': optional(30),
  'provider-types': optional(400),
  'taxonomy-crosswalk': optional(400),
  'nppes-other-names': optional(45),
  'nppes-locations': optional(45),
  'nppes-endpoints': optional(45),
  // Published twice a year.
  'nucc-taxonomy': optional(400),
}

export const freshness = ['fresh', 'stale', 'not-loaded'] as const
export type Freshness = (typeof freshness)[number]

/** A list that was never loaded or is too old cannot say that nobody is on it. */
export const freshnessOf = (version: SourceVersion | undefined, policy: SourcePolicy, on: Day): Freshness =>
  version === undefined ? 'not-loaded' : daysBetween(version.asOf, on) > policy.freshDays ? 'stale' : 'fresh'
