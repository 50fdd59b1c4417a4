/** Files beside the documents of applications that no scanner has judged: papers of appeals, photos, proofs of claims. */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { photoPlace } from '../application/case-tasks.ts'
import { appealDocumentPlace } from '../decisions/appeal-history.ts'
import { claimDocumentPlace } from '../delegation/claims.ts'

export const storedFileKinds = ['appeal-paper', 'task-photo', 'claim-proof'] as const
export type StoredFileKind = (typeof storedFileKinds)[number]

export interface StoredFile {
  readonly kind: StoredFileKind
  readonly id: string
  readonly storedAs: string
  /** Who sent it: a provider's people, or one person; nobody is written to about the desk's own photos. */
  readonly enrolleeId: string | undefined
  readonly userId: string | undefined
  /** Where it was added: the appeal or the claim. */
  readonly path: string
}

const BATCH = 50

/** Fifty at a time, by id: `after` is the last one seen. */
export async function listUnscanned(
  db: Db,
  _: Permit<'system.run'>,
  kind: StoredFileKind,
  after: string | undefined,
): Promise<readonly StoredFile[]> {
  const k = open(db)
  const from = after ?? '00000000-0000-0000-0000-000000000000'
  switch (kind) {
    case 'appeal-paper': {
      const rows = await k
        .selectFrom('appeal_document as d')
        .innerJoin('appeal as a', 'a.id', 'd.appeal_id')
        .select(['d.id', 'd.stored_as', 'a.enrollee_id', 'd.appeal_id'])
        .where('d.scan_state', '=', 'not-scanned')
        .where('d.id', '>', from)
        .orderBy('d.id')
        .limit(BATCH)
        .execute()
      return rows.map((r) => ({
        kind,
        id: r.id,
        storedAs: r.stored_as,
        enrolleeId: r.enrollee_id,
        userId: undefined,
        path: `/appeals/${r.appeal_id}`,
      }))
    }
    case 'task-photo': {
      const rows = await k
        .selectFrom('task_photo')
        .select(['id', 'stored_as'])
        .where('scan_state', '=', 'not-scanned')
        .where('id', '>', from)
        .orderBy('id')
        .limit(BATCH)
        .execute()
      return rows.map((r) => ({
        kind,
        id: r.id,
        storedAs: r.stored_as,
        enrolleeId: undefined,
        userId: undefined,
        path: '/desk',
      }))
    }
    case 'claim-proof': {
      const rows = await k
        .selectFrom('official_claim')
        .select(['id', 'document_stored_as', 'user_id'])
        .where('scan_state', '=', 'not-scanned')
        .where('document_stored_as', 'is not', null)
        .where('id', '>', from)
        .orderBy('id')
        .limit(BATCH)
        .execute()
      return rows.map((r) => ({
        kind,
        id: r.id,
        storedAs: r.document_stored_as ?? '',
        enrolleeId: undefined,
        userId: r.user_id,
        path: `/claims/${r.id}`,
      }))
    }
  }
}

const places: Readonly<Record<StoredFileKind, (id: string) => string>> = {
  'appeal-paper': appealDocumentPlace,
  'task-photo': photoPlace,
  'claim-proof': claimDocumentPlace,
}
/** The file as it was sent, for the scanner. Throws when what is stored was altered. */
export const unsealStored = (db: Db, _: Permit<'system.run'>, f: StoredFile, sealed: Uint8Array): Buffer =>
  vaultOf(db).unseal(places[f.kind](f.id), sealed)
