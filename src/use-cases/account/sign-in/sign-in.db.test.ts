import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitorOf } from '#db/queries/access/sessions.ts'
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
  site,
  start,
  type TestDatabase,
  testDatabase,
} from '#test/support/identity.ts'
import type { Caller } from '../identity.ts'
import { answerRecoveryRequests } from '../recovery/answer-recovery-requests.ts'
import { signOut } from './end-session.ts'
import { signIn } from './sign-in.ts'
import { unlockAccount } from './unlock-account.ts'
import { sendVerificationCode, verifySignIn } from './verify-sign-in.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())

const give = (loginId: string, password: string, now = start, from: Caller = caller()) =>
  signIn(t.db, entering, identity, { loginId, password }, from, now)
const problemOf = (r: { ok: boolean; problem?: unknown }) => (r.ok ? 'ok' : r.problem)
async function flowOf(loginId: string, now = start): Promise<string> {
  const given = await give(loginId, PASSWORD, now)
  if (!given.ok) throw new Error(given.problem.code)
  return given.value.flowToken
}
const verify = (flowToken: string, method: string, code: string, now = start, from: Caller = caller()) =>
  verifySignIn(t.db, entering, identity, { flowToken, method, code }, from, now)
async function signedIn(p: { loginId: string; seed: string }, now: Date, from: Caller = caller()) {
  const done = await verify(await flowOf(p.loginId, now), 'app', totpAt(p.seed, now), now, from)
  if (!done.ok || done.value.is !== 'signed-in') throw new Error('not signed in')
  return done.value
}

describe('passwords', () => {
  it('of 60 guesses at once no more than five are evaluated', async () => {
    const { loginId } = await person(t.db)
    const guesses = await Promise.all(
      Array.from({ length: 60 }, (_, i) => give(loginId, i === 30 ? PASSWORD : `wrong guess ${i}`)),
    )
    const { rows } = await t.pool.query(
      `select count(*)::int n from auth_event where type = 'password-wrong' and user_id = (select id from app_user where login_id = $1)`,
      [loginId],
    )
    const right = guesses.filter((g) => g.ok).length
    // A right one among the five would begin the count anew, so it may let five more in; wrong ones alone never do.
    expect(rows[0].n).toBeLessThanOrEqual(right > 0 ? 9 : 5)
    expect(guesses.filter((g) => !g.ok && g.problem.code === 'account-locked').length).toBeGreaterThanOrEqual(50)
  })

  it('of 60 wrong guesses at once exactly five are evaluated, for unknown ids as well', async () => {
    const { loginId } = await person(t.db)
    for (const id of [loginId, 'nobody.atall']) {
      const guesses = await Promise.all(Array.from({ length: 60 }, (_, i) => give(id, `wrong guess ${i}`)))
      expect(guesses.filter((g) => !g.ok && g.problem.code === 'sign-in-wrong')).toHaveLength(4)
      expect(guesses.filter((g) => !g.ok && g.problem.code === 'account-locked')).toHaveLength(56)
    }
    const { rows } = await t.pool.query(
      `select user_id is null as unknown, count(*)::int n from auth_event where type = 'password-wrong' group by login_id_mac, user_id having count(*) = 5`,
    )
    expect(rows).toEqual(
      expect.arrayContaining([
        { unknown: true, n: 5 },
        { unknown: false, n: 5 },
      ]),
    )
  })

  it('known and unknown ids get the same answers, try by try', async () => {
    const { loginId } = await person(t.db)
    const answers = async (id: string) => {
      const said = []
      for (let i = 0; i < 7; i++) said.push(problemOf(await give(id, 'wrong guess', at(i))))
      return said
    }
    const known = await answers(loginId)
    expect(known).toEqual(await answers('nobody.else'))
    expect(known.map((p) => (p as { code: string }).code)).toEqual([
      ...Array(4).fill('sign-in-wrong'),
      ...Array(3).fill('account-locked'),
    ])
    expect(known[4]).toMatchObject({ with: { minutes: 15 } })
  })

  it('a lock refuses the right password, ends after 15 minutes, and is twice as long the next time', async () => {
    const { loginId } = await person(t.db)
    const fail = async (minute: number) => {
      for (let i = 0; i < 5; i++) await give(loginId, 'wrong guess', at(minute))
    }
    await fail(0)
    expect(problemOf(await give(loginId, PASSWORD, at(14)))).toMatchObject({
      code: 'account-locked',
      with: { minutes: 1 },
    })
    await fail(15)
    expect(problemOf(await give(loginId, PASSWORD, at(16)))).toMatchObject({ with: { minutes: 29 } })
    expect((await give(loginId, PASSWORD, at(45))).ok).toBe(true)
  })

  it('the mailed link unlocks once; looking at it does nothing; nobody is written to for unknown ids', async () => {
    const p = await person(t.db)
    for (const id of [p.loginId, 'nobody.third']) for (let i = 0; i < 5; i++) await give(id, 'wrong guess')
    const before = (await t.pool.query('select count(*)::int n from message')).rows[0].n
    await answerRecoveryRequests(t.db, running, identity, start)
    const mine = await mailbox(t, p.email)
    expect(mine.map((m) => m.template)).toEqual(['unlock'])
    expect(mine[0]!.body).toContain(`${site.origin}/unlock?token=`)
    expect((await t.pool.query(`select count(*)::int n from message where template = 'no-account'`)).rows[0].n).toBe(0)
    expect(before).toBeGreaterThanOrEqual(0)
    const token = linkIn(mine[0])
    expect((await give(p.loginId, PASSWORD)).ok).toBe(false)
    expect((await unlockAccount(t.db, entering, identity, token, caller(), at(1))).ok).toBe(true)
    expect((await give(p.loginId, PASSWORD, at(1))).ok).toBe(true)
    expect((await unlockAccount(t.db, entering, identity, token, caller(), at(2))).ok).toBe(false)
  })

  it('strangers cannot use up the tries of a device that signed in before', async () => {
    const p = await person(t.db)
    const { deviceToken } = await signedIn(p, start)
    for (let i = 0; i < 6; i++) await give(p.loginId, 'wrong guess', at(1))
    expect((await give(p.loginId, PASSWORD, at(1))).ok).toBe(false)
    expect((await give(p.loginId, PASSWORD, at(1), caller({ device: deviceToken }))).ok).toBe(true)
    // Another person's device is no device of theirs.
    const other = await person(t.db)
    for (let i = 0; i < 5; i++) await give(other.loginId, 'wrong guess', at(1))
    expect((await give(other.loginId, PASSWORD, at(1), caller({ device: deviceToken }))).ok).toBe(false)
  })

  it('thirty wrong tries from one network close it for a while, whatever the ids; right ones do not count', async () => {
    const p = await person(t.db)
    const here = caller()
    for (let i = 0; i < 35; i++) expect((await give(p.loginId, PASSWORD, start, here)).ok).toBe(true)
    for (let i = 0; i < 30; i++) await give(`guessed.name${i}`, 'wrong guess', start, here)
    expect(problemOf(await give(p.loginId, PASSWORD, start, here))).toMatchObject({
      code: 'too-many-tries',
      with: { minutes: 5 },
    })
    expect((await give(p.loginId, PASSWORD, start)).ok).toBe(true)
  })

  it('a password alone opens nothing', async () => {
    const p = await person(t.db)
    const flow = await flowOf(p.loginId)
    expect(await visitorOf(t.db, flow, start)).toBeUndefined()
  })

  it('a suspended account answers like an unknown one', async () => {
    const p = await person(t.db)
    await t.pool.query(`update app_user set status = 'suspended' where id = $1`, [p.userId])
    expect(problemOf(await give(p.loginId, PASSWORD))).toEqual({ code: 'sign-in-wrong' })
  })
})

