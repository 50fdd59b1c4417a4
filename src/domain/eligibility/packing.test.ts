import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day, daysBetween } from '../dates.ts'
import { isNpi, withCheckDigit } from '../identifiers/npi.ts'
import { indexOf, lookUp } from './columns.ts'
import { dayNumber, dayOfNumber, nameKey, npiKey, OPEN_DAY, packSpan, spanFrom, spanTo } from './packing.ts'
import { buildRegistrySet, registryState } from './registry-set.ts'

const anyDay = fc.integer({ min: 0, max: 65_000 }).map((n): Day => addDays(day('1900-01-01'), n))

describe('numbers of the snapshot', () => {
  it('days count from 1900 and come back', () => {
    expect([dayNumber(day('1900-01-01')), dayNumber(day('2000-03-01')), dayNumber(day('2079-06-06'))]).toEqual([
      0, 36_584, 65_535,
    ])
    fc.assert(
      fc.property(anyDay, (d) => {
        expect(dayNumber(d)).toBe(daysBetween(day('1900-01-01'), d))
        expect(dayOfNumber(dayNumber(d))).toBe(d)
      }),
    )
  })
  it('spans come back, open ones too', () => {
    fc.assert(
      fc.property(fc.nat(65_000), fc.nat(65_000), (a, b) => {
        expect([spanFrom(packSpan(a, b)), spanTo(packSpan(a, b)), spanTo(packSpan(a, OPEN_DAY))]).toEqual([
          a,
          b,
          OPEN_DAY,
        ])
      }),
    )
  })
  it('a key exists exactly for an NPI, and is its own', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 299_999_999 }), fc.nat(9), (nine, digit) => {
        expect(npiKey(withCheckDigit(String(nine)))).toBe(nine - 100_000_000)
        expect(npiKey(`${nine}${digit}`) >= 0).toBe(isNpi(`${nine}${digit}`))
      }),
    )
    fc.assert(
      fc.property(fc.string(), (s) => {
        expect(npiKey(s) >= 0).toBe(isNpi(s))
      }),
    )
  })
  it.each([
    ["O'Neil", 'Ann', 'ONEI', 'A', true],
    ['García', 'Álvaro', 'GARC', 'alvaro', true],
    ['De la Cruz', 'Bo', 'DELA', 'B', true],
    ['Smith', 'Ann', 'Smit', 'Bob', false],
    ['Li', 'A', 'Liu', 'A', false],
    ['Smith', 'Ann', 'Smith', '', false],
  ])('%s %s / %s %s', (l1, f1, l2, f2, same) => expect(nameKey(l1, f1) === nameKey(l2, f2)).toBe(same))
})

describe('columns', () => {
  it('the table finds every key and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(300), { maxLength: 200 }), (keys) => {
        const table = indexOf(
          keys.map((k, i) => [k, i] as const),
          keys.length,
          false,
        )
        for (let k = 0; k <= 300; k++) expect(lookUp(table, k)).toBe(keys.indexOf(k))
      }),
    )
  })
  it('the registry knows what it was given', () => {
    const npis = [...new Set(Array.from({ length: 400 }, (_, i) => withCheckDigit(String(100_000_000 + i * 499_979))))]
    const set = buildRegistrySet(
      [...npis, npis[0]!, '1234567890'].map((npi) => ({ npi })),
      false,
    )
    expect(set.count).toBe(400)
    for (const npi of npis) expect(registryState(set, npiKey(npi), 45_000)).toBe('active')
    for (const npi of npis) expect(registryState(set, npiKey(npi) + 1, 45_000)).toBe('absent')
  })
})
