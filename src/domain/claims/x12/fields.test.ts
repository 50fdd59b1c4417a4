import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../dates.ts'
import { dayNumber, nameKey, npiKey } from '../../eligibility/packing.ts'
import { withCheckDigit } from '../../identifiers/npi.ts'
import { centsAt, countAt, dayAt, nameKeyAt, npiKeyAt, npiOfKey } from './fields.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const of = <T>(read: (b: Uint8Array, from: number, to: number) => T, text: string): T => {
  const b = bytes(`~*${text}*~`)
  return read(b, 2, b.length - 2)
}

describe('fields read from bytes equal those read from text', () => {
  it('NPIs, valid or not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000_000, max: 299_999_999 }), fc.nat(9), (nine, digit) => {
        const valid = withCheckDigit(String(nine))
        expect(of(npiKeyAt, valid)).toBe(npiKey(valid))
        expect(npiOfKey(npiKey(valid))).toBe(valid)
        expect(of(npiKeyAt, `${nine}${digit}`)).toBe(npiKey(`${nine}${digit}`))
      }),
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        expect(of(npiKeyAt, text)).toBe(npiKey(text))
      }),
    )
  })
  it('names, of any script', () => {
    const name = fc.oneof(fc.string({ maxLength: 9 }), fc.string({ unit: 'grapheme', maxLength: 6 }))
    fc.assert(
      fc.property(name, name, (last, first) => {
        const [a, b] = [bytes(last), bytes(first)]
        const both = new Uint8Array([...a, ...b])
        expect(nameKeyAt(both, 0, a.length, a.length, both.length)).toBe(nameKey(last, first))
      }),
    )
  })
  it('days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 65_000 }), (n) => {
        const d = addDays(day('1900-01-01'), n)
        expect(of(dayAt, d.replaceAll('-', ''))).toBe(dayNumber(d))
      }),
    )
  })
  it.each(['20260230', '20251301', '19000229', '2026010', 'ABCDEFGH', '00000000', '20991231', ''])(
    'no day: %s',
    (text) => expect(of(dayAt, text)).toBe(-1),
  )
  it.each([
    ['100', 10_000],
    ['100.5', 10_050],
    ['.05', 5],
    ['0', 0],
    ['-12.34', -1_234],
    ['12.345', 1_234],
    ['1,000', Number.NaN],
    ['', Number.NaN],
    ['1.2.3', Number.NaN],
    ['99999999999999999999', Number.NaN],
  ])('%s in cents', (text, cents) => expect(of(centsAt, text)).toBe(cents))
  it.each([
    ['12', 12],
    ['0001', 1],
    ['', -1],
    ['-1', -1],
    ['1234567890', -1],
  ])('count %s', (text, n) => expect(of(countAt, text)).toBe(n))
})
