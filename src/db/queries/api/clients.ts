/** The programs of a party, as those who decide for it see them. No key is ever read back. Reads only. */
import type { Scope } from '#domain/access/api/scopes.ts'
import type { Permit, Subject } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { isRowId } from '../application/applications.ts'

export interface ApiKeyLine {
  readonly id: string
  readonly prefix: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly lastUsedAt: Date | undefined
  readonly revokedAt: Date | undefined
}
export interface ApiClientLine {
  readonly id: string
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly publicKeys: number
  /** Where its keys are published. */
  readonly keysUrl: string | undefined
  readonly createdBy: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | undefined
  readonly revokedAt: Date | undefined
  readonly keys: readonly ApiKeyLine[]
}
export interface ClientSubject extends Subject {
  readonly partyId: string
  readonly name: string
}

/** Needs no permit, because permits are minted from it: whose program it is. */
export async function clientSubject(db: Db, id: string | undefined): Promise<ClientSubject | undefined> {
  if (!isRowId(id)) return undefined
  const row = await open(db)
    .selectFrom('api_client')
    .select(['party_id', 'name'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id, partyIds: [row.party_id], partyId: row.party_id, name: row.name }
}

/** Those of one party, newest first; revoked ones too. */
export async function listClients(
  db: Db,
  _: Permit<'client.manage'>,
  partyId: string,
): Promise<readonly ApiClientLine[]> {
  const k = open(db)
  const rows = await k
    .selectFrom('api_client as c')
    .innerJoin('app_user as u', 'u.id', 'c.created_by')
    .selectAll('c')
    .select('u.display_name')
    .where('c.party_id', '=', partyId)
    .orderBy('c.created_at', 'desc')
    .orderBy('c.id')
    .execute()
  if (rows.length === 0) return []
  const keys = await k
    .selectFrom('api_key')
    .select(['id', 'client_id', 'prefix', 'created_at', 'expires_at', 'last_used_at', 'revoked_at'])
    .where(
      'client_id',
      'in',
      rows.map((r) => r.id),
    )
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    name: r.name,
    scopes: r.scopes,
    publicKeys: r.public_keys?.length ?? 0,
    keysUrl: r.keys_url ?? undefined,
    createdBy: r.display_name,
    createdAt: r.created_at,
    lastUsedAt: r.last_used_at ?? undefined,
    revokedAt: r.revoked_at ?? undefined,
    keys: keys
      .filter((x) => x.client_id === r.id)
      .map((x) => ({
        id: x.id,
        prefix: x.prefix,
        createdAt: x.created_at,
        expiresAt: x.expires_at,
        lastUsedAt: x.last_used_at ?? undefined,
        revokedAt: x.revoked_at ?? undefined,
      })),
  }))
}
