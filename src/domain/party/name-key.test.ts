import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nameKey } from './name-key.ts'

it.each([
  ['', ''],
  [' ', ''],
  ['VEGA', 'VEGA'],
  ['VEGA 3', 'VEGA 3'],
  [' VEGA', 'VEGA'],
  ['VEGA ', 'VEGA'],
  ['DE  LA CRUZ', 'DE LA CRUZ'],
  ['O’Brien-Müller, Jr.', 'OBRIEN MULLER JR'],
  ["D'ARCY", 'DARCY'],
  ['vega', 'VEGA'],
])('%j has the key %j', (name, key) => {
  expect(nameKey(name)).toBe(key)
})

it('leaves a key as it is, and says of every name what its pattern says', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('A', 'Z', '0', '9', ' ', 'é', '-', "'", '@', '[', 'a') }), (name) => {
      const key = nameKey(name)
      expect(key).toMatch(/^(?:[A-Z0-9]+(?: [A-Z0-9]+)*)?$/)
      expect(nameKey(key)).toBe(key)
    }),
  )
})
