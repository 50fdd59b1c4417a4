/** Pre-flight: the application's answers beside the NPI registry and the exclusion list, as they are today. */
import type { Db } from '#db/db.ts'
import { listPreflightNotes, noteKey } from '#db/queries/application/preflight-notes.ts'
import { exclusionsFor } from '#db/queries/registry-files/exclusions.ts'
import { findRegistryProvider, listSpecialtiesOf } from '#db/queries/registry-files/registry.ts'
import { sourceVersions } from '#db/queries/registry-files/source-imports.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { RegistryProvider, SourceVersion } from '#domain/party/registry-provider.ts'
import { type ComparisonFinding, compare } from '#domain/review/comparison/compare.ts'
import { type PreflightStanding, preflightStanding } from '#domain/review/comparison/preflight.ts'
import type { FormReading } from '#forms/form-reading.ts'
import type { File } from '#forms/kit/section.ts'

export type ComparePermit = Permit<
  'application.view' | 'application.edit' | 'application.sign' | 'application.review' | 'application.decide'
>

export interface PreflightRow {
  readonly finding: ComparisonFinding
  readonly standing: PreflightStanding
  readonly key: string
  readonly explanation?: string
}
export interface Preflight {
  readonly rows: readonly PreflightRow[]
  /** Undefined: never loaded here, so nothing can be said. */
  readonly registry: SourceVersion | undefined
  readonly exclusions: SourceVersion | undefined
}

/** May it be signed as far as the comparison goes? */
export const isSettled = (p: Preflight): boolean =>
  p.rows.every((r) => r.standing === 'settled' || (r.standing === 'explain' && r.explanation !== undefined))
export const isStopped = (p: Preflight): boolean => p.rows.some((r) => r.standing === 'stops')

export async function compareApplication(
  db: Db,
  permit: ComparePermit,
  reading: FormReading,
  file: File,
  on: Day,
): Promise<Preflight> {
  const versions = await sourceVersions(db, ['nppes', 'leie', 'taxonomy-crosswalk'])
  const [registry, exclusions] = [versions.get('nppes'), versions.get('leie')]
  const npi = reading.comparisonFacts(file, () => undefined).npi.said
  const known = registry && (await findRegistryProvider(db, permit, npi))
  const facts = reading.comparisonFacts(
    file,
    await crosswalk(db, permit, versions.has('taxonomy-crosswalk') ? known : undefined),
  )
  const name = facts.name.said
  const found = compare(
    facts,
    {
      registry: registry ? (known ?? 'not-found') : 'unavailable',
      exclusions: exclusions
        ? await exclusionsFor(db, permit, {
            npi,
            ...('organization' in name ? { business: name.organization } : { last: name.last, first: name.first }),
            ...(facts.bornOn && { bornOn: facts.bornOn }),
          })
        : 'unavailable',
    },
    on,
  )
  const notes = await listPreflightNotes(db, permit)
  return {
    rows: found.map((finding) => {
      const key = noteKey(finding)
      const explanation = notes.get(key)
      return { finding, standing: preflightStanding(finding, found), key, ...(explanation && { explanation }) }
    }),
    registry,
    exclusions,
  }
}

/** Of the codes that the registry has, those that CMS gives for a specialty; undefined when that list is not loaded. */
async function crosswalk(db: Db, permit: ComparePermit, known: RegistryProvider | undefined) {
  if (!known) return () => undefined
  const pairs: (readonly [string, string])[] = []
  for (const { code } of known.taxonomies)
    for (const s of await listSpecialtiesOf(db, permit, code)) pairs.push([s.specialtyCode, code])
  return (specialty: string) => pairs.filter(([s]) => s === specialty).map(([, code]) => code)
}
