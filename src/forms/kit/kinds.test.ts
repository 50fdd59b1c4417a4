/** What a kind reads it can say back as it would be typed, and read again to the same value. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import { stateCodes } from '#domain/party/states.ts'
import { anyText } from '#test/support/any-text.ts'
import type { AnyKind, KindName } from './kinds.ts'
import * as kinds from './kinds.ts'

const digits = (n: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map((d) => d.join(''))
const words = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 .,'-]{0,30}[a-z]$/)
const options = ['a', 'b', 'c'] as const

/** For every kind something typed that it must accept. Exhaustive: a new kind must be tested. */
const samples: { readonly [K in KindName]: { readonly kind: AnyKind; readonly typed: fc.Arbitrary<string> } } = {
  text: { kind: kinds.text(40), typed: words },
  longText: {
    kind: kinds.longText(),
    typed: fc.array(words, { minLength: 1, maxLength: 4 }).map((l) => l.join('\r\n')),
  },
  npi: { kind: kinds.npi, typed: digits(8).map((d) => withCheckDigit(`2${d}`)) },
  ssn: {
    kind: kinds.ssn,
    typed: fc.tuple(digits(2), digits(4)).map(([a, b]) => `9${a}-11-${b.replace(/^0000$/, '0001')}`),
  },
  ein: { kind: kinds.ein, typed: digits(7).map((d) => `08-${d}`) },
  date: {
    kind: kinds.date(),
    typed: fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10)),
  },
  year: { kind: kinds.year, typed: fc.integer({ min: 1900, max: 2199 }).map(String) },
  yesNo: { kind: kinds.yesNo, typed: fc.constantFrom('yes', 'no') },
  choice: { kind: kinds.choice(...options), typed: fc.constantFrom(...options) },
  choices: {
    kind: kinds.choices(...options),
    typed: fc.shuffledSubarray([...options], { minLength: 1 }).map((o) => o.join(',')),
  },
  specialty: { kind: kinds.specialty('08', 'C0'), typed: fc.constantFrom('08', 'C0') },
  state: { kind: kinds.state, typed: fc.constantFrom(...stateCodes).map((s) => s.toLowerCase()) },
  zip: { kind: kinds.zip, typed: fc.tuple(digits(5), fc.option(digits(4))).map(([a, b]) => (b ? `${a} ${b}` : a)) },
  phone: { kind: kinds.phone, typed: digits(7).map((d) => `+1 (217) ${d.slice(0, 3)}-${d.slice(3)}`) },
  email: {
    kind: kinds.email,
    typed: fc.tuple(fc.stringMatching(/^[a-z0-9.+_-]{1,20}$/), words).map(([a]) => `${a}@mail.example.com`),
  },
  percent: { kind: kinds.percent, typed: fc.integer({ min: 0, max: 10_000 }).map((n) => `${n / 100} %`) },
  money: { kind: kinds.money, typed: fc.integer({ min: 0, max: 99_999_999 }).map((n) => `$${(n / 100).toFixed(2)}`) },
  count: { kind: kinds.count, typed: fc.nat(9_999_999).map(String) },
}

const again = (kind: AnyKind, value: unknown) => kind.parse(kind.typed(value as never))

describe.each(Object.entries(samples))('%s', (name, { kind, typed }) => {
  test('the sample is of this kind', () => expect(kind.name).toBe(name))

  test('reads what people type and says it back', () => {
    fc.assert(
      fc.property(typed, (t) => {
        const first = kind.parse(t)
        expect(first.ok, t).toBe(true)
        if (first.ok) expect(again(kind, first.value)).toEqual(first)
      }),
    )
  })

  test('never throws, and keeps whatever it accepts', () => {
    fc.assert(
      fc.property(fc.oneof(anyText({ minLength: 1 }), fc.string({ minLength: 1 })), (t) => {
        const trimmed = t.trim()
        if (!trimmed) return
        const first = kind.parse(trimmed)
        if (first.ok) expect(again(kind, first.value)).toEqual(first)
        else expect(first.problem.code).toBeTruthy()
      }),
    )
  })
})

test.each([
  ['a\u0000b', false, false],
  ['a\tb', false, false],
  ['a\nb', false, true],
  ['a\u0085b', false, false],
  ['a\u2028b', false, false],
  ['Peña 中', true, true],
])('%j is text: %s, long text: %s', (typed, short, long) => {
  expect(kinds.text().parse(typed).ok).toBe(short)
  expect(kinds.longText().parse(typed).ok).toBe(long)
})
