/** What the forms of organizations refuse, ask only of some types, and read out. */
import { describe, expect, test } from 'vitest'
import { altered, fixtureDay } from '#test/people/answered.ts'
import { dogwoodHomeHealth } from '#test/people/dogwood-home-health.ts'
import { elmRidgeGroup, elmRidgeTyped } from '#test/people/elm-ridge-group.ts'
import { mapleCourt } from '#test/people/maple-court.ts'
import { riverbendPrevention } from '#test/people/riverbend-prevention.ts'
import { cms855a } from '../../cms855a/index.ts'
import { cms855b } from '../../cms855b/index.ts'
import { type Form, progressOf, sectionsOf } from '../../kit/form.ts'
import { applies, type File } from '../../kit/section.ts'
import { fileOf } from '../../kit/typed-file.ts'
import { readingOf } from '../../readings.ts'

const problems = (form: Form, file: File) =>
  progressOf(form, file, fixtureDay).flatMap((t) =>
    t.sections.flatMap((s) => s.problems.map((p) => `${s.section.id}/${p.itemId} ${p.code}`)),
  )

test.each<[string, Form, File, string, string, string, unknown, string]>([
  ['an owner of 4 %', cms855b, elmRidgeGroup, 'individuals', 'doctor-1', 'percent', 4, 'not-plausible'],
  ['a role from before birth', cms855b, elmRidgeGroup, 'individuals', 'doctor-1', 'since', '1950-01-01', 'date-before'],
  [
    'a post office box as an office',
    cms855b,
    elmRidgeGroup,
    'practice-locations',
    'main',
    'line1',
    'PO Box 3',
    'po-box',
  ],
  [
    'an official who is nobody of section 6',
    cms855b,
    elmRidgeGroup,
    'authorized-official',
    '1',
    'last',
    'Doe',
    'official-not-listed',
  ],
  [
    'a delegate who is nobody of section 6',
    cms855b,
    elmRidgeGroup,
    'delegated-officials',
    'treasurer',
    'first',
    'Jim',
    'official-not-listed',
  ],
  [
    'an owner with the NPI of the group',
    cms855b,
    elmRidgeGroup,
    'owner-organizations',
    'management',
    'npi',
    elmRidgeTyped.organization.npi,
    'own-npi',
  ],
  [
    'a certification number of seven digits',
    cms855a,
    mapleCourt,
    'provider-numbers',
    '1',
    'ccn',
    '1459770',
    'not-a-ccn',
  ],
  ['a year that ends on 6/31', cms855a, mapleCourt, 'provider-numbers', '1', 'costReportEnd', '6/31', 'not-a-date'],
  [
    'more borrowed than owned',
    cms855a,
    dogwoodHomeHealth,
    'home-health-funds',
    '1',
    'borrowedFunds',
    9_000_001,
    'too-much-borrowed',
  ],
  [
    'fewer visits in a year than in its first quarter',
    cms855a,
    dogwoodHomeHealth,
    'home-health-funds',
    '1',
    'visitsFirstYear',
    100,
    'not-plausible',
  ],
])('%s is refused', (_, form, file, section, item, name, value, code) => {
  expect(problems(form, altered(file, section, item, name, value))).toContain(`${section}/${item} ${code}`)
})

test('a group in which nobody manages is not complete, and the list says so', () => {
  const people = elmRidgeGroup.individuals!.filter(
    (i) => Array.isArray(i.answers.roles) && i.answers.roles.includes('director'),
  )
  expect(problems(cms855b, { ...elmRidgeGroup, individuals: people })).toContain(
    'individuals/ managing-employee-missing',
  )
})
test('a nursing home names its administrator and its medical director', () => {
  const people = mapleCourt['facility-people']!.filter((i) => i.id !== 'medical-director')
  expect(problems(cms855a, { ...mapleCourt, 'facility-people': people })).toContain(
    'facility-people/ facility-head-missing',
  )
})

