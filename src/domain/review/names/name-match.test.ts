import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../dates.ts'
import { areClose, editDistance, soundex } from './alike.ts'
import { matchParties, type NameMatch, type Party } from './name-match.ts'
import { nameParts, organizationWords, plain } from './name-parts.ts'

const vega: Party = {
  last: 'Vega',
  first: 'Rosa',
  middle: 'M',
  bornOn: day('1970-03-04'),
  state: 'IL',
  npi: '2000001000',
}
const without = (...keys: (keyof Party)[]): Party =>
  Object.fromEntries(Object.entries(vega).filter(([k]) => !keys.includes(k as keyof Party)))

const cases: readonly [string, Party, NameMatch['strength'], string][] = [
  [
    'equal NPI alerts whatever the name says',
    { last: 'Other', first: 'Name', npi: '2000001000' },
    'match',
    'npi-equal',
  ],
  ['equal name and birth date', without('npi'), 'match', 'birth-date-equal'],
  [
    'case, accents and suffix do not part',
    { last: 'VÉGA, Jr.', first: 'rosa', bornOn: vega.bornOn! },
    'match',
    'last-equal',
  ],
  ['equal name alone is only possible', { last: 'Vega', first: 'Rosa' }, 'possible', 'first-equal'],
  ['initial for the first name', { last: 'Vega', first: 'R.' }, 'possible', 'first-initial'],
  ['swapped last and first', { last: 'Rosa', first: 'Vega', bornOn: vega.bornOn! }, 'match', 'names-swapped'],
  ['typing error in the last name', { last: 'Veag', first: 'Rosa', bornOn: vega.bornOn! }, 'match', 'last-close'],
  ['half of a double name', { last: 'Vega-Ortiz', first: 'Rosa', bornOn: vega.bornOn! }, 'match', 'last-part-equal'],
  [
    'another last name, same person by birth date',
    { last: 'Lindqvist', first: 'Rosa', bornOn: vega.bornOn! },
    'possible',
    'last-differs',
  ],
  [
    'birth date with day and month exchanged',
    { last: 'Vega', first: 'Rosa', bornOn: day('1970-04-03') },
    'match',
    'birth-date-close',
  ],
  [
    'equal name, another birth date',
    { last: 'Vega', first: 'Rosa', bornOn: day('1951-11-30') },
    'different',
    'birth-date-differs',
  ],
  ['equal last name only', { last: 'Vega', first: 'Tomas' }, 'different', 'first-differs'],
  ['nothing in common', { last: 'Okafor', first: 'Ada' }, 'different', 'last-differs'],
  ['no name at all', { state: 'IL', bornOn: vega.bornOn! }, 'different', 'state-equal'],
]

describe('a person against a list row', () => {
  it.each(cases)('%s', (_, row, strength, reason) => {
    const found = matchParties(vega, row)
    expect(found.strength).toBe(strength)
    expect(found.because).toContain(reason)
  })
  it('knows nicknames both ways', () => {
    const [a, b] = [
      { last: 'Hale', first: 'William' },
      { last: 'Hale', first: 'Bill' },
    ]
    expect(matchParties(a, b).because).toContain('first-nickname')
    expect(matchParties(b, a)).toEqual(matchParties(a, b))
  })
  it('tells father from son', () => {
    const with2 = (suffix: string): Party => ({ last: 'Hale', first: 'John', suffix })
    expect(matchParties(with2('Jr'), with2('Sr')).because).toContain('suffix-differs')
  })
  it('is symmetric', () => {
    const name = fc.constantFrom('Vega', 'Vega-Ortiz', 'Veag', 'Rosa', 'Bob', 'Robert', "O'Neil", 'ONEIL', 'R', '')
    const party = fc.record({ last: name, first: name, middle: name, state: fc.constantFrom('IL', 'il', 'WI') })
    fc.assert(
      fc.property(party, party, (a, b) => {
        expect(matchParties(a, b).score).toBe(matchParties(b, a).score)
      }),
    )
  })
})

describe('organizations', () => {
  it.each([
    ['Elm Street Clinic, L.L.C.', 'THE ELM STREET CLINIC INC', 'organization-equal'],
    ['Elm Street Clinic', 'Elm Street Clinc', 'organization-close'],
    ['St. Mary Med Ctr', 'Saint Mary Medical Center', 'organization-equal'],
    ['Elm Street Clinic', 'Harbor Hospice', 'organization-differs'],
  ])('%s / %s', (a, b, reason) => {
    expect(matchParties({ organization: a }, { organization: b }).because).toEqual([reason])
  })
})

describe('the tools', () => {
  it('plain letters', () => {
    expect(plain('  O’Brien-Łukasz, Ph.D. & ß ')).toBe('OBRIEN LUKASZ PHD & SS')
    expect(nameParts('De la Cruz III, M.D.')).toEqual({ whole: 'DELACRUZ', words: ['DE', 'LA', 'CRUZ'], suffix: 'III' })
    expect(nameParts('Do').whole).toBe('DO')
    expect(organizationWords('The Company, Inc.')).toEqual(['THE', 'COMPANY', 'INC'])
  })
  it('counts edits, a swap as one', () => {
    expect(['VEGA', 'VEAG', 'VEGAS', '', 'GAVE'].map((w) => editDistance('VEGA', w))).toEqual([0, 1, 1, 4, 4])
    expect(editDistance('KITTEN', 'SITTING')).toBe(3)
    expect(areClose('LEE', 'LEA')).toBe(false)
    expect(areClose('ANDERSON', 'ANDRESEN')).toBe(true)
  })
  it('codes sounds as the Archives do', () => {
    expect(['ROBERT', 'RUPERT', 'ASHCRAFT', 'TYMCZAK', 'PFISTER', 'HONEYMAN', ''].map(soundex)).toEqual([
      'R163',
      'R163',
      'A261',
      'T522',
      'P236',
      'H555',
      '',
    ])
  })
})
