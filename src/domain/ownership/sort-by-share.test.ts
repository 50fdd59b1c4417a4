import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortByShare } from './sort-by-share.ts'

test('greatest first, then by number, however many there are', () => {
  const shares = fc.array(fc.constantFrom(0.05, 0.1, 0.25, 0.5, 1), { maxLength: 90 })
  fc.assert(
    fc.property(shares, fc.integer(), (list, seed) => {
      const total = Float64Array.from(list)
      const found = list.map((_, i) => i).sort((a, b) => ((a * 31 + seed) % 17) - ((b * 31 + seed) % 17))
      const expected = [...found].sort((a, b) => total[b]! - total[a]! || a - b)
      sortByShare(found, total)
      expect(found).toEqual(expected)
    }),
  )
})
