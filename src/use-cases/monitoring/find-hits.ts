/**
 * What a list says of a page of enrollments. The rows are packed once a pass; people and organizations are matched
 * with the same weights as at the desk, with the thresholds of the monthly screening.
 */
import type { Db } from '#db/db.ts'
import { lastBilledFile } from '#db/queries/lists/last-billed.ts'
import type { MonitoredEnrollment } from '#db/queries/lists/monitored-enrollments.ts'
import { monitoredDeaths, monitoredExclusions } from '#db/queries/lists/monitored-rows.ts'
import type { DuePass } from '#db/queries/lists/monitoring.ts'
import type { NewMonitoringCase } from '#db/records/lists/monitoring.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { findMatches } from '#domain/matching/find-matches.ts'
import type { MatchParty } from '#domain/matching/match-party.ts'
import { indexParties, PackedParties, type PartyIndex } from '#domain/matching/party-index.ts'
import { monthlyBands } from '#domain/matching/weights.ts'
import type { SourceVersion } from '#domain/party/registry-provider.ts'
import { hasEnded, listedParty } from '#domain/review/screening/screen-exclusions.ts'
import { type MonitoringPolicy, monitoredSources } from '#domain/screening/monitoring.ts'
import { monthsWithout } from '#domain/screening/non-billing.ts'
import type { File } from '#forms/kit/section.ts'
import { deathParty } from '../screening/check-deaths.ts'
import { versionShown } from '../screening/check-lists.ts'
import {
  askedOf,
  registryParty,
  rowSha256,
  type ScreenedParty,
  screenedParties,
} from '../screening/screened-parties.ts'
import { type Base, deactivated, type Listed, licenses } from './find-facts.ts'
import { notBilling } from './find-unbilled.ts'

type System = Permit<'system.run'>
export type FindHits = (page: readonly MonitoredEnrollment[]) => Promise<{
  readonly cases: readonly NewMonitoringCase[]
  readonly parties: number
}>

/** Undefined when the list has nothing to be compared with. */
export async function hitFinder(
  db: Db,
  permit: System,
  { source, importId, pass }: DuePass,
  version: SourceVersion,
  on: Day,
  policy: Pick<MonitoringPolicy, 'nonBillingMonths'>,
): Promise<FindHits | undefined> {
  const changed = pass === 'load' ? importId : undefined
  const base = { source, kind: monitoredSources[source].kind, sourceAsOf: version.asOf }
  const list = versionShown(version)
  switch (source) {
    case 'nppes':
      return async (page) => ({ cases: await deactivated(db, permit, page, base, list), parties: page.length })
    case 'license-board':
      return async (page) => ({ cases: await licenses(db, permit, page, base, list, on), parties: page.length })
    case 'last-billed':
    case 'last-named': {
      const file = await lastBilledFile(db, on, source)
      const limit = monthsWithout(source, policy)
      return (
        file &&
        (async (page) => ({
          cases: await notBilling(db, permit, page, base, list, { file, on, limit }),
          parties: page.length,
        }))
      )
    }
    case 'death-file': {
      const rows = await monitoredDeaths(db, permit, changed)
      const entries = rows.map(({ record, digest }) => ({
        row: record,
        party: deathParty(record, digest),
        shown: { death: record },
      }))
      return entries.length === 0 ? undefined : partyFinder(db, entries, version, base, list)
    }
    default: {
      const rows = (await monitoredExclusions(db, permit, source, changed)).filter((r) => !hasEnded(r, on))
      const entries = rows.map((row) => ({ row, party: listedParty(row), shown: { exclusion: row } }))
      return entries.length === 0 ? undefined : partyFinder(db, entries, version, base, list)
    }
  }
}

interface Entry {
  readonly row: { readonly id: string }
  readonly party: MatchParty
  readonly shown: Readonly<Record<string, unknown>>
}

const nameOf = (p: MatchParty | undefined): string =>
  p?.organization ?? [p?.first, p?.middle, p?.last, p?.suffix].filter(Boolean).join(' ')

function partyFinder(db: Db, entries: readonly Entry[], version: SourceVersion, base: Base, list: Listed): FindHits {
  const packed = new PackedParties()
  for (const [i, { party }] of entries.entries()) packed.add(party, i)
  const index = indexParties(packed, version.rows)
  return async (page) => {
    const cases: NewMonitoringCase[] = []
    let parties = 0
    for (const enrollment of page)
      for (const { id, names } of partiesOf(db, enrollment)) {
        parties++
        cases.push(...hitsOf(index, entries, names, { enrollment, party: id, base, list }))
      }
    return { cases, parties }
  }
}

/** The enrollee and everybody whom the answers in force name. */
const partiesOf = (db: Db, e: MonitoredEnrollment): readonly ScreenedParty[] =>
  e.file === undefined
    ? [registryParty(e.npi, e.enrolleeName, e.registry)]
    : screenedParties(db, e.form, e.file as File)

function hitsOf(
  index: PartyIndex,
  entries: readonly Entry[],
  names: readonly MatchParty[],
  about: {
    readonly enrollment: MonitoredEnrollment
    readonly party: string
    readonly base: Base
    readonly list: Listed
  },
): readonly NewMonitoringCase[] {
  return findMatches(index, names, monthlyBands).map(({ row, name, band, bits, fields }) => {
    const entry = entries[row]!
    const hash = rowSha256(entry.row)
    return {
      ...about.base,
      enrollmentId: about.enrollment.id,
      contractorId: about.enrollment.contractorId,
      party: about.party,
      partyName: nameOf(names[name]),
      rowId: entry.row.id,
      rowSha256: hash,
      outcome: band === 'match' ? 'match' : 'possible',
      evidence: {
        list: about.list,
        query: names.map(askedOf),
        hit: { ...entry.shown, rowSha256: hash, score: bits, fields, asked: askedOf(names[name]!) },
      },
    }
  })
}
