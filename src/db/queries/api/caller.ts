/** Which program a key or token belongs to, and for which parties it acts now. Permits are minted from it. Reads only. */
import { sql } from 'kysely'
import { TOKEN_MARK } from '#domain/access/api/keys.ts'
import type { ApiCaller, Scope } from '#domain/access/api/scopes.ts'
import type { DelegatedFunction } from '#domain/access/delegation.ts'
import type { Membership } from '#domain/access/policy.ts'
import type { Db } from '../../db.ts'
import { isInForce } from '../../kit/holdings.ts'
import { open } from '../../kit/open.ts'
import { tokenHash } from '../../kit/token.ts'

export interface KnownCaller extends ApiCaller {
  /** Of the key that was used; undefined for a token. */
  readonly keyId: string | undefined
}

/** Undefined for a key or token that is unknown, over or revoked: the three are not told apart. */
export async function callerOf(db: Db, secret: string, now: Date): Promise<KnownCaller | undefined> {
  const found = secret.startsWith(TOKEN_MARK) ? await byToken(db, secret, now) : await byKey(db, secret, now)
  if (!found) return undefined
  const { id, party_id: partyId, scopes, key_id: keyId } = found
  const memberships = await rolesOfProgram(db, partyId, now)
  return { clientId: id, partyId, scopes, keyId: keyId ?? undefined, actor: { userId: id, memberships } }
}

const byKey = (db: Db, key: string, now: Date) =>
  open(db)
    .selectFrom('api_key as k')
    .innerJoin('api_client as c', 'c.id', 'k.client_id')
    .select(['c.id', 'c.party_id', 'c.scopes', 'k.id as key_id'])
    .where('k.key_hash', '=', tokenHash(key))
    .where('k.revoked_at', 'is', null)
    .where('k.expires_at', '>', now)
    .where('c.revoked_at', 'is', null)
    .executeTakeFirst()

/** A token keeps the scopes that it was given, as far as the client still has them. */
async function byToken(db: Db, token: string, now: Date) {
  const row = await open(db)
    .selectFrom('api_token as t')
    .innerJoin('api_client as c', 'c.id', 't.client_id')
    .select(['c.id', 'c.party_id', 'c.scopes as held', 't.scopes'])
    .where('t.token_hash', '=', tokenHash(token))
    .where('t.expires_at', '>', now)
    .where('c.revoked_at', 'is', null)
    .executeTakeFirst()
  return row && { ...row, key_id: null, scopes: row.scopes.filter((s: Scope) => row.held.includes(s)) }
}

/** The party itself, the enrollees that it is, and those for which it works as a surrogate, with the functions given. */
export async function rolesOfProgram(db: Db, partyId: string, now: Date): Promise<readonly Membership[]> {
  const { rows } = await sql<{ party_id: string; functions: readonly DelegatedFunction[] | null }>`
    select e.enrollee_id::text as party_id, null::jsonb as functions
    from organization_enrollee e where e.organization_id = ${partyId}
    union all
    select coalesce(g.grantor_enrollee_id, e.enrollee_id)::text, g.functions
    from surrogacy g left join organization_enrollee e on e.organization_id = g.grantor_organization_id
    where g.agent_id = ${partyId} and ${isInForce(now)}
      and (g.grantor_enrollee_id is not null or e.enrollee_id is not null)`.execute(open(db))
  return [
    { role: 'api-client', partyId },
    ...rows.map(
      (r): Membership => ({
        role: 'api-client',
        partyId: r.party_id,
        through: partyId,
        ...(r.functions && { functions: r.functions }),
      }),
    ),
  ]
}

export interface ClientKeys {
  readonly partyId: string
  readonly scopes: readonly Scope[]
  /** Those that were pasted, or where they are published. */
  readonly keys: readonly Readonly<Record<string, unknown>>[] | { readonly url: string }
}
/** What an assertion of a client is checked with; undefined when it is unknown, revoked, or has no key. */
export async function clientKeys(db: Db, clientId: string): Promise<ClientKeys | undefined> {
  const row = await open(db)
    .selectFrom('api_client')
    .select(['party_id', 'scopes', 'public_keys', 'keys_url'])
    .where('id', '=', clientId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  const keys = row?.keys_url ? { url: row.keys_url } : row?.public_keys
  return row && keys ? { partyId: row.party_id, scopes: row.scopes, keys } : undefined
}
