/** Rows of sql/migrations/000021_public_files.sql. */
import type { Day } from '#domain/dates.ts'
import type { PublicFileKind } from '#domain/publication/layouts.ts'

export interface PublicFileTables {
  imported_enrollment: { enrollment_id: string; imported_at: Date }
  enrollment_specialty: { enrollment_id: string; specialty: string }
  enrollment_npi: { enrollment_id: string; npi: string }
  provider_type_text: { code: string; text: string }
  revocation_listing: {
    enrollment_id: string
    reason: string
    type_text: string
    effective_on: Day
    bar_until: Day | null
  }
  opt_out_listing: {
    enrollment_id: string
    specialty: string
    until_on: Day
    line1: string
    line2: string
    city: string
    state: string
    zip: string
    may_order: boolean
    updated_on: Day | null
  }
  publication: { id: string; as_of: Day; version: number; made_at: Date }
  public_file: {
    publication_id: string
    name: string
    kind: PublicFileKind
    rows: number
    bytes: number
    sha256: string
    position: number
  }
  public_file_piece: { publication_id: string; name: string; ordinal: number; content: Buffer }
}
