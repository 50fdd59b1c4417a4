/** Rows of sql/migrations/000010_screening_lists.sql 000041_last_billed.sql and 000042_filed_parties.sql: more lists, what was cleared, and monitoring. */
import type { Generated } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { BoardLicense, BoardStanding } from '#domain/party/board-license.ts'
import type { DeathRecord } from '#domain/party/death-record.ts'
import type { SourceKind } from '#domain/party/registry-provider.ts'
import type { PartyKeyKind } from '#domain/screening/filed-party.ts'
import type { MonitoringDisposition, MonitoringKind } from '#domain/screening/monitoring.ts'
import type { Json } from './core.ts'

export interface ScreeningTables {
  death_record: {
    import_id: string
    id: string
    ssn_index: string | null
    last_key: string
    first_key: string
    born_on: Day | null
    died_on: Day
    detail: Json<DeathRecord>
  }
  board_license: {
    import_id: string
    state: string
    number_key: string
    kind: string
    npi: string | null
    standing: BoardStanding
    expires_on: Day | null
    detail: Json<BoardLicense>
  }
  last_billed: {
    import_id: string
    npi: string
    ptan: string
    last_claim_on: Day
    as_of: Day
    covers_from: Day
  }
  cleared_match: {
    enrollee_id: string
    party: string
    source: string
    row_id: string
    row_sha256: string
    reason: string
    cleared_by: string
    cleared_at: Date
  }
  filed_party: {
    application_id: string
    submission_ordinal: number
    party: string
    kind: PartyKeyKind
    digest: string
  }
  filed_party_index: { application_id: string; submission_ordinal: number }
  list_change: { import_id: string; row_id: string }
  monitoring_run: {
    id: string
    source: SourceKind
    import_id: string
    pass: string
    started_at: Date
    finished_at: Date | null
    after_enrollment: Generated<string>
    enrollments: Generated<number>
    parties: Generated<number>
    opened: Generated<number>
  }
  monitoring_case: {
    id: string
    enrollment_id: string
    contractor_id: string
    party: string
    party_name: string
    kind: MonitoringKind
    source: SourceKind
    row_id: string
    row_sha256: string
    outcome: 'possible' | 'match'
    evidence: Json<Readonly<Record<string, unknown>>>
    evidence_sha256: string
    source_as_of: Day
    opened_at: Date
    run_id: string | null
    disposition: MonitoringDisposition | null
    disposition_reason: string | null
    disposed_by: string | null
    disposed_at: Date | null
  }
}
