/** Claims to be an official of an organization: whose they are, what proves them, and what is to be decided. */
import type { OfficialClaim } from '#domain/access/official-claim.ts'
import type { Permit, Subject } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export interface ClaimSubject extends Subject {
  readonly organizationId: string
}

/** Needs no permit, because permits are minted from it: who claims, which organization, which contractor may decide. */
export async function claimSubject(db: Db, id: string | undefined): Promise<ClaimSubject | undefined> {
  if (!isRowId(id)) return undefined
  const r = await open(db)
    .selectFrom('official_claim')
    .select(['id', 'user_id', 'organization_id', 'contractor_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    r && {
      id: r.id,
      ownerId: r.user_id,
      partyIds: [r.organization_id],
      organizationId: r.organization_id,
      ...(r.contractor_id && { contractorId: r.contractor_id }),
    }
  )
}

export type ClaimPermit = Permit<'claim.view' | 'claim.decide' | 'claim.object'>

export type Claim = OfficialClaim

const claims = (db: Db) =>
  open(db)
    .selectFrom('official_claim as c')
    .innerJoin('app_user as u', 'u.id', 'c.user_id')
    .innerJoin('organization as o', 'o.id', 'c.organization_id')
    .leftJoin('app_user as d', 'd.id', 'c.disputed_by')
    .selectAll('c')
    .select(['u.display_name', 'u.login_id', 'o.name as organization', 'o.kind as organization_kind'])
    .select('d.display_name as disputer')

type Row = Awaited<ReturnType<ReturnType<typeof claims>['executeTakeFirstOrThrow']>>
const claimOf = (r: Row): Claim => ({
  id: r.id,
  userId: r.user_id,
  claimant: r.display_name,
  loginId: r.login_id,
  organizationId: r.organization_id,
  organization: r.organization,
  organizationKind: r.organization_kind,
  npi: r.npi ?? undefined,
  role: r.role,
  title: r.title,
  succession: r.succession,
  explanation: r.explanation,
  document:
    r.document_stored_as !== null
      ? {
          name: r.document_name ?? '',
          mediaType: r.document_media_type ?? '',
          sha256: r.document_sha256 ?? '',
          storedAs: r.document_stored_as,
          scan: r.scan_state,
        }
      : undefined,
  namedOn: r.named_on ?? undefined,
  madeAt: r.made_at,
  disputedAt: r.disputed_at ?? undefined,
  disputedBy: r.disputer ?? undefined,
  dispute: r.dispute ?? undefined,
  decidedAt: r.decided_at ?? undefined,
  outcome: r.outcome ?? undefined,
  reason: r.reason ?? undefined,
})

export async function findClaim(db: Db, permit: ClaimPermit): Promise<Claim> {
  return claimOf(await claims(db).where('c.id', '=', permit.subjectId).executeTakeFirstOrThrow())
}

/** Claims to decide, oldest first: of the permit's contractor, or of all when it names none. At most 100. */
export async function listOpenClaims(db: Db, permit: Permit<'claims.list'>): Promise<readonly Claim[]> {
  const { contractorId } = permit.subject
  const rows = await claims(db)
    .where('c.decided_at', 'is', null)
    .$if(contractorId !== undefined, (q) => q.where('c.contractor_id', '=', contractorId ?? ''))
    .orderBy('c.made_at')
    .limit(100)
    .execute()
  return rows.map(claimOf)
}

/** The visitor's own claims, the newest first. */
export async function listOwnClaims(
  db: Db,
  permit: Permit<'claim.make' | 'dashboard.view'>,
): Promise<readonly Claim[]> {
  const rows = await claims(db).where('c.user_id', '=', permit.subjectId).orderBy('c.made_at', 'desc').execute()
  return rows.map(claimOf)
}

/** Open claims about a party, for its officials, who may object. */
export async function listClaimsAbout(
  db: Db,
  permit: Permit<'people.view' | 'people.manage'>,
): Promise<readonly Claim[]> {
  const rows = await claims(db)
    .where('c.organization_id', '=', permit.subjectId)
    .where('c.decided_at', 'is', null)
    .orderBy('c.made_at')
    .execute()
  return rows.map(claimOf)
}

export const claimDocumentPlace = (claimId: string): string => `official_claim|document|${claimId}`
/** The paper as it was sent. */
export const unsealClaimDocument = (db: Db, permit: ClaimPermit, sealed: Uint8Array): Buffer =>
  vaultOf(db).unseal(claimDocumentPlace(permit.subjectId), sealed)
