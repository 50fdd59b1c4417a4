/** The officials whom an organization's enrollment names, as far as they may sign for it. Only an approval changes them. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import { addDays, type Day } from '#domain/dates.ts'
import type { EnrolledOfficial } from '#domain/enrollment/enrolled-facts.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

/** Brings them to what an approved file says, from a day on: those who stay keep their first day, others end or begin. */
export async function replaceOfficials(
  tx: Db,
  _: Permit<'application.decide'>,
  enrollmentId: string,
  officials: readonly EnrolledOfficial[],
  from: Day,
): Promise<void> {
  const k = open(tx)
  const current = await k
    .selectFrom('enrollment_official')
    .selectAll()
    .where('enrollment_id', '=', enrollmentId)
    .where('to_on', 'is', null)
    .execute()
  const same = (row: (typeof current)[number], o: EnrolledOfficial) =>
    row.name === o.name && row.role === o.role && (row.title ?? '') === o.title
  for (const row of current.filter((r) => !officials.some((o) => same(r, o))))
    await k
      .updateTable('enrollment_official')
      .set({ to_on: addDays(from, -1) })
      .where('id', '=', row.id)
      .execute()
  for (const o of officials.filter((x) => !current.some((r) => same(r, x))))
    await k
      .insertInto('enrollment_official')
      .values({
        id: randomUUID(),
        enrollment_id: enrollmentId,
        name: o.name,
        title: o.title,
        role: o.role,
        from_on: from,
        to_on: null,
      })
      .execute()
}
