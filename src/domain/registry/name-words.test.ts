import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Npi } from '../identifiers/npi.ts'
import type { RegistryProvider } from '../party/registry-provider.ts'
import { askedWords, bySimilarity, nameWords, nearKeys, nearWords, similarQuery, wordsQuery } from './name-words.ts'

const named = (last: string, first: string, npi = '2000001117'): RegistryProvider => ({
  npi: npi as Npi,
  entityType: 1,
  person: { last, first },
  otherNames: [],
  taxonomies: [],
})

test('words of a name', () => {
  expect(nameWords({ ...named('De La Cruz', 'Ana-María'), otherNames: ["O'Brien Clinic"] })).toEqual([
    'DE',
    'LA',
    'CRUZ',
    'ANA',
    'MARIA',
    'DELACRUZ',
    'OBRIEN',
    'CLINIC',
  ])
  expect(askedWords({ last: "o'brien,  ana", first: 'Ana' })).toEqual(['OBRIEN', 'ANA'])
  expect([askedWords({ last: ' -- ' }), askedWords({ last: 'v', first: 'r' })]).toEqual([[], []])
})

const letters = fc.array(fc.constantFrom(...'ABCDEFGH'), { minLength: 4, maxLength: 12 }).map((l) => l.join(''))
const errors: readonly ((word: string, at: number, letter: string) => string)[] = [
  (w, i, l) => w.slice(0, i) + l + w.slice(i + 1),
  (w, i) => w.slice(0, i) + w.slice(i + 1),
  (w, i) => w.slice(0, i) + w[i] + w.slice(i),
  (w, i, l) => w.slice(0, i) + l + w.slice(i),
  (w, i) => w.slice(0, i) + (w[i + 1] ?? '') + w[i] + w.slice(i + 2),
]
test('a word and the word with any one typing error share a key, and are near', () => {
  fc.assert(
    fc.property(letters, fc.nat(11), fc.constantFrom(...'AHZ'), fc.constantFrom(...errors), (word, at, letter, err) => {
      const typed = err(word, at % word.length, letter)
      fc.pre(typed !== word && typed.length >= 4)
      expect(nearKeys(typed).some((k) => nearKeys(word).includes(k))).toBe(true)
      expect(nearWords(typed, [word])).toEqual([word])
    }),
  )
})
test.each([
  ['VEGA', 'VIGO'],
  ['VEGA', 'VEGA'],
  ['LEE', 'LEA'],
])('%s is not near %s', (typed, word) => expect(nearWords(typed, [word])).toEqual([]))
test('numbers and very long words have no keys', () => {
  expect([nearKeys('24'), nearKeys('1234'), nearKeys('A'.repeat(25))]).toEqual([[], [], []])
})

test.each([
  ['a'.repeat(2_100), undefined],
  ['abc '.repeat(600), undefined],
  ['Vega', 'é'.repeat(3_000)],
])('a name that is longer than any name is not looked for', (last, first) =>
  expect(askedWords({ last, ...(first && { first }) })).toEqual([]),
)

test('queries', () => {
  expect(wordsQuery(['ROSA', 'LE'], { last: 'Rosa', first: 'Le', state: 'wi' })).toBe(
    "'w:ROSA':* & 'w:LE' & !('l:ROSA':* & 'f:LE':*) & 'ps:WI'",
  )
  const asked = { last: 'vegaa al' }
  expect(
    similarQuery(
      [
        { word: 'VEGAA', near: ['VEGA'] },
        { word: 'AL', near: [] },
      ],
      asked,
    ),
  ).toBe("('w:VEGAA':* | 'w:VEGA') & ('w:AL') & !('w:VEGAA':* & 'w:AL') & !('l:VEGAA AL':* | 'b:VEGAA AL':*)")
  expect(similarQuery([{ word: 'VEGA', near: [] }], asked)).toBeUndefined()
})

test('order: fewest errors, then the same first letter, then the alphabet', () => {
  const found = [named('Bega', 'Rossa'), named('Wega', 'Rosa'), named('Vegas', 'Rosa', '2'), named('Vera', 'Rosa')]
  expect(bySimilarity(['VEGO', 'ROSA'], [named('Vego', 'Rosi'), named('Vega', 'Rosi'), named('Aego', 'Rosa')])).toEqual(
    [named('Vego', 'Rosi'), named('Aego', 'Rosa'), named('Vega', 'Rosi')],
  )
  const formerly = { ...named('Adams', 'Rosa'), otherNames: [{ last: 'Vega', first: 'Rosa' }] }
  expect(bySimilarity(['VEGGA'], [formerly, named('Vega', 'Rosa')]).map((p) => p.person?.last)).toEqual([
    'Vega',
    'Adams',
  ])
  expect(bySimilarity(['VEGA', 'ROSA'], found).map((p) => p.person?.last)).toEqual(['Vegas', 'Vera', 'Wega', 'Bega'])
})
