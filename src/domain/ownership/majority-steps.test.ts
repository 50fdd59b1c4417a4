/** What changed hands between two structures, and when a majority last did. */
import { describe, expect, test } from 'vitest'
import { day } from '../dates.ts'
import { acquiredPercent, lastMajorityChange } from './majority-steps.ts'
import type { OwnershipStructure } from './party.ts'

const of = (
  ...owners: readonly (readonly [string, number, ('direct-owner' | 'indirect-owner' | 'officer')?])[]
): OwnershipStructure => ({
  root: 'r',
  parties: [
    { id: 'r', kind: 'organization', name: 'Root', kinds: [] },
    ...owners.map(([name], i) => ({ id: `${name}-${i}`, kind: 'person' as const, name, kinds: [] })),
  ],
  interests: owners.map(([name, percent, role = 'direct-owner'], i) => ({
    owner: `${name}-${i}`,
    owned: 'r',
    role,
    percent,
  })),
})

describe('what changes hands', () => {
  test.each([
    ['nothing', of(['Ann', 60], ['Bo', 40]), 0],
    ['the same people in another order and spelling', of(['BO', 40], ['ann', 60]), 0],
    ['one sells to another', of(['Ann', 60], ['Cy', 40]), 40],
    ['one takes more', of(['Ann', 100]), 40],
    ['everything', of(['Cy', 50], ['Di', 50]), 100],
    [
      'an officer and an indirect owner acquire nothing',
      of(['Ann', 60], ['Bo', 40], ['Cy', 90, 'indirect-owner'], ['Di', 80, 'officer']),
      0,
    ],
  ])('%s', (_, after, percent) => expect(acquiredPercent(of(['Ann', 60], ['Bo', 40]), after)).toBe(percent))
  test('is a majority only in one step, and the start is none', () => {
    const steps = [
      { on: day('2024-01-01'), structure: of(['Ann', 100]) },
      { on: day('2025-01-01'), structure: of(['Ann', 40], ['Bo', 60]) },
      { on: day('2026-01-01'), structure: of(['Ann', 20], ['Bo', 60], ['Cy', 20]) },
    ]
    expect(lastMajorityChange(steps)).toBe('2025-01-01')
    expect(lastMajorityChange(steps.slice(1))).toBeUndefined()
    expect(lastMajorityChange([])).toBeUndefined()
  })
})
