/**
 * How a section of a form is declared. A question is one line of data; the page, the check, the
 * summary, the PDF, the diff, the schema and the type are read off it. Words live in `src/words`.
 */
import type { Day } from '#domain/dates.ts'
import type { ProblemCode } from '#domain/problem-codes.ts'
import type { Result } from '#domain/result.ts'
import type { AnyKind } from './kinds.ts'

/**
 * Who may see an answer. `restricted` (SSN, date of birth, bank, an individual's tax id) is encrypted
 * at rest and masked on pages, PDFs and in logs. A question without it does not compile.
 */
export type Sensitivity = 'public' | 'internal' | 'restricted'

type Value = string | boolean
/** A condition small enough to print. Anything bigger is a rule in the domain. */
export interface When {
  /** An earlier question of the same section. */
  readonly question: string
  readonly is: Value | readonly Value[]
}
export interface SectionWhen extends When {
  /** An earlier section that does not repeat. */
  readonly section: string
}

export interface Question {
  readonly kind: AnyKind
  /** The box on the paper form. */
  readonly paper: string
  readonly sensitivity: Sensitivity
  readonly optional?: true
  readonly when?: When
  /** The registry field that can prefill this question (`src/forms/kit/prefill.ts`). */
  readonly prefill?: string
}
export type Questions = Readonly<Record<string, Question>>

/**
 * A check across answers, or against today. `holds` is asked only when the question was answered.
 * `file` is the rest of the application; a check that looks there must hold while the other answer is missing.
 */
export interface Check {
  readonly id: string
  readonly at: string
  readonly code: ProblemCode
  readonly cite?: string
  readonly holds: (answers: Answers, today: Day, file: File) => boolean
}

/** What must hold of a list as a whole; judged with the list, never while one of its items is typed. */
export interface ListCheck {
  readonly id: string
  readonly code: ProblemCode
  readonly cite?: string
  readonly holds: (items: readonly Item[]) => boolean
}

export interface Section<Q extends Questions = Questions, Id extends string = string> {
  readonly id: Id
  /** Present when the section is a list of items; items keep their id through every edition and diff. */
  readonly repeats?: { readonly min: number; readonly max: number }
  readonly when?: SectionWhen
  /** Set by `form()`: `when` and the conditions of the section it names, and so on; all must hold. */
  readonly gates?: readonly SectionWhen[]
  readonly questions: Q
  readonly checks?: readonly Check[]
  /** Of a section that repeats. */
  readonly listChecks?: readonly ListCheck[]
}

/** Declares a section; throws when a condition names no earlier question. */
export function section<const Q extends Questions, const Id extends string>(s: Section<Q, Id>): Section<Q, Id> {
  const seen = new Set<string>()
  for (const [name, q] of Object.entries(s.questions)) {
    if (q.when && !seen.has(q.when.question))
      throw new Error(`${s.id}.${name}: condition names no earlier question "${q.when.question}"`)
    seen.add(name)
  }
  for (const check of s.checks ?? [])
    if (!seen.has(check.at)) throw new Error(`${s.id}: check ${check.id} names no question "${check.at}"`)
  return s
}

/** Saved answers of one item, by question name. */
export type Answers = Readonly<Record<string, unknown>>
export interface Item {
  readonly id: string
  readonly answers: Answers
}
/** Everything answered in an application, by section id. A section that does not repeat has the item "1". */
export type File = Readonly<Record<string, readonly Item[]>>
export const ONLY_ITEM = '1'

type ValueOf<K> = K extends { parse(typed: string): infer R } ? (R extends Result<infer T> ? T : never) : never
type IsOptional<Q> = Q extends { optional: true } ? true : Q extends { when: When } ? true : false
/** The type of a complete set of answers, read off the declaration. */
export type AnswersTo<S> =
  S extends Section<infer Q>
    ? { readonly [N in keyof Q as IsOptional<Q[N]> extends true ? never : N]: ValueOf<Q[N]['kind']> } & {
        readonly [N in keyof Q as IsOptional<Q[N]> extends true ? N : never]?: ValueOf<Q[N]['kind']>
      }
    : never

const among = (value: unknown, is: Value | readonly Value[]): boolean =>
  (Array.isArray(is) ? is : [is]).some((v) => (Array.isArray(value) ? value.includes(v) : value === v))

/** Is this question asked, given what was answered before it? */
export const isAsked = (q: Question, soFar: Answers): boolean => !q.when || among(soFar[q.when.question], q.when.is)

/** Does this section apply, given the rest of the file? Take sections from a form, which knows the gates of gates. */
export const applies = (s: Section, file: File): boolean =>
  (s.gates ?? (s.when ? [s.when] : [])).every((gate) => among(file[gate.section]?.[0]?.answers[gate.question], gate.is))
