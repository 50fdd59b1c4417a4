/** Reads posted answers, judges them, and takes the restricted ones apart for encryption. */
import type { Day } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { type Answers, type AnswersTo, type File, isAsked, type Section } from './section.ts'

/** What was typed, by question name, exactly as posted. */
export type Typed = Readonly<Record<string, string | undefined>>

export interface Parsed<S extends Section> {
  readonly answers: Partial<AnswersTo<S>> & Answers
  readonly problems: readonly Problem[]
}

/**
 * Reads one item of a section. Answers to questions that are not asked are left out, never kept in hiding.
 * Problems name the question in `at`; with none, `answers` is complete. Give `file` whenever there is one:
 * some checks compare with other sections and are silent without it.
 */
export function parseAnswers<S extends Section>(s: S, typed: Typed, today: Day, file: File = {}): Parsed<S> {
  const answers: Record<string, unknown> = {}
  const problems: Problem[] = []
  for (const [name, q] of Object.entries(s.questions)) {
    if (!isAsked(q, answers)) continue
    const given = typed[name]?.trim()
    if (!given) {
      if (!q.optional) problems.push({ code: 'required', at: name })
      continue
    }
    const parsed = q.kind.parse(given)
    if (!parsed.ok) problems.push({ ...parsed.problem, at: name })
    else {
      answers[name] = parsed.value
      if (q.kind.name === 'date' && q.kind.bound === 'past' && (parsed.value as Day) > today)
        problems.push({ code: 'date-in-future', at: name })
      if (q.kind.name === 'date' && q.kind.bound === 'future' && (parsed.value as Day) < today)
        problems.push({ code: 'date-in-past', at: name })
    }
  }
  for (const check of s.checks ?? [])
    if (
      answers[check.at] !== undefined &&
      !problems.some((p) => p.at === check.at) &&
      !check.holds(answers, today, file)
    )
      problems.push({ code: check.code, at: check.at })
  return { answers: answers as Partial<AnswersTo<S>> & Answers, problems }
}

/** Saved answers as the person would have typed them, to fill the page again. */
export const asTyped = (s: Section, saved: Answers): Typed =>
  Object.fromEntries(
    Object.entries(s.questions).flatMap(([name, q]) =>
      saved[name] === undefined ? [] : [[name, q.kind.typed(saved[name] as never)]],
    ),
  )

/** Judges saved answers again (a newer rule, a later today). */
export const problemsOf = (s: Section, saved: Answers, today: Day, file: File = {}): readonly Problem[] =>
  parseAnswers(s, asTyped(s, saved), today, file).problems

/** The two halves of an item as it is stored: what may lie in the clear, and what is encrypted. */
export function splitRestricted(
  s: Section,
  answers: Answers,
): { readonly open: Answers; readonly restricted: Answers } {
  const isRestricted = ([name]: readonly [string, unknown]) => s.questions[name]?.sensitivity === 'restricted'
  const entries = Object.entries(answers)
  return {
    open: Object.fromEntries(entries.filter((e) => !isRestricted(e))),
    restricted: Object.fromEntries(entries.filter(isRestricted)),
  }
}
