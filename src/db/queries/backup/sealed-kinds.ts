/**
 * Every kind of sealed value that the database or the document store holds: its table, column and place in the vault.
 * A test compares the list with the catalog, so that a new sealed column is not forgotten. Pure.
 */

import { sentFormPlace } from '../access/sent-forms.ts'
import { affiliationPlace } from '../affiliations/disclosed.ts'
import { knownPlace, statementPlace } from '../affiliations/requests.ts'
import { itemPlace } from '../application/application-file.ts'
import { photoPlace } from '../application/case-tasks.ts'
import { documentPlace } from '../application/documents.ts'
import { letterPlace } from '../application/letters.ts'
import { submissionPlace } from '../application/submissions.ts'
import { appealDocumentPlace } from '../decisions/appeal-history.ts'
import { groundsPlace } from '../decisions/appeals.ts'
import { claimDocumentPlace } from '../delegation/claims.ts'
import { versionPlace } from '../enrollment/enrollment-versions.ts'
import { keptPlace } from '../keys/sealing-keys.ts'

export interface SealedKind {
  readonly table: string
  readonly column: string
  /** Columns that name the row in its place. */
  readonly key: readonly string[]
  /** `k` are the values of `key`, in their order. */
  readonly place: (k: readonly string[]) => string
}

const first = (of: (id: string) => string) => (k: readonly string[]) => of(k[0]!)
const ordinal = (of: (id: string, n: number) => string) => (k: readonly string[]) => of(k[0]!, Number(k[1]))
const byId = (table: string, column: string, of = (id: string) => `${table}|${column}|${id}`): SealedKind => ({
  table,
  column,
  key: ['id'],
  place: first(of),
})

export const sealedColumns: readonly SealedKind[] = [
  {
    table: 'affiliation',
    column: 'restricted',
    key: ['request_id', 'id'],
    place: (k) => affiliationPlace(k[0]!, k[1]!),
  },
  byId('affiliation_request', 'sealed_known', knownPlace),
  byId('affiliation_request', 'sealed_statement', statementPlace),
  {
    table: 'api_request',
    column: 'sealed_body',
    key: ['client_id', 'key'],
    place: (k) => `api_request|sealed_body|${k[0]}/${k[1]}`,
  },
  byId('appeal', 'sealed_grounds', groundsPlace),
  byId('enrollee', 'restricted'),
  {
    table: 'enrollment_version',
    column: 'restricted',
    key: ['enrollment_id', 'ordinal'],
    place: ordinal(versionPlace),
  },
  { table: 'flow', column: 'sealed', key: ['token_hash'], place: first((id) => `flow|sealed|${id}`) },
  byId('letter', 'sealed_body', (id) => letterPlace(id, 'sealed_body')),
  byId('letter', 'sealed_pdf', (id) => letterPlace(id, 'sealed_pdf')),
  byId('organization', 'restricted'),
  byId('recovery_request', 'sealed'),
  byId('sealing_key', 'sealed_kept', keptPlace),
  {
    table: 'section_answers',
    column: 'restricted',
    key: ['application_id', 'section_id', 'item_id'],
    place: (k) => itemPlace(k[0]!, k[1]!, k[2]!),
  },
  {
    table: 'sent_form',
    column: 'sealed_answer',
    key: ['key'],
    place: first(sentFormPlace),
  },
  {
    table: 'submission',
    column: 'sealed_document',
    key: ['application_id', 'ordinal'],
    place: ordinal(submissionPlace),
  },
  byId('totp', 'sealed_seed'),
  byId('webhook', 'sealed_secret'),
  // Moved over from sealed_secret when the secret was renewed, so it stands at that place.
  byId('webhook', 'sealed_previous', (id) => `webhook|sealed_secret|${id}`),
]

/** Files in the document store: the column has the name, the file itself is sealed. */
export const sealedFiles: readonly SealedKind[] = [
  byId('appeal_document', 'stored_as', appealDocumentPlace),
  byId('document', 'stored_as', documentPlace),
  byId('official_claim', 'document_stored_as', claimDocumentPlace),
  byId('task_photo', 'stored_as', photoPlace),
]
