import { render } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitorOf } from '#db/queries/access/sessions.ts'
import { anonymous } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import { movableClock } from '#outside/clock.ts'
import type { Services } from '#outside/services.ts'
import { totpAt } from '#outside/totp.ts'
import { fillDirectory, group, okafor, vega } from '#test/support/directory.ts'
import {
  at,
  codeIn,
  identity,
  linkIn,
  mailbox,
  PASSWORD,
  person,
  running,
  site,
  type TestDatabase,
  testDatabase,
} from '#test/support/identity.ts'
import { answerRecoveryRequests } from '#use-cases/account/recovery/answer-recovery-requests.ts'
import { answer, type Visit } from '#web/kit/page.ts'
import type { NotFound, Reply } from '#web/kit/reply.ts'
import { en } from '#words/index.ts'
import { accountPages } from './index.ts'

let t: TestDatabase
const gone = withCheckDigit('200000999')
const wanted = withCheckDigit('200000888')
beforeAll(async () => {
  t = await testDatabase()
  await fillDirectory(t)
  const add = (npi: string, deactivatedOn: string | null) =>
    t.pool.query(
      `insert into registry_provider select import_id, $1::text, entity_type, name_key, first_key, state, city_key, $3::date, null,
         detail || jsonb_strip_nulls(jsonb_build_object('npi', $1::text, 'deactivatedOn', $3::text))
       from registry_provider where npi = $2`,
      [npi, okafor.npi, deactivatedOn],
    )
  await add(gone, '2025-01-01')
  await add(wanted, null)
})
afterAll(() => t.close())

const services: Services = {
  site,
  clock: movableClock(),
  secrets: identity.secrets,
  passwords: identity.passwords,
  files: { put: async () => '', get: async () => Buffer.alloc(0), remove: async () => {} },
  eligibility: () => {
    throw new Error('not asked by these pages')
  },
  wake: () => {},
  runJobs: async () => {},
}

interface Seen {
  readonly url: string
  readonly reply: Reply | NotFound | { readonly kind: 'elsewhere' | 'sign-in' }
  readonly text: string
}
let address = 0
/** A browser without JavaScript: follows redirects, keeps cookies. */
function browser(now: () => Date) {
  const cookies: Record<string, string> = {}
  const ip = `203.0.113.${++address}`
  async function ask(method: 'get' | 'post', url: string, posted: Record<string, string> = {}): Promise<Seen> {
    const [path = '', query = ''] = url.split('?')
    const found = accountPages.find((p) => p.path === path)
    if (!found) return { url, reply: { kind: 'elsewhere' } as const, text: '' }
    const visitor = await visitorOf(t.db, cookies.session, now())
    const visit: Visit = {
      actor: visitor?.actor ?? anonymous,
      session: visitor?.session,
      csrf: 'x',
      path,
      ip,
      userAgent: 'Firefox/140 Windows',
      cookies: { ...cookies },
    }
    const subject = await found.subject(t.db, {}, visit)
    if (!subject) return { url, reply: { kind: 'sign-in' } as const, text: '' }
    const fields =
      typeof found.post?.fields === 'function' ? found.post.fields(subject, {}) : (found.post?.fields ?? [])
    for (const name of Object.keys(posted)) if (name !== 'go') expect(fields, `${path} posts ${name}`).toContain(name)
    const base = {
      db: t.db,
      params: {},
      query: Object.fromEntries(new URLSearchParams(query)),
      now: now(),
      today: day('2026-05-01'),
      w: en,
      visit,
      services,
    }
    const reply: Reply | NotFound = await answer(found, method, subject, { ...base, posted, uploads: [] })
    for (const c of ('cookies' in reply && reply.cookies) || [])
      c.value === null ? delete cookies[c.name] : Object.assign(cookies, { [c.name]: c.value })
    if (reply.kind === 'redirect') return ask('get', reply.to)
    return { url, reply, text: reply.kind === 'show' ? render(<main>{reply.body}</main>) : '' }
  }
  return {
    get: (url: string): Promise<Seen> => ask('get', url),
    post: (url: string, fields?: Record<string, string>): Promise<Seen> => ask('post', url, fields),
    cookies,
  }
}
const statusOf = (seen: { reply: { kind: string; status?: number } }) => seen.reply.status

