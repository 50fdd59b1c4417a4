/** Reads of monitoring: which passes are due, and the cases that they opened, by contractor. */
import { sql } from 'kysely'
import type { Permit, Subject } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { MonitoredSource, MonitoringDisposition, MonitoringKind } from '#domain/screening/monitoring.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export interface DuePass {
  readonly source: MonitoredSource
  readonly importId: string
  /** "load" for what the load changed; else the name of a full pass. */
  readonly pass: string
}

/** What loads changed first, in the order in which they came; then lists that had no full pass of this name yet. */
export async function listDuePasses(
  db: Db,
  _: Permit<'system.run'>,
  watched: readonly MonitoredSource[],
  fullPass: string,
): Promise<readonly DuePass[]> {
  const { rows } = await sql<{ source: MonitoredSource; id: string; pass: string }>`
    select i.source, i.id, 'load' as pass, i.finished_at, 1 as turn from source_import i
    where i.source = any(${watched}::text[]) and i.status in ('current', 'applied')
      and i.compared_with is not null
      and not exists (select 1 from monitoring_run r
        where r.import_id = i.id and r.pass = 'load' and r.finished_at is not null)
    union all
    select i.source, i.id, ${fullPass}, i.finished_at, 2 from source_import i
    where i.source = any(${watched}::text[]) and i.status = 'current'
      and not exists (select 1 from monitoring_run r
        where r.source = i.source and r.pass = ${fullPass} and r.finished_at is not null)
    order by turn, finished_at, source`.execute(open(db))
  return rows.map((r) => ({ source: r.source, importId: r.id, pass: r.pass }))
}

export interface MonitoringCase {
  readonly id: string
  readonly enrollmentId: string
  readonly enrolleeId: string
  readonly enrolleeName: string
  readonly contractorId: string
  readonly contractorName: string
  readonly contractorZone: string
  readonly party: string
  readonly partyName: string
  readonly kind: MonitoringKind
  readonly source: MonitoredSource
  readonly rowId: string
  readonly rowSha256: string
  readonly outcome: 'possible' | 'match'
  readonly evidence: Readonly<Record<string, unknown>>
  readonly evidenceSha256: string
  readonly sourceAsOf: Day
  readonly openedAt: Date
  readonly disposition: MonitoringDisposition | undefined
  readonly dispositionReason: string | undefined
  readonly disposedBy: string | undefined
  readonly disposedByName: string | undefined
  readonly disposedAt: Date | undefined
}

const cases = (db: Db) =>
  open(db)
    .selectFrom('monitoring_case as m')
    .innerJoin('enrollment as n', 'n.id', 'm.enrollment_id')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .innerJoin('contractor as c', 'c.id', 'm.contractor_id')
    .leftJoin('app_user as u', 'u.id', 'm.disposed_by')
    .selectAll('m')
    .select([
      'e.id as enrollee_id',
      'e.display_name',
      'c.name as contractor_name',
      'c.time_zone',
      'u.display_name as by_name',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof cases>['executeTakeFirstOrThrow']>>
const shape = (r: Row): MonitoringCase => ({
  id: r.id,
  enrollmentId: r.enrollment_id,
  enrolleeId: r.enrollee_id,
  enrolleeName: r.display_name,
  contractorId: r.contractor_id,
  contractorName: r.contractor_name,
  contractorZone: r.time_zone,
  party: r.party,
  partyName: r.party_name,
  kind: r.kind,
  source: r.source as MonitoredSource,
  rowId: r.row_id,
  rowSha256: r.row_sha256,
  outcome: r.outcome,
  evidence: r.evidence,
  evidenceSha256: r.evidence_sha256,
  sourceAsOf: r.source_as_of,
  openedAt: r.opened_at,
  disposition: r.disposition ?? undefined,
  dispositionReason: r.disposition_reason ?? undefined,
  disposedBy: r.disposed_by ?? undefined,
  disposedByName: r.by_name ?? undefined,
  disposedAt: r.disposed_at ?? undefined,
})

export const monitoringQueues = ['open', 'for-action', 'closed'] as const
export type MonitoringQueue = (typeof monitoringQueues)[number]
export const isMonitoringQueue = (s: string | undefined): s is MonitoringQueue =>
  (monitoringQueues as readonly (string | undefined)[]).includes(s)

const inQueue = (queue: MonitoringQueue) =>
  queue === 'open'
    ? sql<boolean>`m.disposed_at is null`
    : queue === 'for-action'
      ? sql<boolean>`m.disposition = 'for-action'`
      : sql<boolean>`m.disposition in ('not-the-same', 'no-action')`

/** A permit whose subject has no contractor was given to somebody who may look at all of them. */
const ofContractor = (permit: Permit<'monitoring.view'>) => {
  const { contractorId } = permit.subject
  return contractorId === undefined ? sql<boolean>`true` : sql<boolean>`m.contractor_id = ${contractorId}`
}

/** Matches before possible ones, the oldest first; at most 200. */
export async function listMonitoringCases(
  db: Db,
  permit: Permit<'monitoring.view'>,
  queue: MonitoringQueue,
): Promise<readonly MonitoringCase[]> {
  const rows = await cases(db)
    .where(inQueue(queue))
    .where(ofContractor(permit))
    .orderBy('m.outcome')
    .orderBy('m.opened_at')
    .orderBy('m.id')
    .limit(200)
    .execute()
  return rows.map(shape)
}

export async function countMonitoringCases(
  db: Db,
  permit: Permit<'monitoring.view'>,
): Promise<Readonly<Record<MonitoringQueue, number>>> {
  const row = await open(db)
    .selectFrom('monitoring_case as m')
    .select([
      sql<number>`count(*) filter (where ${inQueue('open')})`.as('open'),
      sql<number>`count(*) filter (where ${inQueue('for-action')})`.as('for-action'),
      sql<number>`count(*) filter (where ${inQueue('closed')})`.as('closed'),
    ])
    .where(ofContractor(permit))
    .executeTakeFirstOrThrow()
  return { open: Number(row.open), 'for-action': Number(row['for-action']), closed: Number(row.closed) }
}

/** Needs no permit, because permits are minted from it: whose enrollment the case is about. */
export async function monitoringSubject(db: Db, id: string | undefined): Promise<Subject | undefined> {
  if (!isRowId(id)) return undefined
  const row = await open(db)
    .selectFrom('monitoring_case')
    .select('contractor_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id, contractorId: row.contractor_id }
}

export async function findMonitoringCase(
  db: Db,
  permit: Permit<'monitoring.view' | 'monitoring.judge'>,
): Promise<MonitoringCase | undefined> {
  const row = await cases(db).where('m.id', '=', permit.subjectId).executeTakeFirst()
  return row && shape(row)
}
