/** One caller of the API alone cannot take every place for claim files; what was left is free again, once. */
import { expect, test } from 'vitest'
import { takePlace } from './receive-claims.ts'

test('of four places one caller gets two, another one the rest, and a place given back twice is free once', () => {
  const one = [takePlace('a'), takePlace('a'), takePlace('a')]
  expect(one.map((p) => p !== undefined)).toEqual([true, true, false])
  const others = [takePlace('b'), takePlace(), takePlace('c')]
  expect(others.map((p) => p !== undefined)).toEqual([true, true, false])
  one[0]?.()
  one[0]?.()
  const again = [takePlace('a'), takePlace('b')]
  expect(again.map((p) => p !== undefined)).toEqual([true, false])
  for (const leave of [...one, ...others, ...again]) leave?.()
  const all = [takePlace('a'), takePlace('a'), takePlace('b'), takePlace('b')]
  expect(all.every((p) => p)).toBe(true)
  for (const leave of all) leave?.()
})
