import { expect, test } from 'vitest'
import { dice, nationalKey, nationalSnapshot } from '#demo/national/national-snapshot.ts'
import { addDays, day } from '#domain/dates.ts'
import { decide } from '#domain/eligibility/decide.ts'
import { claimRoles, type Question } from '#domain/eligibility/question.ts'
import { asked } from '#domain/eligibility/verdict.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import { checkEligibility } from './check-eligibility.ts'
import { answerBytes, eligibilityText } from './write-eligibility.ts'

const { snapshot } = nationalSnapshot(0.0005, { history: true })
const chance = dice(3)
const npi = (i: number) => withCheckDigit(String(nationalKey(i) + 100_000_000))

test('says what JSON.stringify says of the same answer', () => {
  const seen = new Set<string>()
  for (let i = 0; i < 3_000; i++) {
    const question: Question = {
      npi: i % 50 === 0 ? '2000001118' : npi(Math.trunc(chance() * 1_600)),
      on: addDays(day('2004-06-01'), Math.trunc(chance() * 8_000)),
      role: claimRoles[i % claimRoles.length]!,
      ...(i % 3 === 0 && { payee: npi(Math.trunc(chance() * 100) * 12) }),
      ...(i % 7 === 0 && { knownOn: day('2012-01-01') }),
      ...(i % 5 === 0 && { place: 'WI' }),
    }
    const decided = decide(snapshot, asked(question))
    seen.add(decided.link)
    expect(eligibilityText(snapshot, question, decided)).toBe(JSON.stringify(checkEligibility(snapshot, question)))
  }
  expect(seen.size).toBeGreaterThan(7)
})

test('bytes are counted right, before and after a letter beyond ASCII', () => {
  const on = addDays(day('2012-06-01'), 0)
  for (const specialties of [snapshot.specialties, snapshot.specialties.map((s) => `${s} é€`), snapshot.specialties]) {
    const s = { ...snapshot, specialties }
    const question: Question = { npi: npi(1), on, role: 'billing' }
    const text = eligibilityText(s, question, decide(s, asked(question)))
    expect(answerBytes(text)).toBe(Buffer.byteLength(text))
  }
})
