/** Reads of what happened to an appeal and of its papers. */
import type { ScanState } from '#domain/application/document-scan.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'
import type { AppealLooking } from './appeals.ts'

export interface AppealEvent {
  readonly event: string
  readonly at: Date
  readonly byName: string | undefined
}

/** What happened, oldest first. */
export async function listAppealEvents(db: Db, permit: AppealLooking): Promise<readonly AppealEvent[]> {
  const rows = await open(db)
    .selectFrom('decision_event')
    .select(['event', 'at', 'actor_id'])
    .where('appeal_id', '=', permit.subjectId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const ids = rows.map((r) => r.actor_id).filter(isRowId)
  const names = ids.length
    ? await open(db).selectFrom('app_user').select(['id', 'display_name']).where('id', 'in', ids).execute()
    : []
  return rows.map((r) => ({ event: r.event, at: r.at, byName: names.find((n) => n.id === r.actor_id)?.display_name }))
}

export interface AppealDocument {
  readonly id: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
  readonly storedAs: string
  readonly addedAt: Date
  readonly scan: ScanState
}

/** The papers of an appeal, in the order in which they came. */
export async function listAppealDocuments(db: Db, permit: AppealLooking): Promise<readonly AppealDocument[]> {
  const rows = await open(db)
    .selectFrom('appeal_document')
    .selectAll()
    .where('appeal_id', '=', permit.subjectId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    fileName: r.file_name,
    mediaType: r.media_type,
    bytes: r.bytes,
    sha256: r.sha256,
    storedAs: r.stored_as,
    addedAt: r.added_at,
    scan: r.scan_state,
  }))
}
export const appealDocumentPlace = (id: string): string => `appeal|file|${id}`

/** The file as it was sent. Throws when what is stored was altered. */
export const unsealAppealDocument = (db: Db, _: AppealLooking, d: AppealDocument, sealed: Uint8Array): Buffer =>
  vaultOf(db).unseal(appealDocumentPlace(d.id), sealed)
