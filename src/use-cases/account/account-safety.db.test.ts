import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitorOf } from '#db/queries/access/sessions.ts'
import { saveContact } from '#db/records/access/factors.ts'
import { saveSetting } from '#db/records/settings.ts'
import { most } from '#domain/access/limits.ts'
import { settingKey } from '#domain/settings/settings.ts'
import { openPasswords, testCost } from '#outside/passwords.ts'
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
  type TestDatabase,
  testDatabase,
} from '#test/support/identity.ts'
import { canDisavow, disavow } from './disavow.ts'
import { beginApp } from './methods/add-factor.ts'
import { beginEmail, confirmEmail, ownEmails } from './methods/change-email.ts'
import { changePassword } from './methods/change-password.ts'
import { passwordAge } from './methods/password-policy.ts'
import { removeEmail } from './methods/remove-email.ts'
import { removeFactor } from './methods/remove-factor.ts'
import { answerRecoveryRequests } from './recovery/answer-recovery-requests.ts'
import { findKeptForm, keepAndEnd, keepForm } from './sign-in/kept-form.ts'
import { signIn } from './sign-in/sign-in.ts'
import { verifySignIn } from './sign-in/verify-sign-in.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())

const problemOf = (r: { ok: boolean; problem?: { code: string } }) => (r.ok ? 'ok' : r.problem?.code)
async function signedIn(p: Person, now = at(0), more: { publicComputer?: boolean } = {}, from = caller()) {
  const given = await signIn(t.db, entering, identity, { loginId: p.loginId, password: PASSWORD, ...more }, from, now)
  if (!given.ok) throw new Error(given.problem.code)
  const input = { flowToken: given.value.flowToken, method: 'app', code: totpAt(p.seed, now) }
  const done = await verifySignIn(t.db, entering, identity, input, from, now)
  if (!done.ok || done.value.is !== 'signed-in') throw new Error('not signed in')
  const visitor = await visitorOf(t.db, done.value.sessionToken, now, false)
  return { ...done.value, sessionId: visitor!.session.id }
}
const mailLike = async (to: string, template: string) =>
  (await mailbox(t, to)).filter((m) => m.template === template).at(-1)

