/**
 * OAuth 2.0 client credentials (RFC 6749 4.4) with private_key_jwt: an opaque token for five minutes against an
 * assertion that counts once. Why one was refused is not told apart, but for scopes and
 * for keys that could not be read at the address where the client publishes them.
 */
import { randomBytes } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { clientKeys } from '#db/queries/api/caller.ts'
import { isRowId } from '#db/queries/application/applications.ts'
import { insertToken, useAssertion } from '#db/records/api/clients.ts'
import { transact } from '#db/records/transact.ts'
import { apiLimits, TOKEN_MARK } from '#domain/access/api/keys.ts'
import { isScope, type Scope } from '#domain/access/api/scopes.ts'
import { claimedClient, claimedKey, proveAssertion } from '#outside/identity/client-assertion.ts'
import type { PublishedKeys } from '#outside/identity/published-keys.ts'

export interface TokenAsk {
  readonly assertion: string
  /** As written: names apart by spaces; all that the client has when absent. */
  readonly scope: string | undefined
  /** The address of the token endpoint, which the assertion must be for. */
  readonly audience: string
  /** Reads keys that a client publishes; absent: such clients are refused. */
  readonly published?: PublishedKeys | undefined
}
export type TokenAnswer =
  | {
      readonly token: string
      readonly scopes: readonly Scope[]
      readonly seconds: number
      readonly clientId: string
      readonly partyId: string
    }
  | { readonly error: 'invalid_client' | 'invalid_scope' | 'keys_unavailable' }

export async function issueToken(db: Db, ask: TokenAsk, now: Date): Promise<TokenAnswer> {
  const clientId = claimedClient(ask.assertion)
  const known = isRowId(clientId) ? await clientKeys(db, clientId) : undefined
  if (!clientId || !known) return { error: 'invalid_client' }
  const read =
    'url' in known.keys ? await ask.published?.at(known.keys.url, claimedKey(ask.assertion), now) : { keys: known.keys }
  if (!read || !('keys' in read)) return { error: 'keys_unavailable' }
  const proof = await proveAssertion(ask.assertion, { clientId, keys: read.keys }, ask.audience, now)
  if (!proof) return { error: 'invalid_client' }
  const wanted = ask.scope?.split(' ').filter(Boolean) ?? known.scopes
  const scopes = wanted.filter((s): s is Scope => isScope(s) && known.scopes.includes(s))
  if (scopes.length === 0 || scopes.length !== wanted.length) return { error: 'invalid_scope' }
  const token = TOKEN_MARK + randomBytes(32).toString('base64url')
  const seconds = apiLimits.tokenSeconds
  return transact(db, async (tx): Promise<TokenAnswer> => {
    // Kept a little longer than it is good, so that it cannot come again while clocks differ.
    const until = new Date(proof.expiresAt.getTime() + 60_000)
    if (!(await useAssertion(tx, clientId, proof.jti, until))) return { error: 'invalid_client' }
    await insertToken(tx, { token, clientId, scopes, expiresAt: new Date(now.getTime() + seconds * 1000) }, now)
    return { token, scopes, seconds, clientId, partyId: known.partyId }
  })
}
