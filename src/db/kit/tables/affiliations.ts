/** Rows of sql/migrations/000040_affiliations.sql. */
import type { RequestAnswer, RequestOutcome, RequestState } from '#domain/affiliation/request.ts'
import type { JudgedFactor } from '#domain/affiliation/undue-risk.ts'
import type { Day } from '#domain/dates.ts'
import type { Json } from './core.ts'

export interface AffiliationTables {
  affiliation_request: {
    id: string
    enrollee_id: string
    contractor_id: string
    application_id: string | null
    enrollment_id: string | null
    state: RequestState
    basis: string
    named: Json<readonly string[]>
    asked_by: string
    asked_at: Date
    asked_on: Day
    due_on: Day
    letter_id: string | null
    answer: RequestAnswer | null
    signer_id: string | null
    signer_name: string | null
    answered_at: Date | null
    sealed_statement: Buffer | null
    statement_sha256: string | null
    outcome: RequestOutcome | null
    outcome_reason: string | null
    factors: Json<readonly JudgedFactor[]> | null
    risky: Json<readonly string[]> | null
    sealed_known: Buffer | null
    known_sha256: string | null
    closed_by: string | null
    closed_at: Date | null
  }
  affiliation: {
    request_id: string
    id: string
    answers: Json<Readonly<Record<string, unknown>>>
    restricted: Buffer | null
    name_key: string
    npi: string | null
    tax_id_index: string | null
    event: string | null
    version: number
    saved_by: string
    saved_at: Date
    removed_at: Date | null
  }
}