describe('what is asked of whom', () => {
  const asked = (form: Form, type: string) =>
    sectionsOf(form)
      .filter((s) =>
        applies(s, {
          enrollment: [{ id: '1', answers: { [form.id === 'CMS-855A' ? 'provider' : 'supplier']: type } }],
        }),
      )
      .map((s) => s.id)
  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      'CMS-855B',
      'clinic',
      ['individuals'],
      ['ambulance', 'idtf-tests', 'opioid-personnel', 'therapy-group', 'provider-numbers'],
    ],
    ['CMS-855B', 'ambulance', ['ambulance', 'ambulance-areas', 'ambulance-vehicles'], ['idtf-tests']],
    [
      'CMS-855B',
      'idtf',
      ['idtf-insurance', 'idtf-tests', 'idtf-interpreters', 'idtf-technicians', 'idtf-supervisors'],
      ['ambulance'],
    ],
    ['CMS-855B', 'opioid-treatment', ['opioid-program', 'opioid-personnel'], ['idtf-tests']],
    ['CMS-855B', 'asc', ['provider-numbers'], ['hospital-department']],
    ['CMS-855B', 'hospital-department', ['hospital-department'], []],
    [
      'CMS-855A',
      'skilled-nursing',
      ['facility-people', 'disclosable-parties'],
      ['owners', 'individuals', 'home-health-funds'],
    ],
    [
      'CMS-855A',
      'home-health',
      ['individuals', 'owners', 'home-health-funds', 'home-health-areas', 'nurse-registry'],
      ['facility-people'],
    ],
    ['CMS-855A', 'hospital', ['hospital', 'individuals'], ['facility-people']],
    ['CMS-855A', 'opioid-treatment', ['opioid-personnel'], ['hospital']],
  ])('%s of %s', (form, type, yes, no) => {
    const sections = asked(readingOf(form).form, type)
    expect(yes.filter((s) => !sections.includes(s))).toEqual([])
    expect(no.filter((s) => sections.includes(s))).toEqual([])
  })
})

describe('what is read', () => {
  const papers = (form: string, file: File) =>
    readingOf(form)
      .documents(file)
      .filter((d) => d.needed === 'always')
      .map((d) => d.slot)
  test.each<[string, string, File, readonly string[]]>([
    ['a group', 'CMS-855B', elmRidgeGroup, ['irs-letter', 'bank-proof', 'ownership-chart']],
    [
      'a nursing home that is sold',
      'CMS-855A',
      mapleCourt,
      ['irs-letter', 'bank-proof', 'ownership-chart', 'sale-agreement', 'adverse-action'],
    ],
    [
      'a new home health agency',
      'CMS-855A',
      dogwoodHomeHealth,
      ['accreditation', 'irs-letter', 'bank-proof', 'reserve-proof'],
    ],
    [
      'a prevention program',
      'CMS-20134',
      riverbendPrevention,
      ['irs-letter', 'non-profit-letter', 'bank-proof', 'program-recognition'],
    ],
  ])('papers of %s', (_, form, file, slots) => expect(papers(form, file)).toEqual(slots))

  test('papers of what only some types have', () => {
    const idtf = { ...elmRidgeGroup, enrollment: [{ id: '1', answers: { supplier: 'idtf', state: 'IL' } }] }
    const insured = { ...idtf, 'idtf-insurance': [{ id: '1', answers: {} }] }
    const ambulance = {
      ...elmRidgeGroup,
      enrollment: [{ id: '1', answers: { supplier: 'ambulance', state: 'IL' } }],
      ambulance: [{ id: '1', answers: { air: true, intercept: true } }],
    }
    expect(papers('CMS-855B', insured)).toContain('liability-insurance')
    expect(papers('CMS-855B', ambulance)).toContain('air-certificate')
  })

  test('everybody behind a nursing home is screened', () => {
    const names = readingOf('CMS-855A')
      .namedParties(mapleCourt)
      .map((p) => p.names[0]?.organization ?? p.names[0]?.last)
    expect(names).toEqual(
      expect.arrayContaining(['Lakeshore Care Fund II LP', 'Ferreira', 'Ellery', 'Oakes', 'Langley']),
    )
  })

  test('a group of other practitioners is dated as such', () => {
    const typed = { ...elmRidgeTyped, enrollment: { ...elmRidgeTyped.enrollment, groupOf: 'non-physicians' } }
    const { supplierType, enrolledFacts } = readingOf('CMS-855B')
    expect(supplierType(fileOf(cms855b, typed, fixtureDay))).toBe('non-physician-practitioner-organization')
    expect(supplierType(elmRidgeGroup)).toBe('physician-organization')
    expect(enrolledFacts(elmRidgeGroup)).toMatchObject({
      specialty: '70',
      state: 'IL',
      displayName: 'Elm Ridge Medical Group LLC',
      firstServiceOn: '2026-12-01',
      organization: { ein: '084400551', doingBusinessAs: 'Elm Ridge Family Care' },
    })
    expect(enrolledFacts(elmRidgeGroup).locations.map((l) => l.itemId)).toEqual(['main', 'north', 'chatham', 'lincoln'])
  })
  test('a mistake in a fixture is told', () => {
    expect(() => fileOf(cms855b, { nothing: {} }, fixtureDay)).toThrow('has no nothing')
    expect(() => fileOf(cms855b, { enrollment: { supplier: 'circus', state: 'IL' } }, fixtureDay)).toThrow(
      'not-a-choice',
    )
  })
})
