import { expect, it } from 'vitest'
import { judge, missing } from './password-meter.ts'

it.each([
  ['', 12],
  ['tunnel', 6],
  ['tunnel lantern', 0],
  ['aaaaaaaaaaaaaaaa', 9],
  ['🐎🐎🐎🐎', 9],
])('%s misses %i', (password, left) => expect(missing(password)).toBe(left))

it.each<[string, number, string | undefined]>([
  ['aaaa lantern oyster', 0, 'repeats'],
  ['abcabcabcabc', 0, 'repeats'],
  ['lantern 34567 oyster', 0, 'sequence'],
  ['lantern zyxwv oyster', 0, 'sequence'],
  ['qwerty lantern', 0, 'keyboard'],
  ['lindgren lantern', 0, 'name'],
  ['Medicare lantern', 0, 'word'],
  ['lantern oyster 2024', 1, 'date'],
  ['tunnellanternoyster', 1, 'alone'],
  ['tunnel lantern oyster', 2, undefined],
  ['x7Kq9mP2vR4t', 2, undefined],
])('%s is judged %i because of %s', (password, level, advice) => {
  expect(judge(password, ['Lindgren', 'md'])).toEqual({ level, ...(advice && { advice }) })
})
