import { afterAll, beforeAll, expect, it } from 'vitest'
import { visitorOf } from '#db/queries/access/sessions.ts'
import { insertFlow } from '#db/records/access/flows.ts'
import type { Registration } from '#domain/access/flow-content.ts'
import type { Result } from '#domain/result.ts'
import { at, caller, entering, identity, start, type TestDatabase, testDatabase } from '#test/support/identity.ts'
import { type Says, softPasskey } from '#test/support/soft-passkey.ts'
import { askForPasskey } from '../passkeys/ask-passkey.ts'
import { signInByPasskey } from '../passkeys/use-passkey.ts'
import { askForFirstPasskey } from './prove-way.ts'
import { chooseVerification, registerAccount } from './register-account.ts'
import { findRegistration } from './registration.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())

const here: Says = { origin: 'https://enroll.example.org', rpId: 'example.org' }
const mine = 'csrf of this visitor'
const codeOf = (r: Result<unknown>) => (r.ok ? 'ok' : r.problem.code)
const challengeOf = (r: Result<object>) => (r.ok ? (r.value as { challenge: string }).challenge : '')

let people = 0
/** Somebody who answered everything before the way to verify, and chose a passkey. */
async function registrant(site = identity.site) {
  const n = ++people
  const token = `registration-${n}`
  const content: Registration = {
    kind: 'official',
    email: `olga${n}@example.org`,
    emailConfirmed: true,
    firstName: 'Olga',
    lastName: 'Official',
    loginId: `olga.number${n}`,
    passwordHash: 'a hash',
  }
  await insertFlow(t.db, { token, kind: 'register', content }, start)
  const flow = async () => (await findRegistration(t.db, entering, token, start))!
  const chosen = await chooseVerification(
    t.db,
    entering,
    { ...identity, site },
    await flow(),
    { method: 'passkey' },
    start,
  )
  return { chosen, flow, content }
}
type Registrant = Awaited<ReturnType<typeof registrant>>
const ask = async (r: Registrant, boundTo = mine) =>
  challengeOf(await askForFirstPasskey(t.db, entering, identity, await r.flow(), boundTo, caller(), start))
const finish = async (r: Registrant, typed: string, boundTo = mine) =>
  registerAccount(t.db, entering, identity, await r.flow(), { typed, boundTo }, caller(), start)

it('an account begins with a passkey: a session worth what it is worth, and the next sign-in by it alone', async () => {
  const r = await registrant()
  const key = softPasskey()
  const made = await finish(r, key.make(await ask(r), here))
  if (!made.ok) throw new Error(made.problem.code)
  const visitor = await visitorOf(t.db, made.value.sessionToken, start)
  expect(visitor?.session).toMatchObject({ aal: 2, loginId: r.content.loginId })
  const { rows } = await t.pool.query(
    'select methods, phishing_resistant, must_add_method from session where user_id = $1',
    [visitor!.session.userId],
  )
  expect(rows).toEqual([{ methods: ['password', 'passkey'], phishing_resistant: true, must_add_method: false }])
  const challenge = challengeOf(await askForPasskey(t.db, entering, identity, { boundTo: mine }, caller(), at(1)))
  const input = { posted: key.prove(challenge, here), boundTo: mine }
  expect(codeOf(await signInByPasskey(t.db, entering, identity, input, caller(), at(1)))).toBe('ok')
})

it('the answer counts once, for the registration and the browser that asked, and at this site only', async () => {
  const [p, q] = [await registrant(), await registrant()]
  expect(codeOf(await finish(q, softPasskey().make(await ask(p), here)))).toBe('passkey-wrong')
  const used = await ask(p)
  expect(codeOf(await finish(p, softPasskey().make(used, here), 'another visitor'))).toBe('passkey-wrong')
  expect(codeOf(await finish(p, softPasskey().make(used, here)))).toBe('passkey-wrong')
  expect(codeOf(await finish(p, softPasskey().make(await ask(p), { ...here, rpId: 'evil.example' })))).toBe(
    'passkey-wrong',
  )
  expect(codeOf(await finish(p, ''))).toBe('passkey-needs-script')
  const key = softPasskey()
  expect(codeOf(await finish(p, key.make(await ask(p), here)))).toBe('ok')
  // The same credential for a second account: refused, and nothing of that account exists.
  expect(codeOf(await finish(q, key.make(await ask(q), here)))).toBe('passkey-wrong')
  const { rows } = await t.pool.query('select 1 from app_user where login_id = $1', [q.content.loginId])
  expect(rows).toEqual([])
})

it('is not chosen where passkeys are not allowed', async () => {
  expect(codeOf((await registrant({ ...identity.site, methods: ['app'] })).chosen)).toBe('method-not-allowed')
})
