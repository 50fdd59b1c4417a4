/**
 * The questions of a postal address, spread into a section under a prefix: `...address('records', '2E', 'internal')`
 * asks recordsLine1, recordsLine2, recordsCity, recordsState and recordsZip; the prefix '' asks line1, line2 and so on.
 */
import { isPoBox } from '#domain/party/po-box.ts'
import { state, text, zip } from '../kit/kinds.ts'
import type { Check, Sensitivity, When } from '../kit/section.ts'

const lineKind = text(60)
const cityKind = text(40)
interface Kinds {
  readonly line1: typeof lineKind
  readonly line2: typeof lineKind
  readonly city: typeof cityKind
  readonly state: typeof state
  readonly zip: typeof zip
}
export const addressParts = ['line1', 'line2', 'city', 'state', 'zip'] as const
export type AddressPart = (typeof addressParts)[number]
export type Prefixed<P extends string, N extends string> = P extends '' ? N : `${P}${Capitalize<N>}`

interface Asked {
  readonly paper: string
  readonly sensitivity: Sensitivity
  /** With a registry prefix "practice" the parts are prefilled from practice.line1 and so on. */
  readonly prefill?: string
}
type One<N extends AddressPart, Extra> = Asked & { readonly kind: Kinds[N] } & (N extends 'line2'
    ? { readonly optional: true }
    : unknown) &
  Extra
export type AddressQuestions<P extends string, Extra = unknown> = {
  readonly [N in AddressPart as Prefixed<P, N>]: One<N, Extra>
}

export const prefixed = (prefix: string, name: string): string =>
  prefix ? `${prefix}${name[0]!.toUpperCase()}${name.slice(1)}` : name

/** The five questions of an address; `registry` names the registry address that can prefill them. */
export function address<const P extends string>(
  prefix: P,
  paper: string,
  sensitivity: Sensitivity,
  registry?: string,
): AddressQuestions<P> {
  const kinds: Kinds = { line1: lineKind, line2: lineKind, city: cityKind, state, zip }
  const questions = addressParts.map((part) => [
    prefixed(prefix, part),
    {
      kind: kinds[part],
      paper,
      sensitivity,
      ...(part === 'line2' && { optional: true }),
      ...(registry && { prefill: `${registry}.${part}` }),
    },
  ])
  return Object.fromEntries(questions) as AddressQuestions<P>
}

/** The same, asked only under a condition. */
export const addressWhen = <const P extends string>(
  prefix: P,
  paper: string,
  sensitivity: Sensitivity,
  when: When,
): AddressQuestions<P, { readonly when: When }> =>
  Object.fromEntries(
    Object.entries(address(prefix, paper, sensitivity)).map(([name, q]) => [name, { ...(q as Asked), when }]),
  ) as unknown as AddressQuestions<P, { readonly when: When }>

/** The same, which may be left empty. */
export const optionalAddress = <const P extends string>(
  prefix: P,
  paper: string,
  sensitivity: Sensitivity,
): AddressQuestions<P, { readonly optional: true }> =>
  Object.fromEntries(
    Object.entries(address(prefix, paper, sensitivity)).map(([name, q]) => [name, { ...(q as Asked), optional: true }]),
  ) as unknown as AddressQuestions<P, { readonly optional: true }>

/** Refuses a post office box in either line of the address under this prefix. */
export const noPoBox = (prefix = ''): readonly Check[] =>
  (['line1', 'line2'] as const).map((part) => ({
    id: `no-po-box-${part}`,
    at: prefixed(prefix, part),
    code: 'po-box',
    cite: '42 CFR 424.502',
    holds: (a) => !isPoBox(String(a[prefixed(prefix, part)] ?? '')),
  }))