describe('an e-mail address', () => {
  async function change(p: Person, email: string, replaces: string | undefined, now = at(0)) {
    const { sessionId } = await signedIn(p, now)
    const begun = await beginEmail(t.db, securing(p.userId), identity, { email, replaces }, now)
    if (!begun.ok) return begun
    const code = codeIn(await mailLike(email, 'email-code'))
    const input = { flowToken: begun.value.flowToken, code, sessionId }
    return confirmEmail(t.db, securing(p.userId), identity, input, caller(), now)
  }
  const addresses = async (p: Person) => (await ownEmails(t.db, securing(p.userId))).map((e) => e.value)

  it('is replaced after its code; the former one is told and can take it back', async () => {
    const p = await person(t.db)
    const [own] = await ownEmails(t.db, securing(p.userId))
    expect(problemOf(await change(p, 'new.one@example.org', own!.id))).toBe('ok')
    expect(await addresses(p)).toEqual(['new.one@example.org'])
    const notice = await mailLike(p.email, 'email-replaced')
    expect(notice?.body).toContain('new.one@example.org')
    // Whoever has the new mailbox gets no link with which to lock the owner out.
    expect((await mailbox(t, 'new.one@example.org')).every((m) => !m.body.includes('/not-me'))).toBe(true)
    const done = await disavow(t.db, entering, identity, linkIn(notice), caller(), at(60))
    expect(problemOf(done)).toBe('ok')
    expect(await addresses(p)).toEqual([p.email])
    await answerRecoveryRequests(t.db, running, identity, at(61))
    expect(linkIn(await mailLike(p.email, 'reset'))).not.toBe('no link')
    expect(await mailLike('new.one@example.org', 'reset')).toBeUndefined()
  })

  it('is added beside the others, up to three, each once', async () => {
    const p = await person(t.db)
    for (let i = 2; i <= most.emails; i++)
      expect(problemOf(await change(p, `more${i}.${p.loginId}@example.org`, undefined, at(i)))).toBe('ok')
    expect(await addresses(p)).toHaveLength(most.emails)
    expect(problemOf(await change(p, `over.${p.loginId}@example.org`, undefined, at(10)))).toBe('too-many-items')
    expect(problemOf(await change(p, p.email.toUpperCase(), undefined, at(12)))).toBe('same-email')
  })

  it('is removed when another stays; all are told, and the one that went can come back', async () => {
    const p = await person(t.db)
    const [only] = await ownEmails(t.db, securing(p.userId))
    const { sessionId } = await signedIn(p, at(0))
    const remove = (id: string, who = p, now = at(30)) =>
      removeEmail(t.db, securing(who.userId), identity, { id, sessionId }, caller(), now)
    expect(problemOf(await remove(only!.id))).toBe('last-email')
    const second = `second.${p.loginId}@example.org`
    expect(problemOf(await change(p, second, undefined, at(20)))).toBe('ok')
    expect(problemOf(await remove(only!.id, await person(t.db)))).toBe('not-found')
    const both = await Promise.all((await ownEmails(t.db, securing(p.userId))).map((e) => remove(e.id)))
    expect(both.map(problemOf).sort()).toEqual(['last-email', 'ok'])
    const [left] = await addresses(p)
    const gone = left === second ? p.email : second
    expect((await mailLike(left!, 'email-removed'))?.body).toContain(gone)
    const notice = await mailLike(gone, 'email-removed')
    expect(problemOf(await disavow(t.db, entering, identity, linkIn(notice), caller(), at(60)))).toBe('ok')
    expect((await addresses(p)).toSorted()).toEqual([p.email, second].toSorted())
  })

  it('that alone gets codes is not removed while there is no other way to verify', async () => {
    const p = await person(t.db, { app: true, phone: true })
    const [own] = await ownEmails(t.db, securing(p.userId))
    await saveContact(
      t.db,
      { userId: p.userId, kind: 'email', value: 'aside@example.org', useForMfa: false, notify: true },
      at(1),
    )
    const input = { id: own!.id, sessionId: crypto.randomUUID() }
    expect(problemOf(await removeEmail(t.db, securing(p.userId), identity, input, caller(), at(2)))).toBe(
      'too-few-items',
    )
    expect(await addresses(p)).toHaveLength(2)
  })

  it('needs the right code, within its tries, of the same person', async () => {
    const p = await person(t.db)
    const other = await person(t.db)
    const { sessionId } = await signedIn(p)
    const email = `wrong.${p.loginId}@example.org`
    const begun = await beginEmail(t.db, securing(p.userId), identity, { email, replaces: undefined }, at(0))
    if (!begun.ok) throw new Error('not begun')
    const { flowToken } = begun.value
    const confirm = (who: Person, code: string, now = at(1)) =>
      confirmEmail(t.db, securing(who.userId), identity, { flowToken, code, sessionId }, caller(), now)
    const right = codeIn(await mailLike(email, 'email-code'))
    expect(problemOf(await confirm(other, right))).toBe('form-expired')
    for (let i = 0; i < 5; i++) expect(problemOf(await confirm(p, 'x'))).toBe('code-wrong')
    expect(problemOf(await confirm(p, right))).toBe('code-used-up')
    expect(await addresses(p)).toEqual([p.email])
  })
})

