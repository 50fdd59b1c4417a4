/** Parties of ownership in the standing record: found by tax number, whatever filing named them before, else made. */
import { randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import type { OwnershipParty } from '#domain/ownership/party.ts'
import { nameKey } from '#domain/party/name-key.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { taxIdIndex } from '../enrollment/enrollees.ts'

export interface NamedOwner extends OwnershipParty {
  readonly taxId?: string
}

/** The ids of the parties in the record, by their ids in the filing. Names and kinds become those of this filing. */
export async function keepParties(
  tx: Db,
  _: Permit<'application.decide'>,
  filing: {
    readonly enrollmentId: string
    readonly parties: readonly NamedOwner[]
  },
  at: Date,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  // In the order of their keys, so that two approvals at the same time wait for each other and never in a circle.
  for (const p of filing.parties.toSorted((a, b) => ((a.taxId ?? '') < (b.taxId ?? '') ? -1 : 1)))
    ids.set(p.id, await keepParty(tx, p, filing.enrollmentId, at))
  return ids
}

async function keepParty(tx: Db, p: NamedOwner, namedBy: string, at: Date) {
  const k = open(tx)
  const index = p.taxId ? taxIdIndex(tx, p.taxId) : null
  const key = nameKey(p.name)
  const said = {
    name: p.name,
    name_key: key,
    ...(p.address && { address: p.address, address_key: nameKey(p.address) }),
    ...(p.title && { title: p.title }),
  }
  const there = await k
    .selectFrom('ownership_party')
    .select(['id', 'kinds'])
    .where((e) =>
      index
        ? e('tax_id_index', '=', index)
        : e.and([
            e('tax_id_index', 'is', null),
            e('named_by', '=', namedBy),
            e('name_key', '=', key),
            e('kind', '=', p.kind),
          ]),
    )
    .forUpdate()
    .executeTakeFirst()
  if (there) {
    const kinds = JSON.stringify([...new Set([...there.kinds, ...p.kinds])])
    await k
      .updateTable('ownership_party')
      .set({ ...said, kinds })
      .where('id', '=', there.id)
      .execute()
    return there.id
  }
  const made = await k
    .insertInto('ownership_party')
    .values({
      id: randomUUID(),
      kind: p.kind,
      tax_id_index: index,
      named_by: index ? null : namedBy,
      kinds: JSON.stringify(p.kinds),
      address: null,
      address_key: null,
      title: null,
      created_at: at,
      ...said,
    })
    .onConflict((c) => c.column('tax_id_index').doUpdateSet({ name: p.name, name_key: key }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return made.id
}
