/**
 * At start: are the master keys that are set those of this database? A new key is written down, what is derived from the
 * one before is kept under it, and the blind index goes on with the key it began with. Refuses by throwing, in words,
 * because nothing may start with a wrong key: it would seal what nobody else can open.
 */
import type { Db } from '#db/db.ts'
import {
  findBy,
  heldKeys,
  indexKeyOf,
  keptOf,
  listSealingKeys,
  type SealingKey,
} from '#db/queries/keys/sealing-keys.ts'
import { addSealingKey, keepOfKey } from '#db/records/keys/sealing-keys.ts'
import { transact } from '#db/records/transact.ts'
import type { SecretsBefore } from '#outside/secrets.ts'
import { keys as t } from '#words/en/command-line-keys.ts'
import { keptOfMaster, readKept, writeKept } from './kept-keys.ts'

export interface MasterKeys {
  readonly current: Uint8Array
  readonly previous: Uint8Array | undefined
}

/** Returns what earlier keys left behind, the latest first. Throws when a key is retired or not of this database. */
export async function settleKeys(db: Db, masters: MasterKeys, now: Date): Promise<readonly SecretsBefore[]> {
  return await transact(db, async (tx) => {
    const { keyId, previousKeyId } = heldKeys(tx)
    const before = await listSealingKeys(tx)
    const current = before.find((k) => k.id === keyId)
    if (current?.retiredAt) throw new Error(t.retired(keyId, current.retiredAt.toISOString().slice(0, 10)))
    if (!current && before.length > 0 && !before.some((k) => k.id === previousKeyId))
      throw new Error(t.foreign(keyId, before.at(-1)!.id))
    if (!current) await addSealingKey(tx, keyId, now)
    const known = current ? before : await listSealingKeys(tx)
    // A key that is set ahead of its time, so that it opens what other nodes seal with it already, is not one before.
    const earlier = known.slice(
      0,
      known.findIndex((k) => k.id === keyId),
    )
    for (const key of earlier)
      if (key.id === previousKeyId && !key.sealed)
        await keepOfKey(tx, key.id, writeKept(keptOfMaster(masters.previous!)))
    const kept = await keptOfAll(tx, earlier, masters, previousKeyId)
    findBy(tx, kept.at(-1)?.index ?? indexKeyOf(masters.current))
    return kept
  })
}

/** What is kept of every former key of this database. Throws when the keys that are held do not open it. */
export async function listKept(db: Db): Promise<readonly SecretsBefore[]> {
  return (await listSealingKeys(db)).flatMap((key) => keptOf(db, key) ?? []).map(readKept)
}

// The latest first: most of what is looked for was made under it.
async function keptOfAll(tx: Db, earlier: readonly SealingKey[], { previous }: MasterKeys, previousId?: string) {
  return earlier.toReversed().map((key) => {
    if (key.id === previousId && previous) return keptOfMaster(previous)
    const bytes = keptOf(tx, key)
    if (!bytes) throw new Error(t.foreign(key.id, key.id))
    return readKept(bytes)
  })
}
