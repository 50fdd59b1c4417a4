import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Npi } from '../identifiers/npi.ts'
import type { RegistryProvider } from '../party/registry-provider.ts'
import { searchLegs, searchTerms } from './search-terms.ts'

const provider: RegistryProvider = {
  npi: '2000001117' as Npi,
  entityType: 1,
  person: { last: "O'Brien", first: 'Ana' },
  otherNames: [{ last: 'Vega', first: 'Ana' }],
  taxonomies: [{ code: '207Q00000X', primary: true }],
  practice: { line1: '1 Elm St', city: 'St. Paul', state: 'MN', zip: '55101-1234' },
}

test('a provider is found by each of its words', () => {
  expect(searchTerms(provider).split(/ (?=')/)).toEqual([
    "'k:1'",
    "'l:OBRIEN'",
    "'f:ANA'",
    "'ol:VEGA'",
    "'of:ANA'",
    "'w:OBRIEN'",
    "'w:ANA'",
    "'w:VEGA'",
    "'t:207Q00000X'",
    "'pc:ST PAUL'",
    "'ps:MN'",
    "'pz:551011234'",
    "'pn:US'",
  ])
})
test.each<[string, Partial<RegistryProvider>]>([
  ['deactivated', { deactivatedOn: '2020-01-01' as never }],
  ['without a kind', { entityType: undefined }],
])('nobody finds a number that is %s', (_, change) => {
  expect(searchTerms({ ...provider, ...change })).toBe('')
})
test('first and last name are asked of one name, city and state of one address', () => {
  const legs = searchLegs(
    {
      last: { key: 'VEGA' },
      first: [{ key: 'ANA' }, { key: 'ANNE' }],
      place: { city: { key: 'ST', prefix: true }, state: 'MN' },
      namePurpose: 'PROVIDER',
      limit: 10,
      skip: 0,
    },
    undefined,
  )
  const names = "(('l:VEGA' & ('f:ANA' | 'f:ANNE')) | ('ol:VEGA' & ('of:ANA' | 'of:ANNE')))"
  expect(legs).toEqual([
    { terms: `('k:1' | 'k:2') & ${names} & (('pc:ST':* & 'ps:MN') | ('mc:ST':* & 'ms:MN'))` },
    { terms: `('k:1' | 'k:2') & ${names}`, location: { city: { key: 'ST', prefix: true }, state: 'MN' } },
  ])
})
test('whatever stands in a record, every word is one quoted key', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (organization, city, zip) => {
      const terms = searchTerms({
        ...provider,
        entityType: 2,
        organization,
        mailing: { line1: '', city, state: "'&", zip },
      })
      return /^'[a-z]+:[\p{L}\p{N} ]+'( '[a-z]+:[\p{L}\p{N} ]+')*$/u.test(terms)
    }),
  )
})
