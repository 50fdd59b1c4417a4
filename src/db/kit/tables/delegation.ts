/** Rows of sql/migrations/000005_delegation.sql. */
import type { Generated } from 'kysely'
import type { DelegatedFunction } from '#domain/access/delegation.ts'
import type { Role } from '#domain/access/policy.ts'
import type { ScanState } from '#domain/application/document-scan.ts'
import type { Day } from '#domain/dates.ts'
import type { Json } from './core.ts'

export interface DelegationTables {
  organization: {
    id: string
    kind: 'provider' | 'surrogate'
    name: string
    tax_id_index: string
    restricted: Buffer
    created_at: Date
  }
  organization_enrollee: { enrollee_id: string; organization_id: string; since: Date }
  enrollment_official: {
    id: string
    enrollment_id: string
    name: string
    title: string | null
    role: 'authorized-official' | 'delegated-official'
    from_on: Day
    to_on: Day | null
  }
  invitation: {
    id: string
    party_id: string
    role: Role
    /** Null is all of them. */
    functions: Json<readonly DelegatedFunction[]> | null
    email: string
    name: string
    token_hash: string
    invited_by: string
    invited_at: Date
    sent_at: Date
    expires_at: Date
    accepted_at: Date | null
    accepted_by: string | null
    cancelled_at: Date | null
  }
  official_claim: {
    id: string
    user_id: string
    organization_id: string
    npi: string | null
    role: 'authorized-official' | 'access-manager'
    title: string
    succession: 'first' | 'joins' | 'replaces'
    explanation: string
    contractor_id: string | null
    document_name: string | null
    document_media_type: string | null
    document_sha256: string | null
    document_stored_as: string | null
    scan_state: Generated<ScanState>
    scanned_at: Date | null
    scan_found: string | null
    named_on: string | null
    made_at: Date
    disputed_at: Date | null
    disputed_by: string | null
    dispute: string | null
    decided_at: Date | null
    decided_by: string | null
    outcome: 'approved' | 'denied' | null
    reason: string | null
  }
  surrogacy: {
    id: string
    agent_id: string
    grantor_enrollee_id: string | null
    grantor_organization_id: string | null
    functions: Json<readonly DelegatedFunction[]>
    status: 'asked' | 'offered' | 'active' | 'declined' | 'ended' | 'lapsed'
    asked_by: string
    asked_at: Date
    answered_by: string | null
    answered_at: Date | null
    ends_on: Day
    confirm_by: Day | null
    ended_at: Date | null
    ended_by: string | null
    end_reason: string | null
  }
}
