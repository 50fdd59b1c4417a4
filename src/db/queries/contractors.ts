/** Contractors and the states they serve. Public facts: no permit. */
import type { Db } from '../db.ts'
import { open } from '../kit/open.ts'

export interface Contractor {
  readonly id: string
  readonly name: string
  /** The zone in which its deadlines are days. */
  readonly zone: string
  readonly phone: string
  readonly email: string
  readonly address: string
}

const shape = (r: {
  id: string
  name: string
  time_zone: string
  phone: string
  email: string
  address: string
}): Contractor => ({
  id: r.id,
  name: r.name,
  zone: r.time_zone,
  phone: r.phone,
  email: r.email,
  address: r.address,
})

/** The contractor that decides applications from a state; undefined where nobody does yet. */
export async function contractorFor(db: Db, state: string): Promise<Contractor | undefined> {
  const row = await open(db)
    .selectFrom('contractor as c')
    .innerJoin('contractor_state as s', 's.contractor_id', 'c.id')
    .selectAll('c')
    .where('s.state', '=', state)
    .executeTakeFirst()
  return row && shape(row)
}

export async function findContractor(db: Db, id: string): Promise<Contractor | undefined> {
  const row = await open(db).selectFrom('contractor').selectAll().where('id', '=', id).executeTakeFirst()
  return row && shape(row)
}

/** Every contractor by name, with the states it serves in the order of the alphabet. */
export async function contractorsWithStates(
  db: Db,
): Promise<readonly (Contractor & { readonly states: readonly string[] })[]> {
  const rows = await open(db)
    .selectFrom('contractor as c')
    .leftJoin('contractor_state as s', 's.contractor_id', 'c.id')
    .selectAll('c')
    .select('s.state')
    .orderBy('c.name')
    .orderBy('s.state')
    .execute()
  return [...new Map(rows.map((r) => [r.id, r])).values()].map((r) => ({
    ...shape(r),
    states: rows.flatMap((o) => (o.id === r.id && o.state ? [o.state] : [])),
  }))
}
