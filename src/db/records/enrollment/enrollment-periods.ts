/**
 * Brings the periods of an enrollment to what a decision makes of them. Facts are never changed: a period that is no
 * longer so is only marked as no longer believed (known_to), and the new one stands beside it.
 */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { type EnrollmentPeriod, statusOn } from '#domain/enrollment/enrollment.ts'
import type { Result } from '#domain/result.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { ApplicationPermit } from '../../queries/application/applications.ts'
import { statusOf } from '../../queries/enrollment/enrollments.ts'
import { noteChange } from './enrollments.ts'

/** The periods that are believed now, in order. */
export async function listBelievedPeriods(
  db: Db,
  _: Permit<
    ApplicationPermit['action'] | 'decisions.view' | 'enrollment.prepare-decision' | 'enrollment.decide' | 'appeal.hear'
  >,
  enrollmentId: string,
): Promise<readonly (EnrollmentPeriod & { readonly id: string })[]> {
  const rows = await open(db)
    .selectFrom('enrollment_period')
    .select(['id', 'status', 'from_on', 'to_on'])
    .where('enrollment_id', '=', enrollmentId)
    .where('known_to', 'is', null)
    .orderBy('from_on')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    status: statusOf(r.status),
    from: r.from_on,
    ...(r.to_on && { to: r.to_on }),
  }))
}

/** `next` says what the periods shall be, given those of now; a refusal of it leaves everything as it was. */
export async function replacePeriods(
  tx: Db,
  permit: Permit<'application.decide' | 'enrollment.decide' | 'appeal.hear'>,
  enrollmentId: string,
  next: (now: readonly EnrollmentPeriod[]) => Result<readonly EnrollmentPeriod[]>,
  why: { readonly because: readonly string[]; readonly applicationId: string | undefined; readonly today: Day },
  at: Date,
): Promise<Result<readonly EnrollmentPeriod[]>> {
  const k = open(tx)
  // Two decisions at once follow each other: the second sees the periods of the first.
  await k.selectFrom('enrollment').select('id').where('id', '=', enrollmentId).forUpdate().executeTakeFirst()
  const before = await listBelievedPeriods(tx, permit, enrollmentId)
  const planned = next(before.map(({ id: _, ...period }) => period))
  if (!planned.ok) return planned
  const same = (a: EnrollmentPeriod, b: EnrollmentPeriod) => a.status === b.status && a.from === b.from && a.to === b.to
  for (const p of before.filter((b) => !planned.value.some((n) => same(n, b))))
    await k.updateTable('enrollment_period').set({ known_to: at }).where('id', '=', p.id).execute()
  for (const p of planned.value.filter((n) => !before.some((b) => same(n, b))))
    await k
      .insertInto('enrollment_period')
      .values({
        id: randomUUID(),
        enrollment_id: enrollmentId,
        status: p.status,
        from_on: p.from,
        to_on: p.to ?? null,
        known_from: at,
        known_to: null,
        because: JSON.stringify(why.because),
        application_id: why.applicationId ?? null,
      })
      .execute()
  const status = statusOn(planned.value, why.today) ?? endedStatus(planned.value, why.today)
  if (status) await k.updateTable('enrollment').set({ status }).where('id', '=', enrollmentId).execute()
  await noteChange(tx, enrollmentId, at)
  return planned
}

/** Every period is over: nothing is left that may be paid or ordered. */
const endedStatus = (periods: readonly EnrollmentPeriod[], today: Day) =>
  periods.length > 0 && periods.every((p) => p.to !== undefined && p.to < today) ? ('withdrawn' as const) : undefined
