import { describe, expect, it } from 'vitest'
import { beginsAWord, readSaid } from './said-on-phone.ts'

describe('what is said on the phone', () => {
  it.each([
    ['73hv3wg8f6dbc856', '73HV-3WG8-F6DB-C856'],
    [' 73HV-3WG8-F6DB-C856 ', '73HV-3WG8-F6DB-C856'],
    ['abcd-efgh-jkmn-pqrs', 'ABCD-EFGH-JKMN-PQRS'],
  ])('%s is a tracking number', (said, tracking) => expect(readSaid(said)).toMatchObject({ is: 'number', tracking }))
  it.each([
    ['200 109 6538', '2001096538'],
    ['I20200101000001', 'I20200101000001'],
    ['il0000001', 'IL0000001'],
    ['IL 0000001', 'IL0000001'],
  ])('%s is a number', (said, npi) => expect(readSaid(said)).toMatchObject({ is: 'number', npi }))
  it.each([
    ['Rosa Vega', ['Rosa', 'Vega']],
    ['  vega  ', ['vega']],
    ['J Vega', ['Vega']],
    ['Harvest Clinic Ltd', ['Harvest', 'Clinic', 'Ltd']],
    ['21st Century Oncology', ['21st', 'Century', 'Oncology']],
    ['Route 9 Dental', ['Route', 'Dental']],
  ])('%s is a name', (said, words) => expect(readSaid(said)).toEqual({ is: 'name', words }))
  it.each(['', ' ', 'x'])('%j says nothing', (said) => expect(readSaid(said)).toEqual({ is: 'nothing' }))
  it('asks for what is typed, not for a pattern', () => expect(beginsAWord('50%_\\')).toBe('% 50\\%\\_\\\\%'))
})
