import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitorOf } from '#db/queries/access/sessions.ts'
import { listLocks } from '#db/queries/staff/account-locks.ts'
import { findAccounts } from '#db/queries/staff/found-accounts.ts'
import { findLostFactors } from '#db/queries/staff/lost-factors.ts'
import { findSupportView, listSupportEvents } from '#db/queries/staff/support.ts'
import type { Actor } from '#domain/access/policy.ts'
import { totpAt } from '#outside/totp.ts'
import {
  at,
  caller,
  codeIn,
  entering,
  identity,
  linkIn,
  mailbox,
  PASSWORD,
  person,
  running,
  type TestDatabase,
  testDatabase,
} from '#test/support/identity.ts'
import { permitOf, staffMember } from '#test/support/staff.ts'
import { findAccessToSetUp, setUpAccess } from '#use-cases/account/methods/set-up-access.ts'
import { answerRecoveryRequests } from '#use-cases/account/recovery/answer-recovery-requests.ts'
import { signIn } from '#use-cases/account/sign-in/sign-in.ts'
import { verifySignIn } from '#use-cases/account/sign-in/verify-sign-in.ts'
import { cancelLostFactors } from './cancel-lost-factors.ts'
import { searchAccounts } from './find-accounts.ts'
import { askLostFactors, decideLostFactors } from './lost-factors.ts'
import { openLostFactors } from './open-lost-factors.ts'
import { lockKeys, type SupportAct, supportAccount } from './support-acts.ts'

let t: TestDatabase
let hana: Actor
let ivan: Actor
beforeAll(async () => {
  t = await testDatabase()
  hana = await staffMember(t.db, 'help-desk')
  ivan = await staffMember(t.db, 'help-desk')
})
afterAll(() => t.close())

const REASON = 'Called, name and NPI matched'
const supporting = (userId: string, by = hana) => permitOf(by, 'account.support', userId)
const act = (userId: string, what: SupportAct, reason = REASON, by = hana) =>
  supportAccount(t.db, supporting(userId, by), identity, { act: what, reason }, caller(), at(5))
const codeOf = (r: { ok: boolean; problem?: { code: string } }) => (r.ok ? 'done' : r.problem?.code)
const typesOf = async (userId: string) => (await listSupportEvents(t.db, supporting(userId))).map((e) => e.type)
const password = (loginId: string, typed = PASSWORD, from = caller(), now = at(1)) =>
  signIn(t.db, entering, identity, { loginId, password: typed }, from, now)
async function session(who: { loginId: string; seed: string }, now = at(1)) {
  const from = caller()
  const given = await password(who.loginId, PASSWORD, from, now)
  if (!given.ok) throw new Error(given.problem.code)
  const input = { flowToken: given.value.flowToken, method: 'app', code: totpAt(who.seed, now) }
  const done = await verifySignIn(t.db, entering, identity, input, from, now)
  if (!done.ok || done.value.is !== 'signed-in') throw new Error('not signed in')
  return done.value.sessionToken
}

describe('finding', () => {
  test('by user id, name, e-mail; never more than what was meant; the search is written down', async () => {
    const p = await person(t.db)
    const by = permitOf(hana, 'account.find', 'help-desk')
    for (const typed of [p.loginId, p.email.toUpperCase(), p.loginId.slice(0, 10)])
      expect((await findAccounts(t.db, by, typed)).map((a) => a.id)).toContain(p.userId)
    expect(await findAccounts(t.db, by, '%%%')).toEqual([])
    expect(codeOf(await searchAccounts(t.db, by, ' ab', caller(), at(0)))).toBe('search-short')
    await searchAccounts(t.db, by, p.email, caller(), at(0))
    const { rows } = await t.pool.query(`select actor_id, detail from staff_event where action = 'account.search'`)
    expect(rows).toEqual([{ actor_id: hana.userId, detail: { text: p.email, found: 1 } }])
  })

  test('what is shown has no secret and no whole address', async () => {
    const p = await person(t.db)
    const shown = JSON.stringify(await findSupportView(t.db, supporting(p.userId), at(1)), (k, v) =>
      k === 'value' ? '' : v,
    )
    for (const secret of [p.seed, p.email, p.phone, ...p.recoveryCodes]) expect(shown).not.toContain(secret)
  })
})

