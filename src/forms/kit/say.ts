/** Saved answers in words: for check-your-answers, the PDF, the frozen document and the diff. */
import { maskTaxId } from '#domain/identifiers/tax-id.ts'
import type { AnyKind, KindName } from './kinds.ts'
import { type Answers, type File, type Item, isAsked, type Section } from './section.ts'
import type { AnyQuestionWords, AnySectionWords, SayWords } from './words.ts'

type Say = (value: never, q: AnyQuestionWords, w: SayWords) => string

const asIs: Say = (v: string) => v
const option: Say = (v: string, q) => q.options?.[v] ?? v

/** Exhaustive: a new kind does not compile until it can be said. */
const sayers: { readonly [K in KindName]: Say } = {
  text: asIs,
  longText: asIs,
  npi: asIs,
  ssn: (v: string) => v.replace(/^(\d{3})(\d{2})(\d{4})$/, '$1-$2-$3'),
  ein: (v: string) => v.replace(/^(\d{2})(\d{7})$/, '$1-$2'),
  date: (v: string, _, w) => sayDay(v, w),
  year: (v: number) => String(v),
  yesNo: (v: boolean, _, w) => (v ? w.yes : w.no),
  choice: option,
  choices: (v: readonly string[], q) => v.map((o) => q.options?.[o] ?? o).join('; '),
  specialty: option,
  state: (v: string, _, w) => w.states[v] ?? v,
  zip: asIs,
  phone: (v: string) => v.replace(/^(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3'),
  email: asIs,
  percent: (v: number) => `${v} %`,
  money: (cents: number) => `$${(cents / 100).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',')}`,
  count: (v: number) => String(v),
}

/** "March 5, 2026". */
export function sayDay(d: string, w: Pick<SayWords, 'months'>): string {
  const [y, m, dd] = d.split('-').map(Number) as [number, number, number]
  return `${w.months[m - 1]} ${dd}, ${y}`
}

export const sayValue = (kind: AnyKind, value: unknown, q: AnyQuestionWords, w: SayWords): string =>
  sayers[kind.name](value as never, q, w)

/** What may be shown of a restricted answer. */
export function mask(kind: AnyKind, value: unknown, w: SayWords): string {
  return kind.name === 'ssn' || kind.name === 'ein' ? maskTaxId(String(value)) : w.hidden
}

export interface Line {
  readonly name: string
  readonly paper: string
  readonly ask: string
  /** The answer in words; "Not provided" for an optional question left empty. */
  readonly said: string
  readonly restricted: boolean
  readonly given: boolean
}

/** The words of one item. With `reveal` restricted answers are written out (only the signed document does). */
export function linesOf(
  s: Section,
  sw: AnySectionWords,
  answers: Answers,
  w: SayWords,
  reveal = false,
): readonly Line[] {
  return Object.entries(s.questions).flatMap(([name, q]) => {
    if (!isAsked(q, answers)) return []
    const qw = sw.questions[name]
    if (!qw) throw new Error(`no words for ${s.id}.${name}`)
    const value = answers[name]
    const restricted = q.sensitivity === 'restricted'
    const said =
      value === undefined
        ? w.notProvided
        : restricted && !reveal
          ? mask(q.kind, value, w)
          : sayValue(q.kind, value, qw, w)
    return [{ name, paper: q.paper, ask: qw.ask, said, restricted, given: value !== undefined }]
  })
}

export interface Change {
  readonly sectionId: string
  readonly itemId: string
  readonly name: string
  readonly ask: string
  readonly was: string | undefined
  readonly is: string | undefined
}

/** What differs between two files, question by question; an added or removed item lists each of its answers. */
export function diffSection(
  s: Section,
  sw: AnySectionWords,
  before: File,
  after: File,
  w: SayWords,
): readonly Change[] {
  const was = byId(before[s.id])
  const now = byId(after[s.id])
  return [...new Set([...was.keys(), ...now.keys()])].flatMap((itemId) => {
    const old = was.get(itemId)
    const fresh = now.get(itemId)
    return Object.entries(s.questions).flatMap(([name, q]) => {
      const a = old?.answers[name]
      const b = fresh?.answers[name]
      if (JSON.stringify(a) === JSON.stringify(b)) return []
      const qw = sw.questions[name]!
      const say = (v: unknown) =>
        v === undefined ? undefined : q.sensitivity === 'restricted' ? mask(q.kind, v, w) : sayValue(q.kind, v, qw, w)
      return [{ sectionId: s.id, itemId, name, ask: qw.ask, was: say(a), is: say(b) }]
    })
  })
}

const byId = (items: readonly Item[] | undefined): ReadonlyMap<string, Item> =>
  new Map((items ?? []).map((i) => [i.id, i]))
