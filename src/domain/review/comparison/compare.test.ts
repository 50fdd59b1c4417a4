import { describe, expect, it } from 'vitest'
import { day } from '../../dates.ts'
import { withCheckDigit } from '../../identifiers/npi.ts'
import type { Address } from '../../party/address.ts'
import type { Exclusion } from '../../party/exclusion.ts'
import type { RegistryProvider } from '../../party/registry-provider.ts'
import { compareAddresses } from '../names/address-match.ts'
import { compare, isOpen } from './compare.ts'
import type { ComparedWith, ComparisonFacts, ComparisonFinding } from './comparison.ts'

const npi = withCheckDigit('200000100')
const street: Address = {
  line1: '12 North Elm Street',
  line2: 'Suite 4',
  city: 'Springfield',
  state: 'IL',
  zip: '62701-1234',
}
const registry: RegistryProvider = {
  npi,
  entityType: 1,
  person: { last: 'VEGA', first: 'ROSA', middle: 'M' },
  otherNames: [{ last: 'LINDQVIST', first: 'ROSA' }],
  mailing: { ...street, line1: 'PO BOX 7' },
  practice: { line1: '12 N ELM ST', line2: 'STE 4', city: 'SPRINGFIELD', state: 'IL', zip: '627011234' },
  taxonomies: [
    { code: '207Q00000X', license: '036.012345', licenseState: 'IL', primary: true },
    { code: '208D00000X', primary: false },
  ],
}
const facts: ComparisonFacts = {
  npi: { field: 'identity.npi', said: npi },
  entityType: 1,
  name: { field: 'identity.last', said: { last: 'Véga', first: 'Rosa', middle: 'M.' } },
  bornOn: day('1970-03-04'),
  specialty: { field: 'specialty.code', said: '08', taxonomies: ['207Q00000X'] },
  practiceAddresses: [{ field: 'practice-location.line1', said: street }],
  correspondence: { field: 'correspondence.line1', said: { ...street, line1: 'P.O. Box 7' } },
  licenses: [{ field: 'license.number', said: { number: '036-012345', state: 'IL' } }],
  taxId: { field: 'identity.ssn', said: '900123456', kind: 'ssn' },
}
const listed: Exclusion = {
  id: 'L1',
  list: 'LEIE',
  last: 'VEGA',
  first: 'ROSA',
  npi: '0000000000',
  bornOn: day('1970-03-04'),
  state: 'IL',
  authority: '1128a1',
  excludedOn: day('2022-01-20'),
}
const sources: ComparedWith = { registry, exclusions: [] }
const on = day('2026-05-01')
const find = (
  check: ComparisonFinding['check'],
  f: Partial<ComparisonFacts> = {},
  s: Partial<ComparedWith> = {},
): ComparisonFinding | undefined =>
  compare({ ...facts, ...f }, { ...sources, ...s }, on).find((row) => row.check === check)
const of = (r: Partial<RegistryProvider>): Partial<ComparedWith> => ({ registry: { ...registry, ...r } })
const named = (last: string, first: string, middle?: string): Partial<ComparisonFacts> => ({
  name: { field: 'identity.last', said: { last, first, ...(middle ? { middle } : {}) } },
})

describe('an application that agrees', () => {
  it('has every check the same, with the originals of both sides', () => {
    const rows = compare(facts, sources, on)
    expect(rows.filter(isOpen)).toEqual([])
    expect(rows.map((r) => r.check)).toEqual([
      'name',
      'npi-status',
      'entity-type',
      'taxonomy',
      'practice-address',
      'correspondence-address',
      'license',
      'tax-id',
      'exclusion',
    ])
    expect(find('practice-address')).toMatchObject({
      ours: '12 North Elm Street, Suite 4, Springfield, IL 62701-1234',
      theirs: '12 N ELM ST, STE 4, SPRINGFIELD, IL 62701-1234',
    })
  })
  it('never writes out a tax id', () => expect(JSON.stringify(compare(facts, sources, on))).not.toContain('900123456'))
})

