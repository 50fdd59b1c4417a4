import { expect, test } from 'vitest'
import { isProvenEnough, membershipsFrom } from './provider-roles.ts'

const mapping = [
  { group: 'analysts-north', role: 'mac-analyst', party: 'north' },
  { group: 'everybody-north', role: 'mac-analyst', party: 'north' },
  { group: 'supervisors', role: 'mac-supervisor', party: 'north' },
  { group: 'audit', role: 'auditor', party: 'site' },
] as const

test.each<[string[], string[]]>([
  [[], []],
  [['guests'], []],
  [['analysts-north', 'everybody-north'], ['mac-analyst north']],
  [
    ['supervisors', 'audit', 'guests'],
    ['mac-supervisor north', 'auditor site'],
  ],
  [['ANALYSTS-NORTH'], []],
])('groups %j give %j', (groups, roles) =>
  expect(membershipsFrom(groups, mapping).map((m) => `${m.role} ${m.partyId}`)).toEqual(roles),
)

test.each([
  ['nothing asked, nothing said', { acr: undefined, amr: [] }, { acr: [], amr: [] }, true],
  ['a class asked, none said', { acr: undefined, amr: [] }, { acr: ['aal2'], amr: [] }, false],
  ['a class asked, another said', { acr: 'aal1', amr: [] }, { acr: ['aal2', 'aal3'], amr: [] }, false],
  ['a class asked and said', { acr: 'aal3', amr: [] }, { acr: ['aal2', 'aal3'], amr: [] }, true],
  ['a way asked, none said', { acr: 'aal3', amr: [] }, { acr: [], amr: ['mfa', 'hwk'] }, false],
  ['a way asked and said', { acr: undefined, amr: ['pwd', 'hwk'] }, { acr: [], amr: ['mfa', 'hwk'] }, true],
  ['both asked, one said', { acr: 'aal2', amr: ['pwd'] }, { acr: ['aal2'], amr: ['mfa'] }, false],
])('%s', (_, said, demand, enough) => expect(isProvenEnough(said, demand)).toBe(enough))
