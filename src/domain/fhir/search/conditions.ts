/** A search as conditions on the index, which the database can answer and nobody has to read twice. Types only. */
import type { FhirType } from '../resource.ts'
import type { Prefix } from './parameters.ts'

/** Any of the values of a condition will do; all conditions must hold. */
export type Condition =
  | { readonly kind: 'id'; readonly ids: readonly string[] }
  | { readonly kind: 'updated'; readonly ranges: readonly InstantRange[] }
  | { readonly kind: 'missing'; readonly param: string; readonly missing: boolean }
  | { readonly kind: 'string'; readonly param: string; readonly how: Match; readonly values: readonly string[] }
  | { readonly kind: 'token'; readonly param: string; readonly not: boolean; readonly values: readonly Token[] }
  | { readonly kind: 'reference'; readonly param: string; readonly values: readonly string[] }
  | { readonly kind: 'date'; readonly param: string; readonly ranges: readonly DayRange[] }
  /** What it points at meets a condition. */
  | { readonly kind: 'chain'; readonly param: string; readonly to: readonly Chained[] }
  /** Something of a kind points at it by `param` and meets a condition. */
  | { readonly kind: 'has'; readonly from: FhirType; readonly param: string; readonly condition: Condition }

export type Match = 'starts' | 'exact' | 'contains'
export interface Token {
  /** Absent: of any system; empty: of none. */
  readonly system?: string
  readonly code?: string
}
/** Both ends are days of it. */
export interface DayRange {
  readonly prefix: Prefix
  readonly from: string
  readonly to: string
}
/** `to` is the first instant after it. */
export interface InstantRange {
  readonly prefix: Prefix
  readonly from: Date
  readonly to: Date
}
export interface Chained {
  readonly type: FhirType
  readonly condition: Condition
}
