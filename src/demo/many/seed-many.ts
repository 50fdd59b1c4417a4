/**
 * Fills an installation that is not in production with many enrollments, for trying it at size: their registry rows by the
 * importer that reads the published file, then the enrollments by COPY, some thousand a transaction. The same seed again
 * adds only what is missing, so a run that was killed is just run again.
 */
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Db } from '#db/db.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { Clock } from '#outside/clock.ts'
import { openSourceFile } from '#outside/sources/source-file.ts'
import { importSource } from '#use-cases/sources/import-source.ts'
import type { DemoParty } from '../accounts/people.ts'
import { nppesHeaderLine, nppesLine } from '../registry/nppes-file.ts'
import { enrollMany } from './enroll-many.ts'
import { manyParties } from './many-parties.ts'

export interface SeededMany {
  readonly enrollments: number
  readonly reassignments: number
  /** Of the same seed, from before. */
  readonly already: number
}

export interface SeedManyOptions {
  readonly count: number
  readonly seed: number
  readonly clock: Clock
  readonly told: (step: 'registry' | 'enrollments', done: number) => void
}

/** Refuses with `no-contractors` or what the importer says. Throws when the database is lost. */
export async function seedMany(
  db: Db,
  permit: Permit<'registry.manage'>,
  { count, seed, clock, told }: SeedManyOptions,
): Promise<Result<SeededMany>> {
  const dir = await mkdtemp(join(tmpdir(), 'openpecos-'))
  try {
    const path = join(dir, `seed-${seed}-nppes.csv`)
    await pipeline(Readable.from(lines(manyParties(count, seed))), createWriteStream(path))
    const file = await openSourceFile(path, undefined, 'nppes')
    if (!file.ok) return file
    const onProgress = (p: { readonly rows: number }) => told('registry', p.rows)
    const tried = { as: 'nppes', increment: true, allowOlder: true } as const
    const laid = await importSource(db, permit, file.value, tried, { clock, onProgress })
    // Nothing to lay it over: then it is the registry.
    const loaded =
      laid.ok || laid.problem.code !== 'source-no-base'
        ? laid
        : await importSource(db, permit, file.value, { as: 'nppes' }, { clock, onProgress })
    if (!loaded.ok) return loaded
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
  const made = await enrollMany(db, permit, manyParties(count, seed), clock.now(), (n) => told('enrollments', n))
  return made ? ok(made) : refuse({ code: 'no-contractors' })
}

const LINES = 500
function* lines(parties: Iterable<DemoParty>): Generator<string> {
  yield nppesHeaderLine
  let text: string[] = []
  for (const p of parties) {
    text.push(nppesLine(p))
    if (text.length < LINES) continue
    yield text.join('')
    text = []
  }
  yield text.join('')
}
