/** What a review looks at: the application's answers, the form they answer, the record they would change. */
import type { Db } from '#db/db.ts'
import { findFile } from '#db/queries/application/application-file.ts'
import {
  type ApplicationHeader,
  type ApplicationPermit,
  findApplication,
} from '#db/queries/application/applications.ts'
import { findSubmittedText, listSubmissions, type Submission } from '#db/queries/application/submissions.ts'
import type { OpenedVersion } from '#db/queries/enrollment/enrollment-versions.ts'
import { listBelievedPeriods } from '#db/records/enrollment/enrollment-periods.ts'
import type { Day } from '#domain/dates.ts'
import { applicationForm } from '#forms/application-form.ts'
import { type Form, relevant } from '#forms/kit/form.ts'
import type { File } from '#forms/kit/section.ts'
import type { FieldConflict } from '#forms/reconcile/merge-file.ts'
import { readSignedText } from '#letters/submitted-record.ts'
import { reconcileApplication } from '../reconcile/reconcile-application.ts'

export interface CaseFile {
  readonly header: ApplicationHeader
  readonly form: Form
  /** What the application asks and what was answered. */
  readonly file: File
  /** The version of the record that a change started from. */
  readonly basis: OpenedVersion | undefined
  /** The record that it changes, as it is now: another application may have been approved since it was begun. */
  readonly record: OpenedVersion | undefined
  /** The record as it would be: for an initial application the file itself. */
  readonly whole: File
  /** Answers that this application and the record since both changed; approved only when each is settled. */
  readonly conflicts: readonly FieldConflict[]
  /** The first day of the enrollment that it changes. */
  readonly begins: Day | undefined
  /** The last one is what is under review. */
  readonly submissions: readonly Submission[]
}

/** Answers are those last signed: what the provider is still writing is nobody's to judge. */
export async function findCaseFile(db: Db, permit: ApplicationPermit): Promise<CaseFile> {
  const header = await findApplication(db, permit)
  const form = applicationForm(header)
  const submissions = await listSubmissions(db, permit)
  const last = submissions.at(-1)
  const answers = last ? await findSubmittedFile(db, permit, last.ordinal) : await findFile(db, permit)
  const file = relevant(form, answers)
  const { basis, record, whole, conflicts } = await reconcileApplication(db, permit, header, file)
  const periods = header.enrollmentId ? await listBelievedPeriods(db, permit, header.enrollmentId) : []
  return { header, form, file, basis, record, whole, conflicts, begins: periods[0]?.from, submissions }
}

/** The answers of one submission; empty when there is none of this number. */
export async function findSubmittedFile(db: Db, permit: ApplicationPermit, ordinal: number): Promise<File> {
  const found = await findSubmittedText(db, permit, ordinal)
  return found ? (readSignedText(found.text).answers as File) : {}
}

/** The number of the submission under review; 0 before the first. */
export const submissionUnderReview = (c: Pick<CaseFile, 'submissions'>): number => c.submissions.at(-1)?.ordinal ?? 0
