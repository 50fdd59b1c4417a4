/** The audit log as an auditor reads it: by person, party, action and date, newest first; and its rows for verification. */
import { sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { Checkpoint } from '#domain/audit/chain.ts'
import type { ChainedEntry } from '#domain/audit/entry.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { Tables } from '../../kit/tables.ts'
import { isRowId } from '../application/applications.ts'

type Auditing = Permit<'audit.view'>
type Row = Pick<
  { [K in keyof Tables['audit_log']]: Tables['audit_log'][K] },
  | 'seq'
  | 'prev_hash'
  | 'hash'
  | 'source'
  | 'source_id'
  | 'at'
  | 'actor_id'
  | 'acting_for'
  | 'action'
  | 'subject_id'
  | 'outcome'
  | 'ip'
  | 'user_agent'
> & { readonly detail: Readonly<Record<string, unknown>> }

const entryOf = (r: Row): ChainedEntry => ({
  seq: r.seq,
  prevHash: r.prev_hash,
  hash: r.hash,
  source: r.source,
  sourceId: r.source_id,
  at: r.at,
  actorId: r.actor_id,
  actingFor: r.acting_for,
  action: r.action,
  subjectId: r.subject_id,
  outcome: r.outcome,
  ip: r.ip,
  userAgent: r.user_agent,
  detail: r.detail,
})

export interface AuditFilter {
  /** Name, user id, or part of one. */
  readonly person?: string | undefined
  /** NPI, tracking number, contractor or an id. */
  readonly party?: string | undefined
  readonly action?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Only entries before this number: the next page. */
  readonly before?: number | undefined
}
export interface ReadEntry extends ChainedEntry {
  readonly actorName: string | undefined
  readonly subjectName: string | undefined
}

/** One page of what fits, newest first; days are days of the site's zone. */
export async function listAudit(
  db: Db,
  _permit: Auditing,
  f: AuditFilter,
  { limit, zone }: { readonly limit: number; readonly zone: string },
): Promise<readonly ReadEntry[]> {
  const people = f.person ? await peopleLike(db, f.person) : undefined
  const parties = f.party ? await partiesLike(db, f.party) : undefined
  let q = open(db)
    .selectFrom('audit_log as l')
    .leftJoin('app_user as a', (j) => j.on(sql<boolean>`a.id::text = l.actor_id`))
    .leftJoin('app_user as s', (j) => j.on(sql<boolean>`s.id::text = l.subject_id`))
    .selectAll('l')
    .select(['a.display_name as actor_name', 's.display_name as subject_name'])
  if (people) q = q.where((e) => e.or([e('l.actor_id', 'in', people), e('l.subject_id', 'in', people)]))
  if (parties) q = q.where((e) => e.or([e('l.subject_id', 'in', parties), e('l.acting_for', 'in', parties)]))
  if (f.action) q = q.where('l.action', '=', f.action)
  if (f.from) q = q.where(sql<boolean>`l.at >= (${f.from}::date)::timestamp at time zone ${zone}`)
  if (f.to) q = q.where(sql<boolean>`l.at < (${f.to}::date + 1)::timestamp at time zone ${zone}`)
  if (f.before) q = q.where('l.seq', '<', f.before)
  const rows = await q.orderBy('l.seq', 'desc').limit(limit).execute()
  return rows.map((r) => ({
    ...entryOf(r as unknown as Row),
    actorName: r.actor_name ?? undefined,
    subjectName: r.subject_name ?? undefined,
  }))
}

const NOBODY = ['-']
async function peopleLike(db: Db, typed: string): Promise<readonly string[]> {
  const like = `%${typed.trim().replace(/[\\%_]/g, '\\$&')}%`
  const rows = await open(db)
    .selectFrom('app_user')
    .select('id')
    .where((e) => e.or([e('display_name', 'ilike', like), e('login_id', 'ilike', like)]))
    .limit(100)
    .execute()
  const ids = rows.map((r) => r.id)
  return ids.length > 0 ? ids : [typed.trim()]
}

/** Everything that belongs to the party: its applications and enrollments too. */
async function partiesLike(db: Db, typed: string): Promise<readonly string[]> {
  const text = typed.trim()
  const enrollees = await open(db)
    .selectFrom('enrollee')
    .select('id')
    .where((e) => (isRowId(text) ? e.or([e('npi', '=', text), e('id', '=', text)]) : e('npi', '=', text)))
    .execute()
  const ids = enrollees.map((e) => e.id)
  const applications = await open(db)
    .selectFrom('application')
    .select('id')
    .where((e) =>
      ids.length > 0
        ? e.or([e('enrollee_id', 'in', ids), e('tracking_number', '=', text)])
        : e('tracking_number', '=', text),
    )
    .execute()
  const enrollments =
    ids.length > 0 ? await open(db).selectFrom('enrollment').select('id').where('enrollee_id', 'in', ids).execute() : []
  const all = [...ids, ...applications.map((a) => a.id), ...enrollments.map((e) => e.id), ...(text ? [text] : [])]
  return all.length > 0 ? all : NOBODY
}

/** Every action that the log has, for the list to choose from. */
export async function listAuditActions(db: Db, _permit: Auditing): Promise<readonly string[]> {
  const rows = await open(db).selectFrom('audit_log').select('action').distinct().orderBy('action').execute()
  return rows.map((r) => r.action)
}

/** Rows in the order of their numbers, after one, for verification. */
export async function readChain(
  db: Db,
  _permit: Auditing,
  after: number,
  limit: number,
): Promise<readonly ChainedEntry[]> {
  const rows = await open(db)
    .selectFrom('audit_log')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map((r) => entryOf(r))
}

export async function listCheckpoints(db: Db, _permit: Auditing): Promise<readonly Checkpoint[]> {
  const rows = await open(db).selectFrom('audit_checkpoint').selectAll().orderBy('seq').execute()
  return rows.map((r) => ({ seq: r.seq, hash: r.hash, at: r.at, keyId: r.key_id, signature: r.signature }))
}

/** How many entries there are, and the last checkpoint. */
export async function chainStanding(
  db: Db,
  _permit: Auditing,
): Promise<{ readonly height: number; readonly checkpoint: { readonly seq: number; readonly at: Date } | undefined }> {
  const top = await open(db)
    .selectFrom('audit_log')
    .select((e) => e.fn.max('seq').as('n'))
    .executeTakeFirst()
  const last = await open(db)
    .selectFrom('audit_checkpoint')
    .select(['seq', 'at'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { height: top?.n ?? 0, checkpoint: last }
}
