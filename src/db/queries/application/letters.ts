/** Reads of letters. A letter never changes; a correction is another letter. */
import type { Kysely } from 'kysely'
import { enrolleesFor, type Permit, type Subject } from '#domain/access/policy.ts'
import type { PaperDocument } from '#domain/paper/document.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import type { Tables } from '../../kit/tables.ts'
import { type ApplicationPermit, isRowId } from './applications.ts'

/** Needs no permit, because permits are minted from it: to whom the letter went and from whom. */
export async function letterSubject(db: Db, id: string | undefined): Promise<Subject | undefined> {
  if (!isRowId(id)) return undefined
  const row = await open(db)
    .selectFrom('letter')
    .select(['enrollee_id', 'contractor_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id, enrolleeId: row.enrollee_id, contractorId: row.contractor_id }
}

export interface LetterLine {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly applicationId: string | undefined
  readonly enrollmentId: string | undefined
  readonly enrolleeName: string
  readonly contractorName: string
  readonly issuedAt: Date
  readonly firstReadAt: Date | undefined
  /** SHA-256 of the PDF, in hexadecimal. */
  readonly pdfSha256: string
}

export const letterLines = (k: Kysely<Tables>) =>
  k
    .selectFrom('letter as l')
    .innerJoin('enrollee as e', 'e.id', 'l.enrollee_id')
    .innerJoin('contractor as c', 'c.id', 'l.contractor_id')
    .select(['l.id', 'l.kind', 'l.title', 'l.application_id', 'l.enrollment_id', 'l.issued_at', 'l.first_read_at'])
    .select(['l.pdf_sha256'])
    .select(['e.display_name', 'c.name as contractor_name'])

type LineRow = Awaited<ReturnType<ReturnType<typeof letterLines>['executeTakeFirstOrThrow']>>
export const letterLineOf = (r: LineRow): LetterLine => ({
  id: r.id,
  kind: r.kind,
  title: r.title,
  applicationId: r.application_id ?? undefined,
  enrollmentId: r.enrollment_id ?? undefined,
  enrolleeName: r.display_name,
  contractorName: r.contractor_name,
  issuedAt: r.issued_at,
  firstReadAt: r.first_read_at ?? undefined,
  pdfSha256: r.pdf_sha256,
})

/** Letters to every enrollee that the person works for, newest first; at most 200. */
export async function listLetters(db: Db, permit: Permit<'dashboard.view'>): Promise<readonly LetterLine[]> {
  const enrollees = enrolleesFor(permit.actor, 'letter.view').filter(isRowId)
  if (enrollees.length === 0) return []
  const rows = await letterLines(open(db))
    .where('l.enrollee_id', 'in', enrollees)
    .where('l.delivered_at', 'is not', null)
    .orderBy('l.issued_at', 'desc')
    .orderBy('l.id')
    .limit(200)
    .execute()
  return rows.map(letterLineOf)
}

/** Letters that came of one application, newest first. */
export async function listApplicationLetters(db: Db, permit: ApplicationPermit): Promise<readonly LetterLine[]> {
  const rows = await letterLines(open(db))
    .where('l.application_id', '=', permit.subjectId)
    .orderBy('l.issued_at', 'desc')
    .orderBy('l.id')
    .execute()
  return rows.map(letterLineOf)
}

export interface Letter extends LetterLine {
  readonly paper: PaperDocument
  readonly pdf: Buffer
  /** The editable words that it was written with, where a person had put others in the place of the product's. */
  readonly words: { readonly kind: string; readonly version: number } | undefined
}

export const letterPlace = (id: string, column: 'sealed_body' | 'sealed_pdf'): string => `letter|${column}|${id}`

/** One letter, opened. Pages call the use-case `readLetter`, which also notes that it was read. */
export async function findLetter(db: Db, permit: Permit<'letter.view'>): Promise<Letter> {
  const row = await letterLines(open(db))
    .select(['l.sealed_body', 'l.sealed_pdf', 'l.wording_kind', 'l.wording_version'])
    .where('l.id', '=', permit.subjectId)
    .executeTakeFirstOrThrow()
  const vault = vaultOf(db)
  return {
    ...letterLineOf(row),
    paper: JSON.parse(vault.unseal(letterPlace(row.id, 'sealed_body'), row.sealed_body).toString()) as PaperDocument,
    pdf: vault.unseal(letterPlace(row.id, 'sealed_pdf'), row.sealed_pdf),
    words:
      row.wording_kind === null || row.wording_version === null
        ? undefined
        : { kind: row.wording_kind, version: row.wording_version },
  }
}

/** The PDF of a letter of the case, for its bundle of evidence; reading it so is not the provider's reading. */
export async function findCaseLetterPdf(db: Db, permit: Permit<'case.view'>, id: string): Promise<Buffer> {
  const row = await open(db)
    .selectFrom('letter')
    .select('sealed_pdf')
    .where('id', '=', id)
    .where('application_id', '=', permit.subjectId)
    .executeTakeFirstOrThrow()
  return vaultOf(db).unseal(letterPlace(id, 'sealed_pdf'), row.sealed_pdf)
}
