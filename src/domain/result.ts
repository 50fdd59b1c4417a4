/** An expected refusal is a value; a bug is a throw; absence is undefined. */
import type { ProblemCode } from './problem-codes.ts'

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem; readonly problems: readonly Problem[] }

/**
 * Why something was refused, without words: `src/words` has the sentence for every code.
 * `at` names the field; `with` fills the sentence (a limit, a date, a name).
 */
export interface Problem {
  readonly code: ProblemCode
  readonly at?: string
  readonly with?: Readonly<Record<string, string | number>>
}

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const refuse = (problem: Problem, ...more: readonly Problem[]) =>
  ({ ok: false, problem, problems: [problem, ...more] }) as const
