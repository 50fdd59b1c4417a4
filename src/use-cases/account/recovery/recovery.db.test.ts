import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitorOf } from '#db/queries/access/sessions.ts'
import { totpAt } from '#outside/totp.ts'
import {
  adding,
  at,
  caller,
  codeIn,
  entering,
  identity,
  linkIn,
  mailbox,
  owning,
  PASSWORD,
  type Person,
  person,
  running,
  securing,
  site,
  start,
  type TestDatabase,
  testDatabase,
} from '#test/support/identity.ts'
import { beginApp, beginPhone, confirmApp, confirmPhone, findNewApp } from '../methods/add-factor.ts'
import { changePassword } from '../methods/change-password.ts'
import {
  findNewRecoveryCodes,
  forgetNewRecoveryCodes,
  removeFactor,
  renewRecoveryCodes,
} from '../methods/remove-factor.ts'
import { confirmIdentity } from '../sign-in/confirm-identity.ts'
import { endOwnSessions } from '../sign-in/end-session.ts'
import { signIn } from '../sign-in/sign-in.ts'
import { findVerification, verifySignIn } from '../sign-in/verify-sign-in.ts'
import { answerRecoveryRequests } from './answer-recovery-requests.ts'
import { askRecovery, type RecoveryInput } from './ask-recovery.ts'
import { enterResetCode, findReset, resetPassword } from './reset-password.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())

const NEW = 'copper violin harvest'
const ask = (kind: RecoveryInput['kind'], name: string, now = start) =>
  askRecovery(t.db, entering, identity, { kind, name }, caller(), now)
const work = (now = start) => answerRecoveryRequests(t.db, running, identity, now)
const verify = (flowToken: string | undefined, method: string, code: string, now: Date, from = caller()) =>
  verifySignIn(t.db, entering, identity, { flowToken, method, code }, from, now)
const reset = (flowToken: string | undefined, password = NEW, now = start) =>
  resetPassword(t.db, entering, identity, { flowToken, password, again: password }, caller(), now)
const codeOf = (r: { ok: boolean; problem?: { code: string } }) => (r.ok ? 'ok' : r.problem?.code)

async function session(p: Person, now: Date, method: 'app' | 'email' = 'app') {
  const given = await signIn(t.db, entering, identity, { loginId: p.loginId, password: PASSWORD }, caller(), now)
  const code = method === 'app' ? totpAt(p.seed, now) : codeIn((await mailbox(t, p.email)).at(-1))
  const done = given.ok ? await verify(given.value.flowToken, method, code, now) : given
  if (!done.ok || done.value.is !== 'signed-in') throw new Error('not signed in')
  const visitor = await visitorOf(t.db, done.value.sessionToken, now)
  return { token: done.value.sessionToken, id: visitor!.session.id }
}
async function mailedReset(p: Person, now = start): Promise<string> {
  await ask('password-link', p.loginId, now)
  await work(now)
  return linkIn((await mailbox(t, p.email)).filter((m) => m.template === 'reset').at(-1))
}
async function verifiedReset(p: Person, now: Date): Promise<string> {
  const done = await verify(await mailedReset(p, now), 'app', totpAt(p.seed, now), now)
  if (!done.ok || done.value.is !== 'may-choose-password') throw new Error('not verified')
  return done.value.flowToken
}

