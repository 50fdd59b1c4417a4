/**
 * Recall and false alerts of the list matching, printed and held to floors. On the real samples beside the repository
 * (LEIE, SAM, names of listed NPIs) with seeded errors, and on invented people against a long invented list. The
 * errors are invented in equal shares: the figures compare methods, they are no real-world error rates.
 */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '#domain/dates.ts'
import type { MatchParty } from '#domain/matching/match-party.ts'
import type { Exclusion } from '#domain/party/exclusion.ts'
import { nicknamesOf } from '#domain/review/names/nicknames.ts'
import { listedParty } from '#domain/review/screening/screen-exclusions.ts'
import { csvScanner } from '#outside/sources/csv-scanner.ts'
import { leie } from '#outside/sources/leie.ts'
import { sam } from '#outside/sources/lists/sam.ts'
import { type Chance, chance } from './support/matching/chance.ts'
import { inventor } from './support/matching/invented-people.ts'
import { bestRows, indexOf, type Measured, measure, type Planted } from './support/matching/measure.ts'
import { errorClasses, perturb, slip, typo } from './support/matching/perturb.ts'
import { filesIn, hasData, readList } from './support/matching/read-list.ts'

const PER_CLASS = 120
const percent = (n: number): string => `${(100 * n).toFixed(1)} %`

function report(title: string, m: Measured, planted: number, others: number): void {
  const line = (perThousand: number) => {
    const bits = m.thresholdFor(perThousand)
    return `    at <= ${perThousand} false alerts per 1,000 (from ${bits.toFixed(1)} bits): recall ${percent(m.recallAt(bits))}, precision ${percent(precision(m, bits, planted, others))} in this mixture`
  }
  const classes = [...m.byClass(m.thresholdFor(5))].map(([k, v]) => `${k} ${v.toFixed(2)}`).join('; ')
  console.log(
    `${title}: ${planted} planted, ${others} not listed\n${line(50)}\n${line(5)}\n    by error, at <= 5: ${classes}`,
  )
}
const precision = (m: Measured, bits: number, planted: number, others: number): number => {
  const right = m.recallAt(bits) * planted
  return right / (right + (m.falseAlertsAt(bits) * others) / 1000)
}

/** Plants errors of every class in rows of the list, each row once; rows that lose their birth date lose it there. */
function plant(c: Chance, list: MatchParty[], hand: typeof typo, otherLast: () => string): readonly Planted[] {
  const free = list.map((_, i) => i).filter((i) => list[i]!.bornOn && list[i]!.first && list[i]!.last)
  const around = { typo: hand, nicknamesOf, otherLast }
  const planted: Planted[] = []
  for (const kind of errorClasses)
    for (let made = 0, tries = 0; made < PER_CLASS && tries < 4_000 && free.length > 0; tries++) {
      const at = c.below(free.length)
      const row = free[at]!
      const pair = perturb(c, list[row]!, kind, around)
      if (!pair) continue
      free[at] = free.at(-1)!
      free.pop()
      list[row] = pair.listed
      planted.push({ asked: pair.asked, row, kind })
      made++
    }
  return planted
}

const seeds = [
  ['the seed that the weights were tuned on', 1, typo],
  ['a seed not seen in tuning', 20_261_124, typo],
  ['another hand of errors, and another seed', 77, slip],
] as const

describe('invented people against 40,000 invented entries', () => {
  const names = inventor(chance(99))
  test.each(seeds)('%s', (title, seed, hand) => {
    const c = chance(seed)
    const list = Array.from({ length: 40_000 }, (): MatchParty => {
      const { bornOn, ...undated } = names.person(c)
      return c.happens(95 / 230) ? { ...undated, ...(bornOn && { bornOn }) } : undated
    })
    const planted = plant(c, list, hand, () => names.last(c))
    const others = Array.from({ length: 8_000 }, () => names.person(c))
    const m = measure(indexOf(list), planted, others)
    report(title, m, planted.length, others.length)
    expect(m.recallAt(m.thresholdFor(50))).toBeGreaterThanOrEqual(0.95)
    expect(m.recallAt(m.thresholdFor(5))).toBeGreaterThanOrEqual(0.92)
  })
})

