/**
 * Programs of a party: made, given keys, rotated and revoked by those who decide for it. A key is returned once and
 * kept nowhere; every act is in the record of the person who did it.
 */
import { randomBytes } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { listClients } from '#db/queries/api/clients.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import * as records from '#db/records/api/clients.ts'
import { holdParty } from '#db/records/delegation/hold-party.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { apiLimits, KEY_MARK } from '#domain/access/api/keys.ts'
import { isScope } from '#domain/access/api/scopes.ts'
import type { AuthEventType } from '#domain/access/auth-event.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { readPublicKeys } from '#outside/identity/client-assertion.ts'
import { addressFault } from '#outside/webhooks/safe-address.ts'
import type { Caller } from '../account/identity.ts'

type ClientPermit = Permit<'client.manage'>
export const newKey = (): string => KEY_MARK + randomBytes(32).toString('base64url')
const days = (n: number): number => n * 86_400_000

export interface NewClient {
  readonly name: string
  readonly scopes: readonly string[]
  /** How long its first key works; the longest when absent. */
  readonly days?: number
  /** A key that is known before, in demonstrations. */
  readonly key?: string
}

/** The permit is of the party. Refuses with `required`, `too-long`, `not-a-choice` or `too-many-items`. */
export async function createClient(
  db: Db,
  permit: ClientPermit,
  c: NewClient,
  caller: Caller,
  now: Date,
): Promise<Result<{ readonly clientId: string; readonly key: string }>> {
  const name = c.name.trim()
  const partyId = permit.subjectId
  if (name === '') return refuse({ code: 'required', at: 'name' })
  if (name.length > 80) return refuse({ code: 'too-long', at: 'name', with: { max: 80 } })
  const scopes = c.scopes.filter(isScope)
  if (scopes.length === 0) return refuse({ code: 'required', at: 'scopes' })
  if (scopes.length !== c.scopes.length) return refuse({ code: 'not-a-choice', at: 'scopes' })
  const lasts = Math.min(c.days ?? apiLimits.keyDays, apiLimits.keyDays)
  const key = c.key ?? newKey()
  return transactOrRefuse(db, async (tx) => {
    await holdParty(tx, permit)
    const alive = (await listClients(tx, permit, partyId)).filter((x) => !x.revokedAt)
    if (alive.length >= apiLimits.clients)
      return refuse({ code: 'too-many-items', at: 'name', with: { max: apiLimits.clients } })
    const clientId = await records.insertClient(tx, permit, { partyId, name, scopes }, now)
    await records.insertKey(tx, permit, { clientId, key, expiresAt: new Date(now.getTime() + days(lasts)) }, now)
    await note(tx, permit, 'client-created', { client: clientId, name }, caller, now)
    return ok({ clientId, key })
  })
}

/** The permit is of the program. The keys it has work on for the overlap. Refuses with `over-already` or `too-many-items`. */
export const rotateKey = (db: Db, permit: ClientPermit, caller: Caller, now: Date): Promise<Result<string>> =>
  transactOrRefuse(db, async (tx) => {
    if (!(await records.lockClient(tx, permit))) return refuse({ code: 'over-already' })
    if ((await records.countKeys(tx, permit, now)) >= apiLimits.keysAtOnce)
      return refuse({ code: 'too-many-items', with: { max: apiLimits.keysAtOnce } })
    const key = newKey()
    await records.shortenKeys(tx, permit, new Date(now.getTime() + apiLimits.overlap))
    const expiresAt = new Date(now.getTime() + days(apiLimits.keyDays))
    await records.insertKey(tx, permit, { clientId: permit.subjectId, key, expiresAt }, now)
    await note(tx, permit, 'client-key-made', { client: permit.subjectId }, caller, now)
    return ok(key)
  })

/** Refuses with `over-already`. */
export const revokeKey = (
  db: Db,
  permit: ClientPermit,
  keyId: string,
  caller: Caller,
  now: Date,
): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    if (!(await records.revokeKey(tx, permit, keyId, now))) return refuse({ code: 'over-already' })
    await note(tx, permit, 'client-key-revoked', { client: permit.subjectId, key: keyId }, caller, now)
    return ok(null)
  })

/** Ends the program with all its keys and tokens. Refuses with `over-already`. */
export const revokeClient = (db: Db, permit: ClientPermit, caller: Caller, now: Date): Promise<Result<null>> =>
  transactOrRefuse(db, async (tx) => {
    if (!(await records.lockClient(tx, permit))) return refuse({ code: 'over-already' })
    await records.revokeClient(tx, permit, now)
    await note(tx, permit, 'client-revoked', { client: permit.subjectId }, caller, now)
    return ok(null)
  })

/** Registers a pasted JWK or JWK Set in place of the one before; empty text takes it away. Refuses with `public-keys-wrong`. */
export async function registerPublicKeys(
  db: Db,
  permit: ClientPermit,
  text: string,
  caller: Caller,
  now: Date,
): Promise<Result<null>> {
  const keys = text.trim() === '' ? undefined : await readPublicKeys(text)
  if (text.trim() !== '' && !keys) return refuse({ code: 'public-keys-wrong', at: 'keys' })
  return transactOrRefuse(db, async (tx) => {
    if (!(await records.lockClient(tx, permit))) return refuse({ code: 'over-already' })
    await records.savePublicKeys(tx, permit, keys)
    await note(tx, permit, 'client-public-keys', { client: permit.subjectId, keys: keys?.length ?? 0 }, caller, now)
    return ok(null)
  })
}

/** Registers the address of a JWK Set in place of keys that were pasted. It is read at each sign-in. Refuses with `keys-address`. */
export async function registerKeysUrl(
  db: Db,
  permit: ClientPermit,
  { url: typed, allowLoopback }: { readonly url: string; readonly allowLoopback: boolean },
  caller: Caller,
  now: Date,
): Promise<Result<null>> {
  const url = typed.trim()
  if (url.length > 500 || addressFault(url, allowLoopback)) return refuse({ code: 'keys-address', at: 'keysUrl' })
  return transactOrRefuse(db, async (tx) => {
    if (!(await records.lockClient(tx, permit))) return refuse({ code: 'over-already' })
    await records.savePublicKeys(tx, permit, { url })
    await note(tx, permit, 'client-public-keys', { client: permit.subjectId, url }, caller, now)
    return ok(null)
  })
}

const note = (
  tx: Db,
  permit: ClientPermit,
  type: AuthEventType,
  detail: Readonly<Record<string, string | number>>,
  caller: Caller,
  now: Date,
) =>
  appendAuthEvent(
    tx,
    { type, userId: permit.actor.userId, caller, detail, actingFor: permit.subject.partyIds?.[0] },
    now,
  )
