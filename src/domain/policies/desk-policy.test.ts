import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../dates.ts'
import { enrollmentStatuses } from '../enrollment/enrollment.ts'
import { supplierTypes } from '../enrollment/supplier-types.ts'
import { stateCodes } from '../party/states.ts'
import { monitoringPolicy } from '../screening/monitoring.ts'
import { moratoriaOn } from '../screening/moratorium.ts'
import {
  EVERYBODY,
  keyOfPlace,
  type PolicyVersion,
  placeOf,
  policyKeys,
  policyTopics,
  productPolicy,
} from './desk-policy.ts'
import { notedMoratoria } from './noted-moratoria.ts'
import { readPolicy, typedPolicy } from './read-policy.ts'

const on = day('2026-11-25')
const at = (version: number, from: string, state: PolicyVersion['state'] = 'in-force') => ({
  version,
  from: day(from),
  state,
})
describe('a value', () => {
  it('as delivered can be typed as it stands, for every key of every topic', () => {
    for (const topic of policyTopics)
      for (const key of policyKeys[topic]) {
        const value = productPolicy(topic, key, on)
        expect(readPolicy(topic, typedPolicy(value)), `${topic} ${key}`).toEqual({ ok: true, value })
      }
  })
  it.each([
    ['lists', { freshDays: '0', required: 'yes' }, ['freshDays out-of-range']],
    ['lists', { freshDays: 'soon' }, ['freshDays out-of-range', 'required required']],
    ['levels', { first: 'high', later: 'none', cite: '' }, ['later not-a-choice', 'cite required']],
    ['moratoria', { stands: 'yes', cite: 'x'.repeat(121) }, ['cite too-long']],
    [
      'monitoring',
      { ...typedPolicy(monitoringPolicy), sources: '', statuses: 'approved,asleep' },
      ['sources required', 'statuses not-a-choice'],
    ],
  ] as const)('of %s is refused: %o', (topic, typed, problems) => {
    const read = readPolicy(topic, typed)
    expect(read.ok === false && read.problems.map((p) => `${p.at} ${p.code}`)).toEqual(problems)
  })
  it('of the monitoring reads back whatever was picked', () => {
    const statuses = fc.subarray(Object.keys(enrollmentStatuses) as (keyof typeof enrollmentStatuses)[], {
      minLength: 1,
    })
    fc.assert(
      fc.property(statuses, fc.integer({ min: 1, max: 12 }), (picked, everyMonths) => {
        const value = { ...productPolicy('monitoring', EVERYBODY, on), statuses: picked, everyMonths }
        expect(readPolicy('monitoring', typedPolicy(value))).toEqual({ ok: true, value })
      }),
    )
  })
})

describe('a place', () => {
  it('is read back from its key', () => {
    const county = fc.option(fc.constantFrom('MIAMI-DADE', 'ST. LUCIE', "O'BRIEN", 'COOK'), { nil: undefined })
    fc.assert(
      fc.property(
        fc.constantFrom(...supplierTypes),
        fc.constantFrom(...stateCodes),
        county,
        (supplierType, state, c) => {
          const place = { supplierType, state, ...(c && { county: c }) }
          expect(placeOf(keyOfPlace(place))).toEqual(place)
        },
      ),
    )
  })
  it.each(['', 'hospice', 'hospice.', 'hospice.ZZ', 'castle.FL', 'hospice.FL.', 'hospice.FL.<B>'])('is not %j', (key) =>
    expect(placeOf(key)).toBeUndefined(),
  )
})

describe('a noted moratorium', () => {
  const key = 'hospice.FL'
  const says = (version: number, from: string, stands: boolean): PolicyVersion<'moratoria'> => ({
    topic: 'moratoria',
    key,
    value: { stands, cite: '91 FR 1' },
    ...at(version, from),
  })
  const asked = (receivedOn: string) => ({
    supplierType: 'hospice' as const,
    state: 'FL',
    receivedOn: day(receivedOn),
  })
  const noted = notedMoratoria([says(1, '2027-01-01', true), says(2, '2027-07-01', false), says(3, '2027-08-01', true)])

  it('runs from its first day to the day before its end, and may come again', () =>
    expect(noted.map((m) => [m.from, m.to])).toEqual([
      ['2027-01-01', '2027-06-30'],
      ['2027-08-01', undefined],
    ]))
  it('bars while it stands and raises for six months after', () => {
    const first = noted.slice(0, 1)
    const sides = (d: string) => {
      const { bars, raises } = moratoriaOn(first, asked(d))
      return [bars.length, raises.length]
    }
    expect(['2026-12-31', '2027-01-01', '2027-06-30', '2027-07-01', '2027-12-31'].map(sides)).toEqual([
      [0, 0],
      [1, 0],
      [1, 0],
      [0, 1],
      [0, 0],
    ])
  })
  it('that is put off before it begins never began', () =>
    expect(notedMoratoria([says(1, '2027-01-01', true), says(2, '2027-01-01', false)])).toEqual([]))
  it('never ends before it begins, whatever was said', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), { maxLength: 8 }), (list) => {
        const versions = list.map(([d, stands], i) => says(i + 1, addDays(on, d), stands))
        for (const m of notedMoratoria(versions)) if (m.to) expect(m.to >= m.from).toBe(true)
      }),
    ))
})
