/** Whom a policy of monitoring watches, and which cases its lists opened, for trying another policy. Reads only. */
import { type RawBuilder, sql } from 'kysely'
import type { Permit } from '#domain/access/policy.ts'
import type { EnrollmentStatus } from '#domain/enrollment/enrollment.ts'
import type { MonitoredSource, MonitoringKind } from '#domain/screening/monitoring.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface Watch {
  readonly statuses: readonly EnrollmentStatus[]
  /** Forms whose enrollments are left out. */
  readonly withoutForms: readonly string[]
}
export interface WatchedDifference {
  readonly enrollmentId: string
  readonly enrolleeName: string
  readonly status: EnrollmentStatus
  readonly comes: boolean
}
type Trying = Permit<'rules.try'>

const isWatched = ({ statuses, withoutForms }: Watch): RawBuilder<boolean> =>
  sql<boolean>`(n.status = any(${[...statuses]}::text[]) and n.form <> all(${[...withoutForms]}::text[]))`
const own = ({ subject: { contractorId } }: Trying): RawBuilder<boolean> =>
  contractorId === undefined ? sql<boolean>`true` : sql<boolean>`n.contractor_id = ${contractorId}`

export async function countWatched(
  db: Db,
  permit: Trying,
  before: Watch,
  after: Watch,
): Promise<{ readonly before: number; readonly after: number }> {
  const { rows } = await sql<{ before: number; after: number }>`
    select count(*) filter (where ${isWatched(before)})::int as before,
      count(*) filter (where ${isWatched(after)})::int as after
    from enrollment n where ${own(permit)}`.execute(open(db))
  return rows[0]!
}

/** Those that come or go, by name; of a long list the first ones. */
export async function listWatchedDifferences(
  db: Db,
  permit: Trying,
  before: Watch,
  after: Watch,
  most: number,
): Promise<readonly WatchedDifference[]> {
  const { rows } = await sql<{ id: string; name: string; status: EnrollmentStatus; comes: boolean }>`
    select n.id, e.display_name as name, n.status, ${isWatched(after)} as comes
    from enrollment n join enrollee e on e.id = n.enrollee_id
    where ${own(permit)} and ${isWatched(before)} <> ${isWatched(after)}
    order by e.display_name, n.id limit ${most}`.execute(open(db))
  return rows.map((r) => ({ enrollmentId: r.id, enrolleeName: r.name, status: r.status, comes: r.comes }))
}

export interface OpenedCase {
  readonly id: string
  readonly partyName: string
  readonly kind: MonitoringKind
  readonly source: MonitoredSource
  readonly openedAt: Date
}
/** Cases that these lists opened since an instant, the newest first; of a long list the first ones. */
export async function listOpenedBy(
  db: Db,
  { subject: { contractorId } }: Trying,
  sources: readonly MonitoredSource[],
  since: Date,
  most: number,
): Promise<readonly OpenedCase[]> {
  if (sources.length === 0) return []
  const rows = await open(db)
    .selectFrom('monitoring_case')
    .select(['id', 'party_name', 'kind', 'source', 'opened_at'])
    .where('source', 'in', sources)
    .where('opened_at', '>=', since)
    .$if(contractorId !== undefined, (q) => q.where('contractor_id', '=', contractorId!))
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    partyName: r.party_name,
    kind: r.kind,
    source: r.source as MonitoredSource,
    openedAt: r.opened_at,
  }))
}