let moment = at(0)
const open = () => browser(() => moment)

const practice = {
  name: 'Okafor Family Practice',
  line1: '12 Lake Road',
  line2: '',
  city: 'Madison',
  state: 'WI',
  zip: '53703',
  phone: '(608) 555-0100',
}
async function registerUpTo(
  step: 'npi' | 'user-id' | 'practice' | 'verification',
  email: string,
  npi: string,
  loginId: string,
  taxId = '912345678',
) {
  const b = open()
  await b.get('/register')
  await b.post('/register', { email })
  let seen = await b.post('/register/code', { code: codeIn((await mailbox(t, email)).at(-1)) })
  if (step === 'npi') return { b, seen }
  seen = await b.post('/register/npi', { npi, taxIdKind: 'ssn', taxId })
  if (step === 'user-id') return { b, seen }
  seen = await b.post('/register/user-id', {
    firstName: 'Chidi',
    lastName: 'Okafor',
    loginId,
    password: 'marble otter canyon',
    again: 'marble otter canyon',
  })
  if (step === 'practice') return { b, seen }
  return { b, seen: await b.post('/register/practice', practice) }
}

describe('creating an account', () => {
  it('goes page by page to a session and recovery codes, with what the registry knows filled in', async () => {
    const { b, seen } = await registerUpTo('user-id', 'chidi@example.org', okafor.npi, '')
    expect(seen.url).toBe('/register/user-id')
    expect(seen.text).toContain('Step 3 of 5')
    expect(seen.text).toMatch(/value="Chidi"/)
    expect(seen.text).toContain(en.account.register.fromRegistry)
    let now = await b.post('/register/user-id', {
      firstName: 'Chidi',
      lastName: 'Okafor',
      loginId: 'Chidi.Okafor',
      password: 'marble otter canyon',
      again: 'marble otter canyon',
    })
    expect(now.text).toMatch(/value="12 Lake Road"/)
    now = await b.post('/register/practice', practice)
    expect(now.url).toBe('/register/verification')
    now = await b.post('/register/verification', { method: 'app', phone: '' })
    expect(now.text).toContain('<svg')
    const seed = /<code class="app-key">([A-Z2-7 ]+)</.exec(now.text)![1]!.replaceAll(' ', '')
    now = await b.post('/register/confirm', { code: totpAt(seed, moment) })
    expect(now.url).toBe('/account/recovery-codes')
    expect(now.text.match(/<li><code>/g)).toHaveLength(10)
    const file = await b.get('/account/recovery-codes/file')
    expect(file.reply).toMatchObject({ kind: 'download', fileName: 'recovery-codes.txt' })
    expect((await b.post('/account/recovery-codes')).url).toBe('/dashboard')
    expect((await b.get('/account/recovery-codes/file')).reply.kind).toBe('not-found')
    expect((await b.get('/account/recovery-codes')).text).toContain(en.account.register.codesGone)
    const account = await b.get('/account')
    expect(account.text).toContain('chidi.okafor')
    const visitor = await visitorOf(t.db, b.cookies.session, moment)
    const { rows } = await t.pool.query('select * from enrollee where npi = $1', [okafor.npi])
    expect(visitor?.actor.memberships).toEqual([{ role: 'individual-provider', partyId: rows[0].id }])
    expect(rows[0]).toMatchObject({
      kind: 'individual',
      display_name: 'Chidi Okafor',
      practice: { name: practice.name, zip: '53703', phone: '6085550100' },
    })
    expect(JSON.stringify(rows[0])).not.toContain('912345678')
    expect(rows[0].tax_id_index).toEqual(expect.any(String))
    // The code that set the app up does not sign in.
    const again = open()
    await again.post('/sign-in', { loginId: 'chidi.okafor', password: 'marble otter canyon', next: '' })
    expect(statusOf(await again.post('/sign-in/verify', { method: 'app', code: totpAt(seed, moment) }))).toBe(422)
  })

  it.each([
    ['a number with a wrong check digit', '2000001118', 'not-an-npi'],
    ['one that the registry does not have', withCheckDigit('200000777'), 'npi-not-in-registry'],
    ['a deactivated one', gone, 'npi-deactivated'],
    ['an organization', group.npi, 'npi-is-organization'],
    ['one that somebody manages', okafor.npi, 'npi-claimed'],
  ] as const)('refuses %s', async (_, npi, code) => {
    const { b } = await registerUpTo('npi', 'refused@example.org', '', '')
    const seen = await b.post('/register/npi', { npi, taxIdKind: 'ssn', taxId: '912345678' })
    expect(statusOf(seen)).toBe(422)
    expect(seen.text).toContain(en.say({ code }))
    expect(seen.text).toContain(`value="${npi}"`)
    moment = at((moment.getTime() - at(0).getTime()) / 60_000 + 20)
  })

  it('takes over an unclaimed enrollee only with the tax id on record', async () => {
    await t.pool.query(`update enrollee set tax_id_index = 'other' where npi = $1`, [vega.npi])
    const wrong = await registerUpTo('verification', 'rosa@example.org', vega.npi, 'rosa.vega1')
    await wrong.b.post('/register/verification', { method: 'email', phone: '' })
    const seen = await wrong.b.post('/register/confirm', {
      code: codeIn((await mailbox(t, 'rosa@example.org')).at(-1)),
    })
    expect(seen.text).toContain(en.say({ code: 'tax-id-mismatch' }))
    expect((await t.pool.query(`select 1 from app_user where login_id = 'rosa.vega1'`)).rowCount).toBe(0)
    await t.pool.query(`update enrollee set tax_id_index = null where npi = $1`, [vega.npi])
    const right = await wrong.b.post('/register/confirm', {
      code: codeIn((await mailbox(t, 'rosa@example.org')).at(-1)),
    })
    expect(right.url).toBe('/account/recovery-codes')
  })

  it('gives an NPI or a user id to one of two who finish at the same moment, and leads the other back', async () => {
    const both = await Promise.all(
      ['first', 'second'].map((n) => registerUpTo('verification', `${n}@example.org`, wanted, `${n}.claimant`)),
    )
    for (const { b } of both) await b.post('/register/verification', { method: 'email', phone: '' })
    const codes = await Promise.all(
      ['first', 'second'].map(async (n) => codeIn((await mailbox(t, `${n}@example.org`)).at(-1))),
    )
    const ends = await Promise.all(both.map(({ b }, i) => b.post('/register/confirm', { code: codes[i]! })))
    expect(ends.map((e) => e.url).sort()).toEqual(['/account/recovery-codes', '/register/confirm'])
    const loser = ends.find((e) => e.url === '/register/confirm')!
    expect(loser.text).toContain(en.say({ code: 'npi-claimed' }))
    expect(loser.text).toContain('action="/register/npi"')
    const { rows } = await t.pool.query(`select count(*)::int n from app_user where login_id like '%.claimant'`)
    expect(rows[0].n).toBe(1)
  })

  it('keeps what was typed, takes only numbers that were never issued, and says what is wrong beside the box', async () => {
    moment = at(2000)
    const { b } = await registerUpTo('npi', 'typed@example.org', '', '')
    let seen = await b.post('/register/npi', { npi: okafor.npi, taxIdKind: 'ssn', taxId: '123456789' })
    expect(seen.text).toContain(en.say({ code: 'synthetic-only-in-demo' }))
    expect(seen.text).toContain('value="123456789"')
    seen = await b.post('/register/npi', { npi: '', taxIdKind: '', taxId: '' })
    expect(seen.text).toContain('id="npi-error"')
  })

  it('skips no step and leaves nothing behind when it is not finished', async () => {
    const b = open()
    for (const path of [
      '/register/npi',
      '/register/user-id',
      '/register/practice',
      '/register/verification',
      '/register/confirm',
    ])
      expect((await b.get(path)).url, path).toBe('/register')
    await b.post('/register', { email: 'nearly@example.org' })
    expect((await b.get('/register/npi')).url).toBe('/register')
  })

  it('shows the same pages for an address that has an account, which learns of it by mail', async () => {
    const p = await person(t.db)
    const known = open()
    const unknown = open()
    const [a, c] = [
      await known.post('/register', { email: p.email }),
      await unknown.post('/register', { email: 'person.numberX@example.org' }),
    ]
    expect(a.url).toBe(c.url)
    expect(statusOf(a)).toBe(statusOf(c))
    expect((await mailbox(t, p.email)).at(-1)?.body).toContain(p.loginId)
  })
})

