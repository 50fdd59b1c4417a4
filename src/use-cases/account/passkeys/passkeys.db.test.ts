import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitorOf } from '#db/queries/access/sessions.ts'
import type { Result } from '#domain/result.ts'
import { totpAt } from '#outside/totp.ts'
import {
  adding,
  at,
  caller,
  entering,
  identity,
  mailbox,
  owning,
  PASSWORD,
  type Person,
  person,
  securing,
  start,
  type TestDatabase,
  testDatabase,
} from '#test/support/identity.ts'
import { type Says, softPasskey } from '#test/support/soft-passkey.ts'
import { removeFactor, renameMethod } from '../methods/remove-factor.ts'
import { signIn } from '../sign-in/sign-in.ts'
import { findVerification, verifySignIn } from '../sign-in/verify-sign-in.ts'
import { addPasskey } from './add-passkey.ts'
import { askForNewPasskey, askForPasskey } from './ask-passkey.ts'
import { confirmByPasskey, signInByPasskey } from './use-passkey.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())

const here: Says = { origin: 'https://enroll.example.org', rpId: 'example.org' }
const mine = 'csrf of this visitor'
const codeOf = (r: Result<unknown>) => (r.ok ? 'ok' : r.problem.code)
const challengeOf = (r: Result<object>) => (r.ok ? (r.value as { challenge: string }).challenge : '')

async function session(p: Person, now = start) {
  const given = await signIn(t.db, entering, identity, { loginId: p.loginId, password: PASSWORD }, caller(), now)
  const flowToken = given.ok ? given.value.flowToken : ''
  const done = await verifySignIn(
    t.db,
    entering,
    identity,
    { flowToken, method: 'app', code: totpAt(p.seed, now) },
    caller(),
    now,
  )
  if (!done.ok || done.value.is !== 'signed-in') throw new Error('not signed in')
  return { token: done.value.sessionToken, id: (await visitorOf(t.db, done.value.sessionToken, now))!.session.id }
}
const newChallenge = async (p: Person, boundTo = mine) =>
  challengeOf(
    await askForNewPasskey(
      t.db,
      adding(p.userId),
      identity,
      { boundTo, loginId: p.loginId, displayName: 'Rosa Vega' },
      start,
    ),
  )
const add = (p: Person, sessionId: string, posted: string, boundTo = mine) =>
  addPasskey(
    t.db,
    adding(p.userId),
    identity,
    { posted, boundTo, label: 'My laptop', sessionId, name: 'Rosa' },
    caller(),
    start,
  )
const challenge = async (now = at(1), boundTo = mine) =>
  challengeOf(await askForPasskey(t.db, entering, identity, { boundTo }, caller(), now))
const enter = (posted: string, boundTo = mine, now = at(1)) =>
  signInByPasskey(t.db, entering, identity, { posted, boundTo }, caller(), now)

/** Somebody with a passkey that has counted to 5. */
async function holder() {
  const p = await person(t.db)
  const s = await session(p)
  const key = softPasskey()
  const added = await add(p, s.id, key.make(await newChallenge(p), { ...here, count: 5 }))
  if (!added.ok) throw new Error(added.problem.code)
  return { p, key, sessionId: s.id, token: added.value.sessionToken }
}

describe('adding a passkey', () => {
  it('asks for user verification and a passkey that can be found without a name', async () => {
    const p = await person(t.db)
    const asked = await askForNewPasskey(
      t.db,
      adding(p.userId),
      identity,
      { boundTo: mine, loginId: p.loginId, displayName: 'Rosa' },
      start,
    )
    expect(asked).toMatchObject({
      value: {
        rp: { id: 'example.org' },
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      },
    })
  })

  it('raises the session, tells the owner, and offers the passkey first', async () => {
    const { p, token } = await holder()
    expect((await visitorOf(t.db, token, start))?.session.aal).toBe(2)
    expect((await mailbox(t, p.email)).at(-1)?.body).toContain('Passkey, My laptop')
    const { rows } = await t.pool.query('select phishing_resistant from session where user_id = $1', [p.userId])
    expect(rows).toEqual([{ phishing_resistant: true }])
    const given = await signIn(t.db, entering, identity, { loginId: p.loginId, password: PASSWORD }, caller(), at(1))
    expect(given).toMatchObject({ value: { method: 'passkey' } })
  })

  it.each<[string, Partial<Says>]>([
    ['another site', { origin: 'https://evil.example' }],
    ['a page of the same name over plain http', { origin: 'http://enroll.example.org' }],
    ['another name', { rpId: 'evil.example' }],
    ['a device that did not verify its user', { flags: 0x41 }],
  ])('refuses an answer from %s', async (_, says) => {
    const p = await person(t.db)
    const s = await session(p)
    expect(codeOf(await add(p, s.id, softPasskey().make(await newChallenge(p), { ...here, ...says })))).toBe(
      'passkey-wrong',
    )
  })

  it('takes each challenge once, from the visitor and the person it was made for', async () => {
    const [p, q] = [await person(t.db), await person(t.db)]
    const [s, z] = [await session(p), await session(q)]
    const used = await newChallenge(p)
    expect(codeOf(await add(p, s.id, softPasskey().make(used, here), 'another visitor'))).toBe('passkey-wrong')
    expect(codeOf(await add(p, s.id, softPasskey().make(used, here)))).toBe('passkey-wrong')
    expect(codeOf(await add(q, z.id, softPasskey().make(await newChallenge(p), here)))).toBe('passkey-wrong')
    expect(codeOf(await add(p, s.id, softPasskey().make(await challenge(start), here)))).toBe('passkey-wrong')
    expect(codeOf(await add(p, s.id, softPasskey().make('made up', here)))).toBe('passkey-wrong')
    expect(codeOf(await add(p, s.id, ''))).toBe('passkey-needs-script')
    const same = softPasskey()
    expect(codeOf(await add(p, s.id, same.make(await newChallenge(p), here)))).toBe('ok')
    expect(codeOf(await add(q, z.id, same.make(await newChallenge(q), here)))).toBe('passkey-wrong')
  })
})

