/** Rows of sql/migrations/000014_ownership.sql. */
import type { Day } from '#domain/dates.ts'
import type { OwnerRow } from '#domain/ownership/all-owners.ts'
import type { OrganizationKind } from '#domain/ownership/party.ts'
import type { Json } from './core.ts'

export interface OwnershipTables {
  ownership_party: {
    id: string
    kind: 'person' | 'organization'
    name: string
    name_key: string
    tax_id_index: string | null
    named_by: string | null
    kinds: Json<readonly OrganizationKind[]>
    address: string | null
    address_key: string | null
    title: string | null
    created_at: Date
  }
  ownership_root: { enrollment_id: string; party_id: string }
  ownership_interest: {
    id: string
    enrollment_id: string
    owner_id: string
    owned_id: string
    role: string
    millionths: number | null
    since: Day | null
    from_on: Day
    to_on: Day | null
    known_from: Date
    known_to: Date | null
    application_id: string | null
  }
  owners_file: {
    facility: string
    file_name: string
    sha256: string
    rows: number
    quarantined: number
    loaded_at: Date
  }
  published_interest: {
    facility: string
    line: number
    enrollment_id: string
    associate_id: string
    organization: string
    owner_associate_id: string
    owner_kind: 'person' | 'organization'
    owner_name: string
    role_code: string
    role_text: string
    role: string | null
    millionths: number | null
    since: Day | null
    kinds: Json<readonly OrganizationKind[]>
    /** The whole row; null of files that were loaded before it was kept. */
    detail: Json<OwnerRow | null>
  }
}
