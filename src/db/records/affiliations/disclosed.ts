/** Writes of affiliations while a request is answered: one row an affiliation, its tax number sealed and found by a digest. */
import type { Permit } from '#domain/access/policy.ts'
import { nameKey } from '#domain/party/name-key.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { affiliationPlace } from '../../queries/affiliations/disclosed.ts'
import { taxIdIndex } from '../enrollment/enrollees.ts'

export interface SavedAffiliation {
  readonly id: string
  readonly open: Readonly<Record<string, unknown>>
  readonly restricted: Readonly<Record<string, unknown>>
  readonly taxId: string | undefined
  /** The version that the page was drawn from; undefined for a new one. */
  readonly seenVersion: number | undefined
}

/** Refuses with `stale` when somebody else saved it meanwhile. */
export async function saveAffiliation(
  tx: Db,
  permit: Permit<'affiliation.answer'>,
  s: SavedAffiliation,
  at: Date,
): Promise<Result<null>> {
  const k = open(tx)
  const requestId = permit.subjectId
  const there = await k
    .selectFrom('affiliation')
    .select('version')
    .where('request_id', '=', requestId)
    .where('id', '=', s.id)
    .executeTakeFirst()
  if (there && there.version !== s.seenVersion) return refuse({ code: 'stale' })
  const { open: answers } = s
  const values = {
    answers: JSON.stringify(answers),
    restricted:
      Object.keys(s.restricted).length > 0
        ? vaultOf(tx).seal(affiliationPlace(requestId, s.id), JSON.stringify(s.restricted))
        : null,
    name_key: nameKey(String(answers.partyName ?? '')),
    npi: typeof answers.partyNpi === 'string' ? answers.partyNpi : null,
    tax_id_index: s.taxId ? taxIdIndex(tx, s.taxId) : null,
    event: typeof answers.event === 'string' ? answers.event : null,
    version: (there?.version ?? 0) + 1,
    saved_by: permit.actor.userId,
    saved_at: at,
    removed_at: null,
  }
  await k
    .insertInto('affiliation')
    .values({ request_id: requestId, id: s.id, ...values })
    .onConflict((c) => c.columns(['request_id', 'id']).doUpdateSet(values))
    .execute()
  return ok(null)
}

/** Takes one out, or puts it back; false when there is none. */
export async function setAffiliationRemoved(
  tx: Db,
  permit: Permit<'affiliation.answer'>,
  id: string,
  removedAt: Date | null,
): Promise<boolean> {
  const done = await open(tx)
    .updateTable('affiliation')
    .set({ removed_at: removedAt })
    .where('request_id', '=', permit.subjectId)
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
