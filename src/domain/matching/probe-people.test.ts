/** That asking for many at a time and ending early change nothing of what is told. */
import { describe, expect, it } from 'vitest'
import { chance } from '#test/support/matching/chance.ts'
import { inventor } from '#test/support/matching/invented-people.ts'
import type { MatchParty } from './match-party.ts'
import { indexParties, PackedParties, type PartyIndex, probePeople } from './party-index.ts'

const c = chance(4)
const names = inventor(chance(99))
const rows = Array.from({ length: 3_000 }, (): MatchParty => {
  const { bornOn, ...undated } = names.person(c)
  return c.happens(0.5) && bornOn ? { ...undated, bornOn } : undated
})
// Some of those asked about are listed with a letter less, or under each other's name; one name is there very often.
const asked = rows.slice(0, 500).map((row, i): MatchParty => {
  const { last = '', first = '' } = row
  if (i % 4 === 0) return { ...row, last: last.slice(1) }
  if (i % 4 === 1) return { ...row, last: first, first: last }
  return i % 4 === 2 ? { ...row, last: `${last}-Quill` } : names.person(c)
})
const often = { last: 'Vega', first: 'Rosa' }
const list = [...rows, ...Array.from({ length: 60 }, () => often)]

function packed(parties: readonly MatchParty[], index?: PartyIndex): PackedParties {
  const made = new PackedParties(index?.list.pool)
  for (const [i, party] of parties.entries()) made.add(party, i)
  return made
}
const index = indexParties(packed(list))
const { people } = packed([...asked, often, ...asked.slice(0, 90)], index)

/** "asked listed bits" of all that is told. */
function told(least: number, from = 0, to = people.length): readonly string[] {
  const lines: string[] = []
  probePeople(index, people, from, to, least, (who, listed, bits) => {
    if (bits >= least) lines.push(`${who} ${listed} ${bits.toFixed(6)}`)
  })
  return lines
}
const bitsOf = (line: string): number => Number(line.split(' ')[2])

describe('asking about many people', () => {
  const everything = told(Number.NEGATIVE_INFINITY)
  it.each([-5, 8, 12, 21, 24])('ends early at %s bits without losing anybody', (least) => {
    const wanted = everything.filter((line) => bitsOf(line) >= least)
    expect(wanted.length).toBeGreaterThan(20)
    expect(told(least)).toEqual(wanted)
  })
  it('tells the same of each alone', () => {
    const alone = Array.from({ length: people.length }, (_, i) => told(Number.NEGATIVE_INFINITY, i, i + 1))
    expect(alone.flat()).toEqual(everything)
  })
  it('tells of each entry once, also where very many bear the name', () => {
    expect(new Set(everything).size).toBe(everything.length)
    expect(everything.filter((line) => line.startsWith(`${asked.length} `)).length).toBeGreaterThanOrEqual(60)
  })
})
