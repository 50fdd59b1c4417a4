/**
 * A rotation of the master key: everything that the former key sealed is sealed anew, then the former key is retired.
 * Run again after it was killed or something did not open, it goes on with what is left. The portal works meanwhile.
 */
import type { Db } from '#db/db.ts'
import { countWorkingWith, heldKeys } from '#db/queries/keys/sealing-keys.ts'
import { type Resealed, resealAll } from '#db/records/keys/reseal.ts'
import { retireSealingKey } from '#db/records/keys/sealing-keys.ts'
import { appendStaffEvent } from '#db/records/staff/staff-events.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { RestorableFiles } from '#outside/files/files.ts'

export type Rotated =
  | { readonly is: 'nothing-to-do' }
  /** Somebody still seals with the former key. */
  | { readonly is: 'in-use'; readonly connections: number }
  | { readonly is: 'not-all'; readonly failed: number }
  | { readonly is: 'done'; readonly resealed: number; readonly retired: string }

/** `told` hears of every kind as it is done. Throws when the database or the document store is lost. */
export async function rotateKey(
  db: Db,
  permit: Permit<'registry.manage'>,
  { files, actorId, told }: { files: RestorableFiles; actorId: string; told: (kind: Resealed) => void },
  now: Date,
): Promise<Rotated> {
  const { keyId, previousKeyId } = heldKeys(db)
  if (!previousKeyId || previousKeyId === keyId) return { is: 'nothing-to-do' }
  const connections = await countWorkingWith(db, permit, previousKeyId)
  if (connections > 0) return { is: 'in-use', connections }
  let [resealed, failed] = [0, 0]
  for await (const kind of resealAll(db, permit, files)) {
    told(kind)
    resealed += kind.resealed
    failed += kind.failed
  }
  if (failed > 0) return { is: 'not-all', failed }
  // Whoever came meanwhile with the former key may have sealed something behind us.
  const late = await countWorkingWith(db, permit, previousKeyId)
  if (late > 0) return { is: 'in-use', connections: late }
  await transact(db, async (tx) => {
    await retireSealingKey(tx, permit, previousKeyId, now)
    const caller = { ip: '', userAgent: 'command line' }
    const detail = { retired: previousKeyId, resealed }
    await appendStaffEvent(
      tx,
      { actorId, action: 'admin.rotate-key', subjectId: `master-key/${keyId}`, caller, detail },
      now,
    )
  })
  return { is: 'done', resealed, retired: previousKeyId }
}
