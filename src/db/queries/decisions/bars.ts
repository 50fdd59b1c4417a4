/** Reads of bars to enroll again: those against a party, whichever of its enrollments was revoked (42 CFR 424.535(c)). */
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Bar } from '#domain/decisions/plan.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { ApplicationPermit } from '../application/applications.ts'
import type { DeskLooking } from './enrollment-decisions.ts'

export interface StandingBar extends Bar {
  readonly enrollmentId: string
}

/** Bars that stand and end on the day or later, of the enrollee and of whoever has the same tax number; the longest first. */
export async function listBars(
  db: Db,
  _: ApplicationPermit | DeskLooking | Permit<'application.start'>,
  enrolleeId: string,
  on: Day,
): Promise<readonly StandingBar[]> {
  const rows = await open(db)
    .selectFrom('re_enrollment_bar as b')
    .innerJoin('enrollment_decision as d', 'd.id', 'b.decision_id')
    .innerJoin('enrollee as e', 'e.id', 'b.enrollee_id')
    .innerJoin('enrollee as me', (j) => j.on('me.id', '=', enrolleeId))
    .select(['b.from_on', 'b.until_on', 'd.enrollment_id'])
    .where((x) => x.or([x('e.id', '=', x.ref('me.id')), x('e.tax_id_index', '=', x.ref('me.tax_id_index'))]))
    .where('b.lifted_at', 'is', null)
    .where('b.until_on', '>=', on)
    .orderBy('b.until_on', 'desc')
    .execute()
  return rows.map((r) => ({ from: r.from_on, until: r.until_on, enrollmentId: r.enrollment_id }))
}

/** Was another enrollment of the same party revoked, and does that still stand? */
export async function wasRevokedElsewhere(db: Db, _: DeskLooking, enrollmentId: string): Promise<boolean> {
  const row = await open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as me', 'me.id', 'n.enrollee_id')
    .innerJoin('enrollee as e', (j) =>
      j.on((x) => x.or([x('e.id', '=', x.ref('me.id')), x('e.tax_id_index', '=', x.ref('me.tax_id_index'))])),
    )
    .innerJoin('enrollment as other', 'other.enrollee_id', 'e.id')
    .innerJoin('enrollment_period as p', 'p.enrollment_id', 'other.id')
    .select('other.id')
    .where('n.id', '=', enrollmentId)
    .whereRef('other.id', '<>', 'n.id')
    .where('p.status', '=', 'revoked')
    .where('p.known_to', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
