/** The status that an enrollment carries in a column, brought to what its periods say on a day. The periods are the truth. */
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { noteChange } from './enrollments.ts'

/** Returns how many were behind. A period that ended without another leaves an enrollment withdrawn. */
export async function settleStatuses(db: Db, _: Permit<'system.run'>, on: Day, at: Date): Promise<number> {
  const k = open(db)
  const covering = await k
    .selectFrom('enrollment_period as p')
    .innerJoin('enrollment as n', 'n.id', 'p.enrollment_id')
    .select(['n.id', 'p.status'])
    .whereRef('p.status', '<>', 'n.status')
    .where('p.known_to', 'is', null)
    .where('p.from_on', '<=', on)
    .where((e) => e.or([e('p.to_on', 'is', null), e('p.to_on', '>=', on)]))
    .limit(1000)
    .execute()
  const over = await k
    .selectFrom('enrollment as n')
    .select('n.id')
    .where('n.status', '<>', 'withdrawn')
    .where((e) =>
      e.exists(
        e
          .selectFrom('enrollment_period as p')
          .select('p.id')
          .whereRef('p.enrollment_id', '=', 'n.id')
          .where('p.known_to', 'is', null)
          .where('p.to_on', '<', on),
      ),
    )
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('enrollment_period as p')
            .select('p.id')
            .whereRef('p.enrollment_id', '=', 'n.id')
            .where('p.known_to', 'is', null)
            .where((x) => x.or([x('p.to_on', 'is', null), x('p.to_on', '>=', on)])),
        ),
      ),
    )
    .limit(1000)
    .execute()
  const settled = [...covering, ...over.map(({ id }) => ({ id, status: 'withdrawn' }))]
  for (const { id, status } of settled) {
    await k.updateTable('enrollment').set({ status }).where('id', '=', id).execute()
    await noteChange(db, id, at)
  }
  return settled.length
}
