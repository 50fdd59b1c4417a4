import { expect, test } from 'vitest'
import type { Membership } from '../access/policy.ts'
import { rosterParties } from './owners.ts'

const of = (...memberships: Membership[]) => rosterParties({ userId: 'u', memberships })

test.each<[string, readonly string[], readonly Membership[]]>([
  ['nobody', [], []],
  ['a provider', ['rosa'], [{ role: 'individual-provider', partyId: 'rosa' }]],
  ['staff with the roster', ['rosa'], [{ role: 'staff-end-user', partyId: 'rosa', functions: ['view', 'roster'] }]],
  ['staff without it', [], [{ role: 'staff-end-user', partyId: 'rosa', functions: ['view'] }]],
  [
    'an organization is named by its enrollee',
    ['clinic'],
    [
      { role: 'authorized-official', partyId: 'clinic-org' },
      { role: 'authorized-official', partyId: 'clinic', through: 'clinic-org' },
    ],
  ],
  [
    'a billing company comes before those for whom it works',
    ['billing', 'rosa'],
    [
      { role: 'surrogate', partyId: 'rosa', through: 'billing', functions: ['roster'] },
      { role: 'surrogate', partyId: 'omar', through: 'billing', functions: ['prepare'] },
      { role: 'authorized-official', partyId: 'billing' },
    ],
  ],
  ['a contractor has none', [], [{ role: 'mac-supervisor', partyId: 'c1' }]],
])('%s', (_, parties, memberships) => {
  expect(of(...memberships)).toEqual(parties)
})