describe('"this was not me"', () => {
  it('ends sessions, stops the password, locks changes, asks the help desk and mails a link, once', async () => {
    const p = await person(t.db)
    await signedIn(p, at(0))
    const attacker = await signedIn(p, at(10))
    const notice = await mailLike(p.email, 'new-device')
    const token = linkIn(notice)
    expect(notice?.body).toContain('/not-me?token=')
    expect(await canDisavow(t.db, entering, token, at(20))).toBe(true)
    // Looking, as mail scanners do, changes nothing.
    expect(await visitorOf(t.db, attacker.sessionToken, at(20), false)).toBeDefined()

    const both = await Promise.all([1, 2].map(() => disavow(t.db, entering, identity, token, caller(), at(20))))
    expect(both.map(problemOf).sort()).toEqual(['form-expired', 'ok'])
    expect(await visitorOf(t.db, attacker.sessionToken, at(20), false)).toBeUndefined()
    const input = { loginId: p.loginId, password: PASSWORD }
    expect(problemOf(await signIn(t.db, entering, identity, input, caller(), at(21)))).toBe('sign-in-wrong')
    expect(problemOf(await beginApp(t.db, adding(p.userId), identity, at(21)))).toBe('factors-locked')
    const factor = { method: 'app', id: '00000000-0000-4000-8000-000000000001' } as const
    expect(problemOf(await removeFactor(t.db, securing(p.userId), identity, factor, caller(), at(21)))).toBe(
      'factors-locked',
    )
    expect(problemOf(await beginApp(t.db, adding(p.userId), identity, at(60 * 73)))).toBe('ok')
    const { rows } = await t.pool.query('select count(*)::int n from help_ticket where user_id = $1', [p.userId])
    expect(rows[0].n).toBe(1)
    await answerRecoveryRequests(t.db, running, identity, at(22))
    expect(linkIn(await mailLike(p.email, 'reset'))).not.toBe('no link')
  })

  it('works for ten days and not with a link of another kind', async () => {
    const p = await person(t.db)
    await signedIn(p, at(0))
    await signedIn(p, at(10))
    const token = linkIn(await mailLike(p.email, 'new-device'))
    expect(await canDisavow(t.db, entering, token, at(60 * 24 * 9))).toBe(true)
    expect(await canDisavow(t.db, entering, token, at(60 * 24 * 11))).toBe(false)
    expect(problemOf(await disavow(t.db, entering, identity, 'nonsense', caller(), at(1)))).toBe('form-expired')
  })
})

describe('sessions', () => {
  it('on a shared computer end after five minutes, are not remembered and are told of each time', async () => {
    const p = await person(t.db)
    await signedIn(p, at(0))
    const shared = await signedIn(p, at(1), { publicComputer: true })
    expect(shared.deviceToken).toBeUndefined()
    expect((await mailbox(t, p.email)).filter((m) => m.template === 'new-device')).toHaveLength(1)
    expect((await visitorOf(t.db, shared.sessionToken, at(5), false))?.session.publicComputer).toBe(true)
    expect(await visitorOf(t.db, shared.sessionToken, at(7), false)).toBeUndefined()
    const busy = await signedIn(p, at(20), { publicComputer: true })
    let last: number | undefined
    for (let m = 22; m < 100; m += 2) if (await visitorOf(t.db, busy.sessionToken, at(m))) last = m
    expect(last).toBe(78)
  })

  it('are ten at most: one more ends the one that was used longest ago', async () => {
    const p = await person(t.db)
    const opened = []
    for (let i = 0; i <= most.sessions; i++) opened.push(await signedIn(p, at(i)))
    const open = await Promise.all(opened.map((s) => visitorOf(t.db, s.sessionToken, at(12), false)))
    expect(open.map((v) => v !== undefined)).toEqual([false, ...Array<boolean>(most.sessions).fill(true)])
  })

  it('give back what was typed when their time was over, to the same user only', async () => {
    const p = await person(t.db)
    const other = await person(t.db)
    const form = { path: '/applications/x/sections/y', fields: { line1: '12 Lake Road' } }
    const token = await keepForm(t.db, { userId: p.userId, ...form }, at(0))
    const { sessionId } = await signedIn(p, at(5))
    expect(await findKeptForm(t.db, owning(p.userId), token, sessionId, at(6))).toMatchObject(form)
    expect(await findKeptForm(t.db, owning(other.userId), token, sessionId, at(6))).toBeUndefined()
    expect(await findKeptForm(t.db, owning(p.userId), token, sessionId, at(31))).toBeUndefined()
    const { rows } = await t.pool.query("select sealed from flow where kind = 'kept-form'")
    expect(rows.some((r) => r.sealed.includes('Lake Road'))).toBe(false)
    const kept = await keepAndEnd(t.db, owning(p.userId), { sessionId, ...form }, caller(), at(7))
    expect(await findKeptForm(t.db, owning(p.userId), kept, 'another session', at(8))).toMatchObject(form)
  })
})

