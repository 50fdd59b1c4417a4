/** Entries of the death file that may be a person, by number or by name and birth date. Reads only. */
import { sql } from 'kysely'
import type { Action, Permit } from '#domain/access/policy.ts'
import type { MatchParty } from '#domain/matching/match-party.ts'
import type { DeathRecord } from '#domain/party/death-record.ts'
import { nameKey } from '#domain/party/name-key.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'

export interface FoundDeath {
  readonly record: DeathRecord
  /** The keyed digest of its number, to compare with that of the party. */
  readonly digest: string | undefined
}

/** The digest under which a tax id is compared; the number itself is nowhere kept beside it. */
export const taxIdDigest = (db: Db, taxId: string): string => vaultOf(db).blindIndex('tax-id', taxId)

export async function deathsFor(db: Db, _: Permit<Action>, who: MatchParty): Promise<readonly FoundDeath[]> {
  const last = nameKey(who.last ?? '')
  const { rows } = await sql<{ detail: DeathRecord; ssn_index: string | null }>`
    select detail, ssn_index from death_record
    where import_id = (select id from source_import where source = 'death-file' and status = 'current')
      and (ssn_index = ${who.taxId ?? null}
        or (${last !== ''} and last_key = ${last})
        or born_on = ${who.bornOn ?? null}::date)
    order by id limit 500`.execute(open(db))
  return rows.map((r) => ({ record: r.detail, digest: r.ssn_index ?? undefined }))
}
