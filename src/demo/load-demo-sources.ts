/** Loads the invented registry, exclusion lists, death file, licenses, order-and-referring list and code lists by the importer that reads the real ones. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '#db/db.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import type { SourceKind } from '#domain/party/registry-provider.ts'
import type { Clock } from '#outside/clock.ts'
import { openSourceFile } from '#outside/sources/source-file.ts'
import { type ImportSummary, importSource } from '#use-cases/sources/import-source.ts'
import { DEMO_SEED, writeDemoSources } from './registry/write-demo-sources.ts'

export interface DemoSourceOptions {
  /** The files are kept in its folder "demo-sources", for whoever wants to see them; without it they are removed. */
  readonly dataDir?: string
  readonly clock: Clock
  readonly seed?: number
}

/** Loading again changes nothing. Throws when a file of ours is refused, which is a bug. */
export async function loadDemoSources(
  db: Db,
  { dataDir, clock, seed = DEMO_SEED }: DemoSourceOptions,
): Promise<readonly ImportSummary[]> {
  const permit = authorize(systemActor, 'registry.manage', { id: 'demo' })
  if (!permit.ok) throw new Error('the system may load its demonstration')
  const dir = dataDir ? join(dataDir, 'demo-sources') : await mkdtemp(join(tmpdir(), 'openpecos-'))
  try {
    const paths = await writeDemoSources(dir, seed)
    const wanted: readonly (readonly [SourceKind, string])[] = [
      ['nppes', paths.nppes],
      ['leie', paths.leie],
      ['order-referring', paths.orderReferring],
      ['provider-types', paths.providerTypes],
      ['taxonomy-crosswalk', paths.taxonomyCrosswalk],
      ['sam', paths.sam],
      ['revocations', paths.revocations],
      ['state-ny', paths.stateNy],
      ['death-file', paths.deathFile],
      ['license-board', paths.licenseBoard],
      ['nppes-other-names', paths.otherNames],
      ['nppes-locations', paths.locations],
      ['nppes-endpoints', paths.endpoints],
    ]
    const loaded: ImportSummary[] = []
    for (const [as, path] of wanted) {
      const file = await openSourceFile(path)
      const result = file.ok ? await importSource(db, permit.value, file.value, { as }, { clock }) : file
      if (!result.ok) throw new Error(`demo source ${as}: ${result.problem.code}`)
      loaded.push(result.value)
    }
    return loaded
  } finally {
    if (!dataDir) await rm(dir, { recursive: true, force: true })
  }
}
