/** Who acts for an enrollee: the practitioner who signs, and the people who are written to. Reads only. */
import type { Permit } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { ApplicationPermit } from '../application/applications.ts'

export interface EnrolleeIdentity {
  readonly kind: 'individual' | 'organization'
  readonly npi: string
  readonly displayName: string
}

/** Who the permit's enrollee is. */
export async function findEnrolleeIdentity(db: Db, permit: Permit<'application.start'>): Promise<EnrolleeIdentity> {
  const row = await open(db)
    .selectFrom('enrollee')
    .select(['kind', 'npi', 'display_name'])
    .where('id', '=', permit.subjectId)
    .executeTakeFirstOrThrow()
  return { kind: row.kind, npi: row.npi, displayName: row.display_name }
}

/**
 * The account that can sign for the enrollee: of an individual the practitioner's own, of an organization the official
 * who begins the application, or else the first one. Undefined while nobody registered.
 */
export async function findSigner(
  db: Db,
  permit: Permit<'application.start'>,
  enrolls: 'individual' | 'organization',
): Promise<string | undefined> {
  const role = enrolls === 'individual' ? 'individual-provider' : 'authorized-official'
  if (permit.actor.memberships.some((m) => m.role === role && m.partyId === permit.subjectId))
    return permit.actor.userId
  const row = await open(db)
    .selectFrom('membership as m')
    .select('m.user_id')
    // Officials hold their role for the organization that the enrollee is, or for the enrollee itself.
    .where((e) =>
      e.or([
        e('m.party_id', '=', permit.subjectId),
        e(
          'm.party_id',
          'in',
          e
            .selectFrom('organization_enrollee as o')
            .select('o.organization_id')
            .where('o.enrollee_id', '=', permit.subjectId),
        ),
      ]),
    )
    .where('m.role', '=', role)
    .where('m.status', '=', 'active')
    .orderBy('m.valid_from')
    .executeTakeFirst()
  return row?.user_id
}

/** E-mail addresses of the people of the enrollee, and of the organization it is, who want to be told, each once. */
export async function listNotifiedAddresses(
  db: Db,
  _:
    | ApplicationPermit
    | Permit<
        | 'system.run'
        | 'appeal.hear'
        | 'application.start'
        | 'enrollment.manage'
        | 'affiliation.ask'
        | 'affiliation.sign'
        | 'affiliation.determine'
      >,
  enrolleeId: string,
): Promise<readonly string[]> {
  const rows = await open(db)
    .selectFrom('membership as m')
    .innerJoin('contact as c', 'c.user_id', 'm.user_id')
    .innerJoin('app_user as u', 'u.id', 'm.user_id')
    .select('c.value')
    .distinct()
    .where((e) =>
      e.or([
        e('m.party_id', '=', enrolleeId),
        e(
          'm.party_id',
          'in',
          e
            .selectFrom('organization_enrollee as o')
            .select('o.organization_id')
            .where('o.enrollee_id', '=', enrolleeId),
        ),
      ]),
    )
    .where('m.status', '=', 'active')
    .where('u.status', '=', 'active')
    .where('c.kind', '=', 'email')
    .where('c.notify', '=', true)
    .orderBy('c.value')
    .execute()
  return rows.map((r) => r.value)
}
