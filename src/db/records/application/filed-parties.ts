/** Keeps whom a submission names, as keyed digests. The same again changes nothing. */
import type { Permit } from '#domain/access/policy.ts'
import type { PartyKey } from '#domain/screening/filed-party.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { filedPartyDigest } from '../../queries/lists/filed-parties.ts'

export interface FiledParty {
  readonly id: string
  readonly keys: readonly PartyKey[]
}

export async function saveFiledParties(
  tx: Db,
  _: Permit<'application.sign' | 'system.run'>,
  { applicationId, ordinal }: { readonly applicationId: string; readonly ordinal: number },
  parties: readonly FiledParty[],
): Promise<void> {
  const at = { application_id: applicationId, submission_ordinal: ordinal }
  const rows = parties.flatMap(({ id, keys }) =>
    keys.map(({ kind, value }) => ({ ...at, party: id, kind, digest: filedPartyDigest(tx, kind, value) })),
  )
  if (rows.length > 0)
    await open(tx)
      .insertInto('filed_party')
      .values(rows)
      .onConflict((c) => c.doNothing())
      .execute()
  await open(tx)
    .insertInto('filed_party_index')
    .values(at)
    .onConflict((c) => c.doNothing())
    .execute()
}