describe('a passkey alone', () => {
  it('signs in, phishing-resistant, even while wrong passwords lock the user ID', async () => {
    const { p, key } = await holder()
    for (let i = 0; i < 6; i++)
      await signIn(t.db, entering, identity, { loginId: p.loginId, password: 'wrong guess' }, caller(), at(1))
    const done = await enter(key.prove(await challenge(), { ...here, count: 6 }))
    const visitor = done.ok ? await visitorOf(t.db, done.value.sessionToken, at(1)) : undefined
    expect(visitor).toMatchObject({ actor: { userId: p.userId }, session: { aal: 2, authAt: at(1) } })
    const { rows } = await t.pool.query(
      'select methods, phishing_resistant from session where user_id = $1 and created_at = $2',
      [p.userId, at(1)],
    )
    expect(rows).toEqual([{ methods: ['passkey'], phishing_resistant: true }])
  })

  it.each(['alone', 'after the password'])('%s on a shared computer: ends soon and is not remembered', async (how) => {
    const { p, key } = await holder()
    const shared = { publicComputer: true }
    const proof = key.prove(await challenge(), { ...here, count: 6 })
    const opened = async () => {
      if (how === 'alone')
        return signInByPasskey(t.db, entering, identity, { posted: proof, boundTo: mine, ...shared }, caller(), at(1))
      const input = { loginId: p.loginId, password: PASSWORD, ...shared }
      const given = await signIn(t.db, entering, identity, input, caller(), at(1))
      const flowToken = given.ok ? given.value.flowToken : ''
      return verifySignIn(
        t.db,
        entering,
        identity,
        { flowToken, method: 'passkey', code: proof, boundTo: mine },
        caller(),
        at(1),
      )
    }
    const done = await opened()
    if (!done.ok || !('sessionToken' in done.value)) throw new Error(codeOf(done))
    expect(done.value.deviceToken).toBeUndefined()
    expect((await visitorOf(t.db, done.value.sessionToken, at(5), false))?.session.publicComputer).toBe(true)
    expect(await visitorOf(t.db, done.value.sessionToken, at(7), false)).toBeUndefined()
  })

  it.each<[string, Partial<Says>]>([
    ['for another site', { origin: 'https://evil.example' }],
    ['for another name', { rpId: 'evil.example' }],
    ['without user verification', { flags: 0x01 }],
    ['in the name of somebody else', { userHandle: Buffer.from('somebody else 16').toString('base64url') }],
  ])('does not do %s', async (_, says) => {
    const { key } = await holder()
    expect(codeOf(await enter(key.prove(await challenge(), { ...here, count: 6, ...says })))).toBe('passkey-wrong')
  })

  it('answers a challenge once, in the browser that was asked, within five minutes', async () => {
    const { key } = await holder()
    const posted = key.prove(await challenge(), { ...here, count: 6 })
    const tabs = await Promise.all(Array.from({ length: 4 }, () => enter(posted)))
    expect(tabs.filter((r) => r.ok)).toHaveLength(1)
    expect(codeOf(await enter(key.prove(await challenge(), { ...here, count: 7 }), 'another visitor'))).toBe(
      'passkey-wrong',
    )
    expect(codeOf(await enter(key.prove(await challenge(at(1)), { ...here, count: 8 }), mine, at(6)))).toBe(
      'passkey-wrong',
    )
    expect(codeOf(await enter('{"id":"x"}'))).toBe('passkey-wrong')
  })

  it('whose count goes backwards is switched off, and its owner is told', async () => {
    const { p, key } = await holder()
    expect(codeOf(await enter(key.prove(await challenge(), { ...here, count: 5 })))).toBe('passkey-wrong')
    expect((await mailbox(t, p.email)).at(-1)?.template).toBe('passkey-suspect')
    expect(codeOf(await enter(key.prove(await challenge(), { ...here, count: 9 })))).toBe('passkey-wrong')
    const { rows } = await t.pool.query(
      `select detail from auth_event where user_id = $1 and type = 'passkey-suspect'`,
      [p.userId],
    )
    expect(rows).toEqual([{ detail: { before: 5, said: 5 } }])
  })

  it('that never counts, as synced ones do, goes on signing in', async () => {
    const p = await person(t.db)
    const key = softPasskey()
    await add(p, (await session(p)).id, key.make(await newChallenge(p), here))
    for (let i = 0; i < 2; i++) expect(codeOf(await enter(key.prove(await challenge(), here)))).toBe('ok')
  })

  it('opens no account that is not active', async () => {
    const { p, key } = await holder()
    await t.pool.query(`update app_user set status = 'suspended' where id = $1`, [p.userId])
    expect(codeOf(await enter(key.prove(await challenge(), { ...here, count: 6 })))).toBe('passkey-wrong')
  })
})