describe('a forgotten password', () => {
  it('by link needs the second factor, then ends all sessions and does not sign in', async () => {
    const p = await person(t.db)
    const { token } = await session(p, start)
    const link = await mailedReset(p, at(1))
    expect(codeOf(await reset(link, NEW, at(1)))).toBe('step-up-needed')
    const done = await verify(link, 'app', totpAt(p.seed, at(2)), at(2))
    expect(done).toMatchObject({ ok: true, value: { is: 'may-choose-password' } })
    const flow = done.ok && done.value.is === 'may-choose-password' ? done.value.flowToken : ''
    expect(await findReset(t.db, entering, link, at(2))).toBeUndefined()
    expect(await reset(flow, NEW, at(3))).toEqual({ ok: true, value: undefined })
    expect(await visitorOf(t.db, token, at(3))).toBeUndefined()
    const { rows } = await t.pool.query(
      'select count(*)::int n from session where user_id = $1 and revoked_at is null',
      [p.userId],
    )
    expect(rows[0].n).toBe(0)
    expect(
      codeOf(await signIn(t.db, entering, identity, { loginId: p.loginId, password: PASSWORD }, caller(), at(3))),
    ).toBe('sign-in-wrong')
    expect(codeOf(await signIn(t.db, entering, identity, { loginId: p.loginId, password: NEW }, caller(), at(3)))).toBe(
      'ok',
    )
    expect(codeOf(await reset(flow, NEW, at(4)))).toBe('form-expired')
    expect((await mailbox(t, p.email)).map((m) => m.template)).toContain('password-changed')
  })

  it('by link does not take a code to the same mailbox as second factor, nor by phone one to the same phone', async () => {
    const p = await person(t.db)
    expect((await findVerification(t.db, entering, identity, await mailedReset(p), start))?.methods).toEqual([
      'app',
      'phone',
      'voice',
      'recovery-code',
    ])
    const asked = await ask('password-code', p.loginId)
    await work()
    const flowToken = asked.ok ? asked.value.flowToken : undefined
    const entered = await enterResetCode(
      t.db,
      entering,
      identity,
      { flowToken, code: codeIn((await mailbox(t, p.phone)).at(-1)) },
      start,
    )
    const after = entered.ok ? entered.value.flowToken : ''
    expect((await findVerification(t.db, entering, identity, after, start))?.methods).toEqual([
      'app',
      'email',
      'recovery-code',
    ])
    expect(codeOf(await verify(after, 'phone', '123456', start))).toBe('method-not-allowed')
  })

  it('link and phone code are over after their time, and one reset ends the other links', async () => {
    const p = await person(t.db)
    const old = await mailedReset(p)
    expect(await findReset(t.db, entering, old, at(29))).toBeDefined()
    expect(await findReset(t.db, entering, old, at(30))).toBeUndefined()
    const other = await mailedReset(p, at(31))
    await reset(await verifiedReset(p, at(32)), NEW, at(32))
    expect(await findReset(t.db, entering, other, at(33))).toBeUndefined()
  })

  it('clears a password lock', async () => {
    const p = await person(t.db)
    for (let i = 0; i < 5; i++)
      await signIn(t.db, entering, identity, { loginId: p.loginId, password: 'wrong' }, caller(), start)
    await reset(await verifiedReset(p, at(1)), NEW, at(1))
    expect(codeOf(await signIn(t.db, entering, identity, { loginId: p.loginId, password: NEW }, caller(), at(1)))).toBe(
      'ok',
    )
  })

  it('refuses a weak new password and two that differ', async () => {
    const p = await person(t.db)
    const flow = await verifiedReset(p, start)
    expect(codeOf(await reset(flow, 'short'))).toBe('password-short')
    expect(codeOf(await reset(flow, 'aaaaaaaaaaaaaaaa'))).toMatch(/password-(weak|common)/)
    expect(codeOf(await reset(flow, 'rosa.vega rosa'))).toBe('password-context')
    const differ = { flowToken: flow, password: NEW, again: `${NEW}!` }
    expect(codeOf(await resetPassword(t.db, entering, identity, differ, caller(), start))).toBe('passwords-differ')
  })

  it('answers alike for everybody: same result, same rows written', async () => {
    const p = await person(t.db)
    const rows = async () =>
      (
        await t.pool.query(
          `select (select count(*) from recovery_request) || ' ' || (select count(*) from flow) || ' ' || (select count(*) from otp) || ' ' || (select count(*) from auth_event) || ' ' || (select count(*) from message) as n`,
        )
      ).rows[0].n
        .split(' ')
        .map(Number) as number[]
    const change = async (name: string, kind: RecoveryInput['kind']) => {
      const before = await rows()
      const asked = await ask(kind, name)
      const now = await rows()
      return { ok: asked.ok, flow: asked.ok && typeof asked.value.flowToken, rows: now.map((n, i) => n - before[i]!) }
    }
    for (const kind of ['password-link', 'password-code', 'user-id'] as const)
      expect(await change(p.loginId, kind)).toEqual(await change('nobody.known', kind))
  })

  it('by phone code counts wrong codes alike for unknown names, and never lets them in', async () => {
    const p = await person(t.db)
    const tries = async (name: string) => {
      const asked = await ask('password-code', name)
      await work()
      const flowToken = asked.ok ? asked.value.flowToken : undefined
      const said = []
      for (let i = 0; i < 6; i++) {
        const r = await enterResetCode(t.db, entering, identity, { flowToken, code: 'abc' }, start)
        said.push(r.ok ? 'ok' : r.problem)
      }
      return said
    }
    expect(await tries(p.loginId)).toEqual(await tries('nobody.phone'))
  })

  it('an address without an account is told so by mail, and a user id is mailed to its owner only', async () => {
    const p = await person(t.db)
    await ask('password-link', 'stranger@example.net')
    await ask('user-id', p.email.toUpperCase())
    await work()
    expect((await mailbox(t, 'stranger@example.net')).map((m) => m.template)).toEqual(['no-account'])
    const mine = await mailbox(t, p.email)
    expect(mine.map((m) => m.template)).toEqual(['user-ids'])
    expect(mine[0]!.body).toContain(p.loginId)
    expect(mine[0]!.body).toContain(site.origin)
  })

  it('five requests an hour about one name, twenty in five minutes from one network', async () => {
    for (let i = 0; i < 5; i++) expect((await ask('user-id', 'often@example.net')).ok).toBe(true)
    expect(codeOf(await ask('user-id', 'often@example.net'))).toBe('too-many-tries')
    const here = caller()
    const from = (i: number) =>
      askRecovery(t.db, entering, identity, { kind: 'user-id', name: `n${i}@example.net` }, here, start)
    for (let i = 0; i < 20; i++) expect((await from(i)).ok).toBe(true)
    expect(codeOf(await from(20))).toBe('too-many-tries')
  })
})