describe('second factors', () => {
  it('an app code works once, in any flow, and an older one not any more', async () => {
    const p = await person(t.db)
    const [one, two] = [await flowOf(p.loginId), await flowOf(p.loginId)]
    const code = totpAt(p.seed, start)
    const results = await Promise.all([verify(one, 'app', code), verify(two, 'app', code)])
    expect(results.filter((r) => r.ok)).toHaveLength(1)
    expect((await verify(await flowOf(p.loginId), 'app', totpAt(p.seed, at(-0.5)))).ok).toBe(false)
    expect((await verify(await flowOf(p.loginId, at(1)), 'app', totpAt(p.seed, at(1)), at(1))).ok).toBe(true)
  })

  it('a sent code works once, and its five tries survive a new code', async () => {
    const p = await person(t.db, { app: true })
    const flow = await flowOf(p.loginId)
    expect(codeIn((await mailbox(t, p.phone)).at(-1))).toMatch(/^\d{6}$/)
    for (let i = 0; i < 3; i++)
      expect(problemOf(await verify(flow, 'phone', 'abc'))).toMatchObject({ with: { left: 4 - i } })
    await sendVerificationCode(t.db, entering, identity, flow, 'phone', at(1))
    expect(problemOf(await verify(flow, 'phone', 'abc', at(1)))).toMatchObject({ with: { left: 1 } })
    await verify(flow, 'phone', 'abc', at(1))
    const code = codeIn((await mailbox(t, p.phone)).at(-1))
    expect(problemOf(await verify(flow, 'phone', code, at(1)))).toMatchObject({ code: 'code-used-up' })
    await sendVerificationCode(t.db, entering, identity, flow, 'phone', at(2))
    expect(problemOf(await verify(flow, 'phone', codeIn((await mailbox(t, p.phone)).at(-1)), at(2)))).toMatchObject({
      code: 'code-used-up',
    })
  })

  it('a right sent code signs in once, in one of many tabs, and only in its own flow', async () => {
    const p = await person(t.db, { app: true })
    const [one, two] = [await flowOf(p.loginId), await flowOf(p.loginId)]
    const [first] = (await mailbox(t, p.phone)).map(codeIn)
    expect((await verify(two, 'phone', first!)).ok).toBe(false)
    const tabs = await Promise.all(Array.from({ length: 5 }, () => verify(one, 'phone', first!)))
    expect(tabs.filter((r) => r.ok)).toHaveLength(1)
  })

  it('a code is over after ten minutes', async () => {
    const p = await person(t.db, { app: true })
    const flow = await flowOf(p.loginId)
    expect(problemOf(await verify(flow, 'phone', codeIn((await mailbox(t, p.phone)).at(-1)), at(10)))).toMatchObject({
      code: 'code-expired',
    })
  })

  it('five codes an hour go to one address, no more', async () => {
    const p = await person(t.db, { app: true })
    const flow = await flowOf(p.loginId)
    for (let i = 1; i < 5; i++)
      expect((await sendVerificationCode(t.db, entering, identity, flow, 'phone', at(i))).ok).toBe(true)
    expect(problemOf(await sendVerificationCode(t.db, entering, identity, flow, 'phone', at(5)))).toMatchObject({
      code: 'code-resend-limit',
    })
    expect(await mailbox(t, p.phone)).toHaveLength(5)
  })

  it('ten wrong codes lock the account, across flows and methods, with the right password too', async () => {
    const p = await person(t.db)
    for (let i = 0; i < 10; i++) await verify(await flowOf(p.loginId), i % 2 ? 'app' : 'recovery-code', '000000')
    expect(problemOf(await verify(await flowOf(p.loginId), 'app', totpAt(p.seed, start)))).toMatchObject({
      code: 'account-locked',
    })
    expect((await verify(await flowOf(p.loginId, at(16)), 'app', totpAt(p.seed, at(16)), at(16))).ok).toBe(true)
  })

  it('a recovery code works once, however it is typed', async () => {
    const p = await person(t.db)
    const code = p.recoveryCodes[0]!
    expect((await verify(await flowOf(p.loginId), 'recovery-code', code.toLowerCase().replaceAll('-', ' '))).ok).toBe(
      true,
    )
    expect((await verify(await flowOf(p.loginId), 'recovery-code', code)).ok).toBe(false)
  })

  it('tell what a session is worth: an e-mail code gives less', async () => {
    const p = await person(t.db)
    const flow = await flowOf(p.loginId)
    await sendVerificationCode(t.db, entering, identity, flow, 'email', start)
    const done = await verify(flow, 'email', codeIn((await mailbox(t, p.email)).at(-1)))
    const token = done.ok && done.value.is === 'signed-in' ? done.value.sessionToken : ''
    expect((await visitorOf(t.db, token, start))?.session.aal).toBe(1)
    expect((await visitorOf(t.db, (await signedIn(p, at(2))).sessionToken, at(2)))?.session.aal).toBe(2)
  })
})

