/** Reads of who could sign for an enrollee, who is named on its record, and whom an application waits for. */
import { type Kysely, sql } from 'kysely'
import type { Permit, Role } from '#domain/access/policy.ts'
import type { SignatureRole } from '#domain/application/signers.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { Tables } from '../../kit/tables.ts'
import type { ApplicationPermit } from '../application/applications.ts'

export interface AccountOfEnrollee {
  readonly userId: string
  readonly name: string
  readonly role: Role
}

/** Accounts with a role that could sign for the application's enrollee, held for it or for the organization it is. */
export async function listSigningAccounts(db: Db, permit: ApplicationPermit): Promise<readonly AccountOfEnrollee[]> {
  const rows = await open(db)
    .selectFrom('application as a')
    .innerJoin('membership as m', (j) =>
      j.on((e) =>
        e.or([
          e('m.party_id', '=', e.cast<string>('a.enrollee_id', 'text')),
          e(
            'm.party_id',
            'in',
            e
              .selectFrom('organization_enrollee as o')
              .select('o.organization_id')
              .whereRef('o.enrollee_id', '=', 'a.enrollee_id'),
          ),
        ]),
      ),
    )
    .innerJoin('app_user as u', 'u.id', 'm.user_id')
    .select(['u.id', 'u.display_name', 'm.role'])
    .distinct()
    .where('a.id', '=', permit.subjectId)
    .where('m.role', 'in', ['individual-provider', 'authorized-official', 'access-manager'])
    .where('m.status', '=', 'active')
    .where('u.status', '=', 'active')
    .orderBy('u.display_name')
    .execute()
  return rows.map((r) => ({ userId: r.id, name: r.display_name, role: r.role }))
}

export interface OfficialOnRecord {
  readonly name: string
  readonly role: 'authorized-official' | 'delegated-official'
}

/** Officials whom the enrollment that the application changes names today. */
export async function listOfficialsOnRecord(db: Db, permit: ApplicationPermit): Promise<readonly OfficialOnRecord[]> {
  return open(db)
    .selectFrom('enrollment_official as f')
    .innerJoin('application as a', 'a.enrollment_id', 'f.enrollment_id')
    .select(['f.name', 'f.role'])
    .where('a.id', '=', permit.subjectId)
    .where('f.to_on', 'is', null)
    .orderBy('f.name')
    .execute()
}

/** "Nora Whitfield": what an account is called. */
export async function findAccountName(db: Db, _: ApplicationPermit, userId: string): Promise<string | undefined> {
  const row = await open(db).selectFrom('app_user').select('display_name').where('id', '=', userId).executeTakeFirst()
  return row?.display_name
}

export interface SignatureRequest {
  readonly id: string
  readonly role: SignatureRole
  readonly userId: string
  readonly name: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly sha256: string
  readonly declinedAt: Date | undefined
  readonly declineReason: string | undefined
  readonly signedAt: Date | undefined
  readonly voidedAt: Date | undefined
}

/** The newest first. */
export async function listSignatureRequests(db: Db, permit: ApplicationPermit): Promise<readonly SignatureRequest[]> {
  const rows = await open(db)
    .selectFrom('signature_request as r')
    .innerJoin('app_user as u', 'u.id', 'r.user_id')
    .selectAll('r')
    .select('u.display_name')
    .where('r.application_id', '=', permit.subjectId)
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    role: r.role,
    userId: r.user_id,
    name: r.display_name,
    askedBy: r.asked_by,
    askedAt: r.asked_at,
    sha256: r.sha256,
    declinedAt: r.declined_at ?? undefined,
    declineReason: r.decline_reason ?? undefined,
    signedAt: r.signed_at ?? undefined,
    voidedAt: r.voided_at ?? undefined,
  }))
}

export interface DeclinedSignature {
  readonly applicationId: string
  readonly name: string
  readonly reason: string
}

/** Applications whose signature the person asked for and did not get, and that nobody touched since. */
export const declinedSignatures = (k: Kysely<Tables>, askedBy: string) =>
  k
    .selectFrom('signature_request as r')
    .innerJoin('application as a', 'a.id', 'r.application_id')
    .innerJoin('app_user as u', 'u.id', 'r.user_id')
    .select(['r.application_id as applicationId', 'u.display_name as name'])
    .select((e) => e.fn.coalesce('r.decline_reason', sql<string>`''`).as('reason'))
    .where('r.asked_by', '=', askedBy)
    .where('r.declined_at', 'is not', null)
    .where('r.voided_at', 'is', null)
    .where('a.status', 'in', ['draft', 'in-development'])
    .whereRef('a.updated_at', '<=', 'r.declined_at')

export interface WaitingSignature {
  readonly id: string
  readonly applicationId: string
  readonly userId: string
  readonly askedAt: Date
  readonly contractorId: string
  readonly zone: string
}

/** Requests that wait for an answer, of applications that nobody changed after the request. */
export async function listWaitingSignatures(db: Db, _: Permit<'system.run'>): Promise<readonly WaitingSignature[]> {
  const rows = await open(db)
    .selectFrom('signature_request as r')
    .innerJoin('application as a', 'a.id', 'r.application_id')
    .innerJoin('contractor as c', 'c.id', 'a.contractor_id')
    .select(['r.id', 'r.application_id', 'r.user_id', 'r.asked_at', 'c.id as contractor_id', 'c.time_zone'])
    .where('r.declined_at', 'is', null)
    .where('r.signed_at', 'is', null)
    .where('r.voided_at', 'is', null)
    .where('a.status', 'in', ['draft', 'in-development'])
    .whereRef('a.updated_at', '<=', 'r.asked_at')
    .orderBy('r.asked_at')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    applicationId: r.application_id,
    userId: r.user_id,
    askedAt: r.asked_at,
    contractorId: r.contractor_id,
    zone: r.time_zone,
  }))
}
