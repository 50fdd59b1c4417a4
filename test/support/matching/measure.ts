/** Recall of planted people and false alerts among people who are not listed, at each threshold of bits. */
import type { MatchParty } from '#domain/matching/match-party.ts'
import {
  indexParties,
  PackedParties,
  type PartyIndex,
  probeOrganization,
  probePeople,
} from '#domain/matching/party-index.ts'

export interface Planted {
  readonly asked: MatchParty
  /** The row that must come out on top. */
  readonly row: number
  readonly kind: string
}

export function indexOf(list: readonly MatchParty[]): PartyIndex {
  const packed = new PackedParties()
  for (const [i, row] of list.entries()) packed.add(row, i)
  return indexParties(packed)
}

/** The best row for each party, person or organization, and its bits; -1 where nothing came near. */
export function bestRows(index: PartyIndex, parties: readonly MatchParty[]): { rows: number[]; bits: number[] } {
  const packed = new PackedParties(index.list.pool)
  for (const [i, party] of parties.entries()) packed.add(party, i)
  const rows: number[] = parties.map(() => -1)
  const bits: number[] = parties.map(() => Number.NEGATIVE_INFINITY)
  const sees = (asked: number, listed: number, found: number) => {
    if (found <= bits[asked]!) return
    bits[asked] = found
    rows[asked] = listed
  }
  const least = Number.NEGATIVE_INFINITY
  probePeople(index, packed.people, 0, packed.people.length, least, sees)
  for (let i = 0; i < packed.organizations.words.length; i++)
    probeOrganization(index, packed.organizations, i, least, sees)
  return { rows, bits }
}

export interface Measured {
  readonly recallAt: (bits: number) => number
  readonly falseAlertsAt: (bits: number) => number
  /** The lowest threshold at which at most so many of 1,000 unlisted people are alerted. */
  readonly thresholdFor: (alertsPerThousand: number) => number
  readonly byClass: (bits: number) => ReadonlyMap<string, number>
}

export function measure(index: PartyIndex, planted: readonly Planted[], others: readonly MatchParty[]): Measured {
  const found = bestRows(
    index,
    planted.map((p) => p.asked),
  )
  const alerts = bestRows(index, others).bits.sort((a, b) => b - a)
  const hit = (i: number, bits: number) => found.rows[i] === planted[i]!.row && found.bits[i]! >= bits
  const share = (which: readonly number[], bits: number) => which.filter((i) => hit(i, bits)).length / which.length
  const all = planted.map((_, i) => i)
  return {
    recallAt: (bits) => share(all, bits),
    falseAlertsAt: (bits) => (1000 * alerts.filter((b) => b >= bits).length) / others.length,
    thresholdFor: (perThousand) => {
      const allowed = Math.floor((perThousand * others.length) / 1000)
      const next = alerts[allowed] ?? Number.NEGATIVE_INFINITY
      return Number.isFinite(next) ? next + 1e-6 : 0
    },
    byClass: (bits) =>
      new Map(
        [...new Set(planted.map((p) => p.kind))].map((kind) => [
          kind,
          share(
            all.filter((i) => planted[i]!.kind === kind),
            bits,
          ),
        ]),
      ),
  }
}
