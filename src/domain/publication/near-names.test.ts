import { describe, expect, it } from 'vitest'
import { oneSlipAway } from './near-names.ts'

const finds = (typed: string, name: string) =>
  oneSlipAway(typed).some((p) => new RegExp(`^${p.replaceAll('_', '.')}$`).test(name))

describe('one slip away', () => {
  it.each([
    ['Smtih', 'SMITH'],
    ['Smiht', 'SMITH'],
    ['Smth', 'SMITH'],
    ['Smithh', 'SMITH'],
    ['Smyth', 'SMITH'],
    ['Johnsen', 'JOHNSON'],
  ])('%s finds %s', (typed, name) => expect(finds(typed, name)).toBe(true))
  it.each([
    ['Smith', 'JONES'],
    ['Smith', 'SCHMITZ'],
    ['Lee', 'LEA'],
  ])('%s does not find %s', (typed, name) => expect(finds(typed, name)).toBe(false))
})
