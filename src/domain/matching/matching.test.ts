import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../dates.ts'
import { isOneEdit, jaroWinkler } from './alike-bytes.ts'
import { findMatches } from './find-matches.ts'
import type { MatchParty } from './match-party.ts'
import { indexParties, PackedParties } from './party-index.ts'
import { deskBands, monthlyBands } from './weights.ts'

const vega: MatchParty = {
  last: 'Vega',
  first: 'Rosa',
  middle: 'M',
  bornOn: day('1970-03-04'),
  line1: '410 Elm St Ste 2',
  city: 'Springfield',
  state: 'IL',
  zip: '62701',
  npi: '2000001000',
  taxId: 'digest-of-hers',
}
const only = (...keys: (keyof MatchParty)[]): MatchParty =>
  Object.fromEntries(Object.entries(vega).filter(([k]) => keys.includes(k as keyof MatchParty)))
const named = only('last', 'first')

/** One row asked about by Vega: its band and what was found. */
function ask(row: MatchParty, who: MatchParty = vega, bands = deskBands) {
  const list = new PackedParties()
  list.add(row, 0)
  const [found] = findMatches(indexParties(list, 80_000), [who], bands)
  return { band: found?.band ?? 'different', codes: found?.fields.map((f) => f.code) ?? [] }
}

const people: readonly (readonly [name: string, row: MatchParty, band: string, code: string])[] = [
  [
    'an equal NPI alerts whatever the name says',
    { last: 'Other', first: 'Name', npi: '2000001000' },
    'match',
    'npi:equal',
  ],
  ['an equal tax id alerts too', { last: 'Other', first: 'Name', taxId: 'digest-of-hers' }, 'match', 'taxId:equal'],
  ['equal name and birth date', only('last', 'first', 'bornOn'), 'match', 'bornOn:equal'],
  [
    'case, accents, compatibility forms and suffixes',
    { last: 'VÉGA, Jr.', first: 'ＲＯＳＡ', bornOn: vega.bornOn! },
    'match',
    'last:equal',
  ],
  ['an equal name alone is possible', named, 'possible', 'first:equal'],
  ['swapped names', { last: 'Rosa', first: 'Vega', bornOn: vega.bornOn! }, 'match', 'order:swapped'],
  ['two letters exchanged', { last: 'Veag', first: 'Rosa', bornOn: vega.bornOn! }, 'match', 'last:one-letter'],
  ['half of a double name', { last: 'Vega-Ortiz', first: 'Rosa', bornOn: vega.bornOn! }, 'match', 'last:part'],
  [
    'another last name, born on the same day',
    { last: 'Lindqvist', first: 'Rosa', bornOn: vega.bornOn! },
    'possible',
    'last:differs',
  ],
  ['day and month exchanged', { ...named, bornOn: day('1970-04-03') }, 'match', 'bornOn:swapped'],
  ['one digit of the birth date', { ...named, bornOn: day('1976-03-04') }, 'match', 'bornOn:one-digit'],
  [
    'an initial and the same street',
    { last: 'Vega', first: 'R', line1: '410 ELM STREET', city: 'SPRINGFIELD', state: 'IL', zip: '627011204' },
    'match',
    'place:street',
  ],
  ['equal last name only', { last: 'Vega', first: 'Tomas' }, 'different', ''],
  ['nothing in common', { last: 'Okafor', first: 'Ada' }, 'different', ''],
]

