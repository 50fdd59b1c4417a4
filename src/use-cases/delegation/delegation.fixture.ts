/** A world for the tests of delegation: a provider's practice, a billing company, and everybody's permits and sessions. */
import { randomUUID } from 'node:crypto'
import { open } from '#db/kit/open.ts'
import { visitorOf } from '#db/queries/access/sessions.ts'
import { partySubject } from '#db/queries/delegation/parties.ts'
import { surrogacySubject } from '#db/queries/delegation/surrogacies.ts'
import { saveContact } from '#db/records/access/factors.ts'
import { insertSession } from '#db/records/access/sessions.ts'
import { insertMember } from '#db/records/delegation/members.ts'
import { ensureOrganization } from '#db/records/delegation/organizations.ts'
import { type Action, type Actor, authorize, type Permit, type Role, type Subject } from '#domain/access/policy.ts'
import type { Result } from '#domain/result.ts'
import { site } from '#test/support/identity.ts'
import { noon, type Person, type World } from '#test/support/provider.ts'
import { en } from '#words/index.ts'

export const teller = { site, words: en }
export const caller = { ip: '198.51.100.7', userAgent: 'Firefox/140 Windows' }

export const must = <T>(r: Result<T>): T => {
  if (!r.ok) throw new Error(r.problem.code)
  return r.value
}
export const permit = <A extends Action>(actor: Actor, action: A, subject: Subject): Permit<A> =>
  must(authorize(actor, action, subject))
export const ofParty = async <A extends 'people.manage' | 'people.view' | 'surrogacy.manage' | 'surrogacy.agree'>(
  t: World,
  who: Person,
  action: A,
  partyId: string,
): Promise<Permit<A>> => permit(who.actor, action, (await partySubject(t.db, partyId))!)
export const ofSurrogacy = async (t: World, who: Person, id: string): Promise<Permit<'surrogacy.manage'>> =>
  permit(who.actor, 'surrogacy.manage', (await surrogacySubject(t.db, id))!)
export const toAgree = async (t: World, who: Person, id: string): Promise<Permit<'surrogacy.agree'>> =>
  permit(who.actor, 'surrogacy.agree', (await surrogacySubject(t.db, id))!)
export const owning = <A extends 'account.manage' | 'claim.make' | 'dashboard.view'>(who: Person, action: A) =>
  permit(who.actor, action, { id: who.userId, ownerId: who.userId })

/** An account, with a role at a party when one is named. */
export async function account(
  t: World,
  name: string,
  role?: Role,
  partyId?: string,
  functions?: readonly ('view' | 'prepare' | 'correspondence')[],
): Promise<Person> {
  const userId = randomUUID()
  const login = name.toLowerCase().replace(' ', '.')
  await open(t.db)
    .insertInto('app_user')
    .values({ id: userId, login_id: login, status: 'active', display_name: name, created_at: noon })
    .execute()
  await saveContact(t.db, { userId, kind: 'email', value: `${login}@example.org`, useForMfa: true, notify: true }, noon)
  if (role && partyId) await insertMember(t.db, { userId, role, partyId, functions, addedBy: userId }, noon)
  return { userId, actor: { userId, memberships: role && partyId ? [{ role, partyId }] : [] } }
}

export const billing = (t: World) =>
  ensureOrganization(t.db, { kind: 'surrogate', name: 'Brightline Billing LLC', taxId: '080000777' }, noon)

/** Signs a person in; every call of `see` is another request. */
export async function signedIn(t: World, who: Person) {
  const token: string = randomUUID()
  const sessionId = await insertSession(
    t.db,
    {
      token,
      userId: who.userId,
      aal: 2,
      methods: ['password', 'app'],
      phishingResistant: false,
      deviceId: undefined,
      ...caller,
    },
    noon,
  )
  return { token, sessionId, see: (now = noon, as = token) => visitorOf(t.db, as, now) }
}

/** What was sent to an address, the latest last. */
export async function mailsTo(t: World, recipient: string): Promise<readonly { subject: string; body: string }[]> {
  const { rows } = await t.pool.query<{ subject: string; body: string }>(
    'select subject, body from message where recipient = $1 order by queued_at, ctid',
    [recipient],
  )
  return rows
}
export const tokenIn = (mail: { body: string } | undefined): string =>
  /token=([\w-]+)/.exec(mail?.body ?? '')?.[1] ?? ''
