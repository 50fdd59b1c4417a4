/** Writes the invented sources as files in the layouts of the real ones. The same seed gives the same bytes. */
import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { orderReferringHeader } from '#outside/sources/order-referring.ts'
import type { DemoParty } from '../accounts/people.ts'
import { providerTypesFile, taxonomyCrosswalkFile } from './code-files.ts'
import { dice } from './dice.ts'
import { exclusionFile } from './excluded.ts'
import { nppesHeaderLine, nppesLine } from './nppes-file.ts'
import { type OtherLists, otherLists } from './other-lists.ts'
import { registryParties } from './registry-parties.ts'
import { endpointsFile, locationsFile, otherNamesFile } from './side-files.ts'

export interface DemoSources {
  readonly nppes: string
  readonly leie: string
  readonly orderReferring: string
  readonly providerTypes: string
  readonly taxonomyCrosswalk: string
  readonly sam: string
  readonly revocations: string
  readonly stateNy: string
  readonly deathFile: string
  readonly licenseBoard: string
  readonly otherNames: string
  readonly locations: string
  readonly endpoints: string
}

export const DEMO_SEED = 855

/** Writes thirteen files into `dir` and gives their paths. Under a second; the NPPES file has about 5 MB. */
export async function writeDemoSources(dir: string, seed: number = DEMO_SEED): Promise<DemoSources> {
  await mkdir(dir, { recursive: true })
  const parties = registryParties(seed)
  const paths = {
    nppes: join(dir, 'demo-nppes.csv'),
    leie: join(dir, 'demo-leie.csv'),
    orderReferring: join(dir, 'demo-order-referring.csv'),
    providerTypes: join(dir, 'demo-provider-types.csv'),
    taxonomyCrosswalk: join(dir, 'demo-taxonomy-crosswalk.csv'),
    sam: join(dir, 'demo-sam-exclusions.csv'),
    revocations: join(dir, 'demo-revocations.csv'),
    stateNy: join(dir, 'demo-state-ny.txt'),
    deathFile: join(dir, 'demo-death-file.txt'),
    licenseBoard: join(dir, 'demo-license-board.csv'),
    otherNames: join(dir, 'demo-nppes-other-names.csv'),
    locations: join(dir, 'demo-nppes-locations.csv'),
    endpoints: join(dir, 'demo-nppes-endpoints.csv'),
  }
  await pipeline(Readable.from(nppesPieces(parties)), createWriteStream(paths.nppes))
  await writeFile(paths.leie, exclusionFile(parties, seed))
  await writeFile(paths.orderReferring, orderReferringFile(parties, seed))
  for (const [name, text] of Object.entries(otherLists(parties, seed)))
    await writeFile(paths[name as keyof OtherLists], text)
  await writeFile(paths.providerTypes, providerTypesFile())
  await writeFile(paths.taxonomyCrosswalk, taxonomyCrosswalkFile())
  await writeFile(paths.otherNames, otherNamesFile(parties))
  await writeFile(paths.locations, locationsFile(parties))
  await writeFile(paths.endpoints, endpointsFile(parties))
  return paths
}

function* nppesPieces(parties: readonly DemoParty[]): Generator<string> {
  yield nppesHeaderLine
  for (let i = 0; i < parties.length; i += 100)
    yield parties
      .slice(i, i + 100)
      .map(nppesLine)
      .join('')
}

function orderReferringFile(parties: readonly DemoParty[], seed: number): string {
  const d = dice(seed ^ 0x0f0f)
  const physician = /^(MD|DO)$/
  const yes = (is: boolean) => (is ? 'Y' : 'N')
  const lines = parties
    .filter((p) => p.person && p.orders && !p.deactivatedOn)
    .filter(() => d.chance(0.85))
    .map(({ npi, person }) => {
      const isPhysician = physician.test(person!.credential ?? '')
      const mayCertify = isPhysician || /^(NP|PA)/.test(person!.credential ?? '')
      const flags = [true, true, mayCertify, mayCertify, isPhysician].map(yes)
      return [npi, person!.last, person!.first, ...flags].join(',')
    })
  return [orderReferringHeader.join(','), ...lines, ''].join('\n')
}
