/** The plain way against the long way: the same bytes for whatever body, or nothing, and then the long way answers. */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { day } from '#domain/dates.ts'
import { buildSnapshot } from '#domain/eligibility/build-snapshot.ts'
import { withChanges } from '#domain/eligibility/changes.ts'
import { claimRoles, orderedServices } from '#domain/eligibility/question.ts'
import type { EnrollmentRow } from '#domain/eligibility/rows.ts'
import { answerAll, eligibilityBatchRoute } from '../eligibility-batch.ts'
import { answerPlainly, MOST_QUESTIONS } from './answer-plainly.ts'

const [vega, clinic, moss, nobody] = ['2000001000', '2000001117', '2000001448', '2000001554'] as const
const known = { knownFrom: day('2020-01-15') }
const enrollment = (npi: string, enrollmentId: string, more: Partial<EnrollmentRow>): EnrollmentRow => ({
  npi,
  enrollmentId,
  specialty: '14-08',
  type: enrollmentId.startsWith('O') ? 'O' : 'I',
  name: { last: 'Vega', first: 'Rosa' },
  periods: [{ status: 'approved', from: day('2020-01-10'), ...known }],
  ...more,
})
const enrollments = [
  enrollment(vega, 'I20200110000001', {
    state: 'IL',
    periods: [
      { status: 'approved', from: day('2020-01-10'), to: day('2022-06-30'), ...known },
      { status: 'deactivated', from: day('2022-07-01'), to: day('2022-12-31'), ...known },
      { status: 'approved', from: day('2023-02-01'), to: day('2025-12-31'), ...known },
    ],
  }),
  enrollment(clinic, 'O20190101000002', { specialty: '12-70', name: { organization: 'Elm Street Clinic' } }),
  enrollment(moss, 'I20210101999999', { specialty: '33-50', ordersOnly: true, name: { last: 'Moss', first: 'Ada' } }),
]
const version = { sequence: 7, asOf: day('2026-01-01') }
const built = buildSnapshot(
  {
    enrollments,
    reassignments: [{ fromEnrollmentId: 'I20200110000001', toNpi: clinic, from: day('2021-01-01'), ...known }],
    registry: [vega, clinic, moss].map((npi) => ({ npi })),
    orderListLoaded: true,
  },
  version,
)
const changed = withChanges(
  built,
  { npis: [vega], enrollments: [{ ...enrollments[0]!, specialty: '14-11' }], reassignments: [] },
  version,
)
const today = day('2026-01-02')

const plainly = (body: string, s = built) => answerPlainly(s, Buffer.from(body), today)?.toString()
const atLength = (body: string, s = built): unknown => {
  try {
    const answer = answerAll(s, Buffer.from(body), today)
    return answer instanceof Uint8Array ? answer.toString() : answer
  } catch (fault) {
    return { fault: (fault as Error).message }
  }
}

const on = fc.constantFrom(
  '2021-05-01',
  '2022-08-01',
  '2023-01-15',
  '2024-02-29',
  '2023-02-29',
  '1899-01-01',
  '2024-2-1',
)
/** All of these can be read plainly, good or not. */
const plain = fc.record(
  {
    npi: fc.constantFrom(vega, clinic, moss, nobody, '2000001001', '12', ''),
    on,
    role: fc.constantFrom(...claimRoles, ...claimRoles, 'biller'),
    name: fc.constantFrom('Vega,Rosa', ' Vega , Rosa', 'Vega', 'Moss,Ada', ','),
    payee: fc.constantFrom(vega, clinic, clinic, nobody, '2'),
    service: fc.constantFrom(...orderedServices, 'x'),
    place: fc.constantFrom('IL', 'IL', 'WI', 'XX', 'il', 'I'),
    knownOn: on,
  },
  { requiredKeys: ['npi'] },
)
const odd = fc.oneof(
  fc.jsonValue(),
  fc.record({
    npi: fc.constantFrom('٢٠٠٠٠٠١٠٠٠', 'a"b', vega),
    name: fc.constant('García,Ana'),
    other: fc.constant('x'),
  }),
)