describe('a person against an entry', () => {
  it.each(people)('%s', (_, row, band, code) => {
    const found = ask(row)
    expect(found.band).toBe(band)
    if (code) expect(found.codes).toContain(code)
  })
  it('knows short forms both ways', () => {
    const [william, bill] = [
      { last: 'Hale', first: 'William' },
      { last: 'Hale', first: 'Bill' },
    ]
    expect(ask(bill, william).codes).toContain('first:nickname')
    expect(ask(william, bill).codes).toContain('first:nickname')
  })
  it('says how many bits each field gave, and they add up to the score', () => {
    const list = new PackedParties()
    list.add({ ...vega, last: 'Veag', zip: '99999', state: 'WI' }, 7)
    const [found] = findMatches(indexParties(list, 80_000), [vega], deskBands)
    expect(found!.row).toBe(7)
    expect(found!.fields.reduce((sum, f) => sum + f.bits, 0)).toBeCloseTo(found!.bits, 0)
    expect(found!.fields.some((f) => f.bits < 0 && f.code === 'place:differs')).toBe(true)
  })
  it('worth of a name falls with how often the list has it', () => {
    const list = new PackedParties()
    for (let i = 0; i < 3_000; i++) list.add({ last: i < 600 ? 'Smith' : `Rare${i}`, first: `F${i}` }, i)
    const index = indexParties(list)
    const bits = (last: string, first: string) => findMatches(index, [{ last, first }], deskBands)[0]!.fields[0]!.bits
    expect(bits('Rare900', 'F900') - bits('Smith', 'F5')).toBeGreaterThan(5)
  })
  it('the monthly screening asks for more than an equal name', () => {
    expect(ask({ last: 'Vega', first: 'R', state: 'IL' }, vega, monthlyBands).band).toBe('different')
    expect(ask(vega, only('last', 'first', 'bornOn'), monthlyBands).band).toBe('match')
  })
  it('finds everybody exactly as listed', () => {
    const name = fc.stringMatching(/^[A-Z]{3,10}$/)
    const row = fc.record({ last: name, first: name, bornOn: fc.constantFrom(day('1960-01-02'), day('1971-11-30')) })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), (rows) => {
        const list = new PackedParties()
        for (const [i, r] of rows.entries()) list.add(r, i)
        const index = indexParties(list)
        for (const [i, r] of rows.entries()) {
          const found = findMatches(index, [r], deskBands)
          expect(found.some((f) => f.row === i && f.band === 'match')).toBe(true)
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('an organization against an entry', () => {
  it.each([
    [
      'legal forms and articles say nothing',
      'Elm Street Clinic, L.L.C.',
      'THE ELM STREET CLINIC INC',
      'possible',
      'organization:equal',
    ],
    [
      'words in another order',
      'Springfield Dialysis Center',
      'DIALYSIS CENTER OF SPRINGFIELD',
      'possible',
      'organization:order',
    ],
    [
      'a name that the list cut at thirty letters',
      'Harborview Nephrology Specialists of Ohio',
      'HARBORVIEW NEPHROLOGY SPECIALI',
      'possible',
      'organization:nearly',
    ],
    ['a letter wrong', 'Tallgrass Hospice', 'TALLGRAS HOSPICE', 'possible', 'organization:nearly'],
    ['another name', 'Elm Street Clinic', 'HARBOR HOSPICE', 'different', undefined],
  ])('%s', (_, ours, theirs, band, code) => {
    const found = ask({ organization: theirs }, { organization: ours })
    expect(found.band).toBe(band)
    if (code) expect(found.codes).toContain(code)
  })
  it('matches a person by its number', () => {
    expect(
      ask({ last: 'Owner', first: 'Sole', npi: vega.npi! }, { organization: 'Sole LLC', npi: vega.npi! }).band,
    ).toBe('match')
  })
})

describe('likeness of letters', () => {
  const bytes = (...words: readonly string[]) => Uint8Array.from([...words.join('')].map((c) => c.charCodeAt(0)))
  it.each([
    ['VEGA', 'VEAG', true],
    ['VEGA', 'VEGAS', true],
    ['VEGA', 'VEG', true],
    ['VEGA', 'VELA', true],
    ['VEGA', 'VEGA', false],
    ['VEGA', 'GAVE', false],
    ['AB', 'BA', true],
  ])('%s and %s are one edit apart: %s', (a, b, is) => {
    expect(isOneEdit(bytes(a, b), 0, a.length, a.length, b.length)).toBe(is)
  })
  it('Jaro-Winkler as published', () => {
    const jw = (a: string, b: string) => jaroWinkler(bytes(a, b), 0, a.length, a.length, b.length)
    expect(jw('MARTHA', 'MARHTA')).toBeCloseTo(0.961, 3)
    expect(jw('DIXON', 'DICKSONX')).toBeCloseTo(0.813, 3)
    expect(jw('DWAYNE', 'DUANE')).toBeCloseTo(0.84, 2)
    expect(jw('ABC', 'XYZ')).toBe(0)
  })
})
