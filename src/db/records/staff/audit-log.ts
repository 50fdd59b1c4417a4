/**
 * Numbers events into the audit log. Each act writes its event in its own transaction and waits for nobody; one caller
 * at a time holds the chain's row and appends what has no number yet, ending every batch with a signed checkpoint.
 */
import { sql } from 'kysely'
import { type AuditEntry, type AuditSource, GENESIS } from '#domain/audit/entry.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface Head {
  readonly seq: number
  readonly hash: string
}

/** Holds the chain until the transaction ends, and says where it stands. */
export async function holdChain(tx: Db): Promise<Head> {
  await open(tx).selectFrom('audit_chain').select('name').where('name', '=', 'main').forUpdate().executeTakeFirst()
  const row = await open(tx)
    .selectFrom('audit_log')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { seq: 0, hash: GENESIS }
}

/** Events without a number, of each source at most `limit`, in the order of their time. */
export async function listUnchained(tx: Db, limit: number): Promise<readonly AuditEntry[]> {
  const accounts = await open(tx)
    .selectFrom('auth_event')
    .selectAll()
    .where('audit_seq', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .execute()
  const applications = await open(tx)
    .selectFrom('application_event')
    .selectAll()
    .where('audit_seq', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .execute()
  const views = await open(tx)
    .selectFrom('access_record')
    .selectAll()
    .where('audit_seq', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .execute()
  const staff = await open(tx)
    .selectFrom('staff_event')
    .selectAll()
    .where('audit_seq', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .execute()
  const decisions = await open(tx)
    .selectFrom('decision_event')
    .selectAll()
    .where('audit_seq', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(limit)
    .execute()
  const nowhere = { ip: null, userAgent: null }
  const entries: readonly AuditEntry[] = [
    ...accounts.map((r) => ({
      ...of('account', r),
      actingFor: r.acting_for,
      action: r.type,
      subjectId: r.user_id,
      outcome: r.outcome,
      ip: r.ip,
      userAgent: r.user_agent,
      detail: {
        ...r.detail,
        ...(r.session_id && { session: r.session_id }),
        ...(r.login_id_mac && { login: r.login_id_mac }),
      },
    })),
    ...applications.map((r) => ({
      ...of('application', r),
      ...nowhere,
      actingFor: r.acting_for,
      action: r.event,
      subjectId: r.application_id,
      outcome: 'done',
      // Reasons and notes of a case stay with the case.
      detail: { ordinal: r.ordinal },
    })),
    ...decisions.map((r) => ({
      ...of('decision', r),
      ...nowhere,
      actingFor: r.acting_for,
      action: `${r.decision_id ? 'decision' : r.appeal_id ? 'appeal' : 'affiliation'}.${r.event}`,
      subjectId: r.decision_id ?? r.appeal_id ?? r.affiliation_request_id,
      outcome: 'done',
      // Reasons and grounds stay with the decision and the appeal.
      detail: {},
    })),
    ...views.map((r) => ({
      ...of('view', r),
      actingFor: r.acting_for,
      action: r.action,
      subjectId: r.subject_id,
      outcome: r.outcome,
      ip: r.ip,
      userAgent: r.user_agent,
      detail: { path: r.path },
    })),
    ...staff.map((r) => ({
      ...of('staff', r),
      actingFor: r.acting_for,
      action: r.action,
      subjectId: r.subject_id,
      outcome: 'done',
      ip: r.ip,
      userAgent: r.user_agent,
      detail: r.detail,
    })),
  ]
  return entries.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.sourceId < b.sourceId ? -1 : 1))
}
const of = (source: AuditSource, r: { readonly id: string; readonly at: Date; readonly actor_id: string }) => ({
  source,
  sourceId: r.id,
  at: r.at,
  actorId: r.actor_id,
})

export interface Chained extends AuditEntry, Head {
  readonly prevHash: string
}

const tables = {
  account: 'auth_event',
  application: 'application_event',
  view: 'access_record',
  staff: 'staff_event',
  decision: 'decision_event',
} as const

/** Appends entries that were numbered after the held head, and marks their events. */
export async function appendToChain(tx: Db, entries: readonly Chained[]): Promise<void> {
  await open(tx)
    .insertInto('audit_log')
    .values(
      entries.map((e) => ({
        seq: e.seq,
        prev_hash: e.prevHash,
        hash: e.hash,
        source: e.source,
        source_id: e.sourceId,
        at: e.at,
        actor_id: e.actorId,
        acting_for: e.actingFor,
        action: e.action,
        subject_id: e.subjectId,
        outcome: e.outcome,
        ip: e.ip,
        user_agent: e.userAgent,
        detail: JSON.stringify(e.detail),
      })),
    )
    .execute()
  for (const [source, table] of Object.entries(tables)) {
    const ours = entries.filter((e) => e.source === source)
    if (ours.length === 0) continue
    const ids = ours.map((e) => e.sourceId)
    const numbers = ours.map((e) => e.seq)
    await sql`
      update ${sql.table(table)} as e set audit_seq = n.seq
      from unnest(cast(${ids} as uuid[]), cast(${numbers} as bigint[])) as n (id, seq)
      where e.id = n.id`.execute(open(tx))
  }
}

export async function insertCheckpoint(
  tx: Db,
  c: Head & { readonly at: Date; readonly keyId: string; readonly signature: string },
): Promise<void> {
  await open(tx)
    .insertInto('audit_checkpoint')
    .values({ seq: c.seq, hash: c.hash, at: c.at, key_id: c.keyId, signature: c.signature })
    .execute()
}
