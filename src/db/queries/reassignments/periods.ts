/** What decides when a reassignment may begin: the period in which each enrollment is, as we know it now. */
import type { Day } from '#domain/dates.ts'
import type { EnrollmentStatus } from '#domain/enrollment/enrollment.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { statusOf } from '../enrollment/enrollments.ts'

export interface CurrentPeriod {
  readonly status: EnrollmentStatus
  readonly from: Day
}

/** By enrollment; without those that no period covers on the day. In the transaction of whoever decides by it. */
export async function currentPeriods(
  tx: Db,
  ids: readonly string[],
  on: Day,
): Promise<ReadonlyMap<string, CurrentPeriod>> {
  if (ids.length === 0) return new Map()
  const rows = await open(tx)
    .selectFrom('enrollment_period')
    .select(['enrollment_id', 'status', 'from_on'])
    .where('enrollment_id', 'in', [...new Set(ids)])
    .where('known_to', 'is', null)
    .where('from_on', '<=', on)
    .where((e) => e.or([e('to_on', 'is', null), e('to_on', '>=', on)]))
    .execute()
  return new Map(rows.map((r) => [r.enrollment_id, { status: statusOf(r.status), from: r.from_on }]))
}
