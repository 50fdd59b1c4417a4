import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { en } from '#words/index.ts'
import { holesOf, wordedLetters } from './worded-letters.ts'
import { checkWording, diffWording, fillWording, linesOf, type Wording } from './wording.ts'

const base: Wording = {
  title: 'Your enrollment {enrollment} is revoked',
  opening: 'We revoke it from {effective}. You may come back after {barUntil}.',
  means: ['No pay from {effective}.', 'The bar ends on {barUntil}.'],
  next: [],
}

describe('words of a letter', () => {
  it('are filled, and a line or sentence without its value is left out', () => {
    expect(fillWording(base, { enrollment: 'I1', effective: 'May 1' })).toEqual({
      title: 'Your enrollment I1 is revoked',
      opening: 'We revoke it from May 1.',
      means: ['No pay from May 1.'],
      next: [],
    })
  })
  it.each([
    ['no title', { ...base, title: ' ' }, 'required', 'title'],
    ['a placeholder that no letter knows', { ...base, means: ['{salary}'] }, 'unknown-placeholder', 'means'],
    ['a placeholder of another letter', { ...base, means: ['{due}'] }, 'unknown-placeholder', 'means'],
    ['a brace without a partner', { ...base, next: ['From {effective on.'] }, 'broken-placeholder', 'next'],
    ['an empty placeholder', { ...base, next: ['From {}.'] }, 'unknown-placeholder', 'next'],
    [
      'what the letter has to say left out',
      { ...base, opening: 'Revoked from {effective}.', means: [] },
      'placeholder-missing',
      'opening',
    ],
    ['a line that is too long', { ...base, next: ['x'.repeat(601)] }, 'too-long', 'next'],
    ['too many lines', { ...base, next: Array.from({ length: 13 }, () => 'x') }, 'too-many-items', 'next'],
  ])('are refused with %s', (_, wording, code, at) => {
    const r = checkWording('revoke', wording)
    expect(r.ok === false && [r.problem.code, r.problem.at]).toEqual([code, at])
  })
  it.each(wordedLetters)('of the product pass the check: %s', (kind) => {
    expect(checkWording(kind, en.letters.wordings[kind])).toMatchObject({ ok: true })
    expect(holesOf[kind].needs.filter((n) => !holesOf[kind].offers.includes(n))).toEqual([])
  })
  it('differ line by line', () => {
    const after = {
      ...base,
      means: ['No pay from {effective}.', 'Patients owe nothing.', 'The bar ends on {barUntil}.'],
    }
    expect(diffWording(base, after).filter((d) => d.is !== 'same')).toEqual([
      { is: 'added', box: 'means', text: 'Patients owe nothing.' },
    ])
  })
  it('can be put together again from the difference, whatever was typed', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 })
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const d = diffWording({ ...base, means: a }, { ...base, means: b }).filter((x) => x.box === 'means')
        expect(d.filter((x) => x.is !== 'added').map((x) => x.text)).toEqual(a)
        expect(d.filter((x) => x.is !== 'removed').map((x) => x.text)).toEqual(b)
      }),
    )
  })
  it('are typed one line a line', () => expect(linesOf(' a \r\n\n b\n')).toEqual(['a', 'b']))
})
