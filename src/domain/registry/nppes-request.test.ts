import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNppesRequest } from './nppes-request.ts'

const ask = (query: string) => readNppesRequest(new Map(new URLSearchParams(`version=2.1&${query}`)))
const errors = (query: string) => {
  const read = ask(query)
  return 'errors' in read ? read.errors.map((e) => `${e.number} ${e.field}`) : []
}
const criteria = (query: string) => {
  const read = ask(query)
  if ('errors' in read) throw new Error(read.errors[0]!.description)
  return read.criteria
}

describe('refused as the original refuses', () => {
  test.each([
    ['', '04 generic'],
    ['nonsense=1', '04 generic'],
    ['last_name=', '04 generic'],
    ['enumeration_type=NPI-1', '09 enumeration_type'],
    ['state=CA', '07 state'],
    ['state=CA&enumeration_type=NPI-2', '07 state', '09 enumeration_type'],
    ['country_code=US', '07 country_code'],
    ['number=123', '06 number'],
    ['number=12345678901', '06 number'],
    ['last_name=s*', '03 last_name'],
    ['last_name=*', '05 last_name'],
    ['last_name=s*m', '05 last_name'],
    ['last_name=sm**', '05 last_name'],
    ['last_name=<b>', '05 last_name'],
    ['city=A*&postal_code=1*', '03 city', '03 postal_code'],
    ['state=California&city=Reno', '05 state'],
    ['enumeration_type=NPI-3&city=Reno', '05 enumeration_type'],
    ['address_purpose=HOME&city=Reno', '05 address_purpose'],
    ['use_first_name_alias=maybe&first_name=Bob', '05 use_first_name_alias'],
    ['city=Reno&limit=0', '05 limit'],
    ['city=Reno&limit=ten', '05 limit'],
    ['city=Reno&skip=1001', '05 skip'],
    ['city=Reno&skip=-1', '05 skip'],
  ])('%s', (query, ...expected) => {
    expect(errors(query)).toEqual(expected)
  })
  test.each(['', '2.0', '1'])('version "%s"', (version) => {
    expect(readNppesRequest(new Map([['version', version]]))).toEqual({
      errors: [{ description: 'Unsupported Version', field: 'version', number: '17' }],
    })
  })
  test('anything at all is read or refused', () => {
    const parameter = fc.constantFrom('number', 'last_name', 'city', 'postal_code', 'limit', 'skip', 'state', 'x')
    fc.assert(
      fc.property(fc.array(fc.tuple(parameter, fc.string())), (given) => {
        const read = readNppesRequest(new Map([['version', '2.1'], ...given]))
        return 'errors' in read ? read.errors.length > 0 : read.criteria.limit >= 1 && read.criteria.limit <= 200
      }),
    )
  })
})

describe('read', () => {
  test('ten are given when nothing is said, and two hundred at most', () => {
    expect(criteria('city=Reno')).toMatchObject({ limit: 10, skip: 0 })
    expect(criteria('city=Reno&limit=300&skip=1000')).toMatchObject({ limit: 200, skip: 1000 })
  })
  test('keys, without accents and case, and wildcards', () => {
    expect(criteria("last_name=o'Brién&organization_name=st. mary*")).toMatchObject({
      last: { key: 'OBRIEN' },
      organization: { key: 'ST MARY', prefix: true },
    })
  })
  test('five digits mean every ZIP+4, nine mean one', () => {
    expect(criteria('postal_code=30329').place).toEqual({ zip: { key: '30329', prefix: true } })
    expect(criteria('postal_code=30329-2206').place).toEqual({ zip: { key: '303292206' } })
  })
  test('a given name stands for those it is short for, unless that is not wanted or it has a wildcard', () => {
    expect(criteria('first_name=bob').first).toContainEqual({ key: 'ROBERT' })
    expect(criteria('first_name=bob&use_first_name_alias=False').first).toEqual([{ key: 'BOB' }])
    expect(criteria('first_name=bo*').first).toEqual([{ key: 'BO', prefix: true }])
  })
  test('another country than this one is enough', () => {
    expect(criteria('country_code=DE').place).toEqual({ country: 'DE' })
  })
})
