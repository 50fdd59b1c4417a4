/** Adds contractors and the states that each serves. Later changes are administrators' (staff/administration.ts). */
import type { Permit } from '#domain/access/policy.ts'
import type { StateCode } from '#domain/party/states.ts'
import type { Db } from '../db.ts'
import { open } from '../kit/open.ts'

export interface NewContractor {
  /** A short name for addresses and exports, such as "lakes". */
  readonly id: string
  readonly name: string
  /** The zone in which its deadlines are days. */
  readonly zone: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly states: readonly StateCode[]
}

/** Which of the two is taken, when one is: the id, or a state that another serves. Then nothing may be kept. */
export async function insertContractor(
  tx: Db,
  _: Permit<'registry.manage'>,
  { id, zone, states, ...facts }: NewContractor,
): Promise<'id' | 'states' | undefined> {
  const k = open(tx)
  const added = await k
    .insertInto('contractor')
    .values({ id, ...facts, time_zone: zone })
    .onConflict((c) => c.column('id').doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows !== 1n) return 'id'
  if (states.length === 0) return undefined
  const served = await k
    .insertInto('contractor_state')
    .values(states.map((state) => ({ state, contractor_id: id })))
    .onConflict((c) => c.column('state').doNothing())
    .executeTakeFirst()
  return Number(served.numInsertedOrUpdatedRows) === states.length ? undefined : 'states'
}
