/** The public files in a folder: written beside the old ones and put in their place at the end, checksums and the manifest last. */
import { type FileHandle, mkdir, open, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '#db/db.ts'
import { giveAssociateIds } from '#db/records/public-files/publication.ts'
import { anonymous, authorize, type Permit } from '#domain/access/policy.ts'
import { checksumsOf, type Exporting, exportFiles, type Keeper, type MadeFile, manifestOf } from './export-files.ts'

/** Makes the folder when it is not there. */
export async function writeFiles(
  db: Db,
  running: Permit<'system.run'>,
  { folder, now, ...exporting }: Exporting & { readonly folder: string; readonly now: Date },
): Promise<readonly MadeFile[]> {
  const permit = authorize(anonymous, 'public.view', { id: 'public' })
  if (!permit.ok) throw new Error('anybody may see what is public')
  await mkdir(folder, { recursive: true })
  await giveAssociateIds(db, running)
  let file: FileHandle | undefined
  const keeper: Keeper = {
    async begin(_, name) {
      file = await open(join(folder, `${name}.part`), 'w')
    },
    write: (piece) => file!.writeFile(piece),
    async end() {
      await file!.sync()
      await file!.close()
      file = undefined
    },
  }
  try {
    const made = await exportFiles(db, permit.value, exporting, keeper)
    for (const { name } of made) await rename(join(folder, `${name}.part`), join(folder, name))
    for (const [name, text] of [
      ['SHA256SUMS', checksumsOf(made)],
      ['manifest.json', manifestOf(made, { asOf: exporting.on, version: 1, madeAt: now })],
    ] as const) {
      await writeFile(join(folder, `${name}.part`), text)
      await rename(join(folder, `${name}.part`), join(folder, name))
    }
    return made
  } finally {
    await file?.close()
  }
}
