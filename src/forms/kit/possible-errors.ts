/** Every error that an answer can earn, for the list of all questions. Pure; `parse` of each kind is the judge. */
import type { ProblemCode } from '#domain/problem-codes.ts'
import type { KindName } from './kinds.ts'
import type { Question, Section } from './section.ts'

/** Exhaustive: a new kind does not compile until it says what can be wrong. */
export const kindErrors: Readonly<Record<KindName, readonly ProblemCode[]>> = {
  text: ['too-long', 'bad-character'],
  longText: ['too-long', 'bad-character'],
  npi: ['not-an-npi'],
  ssn: ['not-an-ssn'],
  ein: ['not-an-ein'],
  date: ['not-a-date'],
  year: ['not-a-year'],
  yesNo: ['not-yes-or-no'],
  choice: ['not-a-choice'],
  choices: ['not-a-choice'],
  specialty: ['not-a-choice'],
  state: ['not-a-state'],
  zip: ['not-a-zip'],
  phone: ['not-a-phone'],
  email: ['not-an-email'],
  percent: ['not-a-percentage'],
  money: ['not-money'],
  count: ['not-a-number'],
}

const boundErrors = (q: Question): readonly ProblemCode[] =>
  q.kind.name !== 'date' || q.kind.bound === 'any' ? [] : [q.kind.bound === 'past' ? 'date-in-future' : 'date-in-past']

/** The codes that `parseAnswers` can put at this question, each once. */
export const possibleErrors = (s: Section, name: string): readonly ProblemCode[] => {
  const q = s.questions[name]
  if (!q) return []
  const checks = (s.checks ?? []).filter((c) => c.at === name).map((c) => c.code)
  const missing: readonly ProblemCode[] = q.optional ? [] : ['required']
  return [...new Set([...missing, ...kindErrors[q.kind.name], ...boundErrors(q), ...checks])]
}
