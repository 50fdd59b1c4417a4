/**
 * The editable words of a letter: title, opening, what it means, what to do next. Days and numbers stand in them as
 * {placeholders}; a line whose placeholder has no value in a case is left out of that letter. Pure.
 */

import { ok, type Result, refuse } from '../result.ts'
import { type Fill, holesOf, type Placeholder, placeholders, type WordedLetter } from './worded-letters.ts'

export interface Wording {
  readonly title: string
  readonly opening: string
  readonly means: readonly string[]
  readonly next: readonly string[]
}

const HOLE = /\{([^{}]*)\}/g
const MOST_LINE = 600
const MOST_LINES = 12
const namesIn = (text: string): readonly string[] => [...text.matchAll(HOLE)].map((m) => m[1]!)
const isPlaceholder = (s: string): s is Placeholder => (placeholders as readonly string[]).includes(s)

/** Lines as they are typed in a box, one a line. */
export const linesOf = (typed: string): readonly string[] =>
  typed
    .split(/\r?\n/)
    .map((l) => l.trim())
    .filter((l) => l !== '')

/**
 * Refuses at the box with `required`, `too-long`, `too-many-items`, `broken-placeholder` for a brace that stands alone or
 * `unknown-placeholder`; and with `placeholder-missing` when the words do not name what this letter has to say.
 */
export function checkWording(kind: WordedLetter, wording: Wording): Result<Wording> {
  for (const at of ['title', 'opening'] as const) if (wording[at].trim() === '') return refuse({ code: 'required', at })
  const { offers, needs } = holesOf[kind]
  const named = new Set<string>()
  for (const [at, lines] of boxes(wording)) {
    if (lines.length > MOST_LINES) return refuse({ code: 'too-many-items', at, with: { max: MOST_LINES } })
    for (const line of lines) {
      if (line.length > MOST_LINE) return refuse({ code: 'too-long', at, with: { max: MOST_LINE } })
      if (/[{}]/.test(line.replace(HOLE, ''))) return refuse({ code: 'broken-placeholder', at })
      const names = namesIn(line)
      const unknown = names.find((n) => !(offers as readonly string[]).includes(n))
      if (unknown !== undefined) return refuse({ code: 'unknown-placeholder', at, with: { name: `{${unknown}}` } })
      for (const n of names) named.add(n)
    }
  }
  const missing = needs.filter((n) => !named.has(n))
  return missing.length === 0
    ? ok(wording)
    : refuse({ code: 'placeholder-missing', at: 'opening', with: { names: missing.map((n) => `{${n}}`).join(', ') } })
}
const boxes = (w: Wording): readonly (readonly [keyof Wording, readonly string[]])[] => [
  ['title', [w.title]],
  ['opening', [w.opening]],
  ['means', w.means],
  ['next', w.next],
]

const fillLine = (line: string, fill: Fill): string | undefined =>
  namesIn(line).every((n) => isPlaceholder(n) && fill[n] !== undefined)
    ? line.replace(HOLE, (_, n: Placeholder) => fill[n]!)
    : undefined

/** The words of one letter. Sentences of the opening without a value are left out as lines are. */
export function fillWording(w: Wording, fill: Fill): Wording {
  const lines = (list: readonly string[]) => list.flatMap((l) => fillLine(l, fill) ?? [])
  const sentences = w.opening.split(/(?<=[.!?]) +/)
  return {
    title: fillLine(w.title, fill) ?? w.title.replace(HOLE, '').trim(),
    opening: lines(sentences).join(' '),
    means: lines(w.means),
    next: lines(w.next),
  }
}

export interface DiffLine {
  readonly is: 'same' | 'removed' | 'added'
  readonly box: keyof Wording
  readonly text: string
}

/** What one version says otherwise than another, line by line (longest common lines stay). */
export const diffWording = (before: Wording, after: Wording): readonly DiffLine[] =>
  boxes(before).flatMap(([box, lines], i) => diffLines(lines, boxes(after)[i]![1]).map((d) => ({ ...d, box })))

function diffLines(a: readonly string[], b: readonly string[]): readonly Omit<DiffLine, 'box'>[] {
  const [first, ...restA] = a
  const [other, ...restB] = b
  if (first === undefined) return b.map((text) => ({ is: 'added', text }))
  if (other === undefined) return a.map((text) => ({ is: 'removed', text }))
  if (first === other) return [{ is: 'same', text: first }, ...diffLines(restA, restB)]
  // At most a dozen lines a box, so trying both ways costs nothing.
  return b.includes(first) && !a.includes(other)
    ? [{ is: 'added', text: other }, ...diffLines(a, restB)]
    : [{ is: 'removed', text: first }, ...diffLines(restA, b)]
}