describe('sessions', () => {
  it('always get a new token, and end the one that the browser had', async () => {
    const p = await person(t.db)
    const first = await signedIn(p, start)
    const second = await signedIn(p, at(2), caller({ session: first.sessionToken }))
    expect(second.sessionToken).not.toBe(first.sessionToken)
    expect(await visitorOf(t.db, first.sessionToken, at(2))).toBeUndefined()
    // A token planted in the browser before signing in is never taken over.
    const third = await signedIn(p, at(4), caller({ session: 'planted' }))
    expect(third.sessionToken).not.toBe('planted')
    expect(await visitorOf(t.db, 'planted', at(4))).toBeUndefined()
  })

  it('on a new device are told to the owner, on a known one not', async () => {
    const p = await person(t.db)
    const { deviceToken } = await signedIn(p, start)
    expect(await mailbox(t, p.email)).toHaveLength(0)
    await signedIn(p, at(2), caller({ device: deviceToken }))
    expect(await mailbox(t, p.email)).toHaveLength(0)
    await signedIn(p, at(4))
    expect((await mailbox(t, p.email)).map((m) => m.template)).toEqual(['new-device'])
  })

  it('end when their owner signs out', async () => {
    const { sessionToken } = await signedIn(await person(t.db), start)
    await signOut(t.db, entering, caller({ session: sessionToken }), at(1))
    expect(await visitorOf(t.db, sessionToken, at(1))).toBeUndefined()
  })

  it('leave no token, code, seed or password in clear', async () => {
    const p = await person(t.db)
    const flow = await flowOf(p.loginId)
    const { sessionToken, deviceToken } = await signedIn(p, at(2))
    const dump = await Promise.all(
      [
        'app_user',
        'totp',
        'recovery_code',
        'flow',
        'otp',
        'counter',
        'session',
        'device',
        'auth_event',
        'recovery_request',
      ].map(async (table) =>
        (await t.pool.query(`select row_to_json(x)::text as row from ${table} x`)).rows.map((r) => r.row).join('\n'),
      ),
    )
    const all = dump.join('\n')
    expect(all.length).toBeGreaterThan(10_000)
    for (const secret of [
      flow,
      sessionToken,
      deviceToken!,
      PASSWORD,
      p.seed,
      p.recoveryCodes[0]!,
      p.recoveryCodes[0]!.replaceAll('-', ''),
    ])
      expect(all.includes(secret), secret.slice(0, 6)).toBe(false)
  })
})
