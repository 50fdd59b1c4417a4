/** One record of the NPI registry, as imported from the NPPES files. */
import type { Day } from '../dates.ts'
import type { Npi } from '../identifiers/npi.ts'
import type { Address } from './address.ts'

export interface RegistryTaxonomy {
  /** NUCC code, e.g. "207Q00000X". */
  readonly code: string
  readonly license?: string
  readonly licenseState?: string
  readonly primary: boolean
  /** Of an organization: the code and name of its kind of group. */
  readonly group?: string
}

/** A number that somebody else gave: "01" other, "05" Medicaid; the code as the registry's API writes it. */
export interface RegistryIdentifier {
  readonly code: string
  readonly identifier: string
  readonly state?: string
  readonly issuer?: string
}

export interface RegistryName {
  readonly last: string
  readonly first: string
  readonly middle?: string
  readonly prefix?: string
  readonly suffix?: string
  readonly credential?: string
}

export interface RegistryProvider {
  readonly npi: Npi
  /** 1 = a person, 2 = an organization; a deactivated NPI may carry neither. */
  readonly entityType: 1 | 2 | undefined
  /** Present for entity type 1. */
  readonly person?: RegistryName
  /** Legal business name; present for entity type 2. */
  readonly organization?: string
  readonly otherNames: readonly (string | RegistryName)[]
  /** What kind of name the first of them is: "1" former, "2" professional, "3" doing business as, "5" other. */
  readonly otherNameKind?: string
  readonly sex?: 'F' | 'M' | 'X'
  readonly soleProprietor?: 'Y' | 'N' | 'X'
  readonly mailing?: Address
  readonly practice?: Address
  readonly taxonomies: readonly RegistryTaxonomy[]
  readonly identifiers?: readonly RegistryIdentifier[]
  /** Of an organization: is it a part of another, and of which. */
  readonly subpart?: boolean
  readonly parentName?: string
  readonly authorizedOfficial?: RegistryName & { readonly title?: string; readonly phone?: string }
  readonly enumeratedOn?: Day
  readonly updatedOn?: Day
  readonly certifiedOn?: Day
  readonly deactivatedOn?: Day
  readonly reactivatedOn?: Day
}

/** Exclusion lists of states; each is a list of its own, with its own date. */
export type StateListKind = 'state-ny' | 'state-pa' | 'state-other'
/** Lists whose rows are people and organizations that must not be enrolled, or not without a look. */
export type ExclusionListKind = 'leie' | 'sam' | 'revocations' | StateListKind
/** Files beside the main one of NPPES, each with its weekly increments. */
export type NppesFileKind = 'nppes-other-names' | 'nppes-locations' | 'nppes-endpoints'
/** The published files the product imports. */
export type SourceKind =
  | 'nppes'
  | 'order-referring'
  | 'provider-types'
  | 'taxonomy-crosswalk'
  | ExclusionListKind
  | 'death-file'
  | 'license-board'
  | 'last-billed'
  | 'last-named'
  | NppesFileKind
  | 'nucc-taxonomy'

/** Which list an answer came from, and how old it is. A source without one is "unavailable", never "clear". */
export interface SourceVersion {
  readonly source: SourceKind
  readonly importId: string
  /** What the list says of its own date, else the day of import. */
  readonly asOf: Day
  /** The list says its date itself; otherwise it is the day of import. */
  readonly stated: boolean
  readonly rows: number
  readonly sha256: string
}

export const isActive = (p: RegistryProvider): boolean =>
  p.deactivatedOn === undefined || (p.reactivatedOn !== undefined && p.reactivatedOn >= p.deactivatedOn)

/** "VEGA, ROSA M" or the business name. */
export const registryName = (p: RegistryProvider): string =>
  p.organization ??
  (p.person
    ? [p.person.last, [p.person.first, p.person.middle].filter(Boolean).join(' ')].filter(Boolean).join(', ')
    : '')
