/**
 * Asks every exclusion list about a list of parties: the LEIE, SAM, revocations, the states'. One check a hit, or one
 * that says that there was none. A list that is missing or too old is "unavailable", and that is never clear.
 * Takes any parties, so that those of an ownership chain are asked about in the same way.
 */
import type { Db } from '#db/db.ts'
import { type AskedSource, askedSource } from '#db/queries/lists/source-policies.ts'
import { exclusionsFor } from '#db/queries/registry-files/exclusions.ts'
import type { NewCheck } from '#db/records/application/screening.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { MatchParty } from '#domain/matching/match-party.ts'
import type { Exclusion } from '#domain/party/exclusion.ts'
import type { ExclusionListKind, SourceVersion } from '#domain/party/registry-provider.ts'
import { screenExclusions } from '#domain/review/screening/screen-exclusions.ts'
import type { CheckKind } from '#domain/review/screening/screening.ts'
import { askedOf, rowSha256, type ScreenedParty } from './screened-parties.ts'

type Screening = Permit<'application.review' | 'application.screen'>

/** Which check each list answers, in the order in which they are asked. */
export const checkOfList = {
  leie: 'exclusion',
  sam: 'sam',
  revocations: 'revocation',
  'state-ny': 'state-list',
  'state-pa': 'state-list',
  'state-other': 'state-list',
} as const satisfies Record<ExclusionListKind, CheckKind>
const lists = Object.keys(checkOfList) as readonly ExclusionListKind[]

export const versionShown = ({ source, asOf, rows, sha256, importId }: SourceVersion) => ({
  source,
  asOf,
  rows,
  sha256,
  importId,
})

export async function checkLists(
  db: Db,
  permit: Screening,
  parties: readonly ScreenedParty[],
  submission: number,
  on: Day,
): Promise<readonly NewCheck[]> {
  const checks: NewCheck[] = []
  for (const source of lists) {
    const asked = await askedSource(db, source, on)
    // A list that nobody requires and nobody loaded is not asked, and nothing waits for it.
    if (asked.freshness === 'not-loaded' && !asked.policy.required && checkOfList[source] === 'state-list') continue
    for (const party of parties) checks.push(...(await checkList(db, permit, asked, source, party, submission, on)))
  }
  return checks
}

async function checkList(
  db: Db,
  permit: Screening,
  { version, freshness, policy }: AskedSource,
  source: ExclusionListKind,
  { id, names }: ScreenedParty,
  submission: number,
  on: Day,
): Promise<readonly NewCheck[]> {
  const base = { kind: checkOfList[source], subject: id, submission, source }
  const query = names.map(askedOf)
  if (!version || freshness !== 'fresh') {
    const evidence = { query, list: version ? versionShown(version) : null, freshness, freshDays: policy.freshDays }
    const outcome = policy.required || freshness === 'stale' ? 'unavailable' : 'recorded'
    return [{ ...base, outcome, evidence, sourceAsOf: version?.asOf }]
  }
  const shared = { query, list: versionShown(version) }
  const rows = await near(db, permit, names, source)
  const hits = screenExclusions(names, rows, on, version.rows)
  if (hits.length === 0)
    return [{ ...base, outcome: 'clear', evidence: { ...shared, candidates: rows.length }, sourceAsOf: version.asOf }]
  return hits.map(
    ({ strength, reinstated, waiver, score, fields, exclusion, name }): NewCheck => ({
      ...base,
      outcome: strength === 'match' && !reinstated ? 'match' : 'possible',
      evidence: {
        ...shared,
        hit: { exclusion, rowSha256: rowSha256(exclusion), score, fields, asked: query[name], reinstated, waiver },
      },
      sourceAsOf: version.asOf,
    }),
  )
}

/** Entries that came near any of the names, each once. */
async function near(
  db: Db,
  permit: Screening,
  names: readonly MatchParty[],
  source: ExclusionListKind,
): Promise<readonly Exclusion[]> {
  const found: Exclusion[] = []
  for (const name of names) found.push(...(await exclusionsFor(db, permit, searchOf(name), source)))
  return [...new Map(found.map((r) => [r.id, r])).values()]
}

const searchOf = ({ npi, last, first, bornOn, organization }: MatchParty) => ({
  ...(npi && { npi }),
  ...(last && { last }),
  ...(first && { first }),
  ...(bornOn && { bornOn }),
  ...(organization && { business: organization }),
})
