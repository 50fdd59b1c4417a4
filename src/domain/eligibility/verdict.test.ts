import { describe, expect, it } from 'vitest'
import { day } from '../dates.ts'
import { type BuildOptions, buildSnapshot } from './build-snapshot.ts'
import { withChanges } from './changes.ts'
import { decide } from './decide.ts'
import { decideMany } from './decide-many.ts'
import type { ClaimRole, Link, Question } from './question.ts'
import type { EnrollmentRow, ReassignmentRow, RegistryRow, SnapshotRows } from './rows.ts'
import { memoryOf, type Snapshot } from './snapshot.ts'
import { asked, check } from './verdict.ts'

const [vega, clinic, orderer, gone, stopped, other] = [
  '2000001000',
  '2000001117',
  '2000001224',
  '2000001331',
  '2000001448',
  '2000001554',
] as const
const known = { knownFrom: day('2020-01-15') }

const enrollments: readonly EnrollmentRow[] = [
  {
    npi: vega,
    enrollmentId: 'I20200110000001',
    specialty: '14-08',
    type: 'I',
    name: { last: "O'Véga-Ortiz", first: 'Rosa' },
    orderRefer: ['part-b', 'dme'],
    periods: [
      { status: 'approved', from: day('2020-01-10'), to: day('2022-06-30'), ...known },
      { status: 'deactivated', from: day('2022-07-01'), to: day('2022-12-31'), ...known },
      { status: 'approved', from: day('2023-02-01'), ...known },
    ],
  },
  {
    npi: clinic,
    enrollmentId: 'O20190101000002',
    specialty: '12-70',
    type: 'O',
    name: { organization: 'Elm Street Clinic' },
    periods: [
      { status: 'approved', from: day('2019-01-01'), knownFrom: day('2019-01-05'), knownTo: day('2025-03-10') },
      { status: 'approved', from: day('2019-01-01'), to: day('2025-02-28'), knownFrom: day('2025-03-10') },
      { status: 'stayed', from: day('2025-03-01'), to: day('2025-04-29'), knownFrom: day('2025-03-10') },
      { status: 'approved', from: day('2025-04-30'), knownFrom: day('2025-03-10') },
    ],
  },
  {
    npi: orderer,
    enrollmentId: 'I20210101000003',
    specialty: '33-11',
    type: 'I',
    name: { last: 'Li', first: 'Wen' },
    ordersOnly: true,
    orderRefer: ['part-b', 'home-health'],
    periods: [{ status: 'approved', from: day('2021-01-01'), ...known }],
  },
  {
    npi: gone,
    enrollmentId: 'I20180101000004',
    specialty: '14-11',
    type: 'I',
    name: { last: 'Hale', first: 'John' },
    periods: [
      { status: 'approved', from: day('2018-01-01'), to: day('2024-05-31'), ...known },
      { status: 'revoked', from: day('2024-06-01'), ...known },
    ],
  },
  {
    npi: gone,
    enrollmentId: 'I20170101000005',
    specialty: '14-11',
    type: 'I',
    name: { last: 'Hale', first: 'John' },
    periods: [{ status: 'opted-out', from: day('2017-01-01'), to: day('2018-12-31'), ...known }],
  },
  {
    npi: stopped,
    enrollmentId: 'I20200110000006',
    specialty: '14-08',
    type: 'I',
    state: 'WI',
    name: { last: 'Moss', first: 'Ada' },
    periods: [{ status: 'approved', from: day('2020-01-10'), ...known }],
  },
]
const [chiropractor, listedOnly] = ['2000001661', '2000001778'] as const
const unlisted: EnrollmentRow = {
  npi: chiropractor,
  enrollmentId: 'I20200110000008',
  specialty: '14-35',
  type: 'I',
  name: { last: 'Dole', first: 'Ann' },
  periods: [{ status: 'approved', from: day('2020-01-10'), ...known }],
}
const listed = [{ npi: listedOnly, name: { last: 'Roe', first: 'Kim' }, orderRefer: ['part-b'] as const }]
const reassignments: readonly ReassignmentRow[] = [
  {
    fromEnrollmentId: 'I20200110000001',
    toEnrollmentId: 'O20190101000002',
    from: day('2021-01-01'),
    to: day('2024-12-31'),
    knownFrom: day('2021-01-02'),
    knownTo: day('2025-02-01'),
  },
  {
    fromEnrollmentId: 'I20200110000001',
    toEnrollmentId: 'O20190101000002',
    from: day('2021-01-01'),
    knownFrom: day('2025-02-01'),
  },
  { fromEnrollmentId: 'I20180101000004', toNpi: other, from: day('2018-01-01'), ...known },
  { fromEnrollmentId: 'I20200110000006', toEnrollmentId: 'O19990101000009', from: day('2018-01-01'), ...known },
]
const registry: readonly RegistryRow[] = [
  { npi: vega, entityType: 1 },
  { npi: clinic, entityType: 2 },
  { npi: orderer, entityType: 1 },
  { npi: gone, entityType: 1 },
  { npi: stopped, entityType: 1, deactivatedOn: day('2024-01-10'), reactivatedOn: day('2024-03-01') },
  { npi: other, entityType: 2 },
  { npi: chiropractor, entityType: 1 },
  { npi: listedOnly, entityType: 1 },
]
const version = { sequence: 7, asOf: day('2026-01-01') }
const build = (left: Partial<SnapshotRows> = {}, options: BuildOptions = {}): Snapshot =>
  buildSnapshot(
    { enrollments: [...enrollments, unlisted], listed, reassignments, registry, orderListLoaded: true, ...left },
    version,
    options,
  )
