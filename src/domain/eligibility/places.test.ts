import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placesFor, slotOf } from './places.ts'

it('gives every key a place of its own', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(199_999_999), { maxLength: 300 }), (keys) => {
      const places = placesFor(Int32Array.from(keys), false)
      const taken = keys.map((key) => slotOf(places, key))
      expect(new Set(taken).size).toBe(keys.length)
      expect(taken.every((slot) => slot >= 0 && slot < places.slots)).toBe(true)
    }),
  )
})

it('is nearly as small as what it holds, for neighbors and for NPIs far apart', () => {
  for (const step of [1, 7_919]) {
    const keys = Int32Array.from({ length: 20_000 }, (_, i) => (i * step) % 99_999_989)
    const places = placesFor(keys, false)
    expect(places.slots).toBeLessThan(keys.length * 1.2)
    expect(new Set(keys.map((key) => slotOf(places, key))).size).toBe(keys.length)
  }
})
