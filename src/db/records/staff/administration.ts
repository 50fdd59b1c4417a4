/** What administrators change: proposals, settings, contractors. Within the caller's transaction. */
import { randomUUID } from 'node:crypto'
import type { AdminChange } from '#domain/settings/admin-change.ts'
import { type METHODS, type SettingName, settingKey } from '#domain/settings/settings.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { findSetting, saveSetting } from '../settings.ts'

export interface NewProposal {
  readonly change: AdminChange
  readonly reason: string
  readonly proposedBy: string
  readonly expiresAt: Date
}
export async function insertProposal(tx: Db, p: NewProposal, at: Date): Promise<string> {
  const id = randomUUID()
  await open(tx)
    .insertInto('admin_proposal')
    .values({
      id,
      change: JSON.stringify(p.change),
      reason: p.reason,
      status: 'open',
      proposed_by: p.proposedBy,
      proposed_at: at,
      expires_at: p.expiresAt,
    })
    .execute()
  return id
}

/** A proposal that is open and not over, held until the transaction ends. */
export async function lockProposal(tx: Db, id: string, now: Date) {
  return open(tx)
    .selectFrom('admin_proposal')
    .selectAll()
    .where('id', '=', id)
    .where('status', '=', 'open')
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst()
}

export async function endProposal(
  tx: Db,
  id: string,
  status: 'approved' | 'refused' | 'withdrawn',
  by: string,
  at: Date,
): Promise<void> {
  await open(tx)
    .updateTable('admin_proposal')
    .set({ status, decided_by: by, decided_at: at })
    .where('id', '=', id)
    .execute()
}

interface SettingChange {
  readonly name: SettingName | typeof METHODS
  readonly value: number | readonly string[]
  readonly reason: string
  readonly changedBy: string
  readonly approvedBy: string | undefined
}
/** Puts a value in force and keeps what it was before. */
export async function changeSetting(tx: Db, c: SettingChange, at: Date): Promise<void> {
  const before = await findSetting(tx, settingKey(c.name))
  await saveSetting(tx, settingKey(c.name), c.value)
  await open(tx)
    .insertInto('setting_change')
    .values({
      id: randomUUID(),
      name: c.name,
      before: before === undefined ? null : JSON.stringify(before),
      after: JSON.stringify(c.value),
      reason: c.reason,
      changed_by: c.changedBy,
      approved_by: c.approvedBy ?? null,
      at,
    })
    .execute()
}

export interface ContractorDetails {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly address: string
}
export async function saveContractor(tx: Db, id: string, d: ContractorDetails): Promise<void> {
  await open(tx).updateTable('contractor').set(d).where('id', '=', id).execute()
}

/** The contractor gets these states from whoever had them; those it had and that are not among them, nobody takes away. */
export async function giveStates(tx: Db, contractorId: string, states: readonly string[]): Promise<void> {
  if (states.length === 0) return
  await open(tx)
    .insertInto('contractor_state')
    .values(states.map((state) => ({ state, contractor_id: contractorId })))
    .onConflict((c) => c.column('state').doUpdateSet({ contractor_id: contractorId }))
    .execute()
}