const full = build()

const ask = (npi: string, on: string, role: ClaimRole, more: Partial<Question> = {}): Question => ({
  npi,
  on: day(on),
  role,
  ...more,
})

const cases: readonly [string, Question, Link][] = [
  ['approved on the day', ask(vega, '2024-05-01', 'billing'), 'all-held'],
  ['first day', ask(vega, '2020-01-10', 'billing'), 'all-held'],
  ['day before', ask(vega, '2020-01-09', 'billing'), 'before-effective-date'],
  ['last day of a period', ask(vega, '2022-06-30', 'billing'), 'all-held'],
  ['deactivated in between', ask(vega, '2022-07-01', 'billing'), 'deactivated'],
  ['a day of no period', ask(vega, '2023-01-15', 'billing'), 'between-periods'],
  ['stayed', ask(clinic, '2025-03-15', 'billing'), 'stayed'],
  ['after the stay', ask(clinic, '2025-04-30', 'billing'), 'all-held'],
  ['as known before the stay was', ask(clinic, '2025-03-05', 'billing', { knownOn: day('2025-03-09') }), 'all-held'],
  [
    'as known on the day it became known',
    ask(clinic, '2025-03-05', 'billing', { knownOn: day('2025-03-10') }),
    'stayed',
  ],
  ['before anything was known', ask(clinic, '2025-03-05', 'billing', { knownOn: day('2018-01-01') }), 'not-enrolled'],
  ['revoked tells more than another that ended', ask(gone, '2024-07-01', 'billing'), 'revoked'],
  ['of two enrollments the better decides', ask(gone, '2018-05-01', 'billing'), 'all-held'],
  ['opted out may order but is on no list', ask(gone, '2017-05-01', 'ordering'), 'not-on-order-list'],
  ['opted out may not bill', ask(gone, '2017-05-01', 'billing'), 'opted-out'],
  ['NPI with a wrong digit', ask('2000001001', '2024-05-01', 'billing'), 'npi-not-valid'],
  ['NPI in no registry', ask('2000001992', '2024-05-01', 'billing'), 'npi-not-in-registry'],
  ['NPI in the registry only', ask(other, '2024-05-01', 'billing'), 'not-enrolled'],
  ['NPI deactivated on the day', ask(stopped, '2024-02-29', 'billing'), 'npi-deactivated'],
  ['NPI reactivated that day', ask(stopped, '2024-03-01', 'billing'), 'all-held'],
  ['rendering for the group', ask(vega, '2025-01-15', 'rendering', { payee: clinic }), 'all-held'],
  ['rendering for itself', ask(vega, '2024-05-01', 'rendering', { payee: vega }), 'all-held'],
  ['reassigned later', ask(vega, '2020-05-01', 'rendering', { payee: clinic }), 'reassignment-not-on-date'],
  [
    'reassignment as known then',
    ask(vega, '2025-01-15', 'rendering', { payee: clinic, knownOn: day('2025-01-20') }),
    'reassignment-not-on-date',
  ],
  ['never reassigned', ask(stopped, '2025-05-01', 'rendering', { payee: clinic }), 'no-reassignment'],
  ['group stayed', ask(vega, '2025-03-15', 'rendering', { payee: clinic }), 'payee-not-enrolled'],
  ['group not enrolled', ask(gone, '2020-05-01', 'rendering', { payee: other }), 'payee-not-enrolled'],
  ['group NPI with a wrong digit', ask(vega, '2024-05-01', 'rendering', { payee: '2000001118' }), 'payee-not-valid'],
  ['orders', ask(vega, '2024-05-01', 'ordering'), 'all-held'],
  ['may order but not certify home health', ask(vega, '2024-05-01', 'certifying'), 'service-not-orderable'],
  [
    'narrowed to one service',
    ask(vega, '2024-05-01', 'ordering', { service: 'power-mobility' }),
    'service-not-orderable',
  ],
  ['855O may order', ask(orderer, '2024-05-01', 'referring'), 'all-held'],
  ['855O may not bill', ask(orderer, '2024-05-01', 'billing'), 'enrolled-to-order-only'],
  ['a group does not order', ask(clinic, '2024-05-01', 'ordering'), 'organization-cannot-order'],
  [
    'name by four letters and one',
    ask(vega, '2024-05-01', 'ordering', { name: { last: 'OVEGXX', first: 'Ramona' } }),
    'all-held',
  ],
  ['on no list, but approved in a specialty that may order', ask(stopped, '2024-05-01', 'ordering'), 'all-held'],
  ['the same, on a day before its approval', ask(stopped, '2019-05-01', 'ordering'), 'before-effective-date'],
  [
    'on no list, and of a specialty that may not',
    ask(chiropractor, '2024-05-01', 'ordering'),
    'specialty-cannot-order',
  ],
  ['on the list only', ask(listedOnly, '2024-05-01', 'referring'), 'all-held'],
  ['on the list only, another service', ask(listedOnly, '2024-05-01', 'certifying'), 'service-not-orderable'],
  ['on the list only, does not bill', ask(listedOnly, '2024-05-01', 'billing'), 'not-enrolled'],
  [
    'on the list only, by name',
    ask(listedOnly, '2024-05-01', 'ordering', { name: { last: 'Poe', first: 'Kim' } }),
    'name-differs',
  ],
  ['supervises', ask(vega, '2024-05-01', 'supervising'), 'all-held'],
  ['operates while revoked', ask(gone, '2024-07-01', 'operating'), 'revoked'],
  ['855O does not operate', ask(orderer, '2024-05-01', 'operating'), 'enrolled-to-order-only'],
  ['in the state of the enrollment', ask(stopped, '2024-05-01', 'billing', { place: 'WI' }), 'all-held'],
  ['in another state', ask(stopped, '2024-05-01', 'billing', { place: 'IL' }), 'enrolled-in-other-state'],
  [
    'in a state that the record does not name',
    ask(vega, '2024-05-01', 'billing', { place: 'IL' }),
    'state-not-recorded',
  ],
  ['orders from another state', ask(stopped, '2024-05-01', 'ordering', { place: 'IL' }), 'all-held'],
  ['bills what its type bills', ask(vega, '2024-05-01', 'billing', { service: 'part-b' }), 'all-held'],
  [
    'bills equipment without being a supplier',
    ask(vega, '2024-05-01', 'billing', { service: 'dme' }),
    'service-not-billable',
  ],
  ['another name', ask(vega, '2024-05-01', 'ordering', { name: { last: 'Vega', first: 'Rosa' } }), 'name-differs'],
  ['short name', ask(orderer, '2024-05-01', 'ordering', { name: { last: 'LI', first: 'W' } }), 'all-held'],
  [
    'short name is not its beginning',
    ask(orderer, '2024-05-01', 'ordering', { name: { last: 'LIU', first: 'W' } }),
    'name-differs',
  ],
]

