/** Asks the death file about the people among a list of parties. The number is compared by its digest. */
import type { Db } from '#db/db.ts'
import { deathsFor, type FoundDeath } from '#db/queries/lists/deaths.ts'
import { askedSource } from '#db/queries/lists/source-policies.ts'
import type { NewCheck } from '#db/records/application/screening.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { type FoundMatch, findMatches } from '#domain/matching/find-matches.ts'
import type { MatchParty } from '#domain/matching/match-party.ts'
import { indexParties, PackedParties } from '#domain/matching/party-index.ts'
import { deskBands } from '#domain/matching/weights.ts'
import type { DeathRecord } from '#domain/party/death-record.ts'
import { versionShown } from './check-lists.ts'
import { askedOf, rowSha256, type ScreenedParty } from './screened-parties.ts'

type Screening = Permit<'application.review' | 'application.screen'>

export const deathParty = (d: DeathRecord, digest: string | undefined): MatchParty => ({
  last: d.last,
  first: d.first,
  ...(d.middle && { middle: d.middle }),
  ...(d.suffix && { suffix: d.suffix }),
  ...(d.bornOn && { bornOn: d.bornOn }),
  ...(digest && { taxId: digest }),
})

export async function checkDeaths(
  db: Db,
  permit: Screening,
  parties: readonly ScreenedParty[],
  submission: number,
  on: Day,
): Promise<readonly NewCheck[]> {
  const { version, freshness, policy } = await askedSource(db, 'death-file', on)
  const checks: NewCheck[] = []
  for (const { id, names } of parties.filter((p) => p.names.some((n) => n.last))) {
    const base = { kind: 'death', subject: id, submission, source: 'death-file', sourceAsOf: version?.asOf } as const
    const query = names.map(askedOf)
    if (!version || freshness !== 'fresh') {
      const evidence = { query, list: version ? versionShown(version) : null, freshness, freshDays: policy.freshDays }
      checks.push({ ...base, outcome: policy.required || freshness === 'stale' ? 'unavailable' : 'recorded', evidence })
      continue
    }
    const shared = { query, list: versionShown(version) }
    const found: FoundDeath[] = []
    for (const name of names) found.push(...(await deathsFor(db, permit, name)))
    const rows = [...new Map(found.map((f) => [f.record.id, f])).values()]
    const hits = matchDeaths(rows, names, version.rows)
    if (hits.length === 0) checks.push({ ...base, outcome: 'clear', evidence: { ...shared, candidates: rows.length } })
    for (const { row, name, band, bits, fields } of hits) {
      const death = rows[row]!.record
      const hit = { death, rowSha256: rowSha256(death), score: bits, fields, asked: query[name] }
      checks.push({ ...base, outcome: band === 'match' ? 'match' : 'possible', evidence: { ...shared, hit } })
    }
  }
  return checks
}

function matchDeaths(
  rows: readonly FoundDeath[],
  names: readonly MatchParty[],
  listRows: number,
): readonly FoundMatch[] {
  const list = new PackedParties()
  for (const [i, { record, digest }] of rows.entries()) list.add(deathParty(record, digest), i)
  return findMatches(indexParties(list, listRows), names, deskBands)
}
