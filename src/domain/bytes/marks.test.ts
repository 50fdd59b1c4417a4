import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Marks, MOST_BYTES } from './marks.ts'

const slowly = (bytes: Uint8Array, one: number, other: number): number[] =>
  [...bytes.keys()].filter((i) => bytes[i] === one || bytes[i] === other)

it('finds what a loop over every byte finds, whatever was searched before', () => {
  const marks = new Marks()
  const few = fc.uint8Array({ max: 3, maxLength: 400 })
  fc.assert(
    fc.property(few, fc.nat(4), fc.nat(4), (bytes, one, other) => {
      marks.bytes.set(bytes)
      const count = marks.find(bytes.length, one, other)
      expect([...marks.places.subarray(0, count)]).toEqual(slowly(bytes, one, other))
    }),
    { numRuns: 500 },
  )
})

it('as many as there can be', () => {
  const marks = new Marks()
  marks.bytes.fill(7)
  expect(marks.find(MOST_BYTES, 7, 7)).toBe(MOST_BYTES)
  expect(marks.places[MOST_BYTES - 1]).toBe(MOST_BYTES - 1)
  expect(marks.bytes.every((b) => b === 7)).toBe(true)
  expect(marks.find(MOST_BYTES, 8, 9)).toBe(0)
})
