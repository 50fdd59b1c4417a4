/** An application beside the record that it would change, both as they are now. Reads only. */
import type { Db } from '#db/db.ts'
import type { ApplicationHeader, ApplicationPermit } from '#db/queries/application/applications.ts'
import { listFieldChoices } from '#db/queries/application/field-choices.ts'
import { findBasisVersion, findNewestVersion, type OpenedVersion } from '#db/queries/enrollment/enrollment-versions.ts'
import type { Problem } from '#domain/result.ts'
import { applicationForm } from '#forms/application-form.ts'
import type { File } from '#forms/kit/section.ts'
import { readingOf } from '#forms/readings.ts'
import { type AfterChanges, fileAfterChanges } from '#forms/reconcile/file-after-changes.ts'
import { type Keeps, keepKey } from '#forms/reconcile/merge-answers.ts'
import type { FieldConflict } from '#forms/reconcile/merge-file.ts'

export interface Reconciled extends AfterChanges {
  /** The version that the application was begun with; undefined for an initial one. */
  readonly basis: OpenedVersion | undefined
  readonly record: OpenedVersion | undefined
  /** Did the record change since? */
  readonly moved: boolean
}

/** `file` is what the application says; `more` are choices that are not kept yet. */
export async function reconcileApplication(
  db: Db,
  permit: ApplicationPermit,
  header: ApplicationHeader,
  file: File,
  more: Keeps = new Map(),
): Promise<Reconciled> {
  // What opens an enrollment changes no record.
  const begun = header.basisOrdinal !== undefined
  const basis = begun ? await findBasisVersion(db, permit) : undefined
  const record = begun ? await findNewestVersion(db, permit) : undefined
  if (!record) return { basis, record, moved: false, whole: file, asked: file, conflicts: [] }
  const keeps = new Map([...(await listFieldChoices(db, permit, record.ordinal)), ...more])
  const sides = { base: (basis ?? record).file, record: record.file, mine: file }
  const after = fileAfterChanges(readingOf(header.form).form, applicationForm(header), sides, keeps)
  return { basis, record, moved: basis !== undefined && basis.ordinal !== record.ordinal, ...after }
}

/** One problem while the record and the application say different things and nobody settled which holds. */
export const conflictsOpen = ({ conflicts }: { readonly conflicts: readonly FieldConflict[] }): readonly Problem[] =>
  conflicts.some(isOpenConflict) ? [{ code: 'conflicts-open' }] : []

export const isOpenConflict = (c: FieldConflict): boolean => c.keep === undefined
export const conflictKey = (c: FieldConflict): string => keepKey(c.sectionId, c.itemId, c.question)
