/** The shape of what the directory publishes in FHIR R4, and what is known beside it to say whether it is in force. Pure. */
import type { Day } from '../dates.ts'

export const fhirTypes = [
  'Endpoint',
  'HealthcareService',
  'Location',
  'Organization',
  'OrganizationAffiliation',
  'Practitioner',
  'PractitionerRole',
  'VerificationResult',
] as const
export type FhirType = (typeof fhirTypes)[number]
export const isFhirType = (text: string): text is FhirType => (fhirTypes as readonly string[]).includes(text)

export type FhirValue =
  | string
  | number
  | boolean
  | readonly FhirValue[]
  | { readonly [element: string]: FhirValue | undefined }
export type FhirElement = { readonly [element: string]: FhirValue | undefined }

/** JSON of a resource. Elements that are undefined are left out when it is written. */
export interface FhirResource {
  readonly resourceType: FhirType
  readonly id: string
  readonly [element: string]: FhirValue | undefined
}

/** Whose standing in the eligibility snapshot says whether a resource is in force. */
export interface Standing {
  readonly npi: string
  /** Absent: any enrollment of the NPI will do. */
  readonly enrollmentId?: string
  /** The reassignment to this group must run as well. */
  readonly payee?: string
  readonly from?: Day
  readonly to?: Day
}

export interface Published {
  readonly resource: FhirResource
  /** Absent: in force as long as it is published. */
  readonly standing?: Standing
}

/** An id as FHIR has it: letters, digits, hyphens and dots, at most 64. */
export const fhirId = (...parts: readonly string[]): string =>
  parts
    .join('-')
    .replace(/[^A-Za-z0-9.-]/g, '-')
    .slice(0, 64)

export const list = <T>(items: readonly T[]): readonly T[] | undefined => (items.length === 0 ? undefined : items)