describe('each check', () => {
  it.each([
    ['another last name', find('name', named('Hale', 'Rosa')), { verdict: 'different', fixAt: 'nppes' }],
    ['a typing error', find('name', named('Veag', 'Rosa')), { verdict: 'close' }],
    ['a nickname is not the legal name', find('name', named('Vega', 'Rosita')), { verdict: 'different' }],
    ['swapped', find('name', named('Rosa', 'Vega')), { verdict: 'close', note: 'name-order-swapped', fixAt: 'here' }],
    ['a former name', find('name', named('Lindqvist', 'Rosa')), { verdict: 'close', note: 'name-other-name' }],
    ['another middle name', find('name', named('Vega', 'Rosa', 'Quinn')), { verdict: 'close' }],
    [
      'Inc is not LLC',
      find(
        'name',
        { name: { field: 'n', said: { organization: 'Elm Clinic LLC' } } },
        { registry: { npi, entityType: 2, organization: 'ELM CLINIC INC', otherNames: [], taxonomies: [] } },
      ),
      { verdict: 'close' },
    ],
    [
      'NPI deactivated',
      find('npi-status', {}, of({ deactivatedOn: day('2025-01-01') })),
      { verdict: 'alert', note: 'npi-deactivated', fixAt: 'nppes' },
    ],
    [
      'NPI of a group',
      find('entity-type', {}, of({ entityType: 2 })),
      { verdict: 'different', note: 'entity-organization', fixAt: 'here' },
    ],
    ['no entity type', find('entity-type', {}, of({ entityType: undefined })), { verdict: 'unavailable' }],
    [
      'secondary taxonomy',
      find('taxonomy', { specialty: { field: 's', said: '01', taxonomies: ['208D00000X'] } }),
      { verdict: 'close', note: 'taxonomy-not-primary' },
    ],
    [
      'taxonomy of none',
      find('taxonomy', { specialty: { field: 's', said: '11', taxonomies: ['207R00000X'] } }),
      { verdict: 'different', fixAt: 'nppes' },
    ],
    [
      'no crosswalk',
      find('taxonomy', { specialty: { field: 's', said: '11' } }),
      { verdict: 'unavailable', note: 'crosswalk-not-loaded' },
    ],
    [
      'post office box',
      find('practice-address', { practiceAddresses: [{ field: 'p', said: { ...street, line1: 'PO Box 7' } }] }),
      { verdict: 'alert', note: 'address-po-box', fixAt: 'here' },
    ],
    [
      'another suite',
      find('practice-address', { practiceAddresses: [{ field: 'p', said: { ...street, line2: 'Suite 5' } }] }),
      { verdict: 'close', note: 'address-differs-in-unit' },
    ],
    [
      'no practice address on record',
      find(
        'practice-address',
        {},
        { registry: { npi, entityType: 1, person: { last: 'VEGA', first: 'ROSA' }, otherNames: [], taxonomies: [] } },
      ),
      { verdict: 'unavailable', note: 'registry-has-none' },
    ],
    [
      'license of another state',
      find('license', { licenses: [{ field: 'l', said: { number: '36012345', state: 'WI' } }] }),
      { verdict: 'close', note: 'license-other-state' },
    ],
    [
      'another license of the state',
      find('license', { licenses: [{ field: 'l', said: { number: '999', state: 'IL' } }] }),
      { verdict: 'different', fixAt: 'licensing-board' },
    ],
    [
      'SSN area 000',
      find('tax-id', { taxId: { field: 't', said: '000123456', kind: 'ssn' } }),
      { verdict: 'different', note: 'tax-id-shape-wrong', ours: '•••-••-3456' },
    ],
    [
      'excluded',
      find('exclusion', {}, { exclusions: [listed] }),
      { verdict: 'alert', id: 'exclusion:L1', theirs: 'VEGA, ROSA' },
    ],
    [
      'reinstated since',
      find('exclusion', {}, { exclusions: [{ ...listed, reinstatedOn: day('2024-01-01') }] }),
      { verdict: 'close', note: 'list-match-reinstated' },
    ],
    [
      'reinstated later than today',
      find('exclusion', {}, { exclusions: [{ ...listed, reinstatedOn: day('2026-05-02') }] }),
      { verdict: 'alert' },
    ],
    [
      'the same NPI under another name',
      find(
        'exclusion',
        {},
        { exclusions: [{ ...listed, last: 'HALE', first: 'JOHN', bornOn: day('1950-01-01'), npi }] },
      ),
      { verdict: 'alert' },
    ],
    [
      'a name of old',
      find(
        'exclusion',
        { otherNames: [{ last: 'Moss', first: 'Rosa' }] },
        { exclusions: [{ ...listed, last: 'MOSS' }] },
      ),
      { verdict: 'alert' },
    ],
    [
      'somebody else',
      find('exclusion', {}, { exclusions: [{ ...listed, first: 'TOMAS', bornOn: day('1950-11-30') }] }),
      { verdict: 'same', note: 'no-list-match' },
    ],
  ])('%s', (_, row, expected) => expect(row).toMatchObject(expected))
})

describe('a list that is not there', () => {
  it('is unavailable, never the same', () => {
    const rows = compare(facts, { registry: 'unavailable', exclusions: 'unavailable' }, on)
    expect(rows.filter((r) => r.check !== 'tax-id').every((r) => r.verdict === 'unavailable')).toBe(true)
    expect(rows).toHaveLength(9)
  })
  it('differs from a registry without the NPI', () => {
    expect(find('npi-status', {}, { registry: 'not-found' })).toMatchObject({ verdict: 'alert', note: 'npi-not-found' })
  })
})

describe('addresses', () => {
  const a = (line1: string, zip = '62701', line2?: string): Address => ({
    line1,
    city: 'Mt. Vernon',
    state: 'IL',
    zip,
    ...(line2 ? { line2 } : {}),
  })
  it.each([
    ['suffix and direction', a('12 North Elm Street'), a('12 N. ELM ST.'), 'same'],
    ['unit on either line', a('12 Elm St Ste 4'), a('12 Elm Street', '62701', '#4'), 'same'],
    ['floors', a('12 Elm St', '62701', '5th Floor'), a('12 Elm St Fl 5'), 'same'],
    ['saint and street', a('9 Saint Marys Ave'), a('9 St. Mary’s Avenue'), 'same'],
    ['ZIP+4 on one side', a('12 Elm St', '62701-1234'), a('12 Elm St'), 'same'],
    ['another ZIP+4', a('12 Elm St', '62701-1234'), a('12 Elm St', '627015678'), 'close'],
    ['no unit on one side', a('12 Elm St'), a('12 Elm St Apt 2'), 'close'],
    ['city by another name, ZIP the same', { ...a('12 Elm St'), city: 'Mount Vernon Twp' }, a('12 Elm St'), 'same'],
    ['another house', a('14 Elm St'), a('12 Elm St'), 'different'],
    ['another ZIP', a('12 Elm St', '62702'), a('12 Elm St'), 'different'],
    ['another state', { ...a('12 Elm St'), state: 'WI' }, a('12 Elm St'), 'different'],
    ['a street that is named for offices', a('Office Park Rd 3'), a('OFFICE PARK ROAD 3'), 'same'],
  ])('%s', (_, x, y, verdict) => {
    expect(compareAddresses(x, y).verdict).toBe(verdict)
    expect(compareAddresses(y, x).verdict).toBe(verdict)
  })
})
