/** Recall of planted people and false alerts among people who are not listed, at each threshold of bits. */
import type { MatchParty } from '#domain/matching/match-party.ts'
import { indexParties, PackedParties, type PartyIndex, probePerson } from '#domain/matching/party-index.ts'

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

/** The best row for each person, and its bits. */
export function bestRows(index: PartyIndex, people: Iterable<MatchParty>): { rows: number[]; bits: number[] } {
  const packed = new PackedParties(index.list.pool)
  let n = 0
  for (const person of people) packed.add(person, n++)
  const rows: number[] = []
  const bits: number[] = []
  for (let i = 0; i < packed.people.length; i++) {
    let [row, best] = [-1, Number.NEGATIVE_INFINITY]
    probePerson(index, packed.people, i, Number.NEGATIVE_INFINITY, (_, listed, found) => {
      if (found <= best) return
      best = found
      row = listed
    })
    rows.push(row)
    bits.push(best)
  }
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