describe('signing in', () => {
  it('goes to where the visitor wanted, never to another site', async () => {
    for (const [next, to] of [
      ['/applications/1', '/applications/1'],
      ['//evil.example', '/dashboard'],
    ] as const) {
      const p = await person(t.db)
      const b = open()
      await b.get(`/sign-in?next=${encodeURIComponent(next)}`)
      expect((await b.post('/sign-in', { loginId: p.loginId, password: PASSWORD, next })).url).toBe('/sign-in/verify')
      expect((await b.post('/sign-in/verify', { method: 'app', code: totpAt(p.seed, moment) })).url).toBe(to)
    }
  })

  it('says of an empty box which one it is', async () => {
    const b = open()
    const refused = await b.post('/sign-in', { loginId: '', password: '', next: '' })
    expect(refused.text).toContain('User ID: Answer this question')
    expect(refused.text).toContain('Password: Answer this question')
  })

  it('leads people of the desk to their worklist when they wanted nothing in particular', async () => {
    const p = await person(t.db)
    await t.pool.query(
      `insert into membership values (gen_random_uuid(), $1, 'mac-analyst', 'lakes', 'active', '2026-01-01', null)`,
      [p.userId],
    )
    const b = open()
    await b.post('/sign-in', { loginId: p.loginId, password: PASSWORD, next: '' })
    expect((await b.post('/sign-in/verify', { method: 'app', code: totpAt(p.seed, moment) })).url).toBe('/desk')
  })

  it('draws the same page for known and unknown ids, try by try, until and after the lock', async () => {
    const p = await person(t.db)
    const tries = async (loginId: string) => {
      const b = open()
      const seen = []
      for (let i = 0; i < 6; i++) {
        const { reply, text } = await b.post('/sign-in', { loginId, password: 'wrong guess', next: '' })
        seen.push([(reply as { status?: number }).status, text.replaceAll(loginId, 'ID')])
      }
      return seen
    }
    const known = await tries(p.loginId)
    expect(known).toEqual(await tries('nobody.paged'))
    expect(known[5]![1]).toContain(en.account.signIn.lockedTitle)
  })

  it('offers the other ways, and sends a code only when asked by a button', async () => {
    const p = await person(t.db)
    const b = open()
    await b.post('/sign-in', { loginId: p.loginId, password: PASSWORD, next: '' })
    const other = await b.get('/sign-in/verify?method=phone')
    expect(other.text).toContain('••• ••• ')
    expect(other.text).not.toContain(p.phone)
    expect(await mailbox(t, p.phone)).toHaveLength(0)
    await b.post('/sign-in/verify', { method: 'phone', go: 'send' })
    expect(
      (await b.post('/sign-in/verify', { method: 'phone', code: codeIn((await mailbox(t, p.phone))[0]) })).url,
    ).toBe('/dashboard')
  })

  it('a reset link leads through the second factor to a new password, and then to signing in', async () => {
    const p = await person(t.db)
    const b = open()
    await b.post('/forgot-password', { name: p.loginId, by: 'link' })
    await answerRecoveryRequests(t.db, running, identity, moment)
    const link = linkIn((await mailbox(t, p.email)).at(-1))
    expect((await b.get(`/reset-password?token=${link}`)).url).toBe('/sign-in/verify')
    const form = await b.post('/sign-in/verify', { method: 'recovery-code', code: p.recoveryCodes[0]! })
    expect(form.url).toBe('/reset-password')
    expect(
      (await b.post('/reset-password', { password: 'copper violin harvest', again: 'copper violin harvest' })).url,
    ).toBe('/sign-in')
    expect(b.cookies.session).toBeUndefined()
  })

  it('codes have one box that browsers can fill in, passwords say what they are', async () => {
    const p = await person(t.db)
    const b = open()
    expect((await b.get('/sign-in')).text).toMatch(/autocomplete="username webauthn".*autocomplete="current-password"/s)
    await b.post('/sign-in', { loginId: p.loginId, password: PASSWORD, next: '' })
    expect((await b.get('/sign-in/verify')).text.match(/autocomplete="one-time-code"/g)).toHaveLength(1)
  })
})