describe('verdicts', () => {
  it.each(cases)('%s', (_, question, link) => expect(check(full, question).link).toBe(link))
  it.each(cases)('the same in memory that is not shared: %s', (_, question) =>
    expect(check(build({}, { shared: false }), question)).toEqual(check(full, question)),
  )

  it('says everything a biller needs', () => {
    expect(check(full, ask(vega, '2022-08-01', 'rendering', { payee: clinic }))).toEqual({
      answer: 'no',
      link: 'deactivated',
      role: 'rendering',
      on: '2022-08-01',
      enrollmentId: 'I20200110000001',
      specialty: '14-08',
      status: 'deactivated',
      effectiveFrom: '2022-07-01',
      effectiveTo: '2022-12-31',
      carc: { code: 'CO-B7', confidence: 'unconfirmed', source: 'no Medicare page found' },
      rarc: { code: 'N570', confidence: 'unconfirmed', source: 'no Medicare page found' },
      fix: { form: 'cms855', who: 'enrollee' },
      version,
    })
  })
  it('codes a missing reassignment as the contractor does', () => {
    const q = ask(stopped, '2025-05-01', 'rendering', { payee: clinic })
    expect(check(full, q).rarc?.code).toBe('N290')
    expect(check(full, q, 'ngs').carc?.code).toBe('CO-B7')
  })
  it('many at once are answered as one by one', () => {
    const questions = cases.map(([, question]) => asked(question))
    expect(decideMany(full, questions)).toEqual(questions.map((q) => decide(full, q)))
  })
  it('is less sure of the codes of those who only assist', () => {
    expect(check(full, ask(vega, '2019-05-01', 'rendering')).carc?.confidence).toBe('confirmed')
    expect(check(full, ask(vega, '2019-05-01', 'operating')).carc?.confidence).toBe('unconfirmed')
  })
  it('counts reassignments that lead nowhere', () => expect(full.unresolved).toBe(1))
})

