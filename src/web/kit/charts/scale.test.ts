import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelled, scaleTo } from './scale.ts'

test.each([
  [0, [0, 1]],
  [1, [0, 1]],
  [4, [0, 1, 2, 3, 4]],
  [5, [0, 2, 4, 6]],
  [47, [0, 20, 40, 60]],
  [1200, [0, 500, 1000, 1500]],
])('a scale for %d', (highest, steps) => {
  expect(scaleTo(highest)).toEqual(steps)
})

test('a scale reaches what is highest, in at most five lines', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000_000 }), (highest) => {
      const scale = scaleTo(highest)
      expect(scale.at(-1)!).toBeGreaterThanOrEqual(highest)
      expect(scale.length).toBeLessThanOrEqual(5)
    }),
  )
})

test.each([
  [0, []],
  [1, [0]],
  [3, [0, 1, 2]],
  [13, [0, 4, 8, 12]],
])('labels of %d points', (count, places) => {
  expect(labelled(count)).toEqual(places)
})
