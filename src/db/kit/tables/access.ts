/** Rows of sql/migrations/000003_access.sql, passkeys (000004) and account safety (000019). */
import type { Generated } from 'kysely'
import type { AuthEventType } from '#domain/access/auth-event.ts'
import type { DelegatedFunction } from '#domain/access/delegation.ts'
import type { FlowKind } from '#domain/access/limits.ts'
import type { Role } from '#domain/access/policy.ts'
import type { Json } from './core.ts'

export interface AccessTables {
  app_user: {
    id: string
    login_id: string
    status: 'active' | 'suspended' | 'closed'
    display_name: string
    password_hash: string | null
    password_changed_at: Date | null
    password_disabled_at: Date | null
    mfa_policy: Generated<'any' | 'phishing-resistant'>
    created_at: Date
    /** Set when the owner said that a change was not theirs. */
    factors_locked_until: Date | null
  }
  former_password: { id: string; user_id: string; password_hash: string; replaced_at: Date }
  contact: {
    id: string
    user_id: string
    kind: 'email' | 'phone'
    value: string
    verified_at: Date
    use_for_mfa: boolean
    notify: boolean
  }
  totp: { id: string; user_id: string; label: string; sealed_seed: Buffer; confirmed_at: Date; last_step: number }
  passkey: {
    id: string
    user_id: string
    credential_id: string
    public_key: Buffer
    sign_count: number
    transports: Json<readonly string[]>
    device_type: 'single-device' | 'multi-device'
    backed_up: boolean
    rp_id: string
    label: string
    created_at: Date
    last_used_at: Date | null
    suspect_at: Date | null
  }
  recovery_code: { id: string; user_id: string; code_mac: string; created_at: Date; used_at: Date | null }
  flow: {
    token_hash: string
    kind: FlowKind
    user_id: string | null
    sealed: Buffer
    created_at: Date
    expires_at: Date
  }
  otp: { flow_hash: string; code_mac: string; attempts_left: number; expires_at: Date }
  counter: {
    scope: string
    key: string
    fails: number
    total: number
    level: number
    window_from: Date
    last_at: Date
    locked_until: Date | null
    reservation: string
  }
  device: {
    id: string
    user_id: string
    token_hash: string
    first_seen_at: Date
    last_seen_at: Date
    user_agent: string
    ip: string
  }
  session: {
    id: string
    token_hash: string
    user_id: string
    aal: 1 | 2
    methods: Json<readonly string[]>
    phishing_resistant: boolean
    created_at: Date
    auth_at: Date
    last_seen_at: Date
    absolute_expires_at: Date
    ip: string
    user_agent: string
    device_id: string | null
    acting_for: string | null
    revoked_at: Date | null
    revoke_reason: string | null
    public_computer: Generated<boolean>
    must_add_method: Generated<boolean>
  }
  auth_event: {
    id: string
    at: Date
    type: AuthEventType
    outcome: 'done' | 'refused'
    user_id: string | null
    actor_id: string
    login_id_mac: string | null
    session_id: string | null
    ip: string
    user_agent: string
    detail: Json<Readonly<Record<string, unknown>>>
    acting_for: string | null
    capacity: string | null
    /** Its number in the audit log, once it has one. */
    audit_seq: number | null
  }
  membership: {
    id: string
    user_id: string
    role: Role
    party_id: string
    status: 'active' | 'ended'
    valid_from: Date
    valid_to: Date | null
    /** Null is all of them. */
    functions: Json<readonly DelegatedFunction[]> | null
    title: string | null
    added_by: string | null
    ended_by: string | null
  }
  recovery_request: {
    id: string
    kind: 'password-link' | 'password-code' | 'user-id' | 'unlock'
    sealed: Buffer
    flow_hash: string | null
    ip: string
    requested_at: Date
    handled_at: Date | null
  }
  staff_identity: { issuer: string; subject: string; user_id: string; linked_at: Date; last_used_at: Date }
}
