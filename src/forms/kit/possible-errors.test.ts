/** The list of possible errors is compared with what parsing says to typed nonsense. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '#domain/dates.ts'
import { cms855i } from '../cms855i/index.ts'
import { forms } from '../index.ts'
import { parseAnswers } from './answers.ts'
import { sectionsOf } from './form.ts'
import { possibleErrors } from './possible-errors.ts'

const typed = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ minLength: 2001, maxLength: 2100 }),
  fc.constantFrom('yes', 'no', '', '1900-01-01', '2190-01-01', '123456789', '1234567893', 'IL', '60601', 'a\u0007b'),
)

test.each(forms.flatMap((f) => sectionsOf(f).map((s) => [f.id, s.id, s] as const)))(
  '%s %s: no answer earns an error that is not listed',
  (_, __, s) => {
    fc.assert(
      fc.property(fc.record(Object.fromEntries(Object.keys(s.questions).map((name) => [name, typed]))), (answers) => {
        for (const p of parseAnswers(s, answers, day('2026-03-27')).problems)
          expect(possibleErrors(s, p.at ?? '')).toContain(p.code)
      }),
      { numRuns: 6 },
    )
  },
)

test('a check and a bound are listed with the kind', () => {
  const section = sectionsOf(cms855i).find((s) => s.id === 'electronic-payment')!
  expect(possibleErrors(section, 'routing')).toEqual(['required', 'too-long', 'bad-character', 'check-failed'])
  const birth = sectionsOf(cms855i).find((s) => s.id === 'birth')!
  expect(Object.keys(birth.questions).flatMap((n) => possibleErrors(birth, n))).toContain('date-in-future')
})
