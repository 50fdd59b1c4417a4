/** What the tests of the importer share: a database that each test finds empty, files, and lists of invented rows. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { open } from '#db/kit/open.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import type { Problem } from '#domain/result.ts'
import { openSourceFile, type SourceFile } from '#outside/sources/source-file.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { type ImportSummary, importSource } from './import-source.ts'
import type { ImportRequest } from './judge-import.ts'

export const permit = (() => {
  const p = authorize(systemActor, 'registry.manage', { id: 'registry' })
  if (!p.ok) throw new Error('the system manages the registry')
  return p.value
})()

export const HEAD = 'NPI,LAST_NAME,FIRST_NAME,PARTB,DME,HHA,PMD,HOSPICE\n'
export const npiOf = (i: number) => withCheckDigit(String(200_500_000 + i))
export const line = (i: number, last = 'DOE') => `${npiOf(i)},${last},JO,Y,Y,N,Y,N\n`
/** Rows of the order-and-referring list. */
export const lines = (n: number, last?: string) => Array.from({ length: n }, (_, i) => line(i, last)).join('')

/** A file that throws after some bytes, as a killed import would end. */
export const failingAfter = (file: SourceFile, bytes: number): SourceFile => ({
  ...file,
  async *from(byte) {
    let left = bytes - byte
    for await (const piece of inPieces(file).from(byte)) {
      left -= piece.byteLength
      if (left < 0) throw new Error('power cut')
      yield piece
    }
  },
})
/** The same text in small pieces, so that there are many batches. */
export const inPieces = (file: SourceFile, size = 4_096): SourceFile => ({
  ...file,
  async *from(byte) {
    for await (const piece of file.from(byte))
      for (let p = 0; p < piece.byteLength; p += size) yield piece.subarray(p, p + size)
  },
})

/** Call once at the top of a test file. */
export function importing() {
  let at = Date.parse('2026-11-24T15:00:00Z')
  const clock = {
    now: () => {
      at += 1000
      return new Date(at)
    },
  }
  let t: TestDatabase
  let dir: string
  let written = 0
  beforeAll(async () => {
    t = await testDatabase()
    dir = await mkdtemp(join(tmpdir(), 'sources-'))
  })
  afterAll(async () => {
    await t.close()
    await rm(dir, { recursive: true })
  })
  beforeEach(() => empty())

  async function empty() {
    await sql`truncate quarantined_row, source_import, registry_provider, exclusion, order_referring, provider_type,
      taxonomy_crosswalk`.execute(open(t.db))
  }
  async function write(text: string | Buffer, name = 'list.csv'): Promise<string> {
    const folder = await mkdtemp(join(dir, `${written++}-`))
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }
  async function opened(path: string): Promise<SourceFile> {
    const file = await openSourceFile(path)
    if (!file.ok) throw new Error(file.problem.code)
    return file.value
  }
  const fileOf = async (text: string | Buffer, name?: string) => opened(await write(text, name))
  const load = (file: SourceFile, request: ImportRequest = {}, parcel?: number) =>
    importSource(t.db, permit, file, request, { clock, ...(parcel && { parcel }) })

  return {
    clock,
    get db() {
      return t.db
    },
    empty,
    write,
    opened,
    fileOf,
    load,
    /** Loads a text; throws when it is refused. */
    async loaded(text: string | Buffer, request: ImportRequest = {}, name?: string): Promise<ImportSummary> {
      const result = await load(await fileOf(text, name), request)
      if (!result.ok) throw new Error(JSON.stringify(result.problem))
      return result.value
    },
    /** Why a text is refused. */
    async refusal(text: string | Buffer, request: ImportRequest = {}, name?: string): Promise<Problem | 'loaded'> {
      const result = await load(await fileOf(text, name), request)
      return result.ok ? 'loaded' : result.problem
    },
    async count(table: 'order_referring' | 'registry_provider'): Promise<number> {
      const { n } = await open(t.db).selectFrom(table).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()
      return n
    },
  }
}
