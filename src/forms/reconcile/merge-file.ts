/**
 * Two changes of one record, field by field: what only one of them touched is merged without a word; what both changed
 * to different values is a conflict that a person settles. Items of lists are known by their id. Pure.
 */
import type { Answers, File, Item, Section } from '../kit/section.ts'
import { type Keep, type Keeps, keptHow, mergeAnswers, same } from './merge-answers.ts'

export interface FieldConflict {
  readonly sectionId: string
  readonly itemId: string
  /** Empty: the item as a whole, which one side changed and the other took out. */
  readonly question: string
  /** What it was when the application was begun, is on record now, and is in the application; undefined: nothing. */
  readonly base: unknown
  readonly record: unknown
  readonly mine: unknown
  /** How it was settled. Until then the record's value stands. */
  readonly keep: Keep | undefined
}

export interface Merged {
  /** The sections that were merged, by id; those without items are left out. */
  readonly file: File
  readonly conflicts: readonly FieldConflict[]
}

/**
 * `base` is the record that the application was begun with, `record` the record now, `mine` the application. Merging a
 * second time changes nothing, and the same edit on both sides is no conflict.
 */
export function mergeFile(
  sections: readonly Section[],
  { base, record, mine }: { readonly base: File; readonly record: File; readonly mine: File },
  keeps: Keeps = new Map(),
): Merged {
  const file: Record<string, readonly Item[]> = {}
  const conflicts: FieldConflict[] = []
  for (const s of sections) {
    const items = idsOf(base[s.id], record[s.id], mine[s.id]).flatMap((itemId): readonly Item[] => {
      const sides = {
        base: answersIn(base, s, itemId),
        record: answersIn(record, s, itemId),
        mine: answersIn(mine, s, itemId),
      }
      const merged = mergeItem(s, itemId, sides, keeps)
      conflicts.push(...merged.conflicts)
      return merged.answers ? [{ id: itemId, answers: merged.answers }] : []
    })
    if (items.length > 0) file[s.id] = items
  }
  return { file, conflicts }
}

/** In the order of the application if it brought in, took out or moved any, else in that of the record. */
function idsOf(
  base: readonly Item[] = [],
  record: readonly Item[] = [],
  mine: readonly Item[] = [],
): readonly string[] {
  const [was, theirs, ours] = [base, record, mine].map((items) => items.map((i) => i.id)) as [
    string[],
    string[],
    string[],
  ]
  return [...new Set(same(was, ours) ? [...theirs, ...ours] : [...ours, ...theirs])]
}
const answersIn = (file: File, s: Section, itemId: string): Answers | undefined =>
  file[s.id]?.find((i) => i.id === itemId)?.answers

interface Sides {
  readonly base: Answers | undefined
  readonly record: Answers | undefined
  readonly mine: Answers | undefined
}

function mergeItem(
  s: Section,
  itemId: string,
  sides: Sides,
  keeps: Keeps,
): { readonly answers: Answers | undefined; readonly conflicts: readonly FieldConflict[] } {
  const { base, record, mine } = sides
  if (record && mine) {
    const { answers, conflicts } = mergeAnswers(s, { base: base ?? {}, record, mine }, keptHow(keeps, s.id, itemId))
    return { answers, conflicts: conflicts.map((c) => ({ sectionId: s.id, itemId, ...c })) }
  }
  // One side has it alone: new there, or taken out by the other.
  const there = record ?? mine
  if (!base) return { answers: there, conflicts: [] }
  if (!there || sameItem(there, base)) return { answers: undefined, conflicts: [] }
  const keep = keptHow(keeps, s.id, itemId)('')
  const answers = keep === 'mine' ? mine : record
  return { answers, conflicts: [{ sectionId: s.id, itemId, question: '', ...sides, keep }] }
}

const sameItem = (a: Answers, b: Answers): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => same(a[name], b[name]))