describe('passwords', () => {
  async function choose(p: Person, current: string, password: string, now: Date) {
    const input = { current, password, again: password, endOthers: false, sessionId: p.userId }
    return problemOf(await changePassword(t.db, securing(p.userId), identity, input, caller(), now))
  }
  it('may come back unless administrators say how many count', async () => {
    const p = await person(t.db)
    const [second, third] = ['pebble anthem willow', 'meadow cobalt drummer']
    expect(await choose(p, PASSWORD, second, at(1))).toBe('ok')
    expect(await choose(p, second, PASSWORD, at(2))).toBe('ok')
    await saveSetting(t.db, settingKey('password.history'), 3)
    expect(await choose(p, PASSWORD, PASSWORD, at(3))).toBe('password-used')
    expect(await choose(p, PASSWORD, second, at(4))).toBe('ok')
    expect(await choose(p, second, PASSWORD, at(5))).toBe('password-used')
    expect(await choose(p, second, third, at(6))).toBe('ok')
    expect(await choose(p, third, 'violet harbor lumber', at(7))).toBe('ok')
    expect(await choose(p, 'violet harbor lumber', PASSWORD, at(8))).toBe('ok')
    await saveSetting(t.db, settingKey('password.history'), 0)
  })
  it('that come onto the list of leaked ones are told to their owner, once a month; nobody can choose one', async () => {
    const p = await person(t.db)
    const leaked = { has: async (password: string) => password === PASSWORD }
    const listed = { ...identity, passwords: openPasswords(identity.secrets.pepper, testCost, { leaked }) }
    const input = { loginId: p.loginId, password: PASSWORD }
    for (const day of [0, 1, 20, 31])
      expect(problemOf(await signIn(t.db, entering, listed, input, caller(), at(60 * 24 * day)))).toBe('ok')
    expect((await mailbox(t, p.email)).filter((m) => m.template === 'password-leaked')).toHaveLength(2)
    const chosen = { current: PASSWORD, password: PASSWORD, again: PASSWORD, endOthers: false, sessionId: p.userId }
    const done = await changePassword(t.db, securing(p.userId), listed, chosen, caller(), at(60 * 24 * 31))
    expect(problemOf(done)).toBe('password-common')
  })
  it('do not stand on a name or the NPI of whom the person acts for', async () => {
    const p = await person(t.db)
    const enrollee = '00000000-0000-4000-8000-0000000000e1'
    await t.pool.query(
      `insert into enrollee (id, kind, npi, display_name, practice, created_at) values ($1, 'individual', '2000001118', 'Quillfeather Clinic', '{}', now())`,
      [enrollee],
    )
    await t.pool.query(
      `insert into membership (id, user_id, role, party_id, status, valid_from) values ($1, $2, 'individual-provider', $3, 'active', now())`,
      ['00000000-0000-4000-8000-0000000000e2', p.userId, enrollee],
    )
    expect(await choose(p, PASSWORD, 'quillfeather 7 b', at(1))).toBe('password-context')
    expect(await choose(p, PASSWORD, '2000001118 ab', at(2))).toBe('password-context')
  })
  it('are called old only when administrators want that', async () => {
    const old = at(-60 * 24 * 400)
    expect(await passwordAge(t.db, owning('u'), old, at(0))).toBeUndefined()
    await saveSetting(t.db, settingKey('password.remind-after'), 365)
    expect(await passwordAge(t.db, owning('u'), old, at(0))).toBe(13)
    expect(await passwordAge(t.db, owning('u'), at(-60 * 24 * 300), at(0))).toBeUndefined()
  })
})
