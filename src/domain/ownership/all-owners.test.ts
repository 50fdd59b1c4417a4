import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../dates.ts'
import { ownerColumns, readOwnerRow } from './all-owners.ts'

const today = day('2026-11-24')
const read = (cells: Readonly<Record<string, string>>) => readOwnerRow((c) => cells[c] ?? '', today)

test('an organization with its kinds, share and day', () => {
  const row = read({
    'TYPE - OWNER': 'O',
    'ASSOCIATE ID - OWNER': '547500936',
    'ORGANIZATION NAME - OWNER': 'LONGACRE  CARE PARTNERS LP',
    'ROLE CODE - OWNER': '34',
    'ROLE TEXT - OWNER': '5% OR GREATER DIRECT OWNERSHIP INTEREST',
    'ASSOCIATION DATE - OWNER': '9/2/2018',
    'PERCENTAGE OWNERSHIP': '82',
    'PRIVATE EQUITY COMPANY - OWNER': 'Y',
    'REIT - OWNER': 'N',
  })
  expect(row).toMatchObject({
    kind: 'organization',
    name: 'LONGACRE CARE PARTNERS LP',
    ownerAssociateId: '0547500936',
    role: 'direct-owner',
    percent: 82,
    since: '2018-09-02',
    kinds: ['private-equity'],
    problems: [],
  })
})

test.each([
  ['no-name', { 'TYPE - OWNER': 'O' }],
  ['not-a-role', { 'LAST NAME - OWNER': 'X', 'ROLE TEXT - OWNER': 'BARD' }],
  ['not-a-percentage', { 'PERCENTAGE OWNERSHIP': '130' }],
  ['not-a-date', { 'ASSOCIATION DATE - OWNER': 'May' }],
  ['date-in-future', { 'ASSOCIATION DATE - OWNER': '2027-01-01' }],
] as const)('%s', (problem, cells) => {
  expect(read(cells).problems).toContain(problem)
})

test('a day that stands for none is none', () => {
  expect(read({ 'ASSOCIATION DATE - OWNER': '1800-01-01' })).toMatchObject({ since: undefined })
})

test('nothing that a file may hold is a fault', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...ownerColumns), fc.string()), (cells) => {
      const row = read(cells)
      expect(row.percent === undefined || (row.percent >= 0 && row.percent <= 100)).toBe(true)
    }),
  )
})
