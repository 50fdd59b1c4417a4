/**
 * What an affiliation is and which of them must be told of when the contractor asks (42 CFR 424.502, 424.519). Of the
 * kinds, the last two are unconfirmed, as are the details of the events. Pure.
 */
import { addYears, type Day, day } from '../dates.ts'
import type { Evidence } from '../evidence.ts'
import { dated } from '../rule.ts'

interface Known {
  readonly cite: string
  readonly evidence: Evidence
}
const definition = (evidence: Evidence): Known => ({ cite: '42 CFR 424.502', evidence })
const event = (evidence: Evidence): Known => ({ cite: '42 CFR 424.519(b)', evidence })

/** What one has, or had, to do with the other. */
export const affiliationKinds = {
  ownership: definition('C'),
  partnership: definition('C'),
  control: definition('C'),
  'officer-or-director': definition('none'),
  reassignment: definition('none'),
} as const satisfies Record<string, Known>
export type AffiliationKind = keyof typeof affiliationKinds
export const affiliationKindNames = Object.keys(affiliationKinds) as [AffiliationKind, ...AffiliationKind[]]
export const isAffiliationKind = (s: string | undefined): s is AffiliationKind =>
  Object.hasOwn(affiliationKinds, s ?? '')

/** Of ownership, so many percent or more count. */
export const AFFILIATION_PERCENT = 5

/** What happened to the party, so that an affiliation with it must be disclosed. */
export const disclosableEvents = {
  'uncollected-debt': event('C'),
  'payment-suspension': event('C'),
  exclusion: event('C'),
  denial: event('C'),
  revocation: event('C'),
  termination: event('C'),
} as const satisfies Record<string, Known>
export type DisclosableEvent = keyof typeof disclosableEvents
export const disclosableEventNames = Object.keys(disclosableEvents) as [DisclosableEvent, ...DisclosableEvent[]]
export const isDisclosableEvent = (s: string | undefined): s is DisclosableEvent =>
  Object.hasOwn(disclosableEvents, s ?? '')

export const programs = ['medicare', 'medicaid', 'chip'] as const

/** So many years back an affiliation counts; the rule began on November 4, 2019 (84 FR 47794, day unconfirmed). */
export const lookBackYears = dated<number>('42 CFR 424.519(b)', [day('2019-11-04'), 5])

/** The first day on which an affiliation that ended still counts. */
export const lookBackFrom = (asked: Day): Day => addYears(asked, -lookBackYears.on(asked))

/** Does an affiliation that ended on a day, or goes on, still count? */
export const isWithinLookBack = (endedOn: Day | undefined, asked: Day): boolean =>
  endedOn === undefined || endedOn >= lookBackFrom(asked)
