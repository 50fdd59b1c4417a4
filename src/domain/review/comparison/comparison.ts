/**
 * What a pre-flight comparison is given and what it finds. Facts are plain, so that every form can
 * bring its own; each says which question it came from. Types only, no words. Pure.
 */
import type { Day } from '../../dates.ts'
import type { MatchCode } from '../../matching/match-party.ts'
import type { Address } from '../../party/address.ts'
import type { Exclusion } from '../../party/exclusion.ts'
import type { RegistryProvider } from '../../party/registry-provider.ts'

/** One answer and the question that asked for it ("identity.last"). */
export interface Fact<T> {
  readonly field: string
  readonly said: T
}

export interface PersonName {
  readonly last: string
  readonly first: string
  readonly middle?: string
  readonly suffix?: string
}

/** Leave out what the application does not say: it is then not compared. */
export interface ComparisonFacts {
  readonly npi: Fact<string>
  /** What the form enrolls: 1 a person, 2 an organization. */
  readonly entityType: 1 | 2
  readonly name: Fact<PersonName | { readonly organization: string }>
  readonly otherNames?: readonly PersonName[]
  readonly bornOn?: Day
  /** Specialty code, with the taxonomy codes that the CMS crosswalk gives for it when that file is loaded. */
  readonly specialty?: Fact<string> & { readonly taxonomies?: readonly string[] }
  readonly practiceAddresses?: readonly Fact<Address>[]
  readonly correspondence?: Fact<Address>
  readonly licenses?: readonly Fact<{ readonly number: string; readonly state: string }>[]
  /** Digits; shown masked in the findings. */
  readonly taxId?: Fact<string> & { readonly kind: 'ssn' | 'ein' }
}

/** "unavailable" when the list was never loaded or could not be asked: never the same as "nothing found". */
export interface ComparedWith {
  readonly registry: RegistryProvider | 'not-found' | 'unavailable'
  /** Rows worth comparing (by NPI, name, birth date); the comparison scores them itself. */
  readonly exclusions: readonly Exclusion[] | 'unavailable'
}

export const comparisonChecks = [
  'name',
  'npi-status',
  'entity-type',
  'taxonomy',
  'practice-address',
  'correspondence-address',
  'license',
  'tax-id',
  'exclusion',
] as const
export type ComparisonCheck = (typeof comparisonChecks)[number]

/** What stands in the place of a value that a source has no text for, or explains a verdict. Words elsewhere. */
export const comparisonNotes = [
  'npi-active',
  'npi-deactivated',
  'npi-not-found',
  'entity-person',
  'entity-organization',
  'entity-not-stated',
  'name-order-swapped',
  'name-other-name',
  'taxonomy-not-primary',
  'taxonomy-not-listed',
  'crosswalk-not-loaded',
  'address-po-box',
  'address-differs-in-unit',
  'address-differs-in-zip4',
  'license-other-state',
  'license-not-listed',
  'registry-has-none',
  'tax-id-shape-right',
  'tax-id-shape-wrong',
  'no-list-match',
  'list-match-reinstated',
  'list-match-waiver',
] as const
export type ComparisonNote = (typeof comparisonNotes)[number]

export interface ComparisonFinding {
  /** Stable within one comparison: the check, with a number or a list row where it repeats ("license:2"). */
  readonly id: string
  readonly check: ComparisonCheck
  readonly field: string
  /** As the application has it. Tax ids are masked. */
  readonly ours: string
  /** As the source has it; absent where it says nothing. */
  readonly theirs?: string
  readonly verdict: 'same' | 'close' | 'different' | 'unavailable' | 'alert'
  readonly note?: ComparisonNote
  /** Where to mend it, when there is something to mend. */
  readonly fixAt?: 'here' | 'nppes' | 'licensing-board' | 'oig'
  /** Why an exclusion row was thought to be this person. */
  readonly because?: readonly MatchCode[]
  readonly score?: number
  readonly cite: string
}
