/** One line of the CMS order-and-referring list: what this practitioner may order or certify. */
import type { Npi } from '../identifiers/npi.ts'

export interface OrderReferring {
  readonly npi: Npi
  readonly last: string
  readonly first: string
  readonly partB: boolean
  readonly dme: boolean
  readonly hha: boolean
  readonly pmd: boolean
  readonly hospice: boolean
}
