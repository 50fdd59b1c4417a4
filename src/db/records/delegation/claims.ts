/** Writes of claims to be an official. */
import type { ScanState } from '#domain/application/document-scan.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { claimDocumentPlace } from '../../queries/delegation/claims.ts'

export const sealClaimDocument = (db: Db, claimId: string, clear: Uint8Array): Buffer =>
  vaultOf(db).seal(claimDocumentPlace(claimId), clear)

export interface NewClaim {
  readonly id: string
  readonly userId: string
  readonly organizationId: string
  readonly npi: string | undefined
  readonly role: 'authorized-official' | 'access-manager'
  readonly title: string
  readonly succession: 'first' | 'joins' | 'replaces'
  readonly explanation: string
  readonly contractorId: string | undefined
  readonly namedOn: string | undefined
  readonly document:
    | {
        readonly name: string
        readonly mediaType: string
        readonly sha256: string
        readonly storedAs: string
        readonly scan: ScanState
      }
    | undefined
}

/** False when the person has an open claim to the organization. */
export async function insertClaim(tx: Db, c: NewClaim, at: Date): Promise<boolean> {
  const there = await open(tx)
    .selectFrom('official_claim')
    .select('id')
    .where('organization_id', '=', c.organizationId)
    .where('user_id', '=', c.userId)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  if (there) return false
  await open(tx)
    .insertInto('official_claim')
    .values({
      id: c.id,
      user_id: c.userId,
      organization_id: c.organizationId,
      npi: c.npi ?? null,
      role: c.role,
      title: c.title,
      succession: c.succession,
      explanation: c.explanation,
      contractor_id: c.contractorId ?? null,
      named_on: c.namedOn ?? null,
      document_name: c.document?.name ?? null,
      document_media_type: c.document?.mediaType ?? null,
      document_sha256: c.document?.sha256 ?? null,
      document_stored_as: c.document?.storedAs ?? null,
      ...(c.document?.scan === 'clean' && { scan_state: 'clean' as const, scanned_at: at }),
      made_at: at,
    })
    .execute()
  return true
}

/** An enrollment of the NPI whose officials include the name; letters' case and spacing do not count. */
export async function enrollmentNaming(tx: Db, npi: string, name: string): Promise<string | undefined> {
  const rows = await open(tx)
    .selectFrom('enrollment_official as f')
    .innerJoin('enrollment as n', 'n.id', 'f.enrollment_id')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select(['n.id', 'f.name'])
    .where('e.npi', '=', npi)
    .where('f.to_on', 'is', null)
    .execute()
  const plain = (s: string) => s.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
  return rows.find((r) => plain(r.name) === plain(name))?.id
}

/** Notes an official's objection, once. */
export async function saveDispute(tx: Db, id: string, by: string, text: string, at: Date): Promise<boolean> {
  const done = await open(tx)
    .updateTable('official_claim')
    .set({ disputed_at: at, disputed_by: by, dispute: text })
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .where('disputed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Closes a claim: true for exactly one caller. */
export async function saveOutcome(
  tx: Db,
  id: string,
  d: { readonly outcome: 'approved' | 'denied'; readonly reason: string; readonly by: string },
  at: Date,
): Promise<boolean> {
  const done = await open(tx)
    .updateTable('official_claim')
    .set({ decided_at: at, decided_by: d.by, outcome: d.outcome, reason: d.reason })
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}
