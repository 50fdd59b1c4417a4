/** The table of specialties and the taxonomy seed, against each other and against the published list. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isSpecialtyCode, nonPhysicianTypes, physicianSpecialties, specialties, specialtyCodes } from './specialties.ts'
import { crosswalkSeed, guessSpecialty } from './taxonomy-crosswalk.ts'

test('physicians and others divide the table', () => {
  expect([...physicianSpecialties, ...nonPhysicianTypes].sort()).toEqual(specialtyCodes)
  expect(physicianSpecialties).toContain('08')
  expect(nonPhysicianTypes).toEqual([
    '15',
    '32',
    '42',
    '43',
    '50',
    '62',
    '64',
    '65',
    '67',
    '68',
    '71',
    '73',
    '80',
    '88',
    '89',
    '97',
    'E1',
    'E2',
  ])
  expect(isSpecialtyCode('toString')).toBe(false)
})

test.each([
  ['207Q00000X', '08'],
  ['207R00000X', '11'],
  ['207X00000X', '20'],
  ['363LF0000X', '50'],
  ['363A00000X', '97'],
  ['1041C0700X', '80'],
  ['2084P0800X', '26'],
  ['390200000X', undefined],
])('taxonomy %s is most likely specialty %s', (taxonomy, code) => expect(guessSpecialty(taxonomy)).toBe(code))

test('a taxonomy code stands once in the seed, under a known specialty', () => {
  expect(crosswalkSeed.length).toBeGreaterThan(200)
  expect(
    crosswalkSeed.filter(([taxonomy, code]) => !/^[0-9A-Z]{9}X$/.test(taxonomy) || !(code in specialties)),
  ).toEqual([])
})

const folder = new URL('../../../../shared/data/taxonomy/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')

describe.skipIf(!existsSync(folder))('against ../shared/data/taxonomy (skipped when absent)', () => {
  test('the table holds exactly the practitioner types that were published', () => {
    const published = read('pecos_provider_type.csv')
      .match(/^14-(\w\w)/gm)!
      .map((m) => m.slice(3))
    expect([...specialtyCodes]).toEqual(published.sort())
  })
  test('every taxonomy code of the seed exists', () => {
    const names = read('nucc_codes_names_only.csv')
    expect(crosswalkSeed.filter(([taxonomy]) => !names.includes(`\n${taxonomy},`))).toEqual([])
  })
})
