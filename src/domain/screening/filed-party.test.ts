import { expect, it } from 'vitest'
import { day } from '../dates.ts'
import { partyKeys, tellsApart, unrecorded } from './filed-party.ts'

const born = day('1970-02-03')
it.each([
  [
    'a person by number, NPI, and name with birth',
    '900654321',
    [{ last: 'Brandt', first: 'Ida', bornOn: born, npi: '2000009991' }],
    ['tax-id', 'npi', 'person'],
  ],
  ['a person without a date of birth by nothing', undefined, [{ last: 'Brandt', first: 'Ida' }], []],
  ['an organization by its name', undefined, [{ organization: 'Elm Street Clinic, L.L.C.' }], ['organization']],
  ['a name of marks by nothing', undefined, [{ organization: '***' }], []],
  [
    'each name once',
    undefined,
    [{ organization: 'Elm' }, { organization: 'ELM' }, { organization: 'Oak' }],
    ['organization', 'organization'],
  ],
] as const)('finds %s', (_, taxId, names, kinds) => {
  expect(partyKeys(taxId, names).map((k) => k.kind)).toEqual(kinds)
})

it.each([
  [
    { last: "O'Brien-Müller", first: 'José', bornOn: born },
    { last: 'OBRIEN MULLER', first: 'JOSE', bornOn: born },
    true,
  ],
  [{ last: 'Brandt', first: 'Ida', bornOn: born }, { last: 'Brandt', first: 'Ida', bornOn: day('1970-02-04') }, false],
  [{ organization: 'Elm Street Clinic, LLC' }, { organization: 'THE ELM STREET CLINIC INC.' }, true],
  [{ organization: 'Elm Street Clinic' }, { organization: 'Oak Street Clinic' }, false],
])('%j and %j have the same key: %s', (a, b, same) => {
  expect(partyKeys(undefined, [a])[0]!.value === partyKeys(undefined, [b])[0]!.value).toBe(same)
})

it('a name of an organization alone tells nobody apart', () => {
  expect([tellsApart(['organization']), tellsApart(['organization', 'npi']), tellsApart(['person'])]).toEqual([
    false,
    true,
    true,
  ])
})

it('what is approved or only a draft is in the record, or nowhere', () => {
  expect([...unrecorded].sort()).toEqual([
    'denied',
    'held',
    'in-development',
    'in-review',
    'recommended',
    'rejected',
    'returned',
    'submitted',
  ])
})
