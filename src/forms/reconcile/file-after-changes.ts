/** The record as an application would leave it, when the record changed after the application was begun. Pure. */
import { type Form, relevant, sectionsOf } from '../kit/form.ts'
import type { File } from '../kit/section.ts'
import type { Keeps } from './merge-answers.ts'
import { type FieldConflict, mergeFile } from './merge-file.ts'

export interface AfterChanges {
  /** The whole record; of a conflict that nobody settled it keeps what it has. */
  readonly whole: File
  /** What the application says after the merge: of the sections that it asks. */
  readonly asked: File
  readonly conflicts: readonly FieldConflict[]
}

/** Sections that the application does not ask stay as they are on record; a field that it did not touch does too. */
export function fileAfterChanges(
  whole: Form,
  changed: Form,
  sides: { readonly base: File; readonly record: File; readonly mine: File },
  keeps: Keeps,
): AfterChanges {
  const sections = sectionsOf(changed)
  const { file, conflicts } = mergeFile(sections, { ...sides, mine: relevant(changed, sides.mine) }, keeps)
  const asked = new Set(sections.map((s) => s.id))
  const kept = Object.fromEntries(Object.entries(sides.record).filter(([id]) => !asked.has(id)))
  return { whole: relevant(whole, { ...kept, ...file }), asked: file, conflicts }
}