describe('acts', () => {
  test('unlock: five wrong passwords lock, the help desk opens, the owner is told', async () => {
    const p = await person(t.db)
    const known = caller({ device: 'a-known-device' })
    for (let i = 0; i < 5; i++) await password(p.loginId, `wrong number ${i}`, known)
    expect(codeOf(await password(p.loginId))).toBe('account-locked')
    const keys = lockKeys(identity, { id: p.userId, loginId: p.loginId }).map(([l, key]) => ({ scope: l.scope, key }))
    expect((await listLocks(t.db, supporting(p.userId), p.userId, keys, at(1))).map((l) => l.scope)).toEqual([
      'password',
    ])
    expect(codeOf(await act(p.userId, 'unlock'))).toBe('done')
    expect(codeOf(await password(p.loginId))).toBe('done')
    expect((await mailbox(t, p.email)).at(-1)).toMatchObject({ template: 'help-desk-unlock' })
    const [event] = await listSupportEvents(t.db, supporting(p.userId))
    expect(event).toMatchObject({ type: 'staff-unlocked', reason: REASON })
  })

  test('a link and the user id go to the addresses on file, through the same worker', async () => {
    const p = await person(t.db)
    await act(p.userId, 'send-link')
    await act(p.userId, 'send-user-id')
    await answerRecoveryRequests(t.db, running, identity, at(6))
    const sent = await mailbox(t, p.email)
    expect(sent.map((m) => m.template)).toEqual(['help-desk-send-link', 'help-desk-send-user-id', 'reset', 'user-ids'])
    expect(sent[3]?.body).toContain(p.loginId)
  })

  test('suspended: signed out at once, no way in, restored again', async () => {
    const p = await person(t.db)
    const token = await session(p)
    expect(await visitorOf(t.db, token, at(2))).toBeDefined()
    expect(codeOf(await act(p.userId, 'suspend'))).toBe('done')
    expect(await visitorOf(t.db, token, at(2))).toBeUndefined()
    expect(codeOf(await password(p.loginId))).toBe('sign-in-wrong')
    expect(codeOf(await act(p.userId, 'suspend'))).toBe('already-so')
    expect(codeOf(await act(p.userId, 'send-link'))).toBe('already-so')
    expect(codeOf(await act(p.userId, 'restore'))).toBe('done')
    expect(await visitorOf(t.db, token, at(2))).toBeUndefined()
    expect(codeOf(await password(p.loginId))).toBe('done')
  })

  test('sessions end', async () => {
    const p = await person(t.db)
    const token = await session(p)
    await act(p.userId, 'end-sessions')
    expect(await visitorOf(t.db, token, at(2))).toBeUndefined()
  })

  test.each([['without a reason', 'too short', 'reason-needed']])('%s nothing is done', async (_, reason, code) => {
    const p = await person(t.db)
    expect(codeOf(await act(p.userId, 'suspend', reason))).toBe(code)
    expect(await typesOf(p.userId)).toEqual([])
  })

  test('nobody helps themselves', async () => {
    expect(codeOf(await act(hana.userId, 'unlock'))).toBe('own-account')
  })
})

