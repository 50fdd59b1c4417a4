/** What the directory may know of one NPI: only what is public. No PTAN, birth date, tax number, home or mailing address. */
import type { Day } from '../dates.ts'
import type { EnrollmentPeriod } from '../enrollment/enrollment.ts'
import type { Address } from '../party/address.ts'
import type { RegistryProvider } from '../party/registry-provider.ts'

export interface DirectoryParty {
  readonly npi: string
  readonly kind: 'individual' | 'organization'
  readonly name: string
  readonly registry?: RegistryProvider
  /** The registry's practice street is one that the enrollee keeps out of the look-up. */
  readonly hideStreet: boolean
  readonly enrollments: readonly DirectoryEnrollment[]
  /** The registry that was asked. */
  readonly registrySource?: AskedSource
}

export interface DirectoryEnrollment {
  readonly id: string
  /** Provider type, "14-08". */
  readonly specialty: string
  readonly specialtyName: string
  readonly contractorId: string
  readonly periods: readonly EnrollmentPeriod[]
  /** Public ones only. */
  readonly locations: readonly DirectoryLocation[]
  readonly reassignments: readonly DirectoryReassignment[]
  readonly attestation?: {
    readonly at: Date
    readonly checks: readonly DirectoryCheck[]
    readonly acceptsNewPatients?: boolean
  }
}

export interface DirectoryLocation {
  readonly itemId: string
  readonly name?: string
  readonly address: Address
  readonly from: Day
  readonly to?: Day
}

export interface DirectoryReassignment {
  readonly toNpi: string
  readonly toName?: string
  /** Absent when the group has no enrollment here, so that nothing is published of it. */
  readonly toEnrollmentId?: string
  readonly from: Day
  readonly to?: Day
}

/** A list that was asked, by its date. */
export interface AskedSource {
  readonly source: string
  readonly name: string
  readonly asOf: Day
}
/** One question to a list in which what was attested held. */
export interface DirectoryCheck extends AskedSource {
  readonly ranAt: Date
}

/** Who runs the directory. */
export interface DirectorySite {
  readonly origin: string
  readonly product: string
  readonly agency: string
  readonly phone: string
  readonly email: string
}
export interface DirectoryContractor {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly address: string
}

export const fhirBase = (site: { readonly origin: string }): string => `${site.origin}/fhir/r4`