describe('a source that is missing', () => {
  const without = (key: 'registry' | 'reassignments' | 'enrollments'): Snapshot => {
    const rows = { enrollments, reassignments, registry, orderListLoaded: true }
    return buildSnapshot(
      Object.fromEntries(Object.entries(rows).filter(([k]) => k !== key)) as unknown as SnapshotRows,
      version,
    )
  }
  it.each([
    ['registry', without('registry'), ask(vega, '2024-05-01', 'billing'), 'registry-not-loaded'],
    ['registry, but a broken link stands', without('registry'), ask(vega, '2022-08-01', 'billing'), 'deactivated'],
    ['enrollments', without('enrollments'), ask(vega, '2024-05-01', 'billing'), 'enrollments-not-loaded'],
    [
      'reassignments',
      without('reassignments'),
      ask(vega, '2024-05-01', 'rendering', { payee: clinic }),
      'reassignments-not-loaded',
    ],
    ['order list', build({ orderListLoaded: false }), ask(vega, '2024-05-01', 'ordering'), 'order-list-not-loaded'],
    [
      'order list, but a broken link stands',
      build({ orderListLoaded: false }),
      ask(vega, '2024-05-01', 'ordering', { name: { last: 'X', first: 'Y' } }),
      'name-differs',
    ],
    [
      'history',
      build({}, { history: false }),
      ask(vega, '2024-05-01', 'billing', { knownOn: day('2024-05-01') }),
      'history-not-loaded',
    ],
  ] as const)('%s', (_, snapshot, question, link) => {
    const verdict = check(snapshot, question)
    expect(verdict.link).toBe(link)
    expect(verdict.answer).toBe(link.endsWith('-loaded') ? 'unknown' : 'no')
  })
  it('an empty snapshot knows nothing', () => {
    const empty = buildSnapshot({ orderListLoaded: false }, version)
    expect(check(empty, ask(vega, '2024-05-01', 'billing')).answer).toBe('unknown')
  })
})

describe('changes laid over', () => {
  const fresh: EnrollmentRow = {
    npi: other,
    enrollmentId: 'O20260101000007',
    specialty: '12-70',
    type: 'O',
    name: { organization: 'Harbor Hospice' },
    periods: [{ status: 'approved', from: day('2018-01-01'), knownFrom: day('2026-01-02') }],
  }
  const changed = withChanges(
    full,
    {
      npis: [other, vega],
      enrollments: [fresh],
      reassignments: [],
      registry: [{ npi: vega, deactivatedOn: day('2025-12-01') }],
    },
    { sequence: 8, asOf: day('2026-01-02') },
  )

  it.each([
    ['a new enrollment is there', ask(other, '2024-05-01', 'billing'), 'all-held'],
    [
      'an old reassignment now leads to a group that is enrolled',
      ask(gone, '2020-05-01', 'rendering', { payee: other }),
      'all-held',
    ],
    ['an NPI that lost its rows', ask(vega, '2024-05-01', 'billing'), 'not-enrolled'],
    ['and its place in the registry', ask(vega, '2025-12-24', 'billing'), 'npi-deactivated'],
    ['others are as before', ask(clinic, '2025-03-15', 'billing'), 'stayed'],
  ] as const)('%s', (_, question, link) => {
    expect(check(changed, question).link).toBe(link)
    expect(check(changed, question).version.sequence).toBe(8)
  })
  it('leaves the base as it was', () => expect(check(full, ask(vega, '2024-05-01', 'billing')).link).toBe('all-held'))
  it('a second change keeps the registry state of the first', () => {
    const again = withChanges(
      changed,
      { npis: [vega], enrollments: enrollments.slice(0, 1), reassignments: [] },
      { sequence: 9, asOf: day('2026-01-03') },
    )
    expect(check(again, ask(vega, '2025-12-24', 'billing')).link).toBe('npi-deactivated')
    expect(check(again, ask(vega, '2024-05-01', 'billing')).link).toBe('all-held')
  })
})

it('crosses to a worker as shared memory, not as a copy', () => {
  expect(full.records.buffer).toBeInstanceOf(SharedArrayBuffer)
  const there = structuredClone({ ...full, changes: new Map() })
  expect(check(there, ask(vega, '2024-05-01', 'billing')).link).toBe('all-held')
  expect(memoryOf(full).enrollments).toBeGreaterThan(0)
})
