/** Searches as they are sent: what is understood, what is refused by name, and nothing that throws. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fhirTypes } from '../resource.ts'
import { folded, indexEntries } from './index-entries.ts'
import { includesOf, reverseIncludesOf, searchParameters } from './parameters.ts'
import { readSearch, writePage } from './read-search.ts'
import { readDayRange, readInstantRange, readToken, splitAt, unescaped } from './values.ts'

const BASE = 'https://enroll.example/fhir/r4'
const read = (query: string, type: (typeof fhirTypes)[number] = 'PractitionerRole') =>
  readSearch(type, [...new URLSearchParams(query)], BASE)

describe('values', () => {
  test.each([
    ['a|b', { system: 'a', code: 'b' }],
    ['a|', { system: 'a' }],
    ['|b', { system: '', code: 'b' }],
    ['b', { code: 'b' }],
    ['a\\|b', { code: 'a|b' }],
    ['|', undefined],
    ['a|b|c', undefined],
  ])('token %s', (text, expected) => {
    expect(readToken(text)).toEqual(expected)
  })

  test.each([
    ['2026', { prefix: 'eq', from: '2026-01-01', to: '2026-12-31' }],
    ['ge2024-02', { prefix: 'ge', from: '2024-02-01', to: '2024-02-29' }],
    ['lt2026-03-01', { prefix: 'lt', from: '2026-03-01', to: '2026-03-01' }],
    ['sa2026-03-01T10:00:00Z', { prefix: 'sa', from: '2026-03-01', to: '2026-03-01' }],
    ['ap2026', undefined],
    ['2026-02-30', undefined],
    ['2026-13', undefined],
    ['', undefined],
  ])('days of %s', (text, expected) => {
    expect(readDayRange(text)).toEqual(expected)
  })

  test.each([
    ['2026-03-01T10:00Z', '2026-03-01T10:00:00.000Z', 60_000],
    ['2026-03-01T10:00:00-05:00', '2026-03-01T15:00:00.000Z', 1_000],
    ['2026-03-01T10:00:00.5Z', '2026-03-01T10:00:00.500Z', 1],
    ['2026-03-01', '2026-03-01T00:00:00.000Z', 86_400_000],
  ])('instants of %s', (text, from, width) => {
    const range = readInstantRange(text)!
    expect([range.from.toISOString(), range.to.getTime() - range.from.getTime()]).toEqual([from, width])
  })

  test('lists are split where no backslash stands', () => {
    expect(splitAt('a\\,b,c', ',').map(unescaped)).toEqual(['a,b', 'c'])
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (parts) => {
        const written = parts.map((p) => p.replace(/[\\,|$]/g, '\\$&')).join(',')
        expect(splitAt(written, ',').map(unescaped)).toEqual(parts)
      }),
    )
  })
})

test.each([
  'organization.name.x=a',
  'organization.organization.name=a',
  'organization:Location=a',
  'organization:Location.name=a',
  'practitioner.name:phonetic=a',
  'role:exact=a',
  'period:not=2026',
  '_id:not=a',
  '_has:Location:organization:name=a',
  '_has:PractitionerRole:practitioner=a',
  '_include=PractitionerRole:nothing',
  '_include=Practitioner:name',
  '_revinclude=PractitionerRole:organization',
  '_summary=true',
  '_count=-1',
  '_page=zz',
  'practitioner=Practitioner/a/b',
  'specialty=',
  'specialty=a,,b',
])('%s is refused by name', (query) => {
  const name = query.slice(0, query.indexOf('='))
  expect(read(query).faults.map((f) => f.name)).toEqual([name])
})

test('a page is where the last one ended, and a large count is cut', () => {
  const { search, faults } = read(`_count=5000&_page=${writePage('I2026-a.b')}`)
  expect([faults, search.after, search.count]).toEqual([[], 'I2026-a.b', 200])
})

test('no text is too strange to be read or refused', () => {
  const names = [
    ...searchParameters.PractitionerRole.keys(),
    '_id',
    '_lastUpdated',
    '_has',
    '_include',
    '_page',
    '_count',
  ]
  const name = fc
    .tuple(fc.constantFrom(...names), fc.constantFrom('', ':', '.', ':not', '.name'), fc.string())
    .map((p) => p.join(''))
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(name, fc.string()), fc.string()), { maxLength: 6 }), (sent) => {
      const { search, faults } = readSearch('PractitionerRole', sent, BASE)
      expect(search.understood.length + faults.length).toBeLessThanOrEqual(sent.length)
    }),
    { numRuns: 500 },
  )
})

test('every link in the table can be included, and its other end knows it', () => {
  for (const type of fhirTypes)
    for (const p of searchParameters[type].values())
      if (p.type === 'reference') {
        expect(includesOf(type)).toContain(`${type}:${p.code}`)
        for (const target of p.targets) expect(reverseIncludesOf(target)).toContain(`${type}:${p.code}`)
      }
})

test('the index has every value once, folded', () => {
  const entries = indexEntries({
    resourceType: 'Practitioner',
    id: '1',
    name: [{ family: 'Müller  Ñandú', given: ['Ana', 'Ana'] }],
    identifier: [{ system: 's', value: 'v', type: { text: 'NPI' } }],
  })
  const of = (param: string) => entries.filter((e) => e.param === param).map((e) => [e.value, e.detail])
  expect(of('family')).toEqual([['muller nandu', 'Müller  Ñandú']])
  expect(of('given')).toEqual([['ana', 'Ana']])
  expect([of('identifier'), of('identifier:text')]).toEqual([[['v', 's']], [['npi', 'NPI']]])
  fc.assert(fc.property(fc.string(), (text) => folded(folded(text)) === folded(text)))
})
