import { expect, test } from 'vitest'
import type { Npi } from '../identifiers/npi.ts'
import type { RegistryProvider } from '../party/registry-provider.ts'
import { byHearing, heardQuery, heardWord, maybeGiven, whyAlike } from './names-heard.ts'

const named = (last: string, first: string, npi = '2000001117'): RegistryProvider => ({
  npi: npi as Npi,
  entityType: 1,
  person: { last, first },
  otherNames: [],
  taxonomies: [],
})

test.each([
  [{ last: 'Frank' }, 'FRANK', false],
  [{ last: 'Bob Smith' }, 'BOB', true],
  [{ last: 'Frank', first: 'Bob' }, 'FRANK', false],
  [{ last: 'Frank', first: 'Bob' }, 'BOB', true],
])('%j: may %s be a given name? %s', (asked, word, may) => expect(maybeGiven(asked, word)).toBe(may))

test('what stands for a word: its short forms, and the nearest that sound alike', () => {
  const found = ['SCHMIDT', 'SMITH', 'SMYTH', 'SNEED', 'SCHMITT']
  expect(heardWord({ last: 'Smyth' }, 'SMYTH', ['SMITH'], found)).toEqual({
    word: 'SMYTH',
    near: ['SMITH'],
    nicknames: [],
    sounding: ['SCHMITT', 'SCHMIDT'],
  })
  expect(heardWord({ last: 'Lee', first: 'Bob' }, 'BOB', [], []).nicknames).toEqual([
    'ROBERT',
    'BOBBY',
    'ROB',
    'ROBBIE',
  ])
})

test('the query leaves out what is found as typed or mistyped', () => {
  const asked = { last: 'Lee', first: 'Jim', state: 'wi' }
  const words = [
    { word: 'LEE', near: [], nicknames: [], sounding: [] },
    { word: 'JIM', near: ['TIM'], nicknames: ['JAMES'], sounding: [] },
  ]
  expect(heardQuery(words, asked)).toBe(
    "('w:LEE':*) & ('w:JIM':* | 'w:TIM' | 'w:JAMES') & !(('w:LEE':*) & ('w:JIM':* | 'w:TIM')) & !('l:LEE':* & 'f:JIM':*) & 'ps:WI'",
  )
  expect(heardQuery(words.slice(0, 1), asked)).toBeUndefined()
})

test.each([
  ['Smyth', '', named('Smith', 'Al'), [{ kind: 'typing', asked: 'SMYTH', found: 'SMITH' }]],
  ['Smyth', '', named('Schmidt', 'Al'), [{ kind: 'sound', asked: 'SMYTH', found: 'SCHMIDT' }]],
  ['Lee', 'Bob', named('Lee', 'Robert'), [{ kind: 'nickname', asked: 'BOB', found: 'ROBERT', of: 'ROBERT' }]],
  ['Lee', 'Robert', named('Lee', 'Rob'), [{ kind: 'nickname', asked: 'ROBERT', found: 'ROB', of: 'ROBERT' }]],
  ['Lee', 'Bobby', named('Lee', 'Rob'), [{ kind: 'nickname', asked: 'BOBBY', found: 'ROB', of: 'ROBERT' }]],
  ['Lee', '', named('Leeds', 'Al'), []],
] as const)('why %s, %s finds it', (last, first, provider, why) => {
  const words = `${last} ${first}`.trim().toUpperCase().split(' ')
  expect(whyAlike(words, { last, ...(first && { first }) }, provider)).toEqual(why)
})

test('order: short forms, then the nearest sound, then the alphabet', () => {
  const asked = { last: 'Smyth', first: 'Bob' }
  const some = [
    named('Schmidt', 'Bob', '1'),
    named('Schmitt', 'Bob', '2'),
    named('Smith', 'Robert', '3'),
    named('Smyth', 'Robert', '4'),
  ].map((provider) => ({ provider, why: whyAlike(['SMYTH', 'BOB'], asked, provider) }))
  expect(byHearing(some).map((r) => r.provider.npi)).toEqual(['4', '3', '2', '1'])
})
