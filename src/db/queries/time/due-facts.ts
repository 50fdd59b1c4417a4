/** What the record says of time, for enrollments: when they began, what was received, which dates were set. Reads only. */
import { enrolleesFor, type Permit } from '#domain/access/policy.ts'
import { isOpen } from '#domain/application/lifecycle.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'
import type { VersionFile } from '../enrollment/enrollment-versions.ts'
import { COUNTS, dueOf, LIVES, newestSet } from './due-dates.ts'

export interface TimedEnrollment {
  readonly id: string
  readonly form: string
  readonly state: string
  readonly status: string
  readonly enrolleeId: string
  readonly enrolleeName: string
  readonly enrolleeNpi: string
  readonly contractorId: string
  readonly zone: string
  readonly began: Day
  /** Undefined for what is not revalidated. */
  readonly due: Day | undefined
  /** A revalidation was begun: its id. */
  readonly draftId: string | undefined
  /** One was sent and is not decided. */
  readonly underWay: boolean
}

/** For the queries of this folder. */
export const timed = (db: Db) =>
  open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .innerJoin('contractor as c', 'c.id', 'n.contractor_id')
    .select(['n.id', 'n.form', 'n.state', 'n.status', 'n.enrollee_id', 'n.contractor_id', 'e.display_name', 'e.npi'])
    .select(['c.time_zone', 'n.created_at'])
    .select((x) =>
      x
        .selectFrom('enrollment_period as p')
        .select((y) => y.fn.min<Day | null>('p.from_on').as('began'))
        .whereRef('p.enrollment_id', '=', 'n.id')
        .where('p.known_to', 'is', null)
        .as('began'),
    )
    .select((x) => newestSet(x))

type TimedRow = Awaited<ReturnType<ReturnType<typeof timed>['execute']>>[number]
/** The same, with the date worked out. */
export async function withDues(db: Db, rows: readonly TimedRow[]): Promise<readonly TimedEnrollment[]> {
  const ids = rows.map((r) => r.id)
  const filed =
    ids.length === 0
      ? []
      : await open(db)
          .selectFrom('application')
          .select(['id', 'enrollment_id', 'status', 'received_on'])
          .where('enrollment_id', 'in', ids)
          .where('reason', 'in', COUNTS)
          .orderBy('created_at')
          .execute()
  return rows.flatMap((r): TimedEnrollment[] => {
    if (!r.began) return []
    const own = filed.filter((f) => f.enrollment_id === r.id)
    const receivedOn = own.flatMap((f) => (f.status === 'approved' && f.received_on ? [f.received_on] : []))
    return [
      {
        id: r.id,
        form: r.form,
        state: r.state,
        status: r.status,
        enrolleeId: r.enrollee_id,
        enrolleeName: r.display_name,
        enrolleeNpi: r.npi,
        contractorId: r.contractor_id,
        zone: r.time_zone,
        began: r.began,
        due: dueOf({ ...r, began: r.began }, receivedOn),
        draftId: own.find((f) => f.status === 'draft')?.id,
        underWay: own.some((f) => f.status !== 'draft' && isOpen(f.status)),
      },
    ]
  })
}

/** More enrollments than this are looked at one provider at a time. */
const MOST = 500

/** Of every enrollee that the actor works for. */
export async function listOwnTimed(db: Db, permit: Permit<'dashboard.view'>): Promise<readonly TimedEnrollment[]> {
  const enrollees = enrolleesFor(permit.actor, 'enrollment.view').filter(isRowId)
  if (enrollees.length === 0) return []
  const rows = await timed(db)
    .where('n.enrollee_id', 'in', enrollees)
    .where('n.status', 'in', LIVES)
    .orderBy('n.id')
    .limit(MOST)
    .execute()
  return withDues(db, rows)
}

/** One, for the desk or its owner; undefined before it began. */
export async function findTimed(
  db: Db,
  _: Permit<'enrollment.view' | 'enrollment.prepare-decision' | 'letter.view' | 'decisions.view' | 'application.sign'>,
  enrollmentId: string,
): Promise<TimedEnrollment | undefined> {
  const rows = await timed(db).where('n.id', '=', enrollmentId).execute()
  return (await withDues(db, rows))[0]
}

/** The dates of these enrollments, by id; those without one are left out. */
export async function listDues(
  db: Db,
  _: Permit<'roster.view' | 'enrollment.view'>,
  enrollmentIds: readonly string[],
): Promise<ReadonlyMap<string, Day>> {
  const dues = new Map<string, Day>()
  const ids = [...new Set(enrollmentIds)]
  for (let i = 0; i < ids.length; i += MOST) {
    const rows = await timed(db)
      .where('n.id', 'in', ids.slice(i, i + MOST))
      .where('n.status', 'in', LIVES)
      .execute()
    for (const { id, due } of await withDues(db, rows)) if (due) dues.set(id, due)
  }
  return dues
}

/** Every enrollment that can be revalidated, after this one in the order of ids; at most so many. */
export async function listTimed(
  db: Db,
  _: Permit<'system.run'>,
  after: string,
  limit: number,
): Promise<readonly TimedEnrollment[]> {
  const rows = await timed(db)
    .where('n.status', 'in', ['approved', 'stayed'])
    .where('n.id', '>', after)
    .orderBy('n.id')
    .limit(limit)
    .execute()
  return withDues(db, rows)
}

/** Those of a contractor that somebody was written to about. */
export async function listNotifiedTimed(db: Db, permit: Permit<'decisions.view'>): Promise<readonly TimedEnrollment[]> {
  const of = permit.subject.contractorId
  let query = timed(db)
    .where('n.status', 'in', ['approved', 'stayed'])
    .where((e) => e.exists(e.selectFrom('due_notice as d').select('d.id').whereRef('d.enrollment_id', '=', 'n.id')))
  if (of) query = query.where('n.contractor_id', '=', of)
  return withDues(db, await query.orderBy('n.id').limit(MOST).execute())
}

export interface Expiry {
  readonly enrollmentId: string
  readonly sectionId: string
  readonly itemId: string
  readonly on: Day
}

/** Days on which something that the record names runs out: its newest version, answers that are not restricted. */
export async function listExpiries(
  db: Db,
  _: Permit<'dashboard.view'>,
  enrollmentIds: readonly string[],
): Promise<readonly Expiry[]> {
  if (enrollmentIds.length === 0) return []
  const rows = await open(db)
    .selectFrom('enrollment_version')
    .distinctOn('enrollment_id')
    .select(['enrollment_id', 'answers'])
    .where('enrollment_id', 'in', enrollmentIds)
    .where('known_to', 'is', null)
    .orderBy('enrollment_id')
    .orderBy('ordinal', 'desc')
    .execute()
  return rows.flatMap((r) =>
    Object.entries(r.answers as VersionFile).flatMap(([sectionId, items]) =>
      items.flatMap((item): Expiry[] => {
        const on = item.answers.expiresOn
        return typeof on === 'string' && on !== ''
          ? [{ enrollmentId: r.enrollment_id, sectionId, itemId: item.id, on: on as Day }]
          : []
      }),
    ),
  )
}
