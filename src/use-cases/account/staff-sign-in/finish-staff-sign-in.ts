/**
 * What a person of staff comes back with from their own organization: judged, tied to an account by issuer and subject,
 * with the roles that their groups give today. Such an account has no password here, so there is none to steal.
 */
import { createHash } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { type Account, findAccount } from '#db/records/access/accounts.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { endFlow, type Flow, findFlow } from '#db/records/access/flows.ts'
import { renewSession } from '#db/records/access/sessions.ts'
import { insertInvitedAccount } from '#db/records/staff/accounts.ts'
import { findIdentityOwner, linkIdentity, noteIdentityUse, syncStaffRoles } from '#db/records/staff/identities.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { isProvenEnough, membershipsFrom, type ProviderStatement } from '#domain/access/provider-roles.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { IdentityProvider } from '#outside/identity/identity-provider.ts'
import { type Caller, type EntryPermit, newToken, type Writer } from '../identity.ts'
import { openSession } from '../sign-in/open-session.ts'

export interface StaffSignedIn {
  readonly sessionToken: string
  readonly deviceToken: string | undefined
  readonly next: string | undefined
}

/** Refuses with `form-expired` (no sign-in of this browser is open) or one of the `provider-` codes. */
export async function finishStaffSignIn(
  db: Db,
  _permit: EntryPermit,
  { identity, provider }: { readonly identity: Writer; readonly provider: IdentityProvider },
  back: { readonly flowToken: string | undefined; readonly query: Readonly<Record<string, string>> },
  caller: Caller,
  now: Date,
): Promise<Result<StaffSignedIn>> {
  const named = { with: { name: provider.name } }
  const flow = await findFlow(db, back.flowToken, ['staff-sign-in'], now)
  if (!flow) return refuse({ code: 'form-expired' })
  // One answer for one question: whoever asks twice with it, even at the same moment, is late.
  if (!(await endFlow(db, flow.id))) return refuse({ code: 'form-expired' })
  const said = await provider.finish(back.query, flow.content)
  if (!said.ok)
    return refuse({ code: said.why === 'unavailable' ? 'provider-unavailable' : 'provider-refused', ...named })
  if (!isProvenEnough(said.value, provider.demand)) return refuse({ code: 'provider-weak', ...named })
  const given = membershipsFrom(said.value.groups, provider.mapping)
  return transactOrRefuse(db, async (tx) => {
    const userId = await ownerOf(tx, said.value, now)
    const account = userId && (await findAccount(tx, userId, 'locked'))
    if (!account) return refuse({ code: 'provider-refused', ...named })
    const changed = await syncStaffRoles(tx, account.id, given, now)
    const staff = { userId: account.id, caller, detail: { provider: said.value.issuer } }
    for (const role of changed.begun)
      await appendAuthEvent(tx, { type: 'role-changed', ...staff, detail: { role } }, now)
    for (const role of changed.ended) await appendAuthEvent(tx, { type: 'role-ended', ...staff, detail: { role } }, now)
    if (account.status !== 'active') return refuse({ code: 'provider-off' })
    // Roles that ended stay ended, although nobody is signed in: so this is an answer, not a refusal of the transaction.
    if (given.length === 0) return ok(undefined)
    await noteIdentityUse(tx, said.value, now)
    return ok(await sessionFor(tx, identity, account, flow, caller, now))
  }).then((done) => (!done.ok ? done : done.value ? ok(done.value) : refuse({ code: 'provider-no-role', ...named })))
}

/** The account of an identity; made at the first sign-in, under a user id that nobody chooses. */
async function ownerOf(tx: Db, s: ProviderStatement, now: Date): Promise<string | undefined> {
  const known = await findIdentityOwner(tx, s)
  if (known) return known
  const digest = createHash('sha256')
    .update(JSON.stringify([s.issuer, s.subject]))
    .digest('hex')
  const id = crypto.randomUUID()
  if (!(await insertInvitedAccount(tx, { id, loginId: `staff.${digest.slice(0, 24)}`, displayName: s.name }, now)))
    return undefined
  return (await linkIdentity(tx, s, id, now)) ? id : undefined
}

async function sessionFor(
  tx: Db,
  identity: Writer,
  account: Account,
  flow: Flow<'staff-sign-in'>,
  caller: Caller,
  now: Date,
): Promise<StaffSignedIn> {
  const { next, sessionId } = flow.content
  if (sessionId) {
    const token = newToken()
    const how = { token, userId: account.id, aal: 2, methods: ['identity-provider'], phishingResistant: false } as const
    if (await renewSession(tx, sessionId, how, now)) {
      await appendAuthEvent(tx, { type: 'identity-confirmed', userId: account.id, sessionId, caller }, now)
      return { sessionToken: token, deviceToken: undefined, next }
    }
  }
  return { ...(await openSession(tx, identity, account, 'identity-provider', caller, now, { alone: true })), next }
}