describe.skipIf(!hasData)('the real samples (skipped without ../shared/data)', () => {
  const listed = async (): Promise<readonly Exclusion[]> => {
    const files = filesIn('leie/monthly', /(EXCL|REIN|sanc|rein).*\.csv$/)
    const read = await Promise.all(files.map((f) => readList(f, leie)))
    const samRows = await readList('sam-exclusions/SAM_Exclusions_Public_Extract_V2_sample.csv', sam)
    const all = [...read.flatMap((r) => r.rows), ...samRows.rows]
    return [...new Map(all.map((e) => [e.id, e])).values()]
  }

  test.each(seeds)('people of the LEIE and SAM, %s', async (title, seed, hand) => {
    const c = chance(seed)
    const people = (await listed()).filter((e) => e.last && e.first)
    const list = people.map((e): MatchParty => listedParty(e))
    const others = notListed(c, people, 8_000)
    const planted = plant(c, list, hand, () => c.pick(people).last!)
    const m = measure(indexOf(list), planted, others)
    report(`real names, ${title}`, m, planted.length, others.length)
    expect(planted.length).toBeGreaterThan(1_000)
    expect(m.recallAt(m.thresholdFor(50))).toBeGreaterThanOrEqual(0.95)
    expect(m.recallAt(m.thresholdFor(5))).toBeGreaterThanOrEqual(0.95)
  })

  test('organizations of the LEIE with a word lost, a letter wrong or the legal form changed', async () => {
    const c = chance(5)
    const rows = (await listed()).filter((e) => e.business && !e.last)
    const index = indexOf(rows.map((e) => listedParty(e)))
    const spoil = (name: string, kind: number): string => {
      const words = name.split(' ')
      if (kind === 0) return `${name.replace(/,? (INC|LLC|CORP|PC|P C)\.?$/, '')}, L.L.C.`
      if (kind === 1)
        return words.map((w, i) => (i === c.below(words.length) && w.length > 4 ? typo(c, w) : w)).join(' ')
      return words.length > 2 ? words.filter((_, i) => i !== words.length - 1).join(' ') : name
    }
    const asked = rows.map((e, i) => ({ organization: spoil(e.business!, i % 3), ...(e.state && { state: e.state }) }))
    const found = bestRows(index, asked).rows
    const right = found.filter((f, i) => f === i || rows[f]?.business === rows[i]!.business).length
    console.log(`organizations: ${right} of ${rows.length} found first`)
    expect(right / rows.length).toBeGreaterThanOrEqual(0.93)
  })

  test('an NPI of the list of listed NPIs always alerts, whatever the name says', async () => {
    const path = join(import.meta.dirname, '../../shared/data/screening-npis/npis_on_leie_sam_or_deactivated_2026.csv')
    const rows: { npi: string; name: string; state: string }[] = []
    const scanner = csvScanner({
      record: (r) => void rows.push({ npi: r.text(0), name: r.text(1), state: r.text(2) }),
      fault: () => {},
    })
    scanner.push(readFileSync(path))
    scanner.end()
    const npis = rows.slice(1).filter((r) => /^\d{10}$/.test(r.npi))
    const index = indexOf(npis.map(({ npi, name, state }) => ({ ...nameOf(name), npi, state })))
    const { rows: found } = bestRows(
      index,
      npis.map(({ npi }) => ({ last: 'NOBODY', first: 'ELSE', npi })),
    )
    expect(found.filter((row, i) => npis[row]?.npi !== npis[i]!.npi)).toEqual([])
    // By name and state alone, each must come out on top of its own list or share its name with who does.
    const byName = bestRows(
      index,
      npis.map(({ name, state }) => ({ ...nameOf(name), state })),
    )
    const right = byName.rows.filter((row, i) => npis[row]?.name === npis[i]!.name).length
    console.log(`listed NPIs: ${npis.length} alert by number; by name and state alone ${percent(right / npis.length)}`)
    expect(right / npis.length).toBeGreaterThanOrEqual(0.98)
  })
})

const nameOf = (name: string): MatchParty => {
  const [last = '', first = ''] = name.split(', ')
  return first === '' ? { organization: last } : { last, first }
}

/** Real last names and first names put together anew, so that common names are as common as they are. */
function notListed(c: Chance, rows: readonly Exclusion[], count: number): readonly MatchParty[] {
  const listed = new Set(rows.map((r) => `${r.last}|${r.first}`))
  return Array.from({ length: count }, (): MatchParty => {
    for (;;) {
      const [last, first] = [c.pick(rows).last!, c.pick(rows).first!]
      if (listed.has(`${last}|${first}`)) continue
      const { middle, state } = c.pick(rows)
      return {
        last,
        first,
        ...(middle && c.happens(0.5) && { middle: middle.slice(0, 1) }),
        ...(state && { state }),
        bornOn: addDays(day('1930-01-01'), c.below(25_500)),
      }
    }
  })
}
