/** The registry gives a start, in a person's spelling, and never what a question would refuse. */
import { describe, expect, test } from 'vitest'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import { vegaNpi } from '#test/people/dr-vega.ts'
import { sectionsOf } from '../kit/form.ts'
import { prefillFromRegistry } from '../kit/prefill.ts'
import { cms855i } from './index.ts'

const vega: RegistryProvider = {
  npi: vegaNpi,
  entityType: 1,
  person: { last: 'VEGA', first: 'ROSA', middle: 'M', credential: 'M.D.' },
  otherNames: [],
  sex: 'F',
  mailing: {
    line1: 'PO BOX 118',
    city: 'SPRINGFIELD',
    state: 'IL',
    zip: '627010118',
    country: 'US',
    phone: '2175550142',
  },
  practice: {
    line1: '410 N 42ND ST',
    line2: 'STE 2',
    city: 'SPRINGFIELD',
    state: 'IL',
    zip: '62701',
    country: 'US',
    phone: '217555',
  },
  taxonomies: [
    { code: '207Q00000X', license: '036900111', licenseState: 'IL', primary: true },
    { code: '207QG0300X', license: '036900111', licenseState: 'IL', primary: false },
    { code: '207QG0300X', license: 'MD-90011', licenseState: 'IA', primary: false },
  ],
}

const answersOf = (p: RegistryProvider, section: string) =>
  prefillFromRegistry(cms855i, p).file[section]?.map((i) => i.answers)

describe('a physician', () => {
  test.each<[string, readonly unknown[] | undefined]>([
    ['enrollment', [{ practitioner: 'physician', state: 'IL' }]],
    ['legal-name', [{ first: 'Rosa', middle: 'M', last: 'Vega', credential: 'M.D.' }]],
    ['birth', [{ sex: 'female' }]],
    ['identifiers', [{ npi: '2000001117' }]],
    ['physician-specialty', [{ primary: '08' }]],
    ['practitioner-type', undefined],
    [
      'correspondence',
      [{ line1: 'PO Box 118', city: 'Springfield', state: 'IL', zip: '62701-0118', phone: '2175550142' }],
    ],
    [
      'practice-locations',
      [{ line1: '410 N 42nd St', line2: 'Ste 2', city: 'Springfield', state: 'IL', zip: '62701' }],
    ],
    [
      'licenses',
      [
        { number: '036900111', state: 'IL' },
        { number: 'MD-90011', state: 'IA' },
      ],
    ],
  ])('%s', (section, answers) => expect(answersOf(vega, section)).toEqual(answers))

  test('says which answers came from the registry', () => {
    const { file, from } = prefillFromRegistry(cms855i, vega)
    expect(from.has('correspondence.line1')).toBe(true)
    expect(from.has('practice-locations.phone')).toBe(false)
    const given = Object.entries(file).flatMap(([id, items]) =>
      items.flatMap((i) => Object.keys(i.answers).map((n) => `${id}.${n}`)),
    )
    expect(new Set(given)).toEqual(new Set(from))
  })
})

test('a nurse practitioner gets a type, not a specialty', () => {
  const p: RegistryProvider = { ...vega, taxonomies: [{ code: '363LF0000X', primary: true }] }
  expect(answersOf(p, 'practitioner-type')).toEqual([{ type: '50' }])
  expect(answersOf(p, 'physician-specialty')).toBeUndefined()
  expect(answersOf(p, 'licenses')).toBeUndefined()
})

test('a taxonomy without a sure specialty, a foreign address and an undisclosed sex fill nothing', () => {
  const p: RegistryProvider = {
    ...vega,
    sex: 'X',
    mailing: { ...vega.mailing!, country: 'CA' },
    taxonomies: [{ code: '390200000X', primary: true }],
  }
  expect(answersOf(p, 'enrollment')).toEqual([{ state: 'IL' }])
  expect(answersOf(p, 'correspondence')).toBeUndefined()
  expect(answersOf(p, 'birth')).toBeUndefined()
})

test('a bare record fills only the NPI', () => {
  const p: RegistryProvider = { npi: vegaNpi, entityType: undefined, otherNames: [], taxonomies: [] }
  expect(prefillFromRegistry(cms855i, p).file).toEqual({ identifiers: [{ id: '1', answers: { npi: vegaNpi } }] })
})

test('every question that says it can be prefilled is filled by somebody', () => {
  const np: RegistryProvider = {
    ...vega,
    taxonomies: [{ code: '363L00000X', primary: true }],
    mailing: { ...vega.mailing!, line2: 'FL 2', fax: '2175550199' },
  }
  const full: RegistryProvider = {
    ...vega,
    person: { ...vega.person!, suffix: 'JR' },
    practice: { ...vega.practice!, phone: '2175550142' },
  }
  const filled = new Set([...prefillFromRegistry(cms855i, full).from, ...prefillFromRegistry(cms855i, np).from])
  const declared = sectionsOf(cms855i).flatMap((s) =>
    Object.entries(s.questions).flatMap(([name, q]) => (q.prefill ? [`${s.id}.${name}`] : [])),
  )
  expect(declared.filter((d) => !filled.has(d))).toEqual([])
})
