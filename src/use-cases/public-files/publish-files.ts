/** Puts a fresh set of public files on the download page, once a day; who fetches sees the old set or the new one. */
import type { Db } from '#db/db.ts'
import { currentPublication } from '#db/queries/public-files/publication.ts'
import {
  beginPublication,
  giveAssociateIds,
  insertPiece,
  insertPublicFile,
  removeOtherPublications,
} from '#db/records/public-files/publication.ts'
import { transact } from '#db/records/transact.ts'
import { anonymous, authorize, type Permit } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import { exportFiles } from './export-files.ts'

/** False when the set of the day is there already. */
export async function publishFiles(
  db: Db,
  running: Permit<'system.run'>,
  typeName: (code: string) => string,
  now: Date,
): Promise<boolean> {
  const on = dayIn(siteZone, now)
  if ((await currentPublication(db, running))?.asOf === on) return false
  const viewing = authorize(anonymous, 'public.view', { id: 'public' })
  if (!viewing.ok) throw new Error('anybody may see what is public')
  await giveAssociateIds(db, running)
  await transact(db, async (tx) => {
    const { id } = await beginPublication(tx, running, on, now)
    let name = ''
    let [ordinal, position] = [0, 0]
    await exportFiles(
      db,
      viewing.value,
      { on, typeName },
      {
        async begin(_, next) {
          name = next
          ordinal = 0
        },
        write: (content) => insertPiece(tx, running, { publicationId: id, name, ordinal: ordinal++, content }),
        end: (file) => insertPublicFile(tx, running, id, position++, file),
      },
    )
    await removeOtherPublications(tx, running, id)
  })
  return true
}
