import { describe, expect, test } from 'vitest'
import { day } from '../dates.ts'
import { compareStructures } from './compare-structures.ts'
import { effectiveOwners } from './effective-owners.ts'
import { ownershipFindings } from './findings.ts'
import { ownershipRows } from './ownership-rows.ts'
import { type Interest, type OwnershipStructure, structureOn } from './party.ts'
import { type InterestRole, publishedRole } from './roles.ts'

const structure = (
  ...lines: readonly (readonly [string, string, (number | undefined)?, InterestRole?])[]
): OwnershipStructure => {
  const interests = lines.map(
    ([owner, owned, percent, role = 'direct-owner']): Interest => ({
      owner,
      owned,
      role,
      ...(percent !== undefined && { percent }),
    }),
  )
  const ids = [...new Set(['Home', ...lines.flatMap((l) => l.slice(0, 2) as string[])])]
  return {
    root: 'Home',
    interests,
    parties: ids.map((id) => ({ id, kind: 'organization', name: id, kinds: [] })),
  }
}

/** A nursing home that a fund owns by two ways, through a holding and a management company. */
const fund = structure(
  ['Holding', 'Home', 80],
  ['Manager', 'Home', 20],
  ['Fund', 'Holding', 90],
  ['Fund', 'Manager', 50],
  ['Ada', 'Fund', 5],
  ['Fund', 'Home', 82, 'indirect-owner'],
  ['Bank', 'Home', 60, 'mortgage'],
)

test('a fund owns by the sum of its ways; a lender owns nothing', () => {
  const { owners, complete } = effectiveOwners(fund)
  expect(complete).toBe(true)
  expect(owners.map((o) => [o.party.name, o.percent, o.direct, o.through.map((p) => p.name)])).toEqual([
    ['Fund', 82, 0, ['Holding', 'Manager']],
    ['Holding', 80, 80, []],
    ['Manager', 20, 20, []],
  ])
  expect(effectiveOwners(fund, 4).owners.at(-1)).toMatchObject({ party: { name: 'Ada' }, percent: 4.1 })
  expect(ownershipFindings(fund)).toEqual([])
})

test('five percent is five percent, whatever the last bit of a sum says', () => {
  const lines = Array.from(
    { length: 10 },
    (_, i) =>
      [
        [`C${i}`, 'Home', 10],
        ['Fund', `C${i}`, 5],
      ] as const,
  ).flat()
  expect(effectiveOwners(structure(...lines)).owners.map((o) => o.party.name)).toContain('Fund')
})

describe('findings', () => {
  test.each([
    ['over-100', structure(['A', 'Home', 70], ['B', 'Home', 50])],
    ['under-100', structure(['A', 'Home', 70])],
    ['circle', structure(['A', 'Home', 100], ['B', 'A', 50], ['A', 'B', 50])],
    ['owns-itself', structure(['A', 'Home', 100], ['A', 'A', 10])],
    ['no-percent', structure(['A', 'Home'])],
    ['indirect-differs', structure(['A', 'Home', 100], ['B', 'A', 40], ['B', 'Home', 30, 'indirect-owner'])],
    ['no-way', structure(['A', 'Home', 100], ['B', 'Home', 30, 'indirect-owner'])],
    ['not-named', structure(['A', 'Home', 100], ['B', 'A', 5])],
  ] as const)('%s', (kind, s) => {
    expect(ownershipFindings(s).map((f) => f.kind)).toContain(kind)
  })
})

test('rows go as deep as the chain, and open nobody twice', () => {
  expect(
    ownershipRows(fund).map((r) => `${' '.repeat(r.depth)}${r.party.name}${r.shownBefore ? ' (above)' : ''}`),
  ).toEqual([' Fund', '  Ada', ' Holding', '  Fund (above)', ' Bank', ' Manager', '  Fund (above)'])
  const circle = ownershipRows(structure(['A', 'Home', 100], ['B', 'A', 50], ['A', 'B', 50]))
  expect(circle.map((r) => [r.depth, r.party.name, r.closesCircle])).toEqual([
    [1, 'A', false],
    [2, 'B', false],
    [3, 'A', true],
  ])
  const chain = structure(...Array.from({ length: 5_000 }, (_, i) => [`C${i + 1}`, i ? `C${i}` : 'Home', 100] as const))
  expect(ownershipRows(chain).at(-1)!.depth).toBe(5_000)
})

test('by date: who left is not there', () => {
  const s = {
    ...fund,
    interests: fund.interests.map((i) => (i.owner === 'Bank' ? { ...i, to: day('2026-01-31') } : i)),
  }
  expect(structureOn(s, day('2026-01-31')).parties.map((p) => p.name)).toContain('Bank')
  expect(structureOn(s, day('2026-02-01')).parties.map((p) => p.name)).not.toContain('Bank')
})

test('two filings: added, removed, changed', () => {
  const newer = structure(['HOLDING', 'Home', 85], ['Manager', 'Home', 20], ['Cora', 'Home', undefined, 'officer'])
  const older = structure(['Holding', 'Home', 80], ['Manager', 'Home', 20], ['Bank', 'Home', 60, 'mortgage'])
  expect(compareStructures(older, newer).map((c) => [c.what, c.owner, c.was?.percent, c.is?.percent])).toEqual([
    ['changed', 'HOLDING', 80, 85],
    ['added', 'Cora', undefined, undefined],
    ['removed', 'Bank', 60, undefined],
  ])
})

test.each([
  ['34', '5% OR GREATER DIRECT OWNERSHIP INTEREST', 'direct-owner'],
  ['35', '5% OR GREATER INDIRECT OWNERSHIP INTEREST', 'indirect-owner'],
  ['', 'ADP OF THE SNF', 'disclosable-party'],
  ['1', '', 'direct-owner'],
  ['99', 'SOMETHING NEW', undefined],
  ['25', 'CONTRACTED MANAGING EMPLOYEE', 'contracted-managing-employee'],
] as const)('role %s %s', (code, text, role) => {
  expect(publishedRole(code, text)).toBe(role)
})