describe('a passkey beside others', () => {
  it('is the second factor of its owner only, and confirms who acts', async () => {
    const [a, b] = [await holder(), await holder()]
    const given = await signIn(t.db, entering, identity, { loginId: a.p.loginId, password: PASSWORD }, caller(), at(1))
    const flowToken = given.ok ? given.value.flowToken : ''
    const asked = await askForPasskey(t.db, entering, identity, { boundTo: mine, flowToken }, caller(), at(1))
    expect(asked).toMatchObject({ value: { allowCredentials: [{ id: a.key.id }] } })
    const verify = (code: string) =>
      verifySignIn(t.db, entering, identity, { flowToken, method: 'passkey', code, boundTo: mine }, caller(), at(1))
    expect(codeOf(await verify(b.key.prove(await challenge(), { ...here, count: 6 })))).toBe('passkey-wrong')
    expect(codeOf(await verify(a.key.prove(challengeOf(asked), { ...here, count: 6 })))).toBe('ok')

    const confirm = (posted: string) =>
      confirmByPasskey(
        t.db,
        owning(a.p.userId),
        identity,
        { posted, boundTo: mine, sessionId: a.sessionId },
        caller(),
        at(20),
      )
    expect(codeOf(await confirm(b.key.prove(await challenge(at(20)), { ...here, count: 7 })))).toBe('passkey-wrong')
    const done = await confirm(a.key.prove(await challenge(at(20)), { ...here, count: 7 }))
    expect((await visitorOf(t.db, done.ok ? done.value.sessionToken : '', at(20)))?.session.authAt).toEqual(at(20))
  })

  it('is renamed and removed by its owner only', async () => {
    const [a, b] = [await holder(), await holder()]
    const { rows } = await t.pool.query('select id from passkey where user_id = $1', [a.p.userId])
    const id = rows[0].id as string
    const rename = (userId: string, label: string) =>
      renameMethod(t.db, securing(userId), { method: 'passkey', id, label }, caller(), at(1))
    expect([codeOf(await rename(b.p.userId, 'Mine')), codeOf(await rename(a.p.userId, ' '))]).toEqual([
      'not-found',
      'required',
    ])
    expect(codeOf(await rename(a.p.userId, 'Work laptop'))).toBe('ok')
    const remove = (userId: string) =>
      removeFactor(t.db, securing(userId), identity, { method: 'passkey', id }, caller(), at(1))
    expect([codeOf(await remove(b.p.userId)), codeOf(await remove(a.p.userId))]).toEqual(['not-found', 'ok'])
    expect(codeOf(await enter(a.key.prove(await challenge(), { ...here, count: 6 })))).toBe('passkey-wrong')
    expect((await mailbox(t, a.p.email)).at(-1)?.body).toContain('Passkey')
  })

  it('leaves staff no weaker way', async () => {
    const { p } = await holder()
    await t.pool.query(
      `insert into membership (id, user_id, role, party_id, status, valid_from)
       values (gen_random_uuid(), $1, 'mac-analyst', 'lakes', 'active', '2026-01-01')`,
      [p.userId],
    )
    const given = await signIn(t.db, entering, identity, { loginId: p.loginId, password: PASSWORD }, caller(), at(1))
    const flow = given.ok ? given.value.flowToken : ''
    expect((await findVerification(t.db, entering, identity, flow, at(1)))?.methods).toEqual(['passkey', 'app'])
  })
})
