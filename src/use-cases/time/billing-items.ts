/** Days until which a claim keeps an enrollment from being deactivated, as lines of the calendar. Reads only. */
import type { Db } from '#db/db.ts'
import type { TimedEnrollment } from '#db/queries/time/due-facts.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { DueItem } from '#domain/time/due-item.ts'
import { toldUnbilled } from '../monitoring/told-unbilled.ts'

export async function billingItems(
  db: Db,
  permit: Permit<'dashboard.view'>,
  enrollments: readonly TimedEnrollment[],
  today: Day,
): Promise<readonly DueItem[]> {
  const told = await toldUnbilled(
    db,
    permit,
    enrollments.map((e) => e.id),
    today,
  )
  return enrollments.flatMap((e): readonly DueItem[] => {
    const found = told.get(e.id)
    if (!found) return []
    return [
      {
        id: `billing|${e.id}`,
        kind: found.source === 'last-named' ? 'ordering' : 'billing',
        on: found.claimBy,
        enrolleeId: e.enrolleeId,
        enrolleeName: e.enrolleeName,
        about: e.form,
        detail: e.state,
        href: `/enrollments/${e.id}#claims`,
      },
    ]
  })
}
