/**
 * The directory as static files that any web server can offer: NDJSON by kind and a manifest with sizes and SHA-256.
 * Written beside the old ones and put in their place at the end, the manifest last. In flat memory.
 */
import { createHash } from 'node:crypto'
import { mkdir, open, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '#db/db.ts'
import type { Permit } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { type FhirType, fhirTypes } from '#domain/fhir/resource.ts'
import { ndjsonOf } from './ndjson.ts'

export interface PublishedFile {
  readonly type: FhirType
  readonly url: string
  readonly count: number
  readonly bytes: number
  readonly sha256: string
}

interface Publication {
  readonly folder: string
  /** Where the folder will be offered; absent: addresses are relative to the manifest. */
  readonly url?: string
  readonly snapshot: Snapshot
  readonly now: Date
}

export async function writePublication(
  db: Db,
  permit: Permit<'public.view'>,
  p: Publication,
): Promise<readonly PublishedFile[]> {
  await mkdir(p.folder, { recursive: true })
  const files: PublishedFile[] = []
  const on = dayIn(siteZone, p.now)
  const place = p.url ? `${p.url.replace(/\/$/, '')}/` : ''
  for (const type of fhirTypes) {
    const name = `${type}.ndjson`
    const file = await open(join(p.folder, `${name}.part`), 'w')
    const hash = createHash('sha256')
    let [count, bytes] = [0, 0]
    try {
      for await (const { text, lines } of ndjsonOf(db, permit, { type, on, snapshot: p.snapshot })) {
        const piece = Buffer.from(text)
        hash.update(piece)
        await file.writeFile(piece)
        count += lines
        bytes += piece.length
      }
      await file.sync()
    } finally {
      await file.close()
    }
    files.push({ type, url: `${place}${name}`, count, bytes, sha256: hash.digest('hex') })
  }
  for (const { type } of files) await rename(join(p.folder, `${type}.ndjson.part`), join(p.folder, `${type}.ndjson`))
  const manifest = {
    transactionTime: p.now.toISOString(),
    request: `${place}manifest.json`,
    requiresAccessToken: false,
    output: files,
    error: [],
  }
  const part = join(p.folder, 'manifest.json.part')
  await writeFile(part, `${JSON.stringify(manifest, null, 2)}\n`)
  await rename(part, join(p.folder, 'manifest.json'))
  return files
}
