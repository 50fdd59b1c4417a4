import { expect, it } from 'vitest'
import { missing } from './password-meter.ts'

it.each([
  ['', 12],
  ['tunnel', 6],
  ['tunnel lantern', 0],
  ['aaaaaaaaaaaaaaaa', 9],
  ['🐎🐎🐎🐎', 9],
])('%s misses %i', (password, left) => expect(missing(password)).toBe(left))
