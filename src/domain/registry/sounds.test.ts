import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soundOf } from './sounds.ts'

test.each([
  'SMITH SMYTH SCHMIDT SCHMITT',
  'STEVEN STEPHEN STEFAN',
  'CATHERINE KATHRYN KATHERINE',
  'MEYER MEIER MAIER MAYER',
  'PHILLIPS FILIPS',
  'GARCIA GARSIA',
  'PEREZ PERES',
  'THOMPSON TOMSON THOMSON',
  'WRIGHT RIGHT REED READ REID',
  'KNIGHT NIGHT',
  'JEAN GENE',
  'HOFFMAN HAUFMANN',
  'SCHNEIDER SNYDER',
  'OKAFOR OKAPHOR',
  'WHITTAKER WITAKER',
  'DIXON DICKSON',
  'CLARK CLARKE KLARK',
  'MCDONALD MACDONALD',
])('%s sound alike', (words) => {
  expect(new Set(words.split(' ').map(soundOf)).size).toBe(1)
})

test('what sounds otherwise has another key, and what says too little has none', () => {
  expect(new Set(['SMITH', 'SNEED', 'VEGA', 'WEGA', 'OWENS', 'HOWARD'].map(soundOf)).size).toBe(6)
  expect(['LEE', 'SHAW', 'I', '', 'O2', '123', 'É', 'B'.repeat(25)].map(soundOf)).toEqual(Array(8).fill(undefined))
})

test('a key is short, upper case, and the same however a consonant is doubled', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z]{1,20}$/), fc.nat(19), (word, at) => {
      const sound = soundOf(word)
      if (sound !== undefined) expect(sound).toMatch(/^[A-Z]{2,30}$/)
      // C is said by what follows it, and T and S are parts of other spellings.
      const c = word[at % word.length]!
      if (!'BFLMNRVJ'.includes(c) || at % word.length === 0 || word.length > 20) return
      const doubled = word.slice(0, at % word.length) + c + word.slice(at % word.length)
      if (!/SCH$/.test(word.slice(0, at % word.length))) expect(soundOf(doubled)).toBe(sound)
    }),
  )
})
