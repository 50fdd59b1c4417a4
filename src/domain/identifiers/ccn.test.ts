import { expect, test } from 'vitest'
import { isCcn, plainCcn } from './ccn.ts'

test.each([
  ['14-7890', true],
  ['05 S123', true],
  ['A11234', true],
  ['14C0001234', true],
  ['1478901', false],
  ['14-78A0', false],
  ['1400001234', false],
  ['', false],
])('%s', (typed, is) => expect(isCcn(plainCcn(typed))).toBe(is))