describe('the account page', () => {
  it('is nobody else’s, lists sessions and ends one', async () => {
    const stranger = open()
    expect((await stranger.get('/account')).reply.kind).toBe('sign-in')
    const p = await person(t.db)
    const [here, there] = [open(), open()]
    for (const [i, b] of [here, there].entries()) {
      moment = at(3000 + i)
      await b.post('/sign-in', { loginId: p.loginId, password: PASSWORD, next: '' })
      await b.post('/sign-in/verify', { method: 'app', code: totpAt(p.seed, moment) })
    }
    const seen = await here.get('/account')
    const [other] = [...seen.text.matchAll(/name="session" value="([^"]+)"/g)].map((m) => m[1]!)
    expect(seen.text).toContain(en.account.events['signed-in'])
    await here.post('/account/sessions/end', { session: other! })
    expect(await visitorOf(t.db, there.cookies.session, moment)).toBeUndefined()
    expect(await visitorOf(t.db, here.cookies.session, moment)).toBeDefined()
    expect((await here.post('/account/sessions/end', { session: "x' or 1=1" })).reply.kind).toBe('not-found')
    expect((await here.post('/sign-out')).url).toBe('/sign-in')
    expect(here.cookies.session).toBeUndefined()
  })

  it('says to somebody with codes by e-mail only why that is not enough, and what to add', async () => {
    const p = await person(t.db, { app: true, phone: true })
    const b = open()
    await b.post('/sign-in', { loginId: p.loginId, password: PASSWORD, next: '' })
    await b.post('/sign-in/verify', { method: 'email', code: codeIn((await mailbox(t, p.email)).at(-1)) })
    expect((await b.get('/account')).text).toContain(en.account.security.methodsEmailOnly)
    const next = '/applications/1/sign'
    const asked = await b.get(`/confirm-identity?why=application.sign&next=${encodeURIComponent(next)}`)
    expect(asked.text).toContain(en.account.proof.why['application.sign'])
    expect(asked.text).toContain(en.account.proof.notEnough)
    expect(asked.text).toContain(`/account/app?next=${encodeURIComponent(next)}`)
    expect(asked.text).not.toContain('name="password"')
    // A recovery code does, for once; the code to the mailbox is not offered then.
    await b.post('/confirm-identity', { password: PASSWORD, why: 'application.sign', next, by: 'recovery-code' })
    const verify = await b.get('/sign-in/verify')
    expect(verify.text).not.toContain(en.account.signIn.other.email)
    const done = await b.post('/sign-in/verify', { method: 'recovery-code', code: p.recoveryCodes[0]! })
    expect(done.url).toBe(next)
    expect((await visitorOf(t.db, b.cookies.session, moment))?.session.aal).toBe(2)
  })

  it('does not lead to another site after a proof', async () => {
    const p = await person(t.db)
    const b = open()
    await b.post('/sign-in', { loginId: p.loginId, password: PASSWORD, next: '' })
    await b.post('/sign-in/verify', { method: 'app', code: totpAt(p.seed, moment) })
    expect((await b.get('/account/app?next=//evil.example')).text).not.toContain('evil.example')
    expect((await b.get('/confirm-identity?next=//evil.example&why=nonsense')).text).not.toContain('evil.example')
  })
})
