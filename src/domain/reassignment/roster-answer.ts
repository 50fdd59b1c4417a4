/** What a row of a group's roster is answered. Codes only: src/words/en/reassignments has a sentence for each. Pure. */

export const rowAnswers = [
  'proposes',
  'already-asked',
  'already-reassigned',
  'row-unreadable',
  'npi-missing',
  'not-an-npi',
  'twice-in-file',
  'not-known',
  'not-enrolled',
  'other-contractor',
  'several-enrollments',
  'enrollment-not-theirs',
  'cannot-reassign',
  'name-differs',
  'not-a-date',
  'date-too-late',
] as const
export type RowAnswer = (typeof rowAnswers)[number]

/** Rows that ask for something to be corrected; the others were done, now or before. */
export const isBadRow = (a: RowAnswer): boolean => !['proposes', 'already-asked', 'already-reassigned'].includes(a)

/** A row as it was read, with its answer. */
export interface RosterAnswer {
  /** Of the file; 1 is its header. */
  readonly line: number
  readonly npi: string
  readonly answer: RowAnswer
  readonly lastName?: string
  /** Of the practitioner, as the record has it, once the row was understood. */
  readonly name?: string
  readonly enrolleeId?: string
  readonly enrollmentId?: string
  readonly startsOn?: string
  /** Nobody has an account that could sign for the practitioner. */
  readonly noAccount?: boolean
}
