/** What the administration shows: staff, contractors, settings with their history, proposals. Reads only. */
import type { Permit } from '#domain/access/policy.ts'
import type { AdminChange } from '#domain/settings/admin-change.ts'
import { staffRoles } from '#domain/settings/admin-change.ts'
import { type SettingName, settingKey, settingNames, settingValue } from '#domain/settings/settings.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'
import { type AccountStatus, type HeldRole, partiesOf } from './found-accounts.ts'

type Administering = Permit<'site.administer'>

export interface StaffMember {
  readonly id: string
  readonly loginId: string
  readonly name: string
  readonly status: AccountStatus
  /** Has opened the account by the mailed link. */
  readonly isSetUp: boolean
  readonly roles: readonly HeldRole[]
}

/** Everybody who holds a role of the operator's people, or held one. */
export async function listStaff(db: Db, _permit: Administering): Promise<readonly StaffMember[]> {
  const rows = await open(db)
    .selectFrom('app_user as u')
    .select(['u.id', 'u.login_id', 'u.display_name', 'u.status', 'u.password_hash'])
    .where('u.id', 'in', (q) =>
      q
        .selectFrom('membership')
        .select('user_id')
        .where('role', 'in', [...staffRoles]),
    )
    .orderBy('u.display_name')
    .orderBy('u.id')
    .execute()
  const held = await partiesOf(
    db,
    rows.map((r) => r.id),
  )
  return rows.map((r) => ({
    id: r.id,
    loginId: r.login_id,
    name: r.display_name,
    status: r.status,
    isSetUp: r.password_hash !== null,
    roles: held.filter((h) => h.userId === r.id),
  }))
}

export async function findStaff(
  db: Db,
  permit: Administering,
  id: string | undefined,
): Promise<StaffMember | undefined> {
  return isRowId(id) ? (await listStaff(db, permit)).find((s) => s.id === id) : undefined
}

export interface ListedContractor {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly states: readonly string[]
}

export async function listContractors(db: Db, _permit: Administering): Promise<readonly ListedContractor[]> {
  const rows = await open(db).selectFrom('contractor').selectAll().orderBy('name').execute()
  const states = await open(db).selectFrom('contractor_state').selectAll().orderBy('state').execute()
  return rows.map((r) => ({
    id: r.id,
    name: r.name,
    phone: r.phone,
    email: r.email,
    address: r.address,
    states: states.filter((s) => s.contractor_id === r.id).map((s) => s.state),
  }))
}

export interface ListedProposal {
  readonly id: string
  readonly change: AdminChange
  readonly reason: string
  readonly status: 'open' | 'approved' | 'refused' | 'withdrawn'
  readonly proposedBy: string
  readonly proposedByName: string
  readonly proposedAt: Date
  readonly expiresAt: Date
  readonly decidedByName: string | undefined
  readonly decidedAt: Date | undefined
}

/** The latest proposals, those that are open first. */
export async function listProposals(db: Db, _permit: Administering): Promise<readonly ListedProposal[]> {
  const rows = await open(db)
    .selectFrom('admin_proposal as p')
    .innerJoin('app_user as a', 'a.id', 'p.proposed_by')
    .leftJoin('app_user as d', 'd.id', 'p.decided_by')
    .selectAll('p')
    .select(['a.display_name as proposer', 'd.display_name as decider'])
    .orderBy((e) => e('p.status', '=', 'open'), 'desc')
    .orderBy('p.proposed_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    change: r.change,
    reason: r.reason,
    status: r.status,
    proposedBy: r.proposed_by,
    proposedByName: r.proposer,
    proposedAt: r.proposed_at,
    expiresAt: r.expires_at,
    decidedByName: r.decider ?? undefined,
    decidedAt: r.decided_at ?? undefined,
  }))
}

/** A number, or the ways to verify that are allowed. */
export type SettingShown = number | readonly string[]
const shownOf = (v: unknown): SettingShown | undefined =>
  typeof v === 'number' ? v : Array.isArray(v) ? v.map(String) : undefined

export interface SettingHistory {
  readonly id: string
  readonly name: string
  readonly before: SettingShown | undefined
  readonly after: SettingShown
  readonly reason: string
  readonly changedByName: string
  readonly approvedByName: string | undefined
  readonly at: Date
}

/** What is in force, and every change, newest first. */
export async function readSettings(
  db: Db,
  _permit: Administering,
): Promise<{ readonly values: Readonly<Record<SettingName, number>>; readonly history: readonly SettingHistory[] }> {
  const stored = await open(db)
    .selectFrom('setting')
    .selectAll()
    .where('name', 'in', settingNames.map(settingKey))
    .execute()
  const values = Object.fromEntries(
    settingNames.map((n) => [n, settingValue(n, stored.find((s) => s.name === settingKey(n))?.value)]),
  ) as Record<SettingName, number>
  const rows = await open(db)
    .selectFrom('setting_change as c')
    .innerJoin('app_user as u', 'u.id', 'c.changed_by')
    .leftJoin('app_user as a', 'a.id', 'c.approved_by')
    .selectAll('c')
    .select(['u.display_name as changer', 'a.display_name as approver'])
    .orderBy('c.at', 'desc')
    .limit(100)
    .execute()
  const history = rows.map((r) => ({
    id: r.id,
    name: r.name,
    before: shownOf(r.before),
    after: shownOf(r.after) ?? Number(r.after),
    reason: r.reason,
    changedByName: r.changer,
    approvedByName: r.approver ?? undefined,
    at: r.at,
  }))
  return { values, history }
}
