import { describe, expect, it } from 'vitest'
import { day } from './dates.ts'
import { nextVersion, type VersionState, versionOn, versionsAfter } from './versions.ts'

const on = day('2026-11-25')
const at = (version: number, from: string, state: VersionState = 'in-force') => ({
  version,
  from: day(from),
  state,
})

describe('the version that counts', () => {
  const versions = [at(1, '2026-01-01'), at(2, '2027-01-01'), at(3, '2026-06-01', 'refused'), at(4, '2027-01-01')]
  it.each([
    ['before the first', '2025-12-31', undefined],
    ['on its first day', '2026-01-01', 1],
    ['while a refused one is passed over', '2026-11-25', 1],
    ['of two of one day, the one that came later', '2027-01-01', 4],
  ])('%s', (_, d, version) => expect(versionOn(versions, day(d))?.version).toBe(version))
  it('is known ahead', () => expect(versionsAfter(versions, on).map((v) => v.version)).toEqual([4]))
})

describe('the next version', () => {
  it.each([
    ['is the first where there is none', undefined, 0, 1],
    ['comes after one in force', 3, 3, 4],
    ['is refused to whoever saw an older one', 3, 2, 'stale'],
    ['is refused to whoever saw none', 3, 0, 'stale'],
  ] as const)('%s', (_, last, seen, expected) => {
    const next = nextVersion(last && { version: last, state: 'in-force' }, seen)
    expect(next.ok ? next.value : next.problem.code).toBe(expected)
  })
  it('waits for the answer to the one before', () =>
    expect(nextVersion({ version: 3, state: 'waiting' }, 3)).toMatchObject({ problem: { code: 'version-waits' } }))
})