it('says the same as the long way, byte for byte, in any order and spacing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof({ weight: 60, arbitrary: plain }, { weight: 1, arbitrary: odd }), {
        maxLength: 40,
      }),
      fc.constantFrom(0, 1, '\t'),
      fc.boolean(),
      (questions, space, laidOver) => {
        const [body, s] = [JSON.stringify({ questions }, undefined, space), laidOver ? changed : built]
        const said = plainly(body, s)
        if (said !== undefined) expect(said).toBe(atLength(body, s))
      },
    ),
    { numRuns: 300 },
  )
})

describe('what is plain is answered plainly', () => {
  const good = { npi: vega, on: '2021-05-01', role: 'rendering', payee: clinic, place: 'IL' }
  test.each([
    [[]],
    [[good]],
    [
      [
        { npi: vega },
        { ...good, name: 'Vega,Rosa' },
        { npi: '12' },
        {},
        { npi: moss, role: 'ordering', service: 'dme' },
      ],
    ],
    [Array.from({ length: 100 }, (_, i) => ({ ...good, on: `2021-05-${10 + (i % 20)}` }))],
    [
      [
        { ...good, knownOn: '2021-01-01' },
        { ...good, on: '2024-02-29' },
        { ...good, place: 'XX' },
      ],
    ],
  ])('%#', (questions) => {
    const body = JSON.stringify({ questions })
    expect(plainly(body)).toBeTypeOf('string')
    expect(plainly(body)).toBe(atLength(body))
  })
})

describe('what is not plain goes the long way, which refuses by name', () => {
  const one = `{"npi":"${vega}"}`
  test.each([
    ['', { fault: 'not JSON' }],
    ['[]', { errors: [{ parameter: 'questions', code: 'missing' }] }],
    ['{"questions":[]', { fault: 'not JSON' }],
    ['{"questions":[]} x', { fault: 'not JSON' }],
    [`{"questions":[${one},]}`, { fault: 'not JSON' }],
    [`{"questions":[,${one}]}`, { fault: 'not JSON' }],
    [`{"questions":[${one}${one}]}`, { fault: 'not JSON' }],
    [`{"questions":[{"npi":"${vega}",}]}`, { fault: 'not JSON' }],
    [`{"questions":[{"npi":"${vega}\n"}]}`, { fault: 'not JSON' }],
    [`{"questions":[${one}],"more":1}`, { errors: [{ parameter: 'more', code: 'unknown' }] }],
    [`{"questions":[{"npi":"1","npi":"${vega}"}]}`, { fault: 'The body has fields that are not valid' }],
    [`{"questions":[${one}],"questions":[]}`, { fault: 'The body has fields that are not valid' }],
    [
      JSON.stringify({ questions: Array(MOST_QUESTIONS + 1).fill({ npi: vega }) }),
      { errors: [{ parameter: 'questions', code: 'invalid' }] },
    ],
  ])('%#', (body, refused) => {
    expect(plainly(body)).toBeUndefined()
    expect(atLength(body)).toMatchObject(refused)
  })
})

test('the largest batch is answered in order', () => {
  const questions = Array.from({ length: MOST_QUESTIONS }, (_, i) => ({ npi: [vega, clinic, moss][i % 3]! }))
  const keeper = { current: () => built }
  const parts = {
    keeper,
    services: { clock: { now: () => new Date('2026-01-02T18:00:00Z') } },
  } as unknown as Parameters<typeof eligibilityBatchRoute.handle>[1]
  const answer = eligibilityBatchRoute.handle(Buffer.from(JSON.stringify({ questions })), parts)
  const { results } = JSON.parse(String('body' in answer && answer.body))
  expect(results.map((r: { npi: string }) => r.npi)).toEqual(questions.map((q) => q.npi))
})
