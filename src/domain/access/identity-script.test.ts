import { describe, expect, test } from 'vitest'
import { askable, type IdentityFacts, isIdentified, judgeAnswers } from './identity-script.ts'

const facts: IdentityFacts = {
  name: ['Rosa María Vega'],
  'user-id': ['rosa.vega'],
  npi: ['2000001117'],
  'tax-id-end': ['900104321'],
  'practice-zip': ['60601-1234'],
  email: ['rosa@example.org'],
  'phone-end': [],
}

test('only what the system knows is asked', () => {
  expect(askable(facts)).toEqual(['name', 'user-id', 'npi', 'tax-id-end', 'practice-zip', 'email'])
})

test.each([
  ['name', 'rosa maria vega', 'matched'],
  ['name', 'Rosa Vega', 'differs'],
  ['npi', '2000 001 117', 'matched'],
  ['npi', '2000001118', 'differs'],
  ['tax-id-end', '4321', 'matched'],
  ['tax-id-end', '900-10-4321', 'matched'],
  ['practice-zip', '60601', 'matched'],
  ['email', ' Rosa@Example.org', 'matched'],
  ['user-id', 'ROSA.VEGA', 'matched'],
  ['user-id', '   ', 'not-asked'],
] as const)('%s "%s" %s', (question, said, answer) => {
  expect(judgeAnswers(facts, { [question]: said }, false)[question]).toBe(answer)
})

describe('enough', () => {
  const three = { name: 'Rosa Maria Vega', npi: '2000001117', 'tax-id-end': '4321' }
  test.each([
    ['three matched, called back', three, true, true],
    ['three matched, not called back', three, false, false],
    ['two matched', { name: 'Rosa Maria Vega', npi: '2000001117' }, true, false],
    ['one differs', { ...three, email: 'x@example.org' }, true, true],
    ['two differ', { ...three, email: 'x@example.org', 'practice-zip': '10001' }, true, false],
    ['nothing', {}, true, false],
    ['what nobody knows does not count', { name: 'Rosa Maria Vega', npi: '2000001117', 'phone-end': '' }, true, false],
  ])('%s', (_, said, calledBack, enough) => {
    expect(isIdentified(judgeAnswers(facts, said, calledBack))).toBe(enough)
  })

  test('what was said does not come out again', () => {
    expect(JSON.stringify(judgeAnswers(facts, { ...three, email: 'secret@example.org' }, true))).not.toMatch(
      /4321|2000001117|secret/,
    )
  })
})