describe('while signed in', () => {
  it('confirming who you are takes both factors and gives the session a new token', async () => {
    const p = await person(t.db)
    const s = await session(p, start)
    const input = { loginId: p.loginId, sessionId: s.id, password: PASSWORD, next: '/account/app', level: 2 } as const
    const given = await confirmIdentity(t.db, owning(p.userId), identity, input, caller(), at(20))
    const flow = given.ok ? given.value.flowToken : ''
    expect((await visitorOf(t.db, s.token, at(20)))?.session.authAt).toEqual(start)
    const done = await verify(flow, 'app', totpAt(p.seed, at(20)), at(20))
    const token = done.ok && done.value.is === 'signed-in' ? done.value.sessionToken : ''
    expect(done).toMatchObject({ value: { next: '/account/app' } })
    expect((await visitorOf(t.db, token, at(20)))?.session).toMatchObject({ id: s.id, authAt: at(20) })
    expect(await visitorOf(t.db, s.token, at(20))).toBeUndefined()
  })

  it('another person’s session cannot be renewed or ended', async () => {
    const [p, q] = [await person(t.db), await person(t.db)]
    const theirs = await session(q, start)
    expect(await endOwnSessions(t.db, owning(p.userId), { only: theirs.id }, caller(), at(1))).toBe(0)
    const input = { loginId: p.loginId, sessionId: theirs.id, password: PASSWORD, next: undefined, level: 2 } as const
    const given = await confirmIdentity(t.db, owning(p.userId), identity, input, caller(), at(1))
    expect(codeOf(await verify(given.ok ? given.value.flowToken : '', 'app', totpAt(p.seed, at(1)), at(1)))).toBe(
      'form-expired',
    )
    expect(await visitorOf(t.db, theirs.token, at(1))).toBeDefined()
  })

  it('changing the password needs the current one and ends other sessions', async () => {
    const p = await person(t.db)
    const [here, there] = [await session(p, start), await session(p, at(2))]
    const change = (current: string) =>
      changePassword(
        t.db,
        securing(p.userId),
        identity,
        { current, password: NEW, again: NEW, endOthers: true, sessionId: here.id },
        caller(),
        at(3),
      )
    expect(await change('wrong')).toMatchObject({ problem: { code: 'sign-in-wrong', at: 'current' } })
    expect(codeOf(await change(PASSWORD))).toBe('ok')
    expect(await visitorOf(t.db, here.token, at(3))).toBeDefined()
    expect(await visitorOf(t.db, there.token, at(3))).toBeUndefined()
  })

  it('the code that sets an app up does not sign in, and the owner is told', async () => {
    const p = await person(t.db, { app: true, phone: true })
    const here = await session(p, start, 'email')
    expect((await visitorOf(t.db, here.token, start))?.session.aal).toBe(1)
    const begun = await beginApp(t.db, adding(p.userId), identity, start)
    const flowToken = begun.ok ? begun.value.flowToken : undefined
    const seed = (await findNewApp(t.db, adding(p.userId), flowToken, start))!
    expect(await findNewApp(t.db, adding('11111111-1111-4111-8111-111111111111'), flowToken, start)).toBeUndefined()
    const code = totpAt(seed, start)
    const input = { flowToken, code, label: 'My phone', name: 'Rosa', sessionId: here.id }
    expect(
      codeOf(await confirmApp(t.db, adding(p.userId), identity, { ...input, code: '000000' }, caller(), start)),
    ).toBe('app-code-wrong')
    const done = await confirmApp(t.db, adding(p.userId), identity, input, caller(), start)
    // Password, mailbox and now the app: the session is worth both factors, under a new token.
    expect(await visitorOf(t.db, here.token, start)).toBeUndefined()
    expect((await visitorOf(t.db, done.ok ? done.value.sessionToken : '', start))?.session.aal).toBe(2)
    const given = await signIn(t.db, entering, identity, { loginId: p.loginId, password: PASSWORD }, caller(), start)
    expect(codeOf(await verify(given.ok ? given.value.flowToken : '', 'app', code, start))).toBe('code-wrong')
    expect((await mailbox(t, p.email)).map((m) => m.template)).toContain('factor-added')
  })

  it('a phone is added by its code; the last way to verify cannot be removed', async () => {
    const p = await person(t.db, { app: true, phone: true })
    const here = await session(p, start, 'email')
    const [add, secure] = [adding(p.userId), securing(p.userId)]
    const begun = await beginPhone(t.db, add, identity, '3125559999', start)
    const input = {
      flowToken: begun.ok ? begun.value.flowToken : '',
      code: codeIn((await mailbox(t, '3125559999')).at(-1)),
      name: 'Rosa',
      sessionId: here.id,
    }
    expect(codeOf(await confirmPhone(t.db, add, identity, input, caller(), start))).toBe('ok')
    const { rows } = await t.pool.query('select id, kind from contact where user_id = $1 order by kind', [p.userId])
    const [email, phone] = rows as { id: string; kind: 'email' | 'phone' }[]
    const both = await Promise.all(
      [email, phone].map((c) => removeFactor(t.db, secure, identity, { method: c!.kind, id: c!.id }, caller(), at(1))),
    )
    expect(both.filter((r) => r.ok)).toHaveLength(1)
    expect(both.map(codeOf)).toContain('too-few-items')
    // A number that was taken away gets no codes for a new password either.
    const left = await t.pool.query(`select kind from contact where user_id = $1 and kind = 'phone'`, [p.userId])
    expect(left.rowCount).toBe(both[1]!.ok ? 0 : 1)
  })

  it('new recovery codes are shown until they are kept, and end the old ones', async () => {
    const p = await person(t.db)
    const own = owning(p.userId)
    const made = await renewRecoveryCodes(t.db, securing(p.userId), identity, caller(), start)
    const flowToken = made.ok ? made.value.flowToken : undefined
    const codes = await findNewRecoveryCodes(t.db, own, flowToken, start)
    expect(new Set(codes)).toHaveProperty('size', 10)
    expect(codes?.[0]).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    await forgetNewRecoveryCodes(t.db, own, flowToken, start)
    expect(await findNewRecoveryCodes(t.db, own, flowToken, start)).toBeUndefined()
    const given = await signIn(t.db, entering, identity, { loginId: p.loginId, password: PASSWORD }, caller(), start)
    const flow = given.ok ? given.value.flowToken : ''
    expect(codeOf(await verify(flow, 'recovery-code', p.recoveryCodes[0]!, start))).toBe('code-wrong')
    expect(codeOf(await verify(flow, 'recovery-code', codes![3]!, start))).toBe('ok')
  })
})
