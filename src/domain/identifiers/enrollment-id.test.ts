import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../dates.ts'
import { stateCodes } from '../party/states.ts'
import { formatEnrollmentId, isEnrollmentId, parseEnrollmentId } from './enrollment-id.ts'
import { formatPtan, parsePtan, stateOfPtan } from './ptan.ts'

describe('enrollment ids', () => {
  it('reads the published shape', () => {
    expect(parseEnrollmentId('I20031103000001')).toEqual({ type: 'I', openedOn: '2003-11-03', sequence: 1 })
    expect(isEnrollmentId('O20031216000213')).toBe(true)
  })
  it.each(['', 'X20031103000001', 'I20030230000001', 'I2003110300001', 'I200311030000011', 'i20031103000001'])(
    'refuses "%s"',
    (s) => expect(parseEnrollmentId(s)).toBeUndefined(),
  )
  it('reads what it wrote', () => {
    const parts = fc.record({
      type: fc.constantFrom('I' as const, 'O' as const),
      openedOn: fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(day('1970-01-01'), n)),
      sequence: fc.integer({ min: 0, max: 999_999 }),
    })
    fc.assert(
      fc.property(parts, (p) => {
        expect(parseEnrollmentId(formatEnrollmentId(p))).toEqual(p)
      }),
    )
    expect(() => formatEnrollmentId({ type: 'I', openedOn: day('2020-01-01'), sequence: 1_000_000 })).toThrow(
      RangeError,
    )
  })
})

describe('PTANs', () => {
  it.each([
    ['244523501', '244523501'],
    [' il-000 0042', 'IL0000042'],
    ['CLINIC', undefined],
    ['1234', undefined],
    ['12345678901', undefined],
    ['A1_23', undefined],
  ])('%s', (typed, stored) => expect(parsePtan(typed)).toBe(stored))
  it('reads what it wrote, with the state', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stateCodes), fc.integer({ min: 0, max: 9_999_999 }), (state, n) => {
        const ptan = formatPtan(state, n)
        expect(parsePtan(ptan)).toBe(ptan)
        expect(stateOfPtan(ptan)).toBe(state)
      }),
    )
    expect(stateOfPtan(parsePtan('244523501')!)).toBeUndefined()
    expect(() => formatPtan('IL', -1)).toThrow(RangeError)
  })
})