describe('every way to verify is lost', () => {
  const said = (p: { loginId: string; email: string }) => ({ name: 'Rosa Vega', 'user-id': p.loginId, email: p.email })
  type Who = Awaited<ReturnType<typeof person>>
  const ask = (p: Who, more = {}, by = hana) =>
    askLostFactors(
      t.db,
      supporting(p.userId, by),
      { reason: REASON, said: said(p), calledBack: true, resetsPassword: false, ...more },
      caller(),
      at(10),
    )
  const decide = (p: Who, confirms: boolean, by = ivan) =>
    decideLostFactors(t.db, supporting(p.userId, by), identity, { confirms, reason: REASON }, caller(), at(20))
  const hours = (n: number) => at(20 + 60 * n)
  const linkTo = async (p: Who, recipient = p.email, like = /cancel-recovery/) =>
    linkIn((await mailbox(t, recipient)).findLast((m) => like.test(m.body)))

  test('one asks, another confirms, everybody is told, and after the wait the link sets up a new app', async () => {
    const p = await person(t.db)
    const token = await session(p)
    expect(codeOf(await ask(p))).toBe('done')
    expect(codeOf(await ask(p))).toBe('recovery-open')
    expect(codeOf(await decide(p, true, hana))).toBe('two-people')
    expect(codeOf(await decide(p, true))).toBe('done')
    expect(codeOf(await decide(p, true))).toBe('already-so')
    for (const contact of [p.email, p.phone]) expect(await linkTo(p, contact)).not.toBe('no link')
    expect(await openLostFactors(t.db, running, identity, hours(23.9))).toBe(0)
    expect(await openLostFactors(t.db, running, identity, hours(24))).toBe(1)
    const link = await linkTo(p, p.email, /set-up-access/)
    const access = await findAccessToSetUp(t.db, entering, link, hours(25))
    expect(access).toMatchObject({ loginId: p.loginId, choosesPassword: false })
    const set = (typed: string, code: string) =>
      setUpAccess(t.db, entering, identity, { token: link, password: typed, again: '', code }, caller(), hours(25))
    expect(codeOf(await set('not the password', totpAt(access!.seed, hours(25))))).toBe('sign-in-wrong')
    expect(codeOf(await set(PASSWORD, '000000'))).toBe('app-code-wrong')
    expect(codeOf(await set(PASSWORD, totpAt(access!.seed, hours(25))))).toBe('done')
    expect(codeOf(await set(PASSWORD, totpAt(access!.seed, hours(25))))).toBe('form-expired')
    expect(await visitorOf(t.db, token, at(2))).toBeUndefined()
    const view = await findSupportView(t.db, supporting(p.userId), hours(26))
    expect([
      view.methods.apps.length,
      view.methods.phones,
      view.methods.emails,
      view.methods.recoveryCodesLeft,
    ]).toEqual([1, [], [], 0])
    await expect(session(p, hours(27))).rejects.toThrow('not signed in')
    expect(await session({ ...p, seed: access!.seed }, hours(28))).toBeTruthy()
    expect(await findLostFactors(t.db, supporting(p.userId))).toMatchObject({ status: 'done' })
    expect((await typesOf(p.userId)).filter((e) => e.startsWith('lost') || e === 'access-set-up')).toEqual([
      'access-set-up',
      'lost-factors-open',
      'lost-factors-confirmed',
      'lost-factors-asked',
    ])
  })

  test('any contact stops it, once; the others are over then', async () => {
    const p = await person(t.db)
    await ask(p)
    await decide(p, true)
    const [byMail, byPhone] = [await linkTo(p), await linkTo(p, p.phone)]
    const cancel = (token: string) => cancelLostFactors(t.db, entering, identity, token, caller(), hours(3))
    expect(codeOf(await cancel(byPhone))).toBe('done')
    expect([codeOf(await cancel(byPhone)), codeOf(await cancel(byMail))]).toEqual(['form-expired', 'form-expired'])
    expect(await openLostFactors(t.db, running, identity, hours(30))).toBe(0)
    expect((await findLostFactors(t.db, supporting(p.userId)))?.status).toBe('canceled')
    expect(codeOf(await ask(p))).toBe('done')
  })

  test('stopped even after the link was mailed', async () => {
    const p = await person(t.db)
    await ask(p)
    await decide(p, true)
    await openLostFactors(t.db, running, identity, hours(24))
    const link = await linkTo(p, p.email, /set-up-access/)
    await cancelLostFactors(t.db, entering, identity, await linkTo(p), caller(), hours(25))
    expect(await findAccessToSetUp(t.db, entering, link, hours(25))).toBeUndefined()
  })

  test('with a forgotten password the link lets them choose one', async () => {
    const p = await person(t.db)
    await ask(p, { resetsPassword: true })
    await decide(p, true)
    await openLostFactors(t.db, running, identity, hours(24))
    const token = await linkTo(p, p.email, /set-up-access/)
    const { seed } = (await findAccessToSetUp(t.db, entering, token, hours(24)))!
    const code = totpAt(seed, hours(24))
    const set = (typed: string) =>
      setUpAccess(t.db, entering, identity, { token, password: typed, again: typed, code }, caller(), hours(24))
    expect(codeOf(await set('password1234'))).toMatch(/^password-/)
    expect(codeOf(await set('cobalt drummer meadow 58'))).toBe('done')
    expect(codeOf(await password(p.loginId, 'cobalt drummer meadow 58', caller(), hours(25)))).toBe('done')
  })

  test('two confirm at once: one does', async () => {
    const p = await person(t.db)
    await ask(p)
    const karl = await staffMember(t.db, 'help-desk')
    const both = await Promise.all([decide(p, true), decide(p, true, karl)])
    expect(both.map(codeOf).sort()).toEqual(['already-so', 'done'])
  })

  test.each([
    ['answers that differ', { said: { name: 'X', 'user-id': 'y', email: 'z@example.org' } }, 'not-identified'],
    ['nobody called back', { calledBack: false }, 'not-identified'],
    ['no reason', { reason: 'short' }, 'reason-needed'],
  ])('%s: refused', async (_, more, code) => {
    const p = await person(t.db)
    expect(codeOf(await ask(p, more))).toBe(code)
    expect(await findLostFactors(t.db, supporting(p.userId))).toBeUndefined()
    const { rows } = await t.pool.query(
      `select outcome, detail from auth_event where user_id = $1 and type = 'lost-factors-asked'`,
      [p.userId],
    )
    expect(rows.length).toBe(code === 'not-identified' ? 1 : 0)
    if (rows[0]) expect(JSON.stringify(rows)).not.toContain('z@example.org')
  })

  test('the second person refuses: nothing changes', async () => {
    const p = await person(t.db)
    await ask(p)
    expect(codeOf(await decide(p, false))).toBe('done')
    expect(codeOf(await decide(p, true))).toBe('already-so')
    expect(codeIn((await mailbox(t, p.email)).at(-1))).toBe('no code')
  })
})
