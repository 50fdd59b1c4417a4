/** Every section of every form can be answered, whoever declares the next one: a sample of each kind is accepted. */
import { describe, expect, test } from 'vitest'
import { day } from '#domain/dates.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import { formWordsEn } from '#words/en/forms/index.ts'
import { sayEn } from '#words/en/say.ts'
import { forms } from './index.ts'
import { asTyped, parseAnswers, type Typed } from './kit/answers.ts'
import { sectionsOf } from './kit/form.ts'
import type { AnyKind } from './kit/kinds.ts'
import { linesOf } from './kit/say.ts'
import { isAsked, type Question, type Section } from './kit/section.ts'

const today = day('2026-11-24')

/** What people would type, by kind; options are walked one by one. */
function samples(kind: AnyKind): readonly string[] {
  switch (kind.name) {
    case 'npi':
      return [withCheckDigit('212345678')]
    case 'ssn':
      return ['900-12-3456']
    case 'ein':
      return ['08-1234567']
    case 'date':
      return kind.bound === 'past'
        ? ['2025-01-02', '1980-01-02', '2026-11-20']
        : kind.bound === 'future'
          ? ['2027-06-30']
          : ['2026-12-01']
    case 'year':
      return ['2005', '2026']
    case 'yesNo':
      return ['yes', 'no']
    case 'choice':
    case 'specialty':
      return kind.options
    case 'choices':
      return [...kind.options, kind.options.join(',')]
    case 'state':
      return ['IL']
    case 'zip':
      return ['62704']
    case 'phone':
      return ['217-555-0142']
    case 'email':
      return ['a@b.example']
    case 'percent':
      return ['60']
    case 'money':
      return ['400000']
    case 'count':
      return ['12', '400']
    default:
      return ['Sample', '123456780', '145977', '06/30', '99213', 'BV1234563', '1FTYR10D']
  }
}

/** Tries samples until the section accepts the answer: fixed questions stay, the asked one is varied. */
function answerTo(s: Section, fixed: Typed): { readonly typed: Typed; readonly open: readonly string[] } {
  let typed: Record<string, string | undefined> = { ...fixed }
  const open: string[] = []
  for (const [name, q] of Object.entries(s.questions)) {
    if (!isAsked(q, parseAnswers(s, typed, today).answers) || name in fixed) continue
    const fits = samples(q.kind).find((sample) => !problemsAt(s, { ...typed, [name]: sample }, name))
    if (fits === undefined) open.push(name)
    typed = { ...typed, [name]: fits ?? samples(q.kind)[0]! }
  }
  // A check may look at an answer that came later.
  return { typed, open: open.filter((name) => problemsAt(s, typed, name)) }
}
const problemsAt = (s: Section, typed: Typed, at: string): boolean =>
  parseAnswers(s, typed, today).problems.some((p) => p.at === at)

/** Every option that opens another question of the section, and no option at all. */
const gates = (s: Section): readonly Typed[] => [
  {},
  ...Object.values<Question>(s.questions).flatMap((q): readonly Typed[] => {
    if (!q.when) return []
    const values = Array.isArray(q.when.is) ? q.when.is : [q.when.is]
    return values.map((v) => ({ [q.when!.question]: v === true ? 'yes' : v === false ? 'no' : String(v) }))
  }),
]

describe.each(forms.map((f) => [f.id, f] as const))('%s', (id, f) => {
  test.each(sectionsOf(f).map((s) => [s.id, s] as const))('%s', (_, s) => {
    for (const gate of gates(s)) {
      const { typed, open } = answerTo(s, gate)
      expect(open, JSON.stringify(typed)).toEqual([])
      const { answers, problems } = parseAnswers(s, typed, today)
      expect(problems, JSON.stringify(typed)).toEqual([])
      // What was read can be typed again, and said in words.
      expect(parseAnswers(s, asTyped(s, answers), today).answers).toEqual(answers)
      expect(linesOf(s, formWordsEn[id]!.sections[s.id]!, answers, sayEn).every((l) => l.said !== '')).toBe(true)
    }
  })
})
