/** Rows of the files that NPPES publishes beside its main one. Pure. Authority: CMS "NPPES Data Dissemination" readme. */
import type { Npi } from '../identifiers/npi.ts'
import type { Address } from '../party/address.ts'

/** Another name of an organization. */
export interface RegistryOtherName {
  readonly npi: Npi
  readonly name: string
  /** "3" doing business as, "4" former legal business name, "5" other. */
  readonly kind: string
}

/** A practice location beside the first one. */
export interface RegistryLocation {
  readonly npi: Npi
  readonly address: Address
}

/** Where a provider takes electronic messages. */
export interface RegistryEndpoint {
  readonly npi: Npi
  /** "DIRECT", "FHIR", "CONNECT", "SOAP", "REST", "OTHERS". */
  readonly type: string
  readonly typeName: string
  readonly endpoint: string
  readonly affiliated: boolean
  readonly description?: string
  readonly affiliation?: string
  readonly use?: string
  readonly useName?: string
  readonly otherUse?: string
  readonly content?: string
  readonly contentName?: string
  readonly otherContent?: string
  readonly address?: Address
}

/** One code of the Health Care Provider Taxonomy (NUCC). */
export interface TaxonomyName {
  readonly code: string
  readonly classification: string
  readonly specialization?: string
}

/** What the side files say of one provider. */
export interface SideRows {
  readonly otherNames: readonly Omit<RegistryOtherName, 'npi'>[]
  readonly locations: readonly Address[]
  readonly endpoints: readonly Omit<RegistryEndpoint, 'npi'>[]
}
