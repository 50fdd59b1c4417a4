/**
 * What a kind of question promises: how a typed answer is read, how it is said back, and its JSON Schema.
 * Typed answers are strings; a stored answer is the parsed value (JSON). The closed set of kinds is in kinds.ts.
 */
import type { ProblemCode } from '#domain/problem-codes.ts'
import { type Result, refuse } from '#domain/result.ts'

export interface Kind<T, Name extends string> {
  readonly name: Name
  /** Reads what was typed. The text is trimmed and not empty. */
  parse(typed: string): Result<T>
  /** The stored value as it would be typed, to fill the control again. */
  typed(value: T): string
  readonly schema: Readonly<Record<string, unknown>>
  /** Longest text the control takes. */
  readonly max?: number
}

/** The refusal of a typed answer; `fill` goes into its sentence. */
export const no = (code: ProblemCode, fill?: Record<string, string | number>) =>
  refuse({ code, ...(fill && { with: fill }) })
/** Kinds that are stored as they are typed. */
export const same = (v: string): string => v
