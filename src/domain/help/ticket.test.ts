import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ticketNumber, ticketOrdinal, withoutSsn } from './ticket.ts'

test.each([
  ['my number is 900-10-4321.', 'my number is •••-••-4321.'],
  ['900 10 4321', '•••-••-4321'],
  ['900104321 and 901104322', '•••-••-4321 and •••-••-4322'],
  ['NPI 2000001117', 'NPI 2000001117'],
  ['call (312) 555-0142 or 312-555-0142', 'call (312) 555-0142 or 312-555-0142'],
  ['no digits', 'no digits'],
])('%s', (text, kept) => {
  expect(withoutSsn(text)).toBe(kept)
})

test('a number of a ticket is read as it is said', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 900_000 }), (n) => ticketOrdinal(ticketNumber(n)) === n))
  expect(ticketOrdinal(' h 100042 ')).toBe(42)
  expect([ticketOrdinal('H-99'), ticketOrdinal('x'), ticketOrdinal('100000')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
