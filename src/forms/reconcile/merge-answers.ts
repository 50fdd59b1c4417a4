/** The answers of one item, merged question by question. Pure. */
import { type Answers, isAsked, type Section } from '../kit/section.ts'

/** Which side holds: the record as it is now, or the application. */
export type Keep = 'record' | 'mine'
/** How conflicts were settled, by `keepKey`. */
export type Keeps = ReadonlyMap<string, Keep>
export const keepKey = (sectionId: string, itemId: string, question: string): string =>
  `${sectionId}/${itemId}/${question}`
export const keptHow =
  (keeps: Keeps, sectionId: string, itemId: string) =>
  (question: string): Keep | undefined =>
    keeps.get(keepKey(sectionId, itemId, question))

/** Answers are plain JSON; nothing and a missing answer are the same. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

export interface AnswerConflict {
  readonly question: string
  readonly base: unknown
  readonly record: unknown
  readonly mine: unknown
  readonly keep: Keep | undefined
}

interface Sides {
  readonly base: Answers
  readonly record: Answers
  readonly mine: Answers
}

/** Every value of the result is of one of the sides, never a mixture of two. */
export function mergeAnswers(
  s: Section,
  sides: Sides,
  kept: (question: string) => Keep | undefined,
): { readonly answers: Answers; readonly conflicts: readonly AnswerConflict[] } {
  const names = Object.keys(s.questions)
  const open = new Set(names.filter((n) => isConflict(sides, n)))
  let merged = valuesOf(s, sides, open, kept)
  // An edit that the other side's answer to an earlier question would make disappear is a conflict about that question.
  for (let lost = lostEdits(s, sides, merged, open); lost.length > 0; lost = lostEdits(s, sides, merged, open)) {
    for (const gate of lost) open.add(gate)
    merged = valuesOf(s, sides, open, kept)
  }
  const conflicts = names
    .filter((n) => open.has(n) && settledBy(s, n, open) === n)
    .map((question) => ({
      question,
      base: sides.base[question],
      record: sides.record[question],
      mine: sides.mine[question],
      keep: kept(question),
    }))
  return { answers: onlyAsked(s, merged), conflicts }
}

const isConflict = ({ base, record, mine }: Sides, n: string): boolean =>
  !same(record[n], mine[n]) && !same(base[n], record[n]) && !same(base[n], mine[n])

/** The question whose answer decides a conflict: one that depends on another open one goes with that. */
function settledBy(s: Section, name: string, open: ReadonlySet<string>): string {
  const gate = s.questions[name]?.when?.question
  return gate !== undefined && open.has(gate) ? settledBy(s, gate, open) : name
}

function valuesOf(
  s: Section,
  { base, record, mine }: Sides,
  open: ReadonlySet<string>,
  kept: (question: string) => Keep | undefined,
): Answers {
  const pick = (n: string): unknown => {
    if (open.has(n)) return kept(settledBy(s, n, open)) === 'mine' ? mine[n] : record[n]
    return same(base[n], record[n]) ? mine[n] : record[n]
  }
  const names = Object.keys(s.questions)
  return Object.fromEntries(names.map((n) => [n, pick(n)] as const).filter(([, value]) => value !== undefined))
}

/** Earlier questions, not open yet, on which the sides differ and by which an edit of either would be lost. */
const lostEdits = (
  s: Section,
  { base, record, mine }: Sides,
  merged: Answers,
  open: ReadonlySet<string>,
): readonly string[] =>
  Object.entries(s.questions).flatMap(([n, q]) => {
    const gate = q.when?.question
    if (gate === undefined || open.has(gate) || same(record[gate], mine[gate]) || isAsked(q, merged)) return []
    const edits = [record[n], mine[n]].some((v) => v !== undefined && !same(v, base[n]))
    return edits ? [gate] : []
  })

/** An answer whose question is not asked any more is no answer. */
function onlyAsked(s: Section, answers: Answers): Answers {
  const kept: Record<string, unknown> = {}
  for (const [n, q] of Object.entries(s.questions))
    if (answers[n] !== undefined && isAsked(q, kept)) kept[n] = answers[n]
  return kept
}
