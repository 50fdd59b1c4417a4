import { afterAll, beforeAll, expect, test } from 'vitest'
import { visitorOf } from '#db/queries/access/sessions.ts'
import { listProposals, readSettings } from '#db/queries/staff/administration.ts'
import { insertApp } from '#db/records/access/factors.ts'
import type { Method } from '#domain/access/assurance.ts'
import type { Actor } from '#domain/access/policy.ts'
import { newSeed, totpAt } from '#outside/totp.ts'
import {
  adding,
  at,
  caller,
  codeIn,
  entering,
  identity,
  mailbox,
  PASSWORD,
  type Person,
  person,
  start,
  type TestDatabase,
  testDatabase,
} from '#test/support/identity.ts'
import { permitOf, staffMember } from '#test/support/staff.ts'
import { beginApp, beginPhone, confirmApp, findNewApp } from '#use-cases/account/methods/add-factor.ts'
import { signIn } from '#use-cases/account/sign-in/sign-in.ts'
import { findVerification, verifySignIn } from '#use-cases/account/sign-in/verify-sign-in.ts'
import { allowedMethods } from './allowed-methods.ts'
import { decideProposal, requestChange } from './request-change.ts'

let t: TestDatabase
let june: Actor
let karl: Actor
beforeAll(async () => {
  t = await testDatabase()
  june = await staffMember(t.db, 'admin')
  karl = await staffMember(t.db, 'admin')
})
afterAll(() => t.close())

const administering = (by = june) => permitOf(by, 'site.administer', 'site')
const problemOf = (r: { ok: boolean; problem?: { code: string } }) => (r.ok ? 'done' : r.problem?.code)
const propose = (methods: readonly Method[], site = identity.site) => {
  const input = { change: { kind: 'allow-methods', methods }, reason: 'Asked for by the owner' } as const
  return requestChange(t.db, administering(), { ...identity, site }, input, caller(), start)
}
const approve = async () => {
  const { id } = (await listProposals(t.db, administering())).find((p) => p.status === 'open')!
  return decideProposal(t.db, administering(karl), identity, { id, decision: 'approve' }, caller(), at(1))
}
/** What pages give to the use-cases at this moment. */
const now = async () => ({
  ...identity,
  site: { ...identity.site, methods: await allowedMethods(t.db, identity.site) },
})

test('is refused while fewer than two administrators could still sign in', async () => {
  expect(problemOf(await propose(['passkey', 'app']))).toBe('methods-lock-staff')
  await insertApp(t.db, { userId: june.userId, label: '1', seed: newSeed(), step: 0 }, start)
  expect(problemOf(await propose(['passkey', 'app']))).toBe('methods-lock-staff')
  await insertApp(t.db, { userId: karl.userId, label: '1', seed: newSeed(), step: 0 }, start)
  expect(problemOf(await propose(['passkey']))).toBe('methods-lock-staff')
  expect(problemOf(await propose([]))).toBe('required')
})

test('what the configuration fixes or cannot carry nobody changes', async () => {
  expect(problemOf(await propose(['app'], { ...identity.site, methodsFixed: true }))).toBe('methods-fixed')
  expect(problemOf(await propose(['app', 'phone'], { ...identity.site, methodsCarried: ['app'] }))).toBe('not-a-choice')
})

test('one proposes, another approves; then it is in force, with its history and its events', async () => {
  expect(await propose(['passkey', 'app'])).toMatchObject({ value: { waits: true } })
  expect(await allowedMethods(t.db, identity.site)).toHaveLength(6)
  expect(problemOf(await approve())).toBe('done')
  expect(await allowedMethods(t.db, identity.site)).toEqual(['passkey', 'app'])
  expect(await allowedMethods(t.db, { methods: ['email'], methodsFixed: true })).toEqual(['email'])
  const { history } = await readSettings(t.db, administering())
  expect(history).toMatchObject([{ name: 'sign-in.methods', before: undefined, after: ['passkey', 'app'] }])
  const { rows } = await t.pool.query('select action, detail from staff_event order by at, action')
  expect(rows.map((r) => r.action)).toEqual(['admin.propose', 'admin.approve'])
  expect(rows[1].detail.change).toEqual({ kind: 'allow-methods', methods: ['passkey', 'app'] })
})

async function enter(p: Person, method: Method, code: () => Promise<string>, when: number) {
  const given = await signIn(
    t.db,
    entering,
    await now(),
    { loginId: p.loginId, password: PASSWORD },
    caller(),
    at(when),
  )
  if (!given.ok) throw new Error(given.problem.code)
  const { flowToken } = given.value
  const offered = (await findVerification(t.db, entering, await now(), flowToken, at(when)))?.methods
  const done = await verifySignIn(
    t.db,
    entering,
    await now(),
    { flowToken, method, code: await code() },
    caller(),
    at(when),
  )
  const token = done.ok && done.value.is === 'signed-in' ? done.value.sessionToken : undefined
  return { offered, token, problem: done.ok ? undefined : done.problem.code }
}

test('somebody with another way left is offered that only, and the server takes nothing else', async () => {
  const p = await person(t.db)
  expect((await enter(p, 'app', async () => totpAt(p.seed, at(2)), 2)).offered).toEqual(['app'])
  expect((await enter(p, 'recovery-code', async () => p.recoveryCodes[0]!, 3)).problem).toBe('method-not-allowed')
  expect(problemOf(await beginPhone(t.db, adding(p.userId), await now(), '3125550199', at(3)))).toBe(
    'method-not-allowed',
  )
})

test('somebody with nothing else signs in once more, adds an allowed way, and then needs that', async () => {
  const p = await person(t.db, { app: true, phone: true })
  const mailed = async () => codeIn((await mailbox(t, p.email)).filter((m) => /is your code|\d{6}/.test(m.body)).at(-1))
  const first = await enter(p, 'email', mailed, 4)
  expect(first.offered).toEqual(['email', 'recovery-code'])
  const visitor = await visitorOf(t.db, first.token, at(4))
  expect(visitor?.session.mustAdd).toBe(true)

  const begun = await beginApp(t.db, adding(p.userId), await now(), at(5))
  if (!begun.ok) throw new Error(begun.problem.code)
  const seed = (await findNewApp(t.db, adding(p.userId), begun.value.flowToken, at(5)))!
  const input = { ...begun.value, code: totpAt(seed, at(5)), label: '', sessionId: visitor!.session.id, name: 'Rosa' }
  const added = await confirmApp(t.db, adding(p.userId), await now(), input, caller(), at(5))
  if (!added.ok) throw new Error(added.problem.code)
  expect((await visitorOf(t.db, added.value.sessionToken, at(5)))?.session.mustAdd).toBeUndefined()
  expect((await enter(p, 'app', async () => totpAt(seed, at(7)), 7)).offered).toEqual(['app'])
})
