/**
 * What an enrollment was approved on, as far as it is public: when it was signed, and the lists in which what it says
 * held. A check that found something is no part of it. Reads only.
 */
import { sql } from 'kysely'
import type { DirectoryCheck } from '#domain/fhir/party.ts'
import type { SourceKind } from '#domain/party/registry-provider.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'

export interface ApprovedEvidence {
  readonly at: Date
  readonly checks: readonly DirectoryCheck[]
  /** What the CMS-855I says of new patients, where it was asked (section 2C). */
  readonly acceptsNewPatients?: boolean
}
export type SourceNames = Readonly<Record<SourceKind, string>>

/** By enrollment; those that were not approved on an application here have none. */
export async function evidenceOf(
  db: Db,
  ids: readonly string[],
  names: SourceNames,
): Promise<Map<string, ApprovedEvidence>> {
  const k = open(db)
  const versions = await k
    .selectFrom('enrollment_version as v')
    .innerJoin('submission as s', 's.application_id', 'v.application_id')
    .select(['v.enrollment_id', 'v.application_id', 's.signed_at', 's.ordinal as submission'])
    .select(sql<string | null>`v.answers #>> '{new-patients,0,answers,accepting}'`.as('accepting'))
    .where('v.enrollment_id', 'in', ids)
    .where('v.known_to', 'is', null)
    .orderBy('v.ordinal')
    .orderBy('s.ordinal')
    .execute()
  // The last one wins: the newest version, and what was signed last for it.
  const newest = new Map(versions.map((v) => [v.enrollment_id, v]))
  const applications = [...newest.values()].flatMap((v) => (v.application_id ? [v.application_id] : []))
  if (applications.length === 0) return new Map()
  const checks = await k
    .selectFrom('screening_check')
    .select(['application_id', 'source', 'source_as_of'])
    .select((e) => e.fn.max('ran_at').as('ran_at'))
    .where('application_id', 'in', applications)
    .where('outcome', 'in', ['clear', 'same'])
    .where('superseded_at', 'is', null)
    .where('source', 'is not', null)
    .where('source_as_of', 'is not', null)
    .groupBy(['application_id', 'source', 'source_as_of'])
    .orderBy('source')
    .orderBy('source_as_of')
    .execute()
  return new Map(
    [...newest].map(([id, v]) => [
      id,
      {
        at: v.signed_at,
        ...(v.accepting && { acceptsNewPatients: v.accepting === 'yes' }),
        checks: checks
          .filter((c) => c.application_id === v.application_id)
          .flatMap((c) =>
            c.source && c.source_as_of && isNamed(names, c.source)
              ? [{ source: c.source, name: names[c.source], asOf: c.source_as_of, ranAt: c.ran_at }]
              : [],
          ),
      },
    ]),
  )
}

const isNamed = (names: SourceNames, source: string): source is SourceKind => Object.hasOwn(names, source)
