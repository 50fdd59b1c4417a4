/** Accounts as the help desk finds them, and the roles that people hold with the names of those for whom. */
import { sql } from 'kysely'
import type { Permit, Role, Subject } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export type AccountStatus = 'active' | 'suspended' | 'closed'

export interface FoundAccount {
  readonly id: string
  readonly loginId: string
  readonly name: string
  readonly status: AccountStatus
  readonly parties: readonly string[]
}

/** The account that a page of the help desk is about; undefined when there is none. */
export async function accountSubject(db: Db, userId: string | undefined): Promise<Subject | undefined> {
  if (!isRowId(userId)) return undefined
  const row = await open(db).selectFrom('app_user').select('id').where('id', '=', userId).executeTakeFirst()
  return row && { id: row.id, ownerId: row.id }
}

/** Accounts by user id, part of a name, e-mail address or NPI; at most 50. */
export async function findAccounts(
  db: Db,
  _permit: Permit<'account.find'>,
  typed: string,
): Promise<readonly FoundAccount[]> {
  const text = typed.trim().toLowerCase()
  const like = `%${text.replace(/[\\%_]/g, '\\$&').replace(/\s+/g, '%')}%`
  const rows = await open(db)
    .selectFrom('app_user as u')
    .select(['u.id', 'u.login_id', 'u.display_name', 'u.status'])
    .where((e) =>
      e.or([
        e('u.login_id', 'like', like),
        e('u.display_name', 'ilike', like),
        e.exists(
          e
            .selectFrom('contact as c')
            .select('c.id')
            .whereRef('c.user_id', '=', 'u.id')
            .where('c.kind', '=', 'email')
            .where('c.value', '=', text),
        ),
        e.exists(
          e
            .selectFrom('membership as m')
            .innerJoin('enrollee as p', (j) => j.on(sql<boolean>`p.id::text = m.party_id`))
            .select('m.id')
            .whereRef('m.user_id', '=', 'u.id')
            .where('p.npi', '=', text),
        ),
      ]),
    )
    .orderBy('u.display_name')
    .orderBy('u.id')
    .limit(50)
    .execute()
  const held = await partiesOf(
    db,
    rows.map((r) => r.id),
  )
  return rows.map((r) => ({
    id: r.id,
    loginId: r.login_id,
    name: r.display_name,
    status: r.status,
    parties: held.filter((h) => h.userId === r.id).map((h) => h.party),
  }))
}

export interface HeldRole {
  readonly id: string
  readonly userId: string
  readonly role: Role
  readonly partyId: string
  /** "Rosa Vega, NPI 2000001117", the name of a contractor, or empty for the whole site. */
  readonly party: string
}

/** The roles that users hold now, with the names of those for whom. */
export async function partiesOf(db: Db, userIds: readonly string[]): Promise<readonly HeldRole[]> {
  if (userIds.length === 0) return []
  const rows = await open(db)
    .selectFrom('membership as m')
    .leftJoin('enrollee as p', (j) => j.on(sql<boolean>`p.id::text = m.party_id`))
    .leftJoin('contractor as c', 'c.id', 'm.party_id')
    .select([
      'm.id',
      'm.user_id',
      'm.role',
      'm.party_id',
      'p.display_name as provider',
      'p.npi',
      'c.name as contractor',
    ])
    .where('m.user_id', 'in', userIds)
    .where('m.status', '=', 'active')
    .orderBy('m.valid_from')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    userId: r.user_id,
    role: r.role,
    partyId: r.party_id,
    party: r.npi ? `${r.provider}, NPI ${r.npi}` : (r.contractor ?? ''),
  }))
}
