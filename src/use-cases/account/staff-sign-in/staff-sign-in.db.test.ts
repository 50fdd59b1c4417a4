/** Staff sign in at a real OpenID provider: roles follow their groups, and nothing but the one right answer opens a session. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { visitorOf } from '#db/queries/access/sessions.ts'
import type { ProviderDemand } from '#domain/access/provider-roles.ts'
import { openIdConnect } from '#outside/identity/openid-connect.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { at, caller, entering, identity } from '#test/support/identity.ts'
import { type OpenIdStage, openIdProvider } from '#test/support/openid-provider.ts'
import { beginStaffSignIn } from './begin-staff-sign-in.ts'
import { finishStaffSignIn } from './finish-staff-sign-in.ts'

const BACK = 'https://enroll.example.org/sign-in/staff/back'
let t: TestDatabase
let idp: OpenIdStage
beforeAll(async () => {
  t = await testDatabase()
  idp = await openIdProvider()
  idp.allow(BACK)
})
afterAll(async () => {
  await idp.close()
  await t.close()
})
beforeEach(() => {
  idp.people.ada = { name: 'Ada Quill', groups: ['analysts'], acr: 'aal2' }
})

const providerWith = (demand: Partial<ProviderDemand> = {}, issuer = idp.issuer) =>
  openIdConnect({
    name: 'Northern Contractor',
    issuer,
    clientId: idp.clientId,
    clientSecret: idp.clientSecret,
    redirectUri: BACK,
    scope: 'openid profile',
    groupsClaim: 'groups',
    mapping: [
      { group: 'analysts', role: 'mac-analyst', party: 'north' },
      { group: 'leads', role: 'mac-supervisor', party: 'north' },
    ],
    demand: { acr: ['aal2'], amr: [], ...demand },
    maxAge: 3600,
  })

async function leave(provider = providerWith(), sessionId?: string) {
  const begun = await beginStaffSignIn(t.db, entering, provider, { next: '/desk', sessionId }, at(0))
  if (!begun.ok) throw new Error(begun.problem.code)
  return begun.value
}
const comeBack = (flowToken: string | undefined, back: URL, provider = providerWith()) =>
  finishStaffSignIn(
    t.db,
    entering,
    { identity, provider },
    { flowToken, query: Object.fromEntries(back.searchParams) },
    caller(),
    at(1),
  )
async function signIn(who: string, provider = providerWith()) {
  const left = await leave(provider)
  return comeBack(left.flowToken, await idp.walk(left.url, who), provider)
}
const codeOf = (r: Awaited<ReturnType<typeof comeBack>>) => (r.ok ? 'in' : r.problem.code)
const rolesOf = async (r: Awaited<ReturnType<typeof comeBack>>) => {
  const visitor = await visitorOf(t.db, r.ok ? r.value.sessionToken : '', at(1))
  return visitor?.actor.memberships.map((m) => `${m.role} ${m.partyId}`)
}

describe('signing in at the own organization', () => {
  it('opens a session with the roles of the groups, and goes where the person wanted', async () => {
    const done = await signIn('ada')
    expect(done.ok && done.value.next).toBe('/desk')
    expect(await rolesOf(done)).toEqual(['mac-analyst north'])
    const visitor = await visitorOf(t.db, done.ok ? done.value.sessionToken : '', at(1))
    expect(visitor?.session).toMatchObject({ displayName: 'Ada Quill', aal: 2 })
  })

  it('is the same account the next time, with the groups of that day', async () => {
    const before = await visitorOf(t.db, (await signIn('ada').then((r) => r.ok && r.value.sessionToken)) || '', at(1))
    idp.people.ada!.groups = ['leads']
    const done = await signIn('ada')
    expect(await rolesOf(done)).toEqual(['mac-supervisor north'])
    const after = await visitorOf(t.db, done.ok ? done.value.sessionToken : '', at(1))
    expect(after?.actor.userId).toBe(before?.actor.userId)
  })

  it('takes roles away when the groups are gone, also from sessions that are open', async () => {
    const open = await signIn('ada')
    expect(await rolesOf(open)).toEqual(['mac-analyst north'])
    idp.people.ada!.groups = []
    expect(codeOf(await signIn('ada'))).toBe('provider-no-role')
    expect(await rolesOf(open)).toEqual([])
  })

  it('leaves no password that could be used', async () => {
    const { rows } = await t.pool.query("select password_hash from app_user where display_name = 'Ada Quill'")
    expect(rows).toEqual([{ password_hash: null }])
  })

  it('renews an open session that has to be confirmed', async () => {
    const first = await signIn('ada')
    const visitor = await visitorOf(t.db, first.ok ? first.value.sessionToken : '', at(1))
    const left = await leave(providerWith(), visitor!.session.id)
    const done = await comeBack(left.flowToken, await idp.walk(left.url, 'ada'))
    const renewed = await visitorOf(t.db, done.ok ? done.value.sessionToken : '', at(1))
    expect(renewed?.session.id).toBe(visitor?.session.id)
    expect(await visitorOf(t.db, first.ok ? first.value.sessionToken : '', at(1))).toBeUndefined()
  })
})

describe('nothing else opens a session', () => {
  it('an answer that is used again', async () => {
    const left = await leave()
    const back = await idp.walk(left.url, 'ada')
    const both = await Promise.all([comeBack(left.flowToken, back), comeBack(left.flowToken, back)])
    expect(both.map(codeOf).sort()).toEqual(['form-expired', 'in'])
    expect(codeOf(await comeBack(left.flowToken, back))).toBe('form-expired')
  })

  it('an answer without the browser that asked, or in another one', async () => {
    const mine = await leave()
    const back = await idp.walk(mine.url, 'ada')
    expect(codeOf(await comeBack(undefined, back))).toBe('form-expired')
    const others = await leave()
    expect(codeOf(await comeBack(others.flowToken, back))).toBe('provider-refused')
  })

  it.each([
    ['another state', (u: URL) => u.searchParams.set('state', 'x')],
    ['no state', (u: URL) => u.searchParams.delete('state')],
    ['another code', (u: URL) => u.searchParams.set('code', 'x')],
    ['another issuer', (u: URL) => u.searchParams.set('iss', 'https://elsewhere.example')],
    ['an error of the provider', (u: URL) => u.searchParams.set('error', 'access_denied')],
  ])('an answer with %s', async (_, change) => {
    const left = await leave()
    const back = await idp.walk(left.url, 'ada')
    change(back)
    expect(codeOf(await comeBack(left.flowToken, back))).toBe('provider-refused')
  })

  it('a proof that is too weak, or of which the provider says nothing', async () => {
    idp.people.ada!.acr = 'aal1'
    expect(codeOf(await signIn('ada'))).toBe('provider-weak')
    delete idp.people.ada!.acr
    expect(codeOf(await signIn('ada'))).toBe('provider-weak')
    expect(codeOf(await signIn('ada', providerWith({ acr: [], amr: ['mfa'] })))).toBe('provider-weak')
  })

  it('an account that is suspended', async () => {
    await signIn('ada')
    await t.pool.query("update app_user set status = 'suspended' where display_name = 'Ada Quill'")
    expect(codeOf(await signIn('ada'))).toBe('provider-off')
    await t.pool.query("update app_user set status = 'active' where display_name = 'Ada Quill'")
  })

  it('a provider that does not answer', async () => {
    const gone = providerWith({}, 'http://127.0.0.1:1')
    const begun = await beginStaffSignIn(t.db, entering, gone, {}, at(0))
    expect(begun.ok ? 'begun' : begun.problem.code).toBe('provider-unavailable')
    const left = await leave()
    const back = await idp.walk(left.url, 'ada')
    expect(codeOf(await comeBack(left.flowToken, back, gone))).toBe('provider-unavailable')
  })
})
