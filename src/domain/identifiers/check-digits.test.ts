/** Routing and DEA numbers catch a wrong digit. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDeaNumber } from './dea-number.ts'
import { isRoutingNumber } from './routing-number.ts'

test.each([
  ['123456780', true],
  ['123456789', false],
  ['000000000', false],
  ['990000008', false],
  ['12345678', false],
  ['12345678O', false],
])('routing number %s: %s', (n, is) => expect(isRoutingNumber(n)).toBe(is))

test.each([
  ['BV1234563', true],
  ['bv1234563', true],
  ['B91234563', true],
  ['BV1234564', false],
  ['1V1234563', false],
  ['BV123456', false],
])('DEA number %s: %s', (n, is) => expect(isDeaNumber(n)).toBe(is))

test('a single wrong digit of a routing number is always caught', () => {
  fc.assert(
    fc.property(fc.nat(8), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const digits = [...'123456780']
      digits[at] = String((Number(digits[at]) + by) % 10)
      expect(isRoutingNumber(digits.join(''))).toBe(false)
    }),
  )
})
