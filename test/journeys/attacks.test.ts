/** What strangers try on the sign-in and on people who are signed in, over the wire and from a real browser. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generate } from 'otplib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { demoDelegates } from '#demo/accounts/delegates.ts'
import { limits } from '#domain/access/limits.ts'
import { launchBrowser } from '../support/browser.ts'
import { type Answer, type Client, httpClient, signInWith } from './steps/http-client.ts'
import { type SmallPortal, smallPortal } from './steps/small-portal.ts'

const account = (loginId: string) => ({
  ...[...demoAccounts, ...demoDelegates].find((a) => a.loginId === loginId)!,
  password: DEMO_PASSWORD,
})
const ruth = account('ruth.penhallow')
const oscar = account('oscar.montague')

let portal: SmallPortal
beforeAll(async () => {
  portal = await smallPortal()
}, 120_000)
// What one test used up of the limits is forgotten before the next.
afterEach(async () => void (await portal.forward(60 * 25)))
afterAll(async () => {
  expect(portal.faults).toEqual([])
  await portal.close()
})

const client = (lies: Record<string, string> = {}) => httpClient(portal.origin, lies)
const mailTo = async (recipient: string, like: string) =>
  (
    await portal.pool.query('select body from message where recipient = $1 and body like $2 order by queued_at desc', [
      recipient,
      `%${like}%`,
    ])
  ).rows[0]?.body as string | undefined
const emailOf = async (loginId: string): Promise<string> =>
  (
    await portal.pool.query(
      "select c.value from contact c join app_user u on u.id = c.user_id where u.login_id = $1 and c.kind = 'email'",
      [loginId],
    )
  ).rows[0].value

test('of a hundred guesses at once no more are judged than the limit, whatever the headers claim', async () => {
  const door = client()
  const csrf = await door.csrfOf('/sign-in')
  const before = await portal.pool.query("select count(*)::int n from auth_event where type = 'password-wrong'")
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      door.send(
        '/sign-in',
        { csrf, loginId: ruth.loginId, password: i === 70 ? `${DEMO_PASSWORD} ` : `guess number ${i}`, next: '' },
        { 'x-forwarded-for': `198.51.100.${i}`, 'x-real-ip': `198.51.100.${i}`, forwarded: `for=198.51.100.${i}` },
      ),
    ),
  )
  const after = await portal.pool.query("select count(*)::int n from auth_event where type = 'password-wrong'")
  expect(after.rows[0].n - before.rows[0].n).toBe(limits.password.tries)
  expect(answers.every((a) => a.status === 422 || a.status === 429 || a.status === 503)).toBe(true)
  // One network, though a hundred were claimed.
  expect(answers.filter((a) => a.status === 429).length).toBeGreaterThanOrEqual(100 - limits.signInFromNetwork.tries)
  expect(answers.find((a) => a.status === 429)?.headers['retry-after']).toMatch(/^\d+$/)
})

test('a hundred guesses of a code at once: no more are judged than the limit, and the account locks', async () => {
  const visitor = client()
  await visitor.post('/sign-in', { loginId: oscar.loginId, password: DEMO_PASSWORD })
  const csrf = await visitor.csrfOf('/sign-in/verify?method=app')
  const wrong = (i: number) => String(i).padStart(6, '0')
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, i) => visitor.send('/sign-in/verify', { csrf, method: 'app', code: wrong(i) })),
  )
  const judged = answers.filter((a) => /Tries left|not right/.test(a.html)).length
  expect(judged).toBeLessThanOrEqual(limits.secondFactor.tries)
  expect(answers.filter((a) => a.html.includes('locked for')).length).toBeGreaterThanOrEqual(90)
})

describe('nobody learns who has an account', () => {
  const plain = (a: Answer, typed: string) => ({
    status: a.status,
    to: a.location,
    said: a.html
      .replaceAll(typed, 'TYPED')
      .replace(/name="csrf" value="[^"]*"/g, '')
      .replace(/\S•••@[\w.-]+/, 'TYPED'),
  })
  const forms: readonly (readonly [page: string, (known: boolean) => Promise<Record<string, string>>])[] = [
    ['/sign-in', async (known) => ({ loginId: known ? ruth.loginId : 'nobody.atall', password: 'wrong guess 1' })],
    ['/forgot-password', async (known) => ({ name: known ? ruth.loginId : 'nobody.atall', by: 'link' })],
    ['/forgot-password', async (known) => ({ name: known ? ruth.loginId : 'nobody.atall', by: 'code' })],
    ['/forgot-user-id', async (known) => ({ email: known ? await emailOf(ruth.loginId) : 'nobody@nowhere.example' })],
    ['/register', async (known) => ({ email: known ? await emailOf(ruth.loginId) : 'nobody@nowhere.example' })],
  ]
  test.each(forms)('%s answers alike', async (page, fields) => {
    const answers = []
    for (const known of [true, false]) {
      const visitor = client()
      const sent = await fields(known)
      const typed = Object.values(sent)[0]!
      const more = page === '/register' ? { kind: 'individual' } : {}
      const first = await visitor.post(page, { ...sent, ...more })
      const next = first.location ? await visitor.send(first.location) : first
      answers.push([plain(first, typed), plain(next, typed)])
    }
    expect(answers[0]).toEqual(answers[1])
  })
})

describe('sessions and links', () => {
  const session = (c: Client) => c.jar.get('openpecos-session')
  const opens = async (token: string | undefined): Promise<boolean> => {
    const visitor = client()
    if (token) visitor.jar.set('openpecos-session', token)
    return (await visitor.send('/account')).status === 200
  }

  test('a session that somebody planted is not adopted, and none survives signing in as another', async () => {
    const victim = client()
    victim.jar.set('openpecos-session', 'planted-by-an-attacker-0123456789012345678')
    await signInWith(victim, ruth, await portal.now())
    const first = session(victim)
    expect(first).not.toContain('planted')
    expect(await opens('planted-by-an-attacker-0123456789012345678')).toBe(false)
    expect(await opens(first)).toBe(true)
    await portal.forward(1)
    // The browser is used by the next person without signing out.
    const shared = client()
    shared.jar.set('openpecos-session', first!)
    shared.jar.set('openpecos-visitor', 'v')
    const csrf = await shared.csrfOf('/account')
    await shared.send('/sign-out', { csrf })
    expect(await opens(first)).toBe(false)
  })

  test('codes, half-finished sign-ins and ended sessions work once', async () => {
    const now = await portal.now()
    const code = await generate({ secret: ruth.totpSeed, epoch: Math.floor(now.getTime() / 1000) })
    const one = client()
    await one.post('/sign-in', { loginId: ruth.loginId, password: DEMO_PASSWORD })
    const flow = one.jar.get('openpecos-flow')!
    const done = await one.post('/sign-in/verify', { method: 'app', code }, '/sign-in/verify?method=app')
    expect(done.status).toBe(303)
    const again = client()
    await again.post('/sign-in', { loginId: ruth.loginId, password: DEMO_PASSWORD })
    const replayed = await again.post('/sign-in/verify', { method: 'app', code }, '/sign-in/verify?method=app')
    expect(replayed.status).toBe(422)
    expect(session(again)).toBeUndefined()
    const stolen = client()
    stolen.jar.set('openpecos-flow', flow)
    expect((await stolen.send('/sign-in/verify')).location).toBe('/sign-in')
    const token = session(one)
    const out = await one.send('/sign-out', { csrf: await one.csrfOf('/account') })
    expect(out.headers['clear-site-data']).toContain('"cache"')
    expect(await opens(token)).toBe(false)
  })
})

test('Host and X-Forwarded-Host get into no link, page or redirect', async () => {
  const lies = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' }
  const visitor = client(lies)
  for (const path of ['/', '/sign-in', '/account', '/help', '/nowhere', '/help/free']) {
    const answer = await visitor.send(path)
    expect(`${path} ${answer.html} ${answer.location}`).not.toContain('evil.example')
  }
  await visitor.post('/forgot-password', { name: ruth.loginId, by: 'link' })
  await portal.runJobs()
  const mail = await mailTo(await emailOf(ruth.loginId), 'reset-password?token=')
  expect(mail).toContain(`${portal.origin}/reset-password?token=`)
  expect(mail).not.toContain('evil')
})

describe('headers', () => {
  const kinds = [
    ['a page', '/sign-in', 200],
    ['a redirect', '/account', 303],
    ['nothing there', '/nowhere', 404],
    ['a refused query', '/sign-in?unknown=1', 400],
    ['JSON', '/health/live', undefined],
    ['a script', '/assets/scripts/portal.js', undefined],
  ] as const
  test.each(kinds)('are strict on %s', async (_, path, status) => {
    const { headers, status: got, html } = await client().send(path)
    if (status) expect(got).toBe(status)
    const csp = String(headers['content-security-policy'])
    for (const part of ["default-src 'none'", "script-src 'self'", "form-action 'self'", "frame-ancestors 'none'"])
      expect(csp).toContain(part)
    expect(csp).not.toMatch(/unsafe|\*|http:/)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    if (!path.startsWith('/assets')) expect(headers['cache-control']).toBe('no-store')
    if (!path.startsWith('/assets')) expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle="|\son[a-z]+="/)
    for (const cookie of [headers['set-cookie'] ?? []].flat()) {
      expect(cookie).toMatch(/HttpOnly/i)
      expect(cookie).toMatch(/SameSite=Lax/i)
      expect(cookie).toMatch(/Path=\//)
      expect(cookie).not.toMatch(/Domain=/i)
    }
  })
  test('public pages set no cookie', async () => {
    for (const path of ['/', '/help', '/help/locked', '/lookup'])
      expect((await client().send(path)).headers['set-cookie']).toBeUndefined()
  })
})

describe('forms from another site, in a real browser', () => {
  let browser: Browser
  let evil: Server
  let evilPage = ''
  beforeAll(async () => {
    browser = await launchBrowser()
    // The same host at another port is the same "site": the browser does send the cookies.
    evil = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(evilPage))
    await new Promise<void>((up) => evil.listen(0, '127.0.0.1', up))
  })
  afterAll(async () => {
    await browser.close()
    evil.close()
  })

  async function signedIn(): Promise<Page> {
    const context = await browser.newContext({ baseURL: portal.origin, javaScriptEnabled: true })
    const visitor = client()
    await signInWith(visitor, ruth, await portal.now())
    await context.addCookies([...visitor.jar].map(([name, value]) => ({ name, value, url: portal.origin })))
    return context.newPage()
  }
  const form = (token: string) =>
    `<form method="post" action="${portal.origin}/sign-out"><input name="csrf" value="${token}"></form>`
  const pages: readonly (readonly [string, (token: string) => string, boolean])[] = [
    ['a form that sends itself', () => `${form('')}<script>document.forms[0].submit()</script>`, true],
    ['even with the right token', (token) => `${form(token)}<script>document.forms[0].submit()</script>`, true],
    [
      'from a frame without an origin',
      (token) =>
        `<iframe sandbox="allow-forms allow-scripts" srcdoc='${form(token)}<script>document.forms[0].submit()</script>'></iframe>`,
      false,
    ],
    [
      'by script',
      (token) =>
        `<script>fetch("${portal.origin}/sign-out", {method: "POST", mode: "no-cors", credentials: "include", body: new URLSearchParams({csrf: "${token}"})})</script>`,
      false,
    ],
  ]
  test.each(pages)('do nothing: %s', { timeout: 60_000 }, async (how, draw, carriesCookies) => {
    const seen = how !== 'by script'
    const page = await signedIn()
    await page.goto('/account')
    const token = await page.locator('input[name=csrf]').first().inputValue()
    evilPage = draw(token)
    const sent = page.waitForRequest((r) => r.url().endsWith('/sign-out') && r.method() === 'POST')
    await page.goto(`http://127.0.0.1:${(evil.address() as AddressInfo).port}/`)
    const request = await sent
    // Same host, other port: the browser does send the cookies with a form, so SameSite alone does not help.
    if (carriesCookies) expect(await request.headerValue('cookie')).toContain('openpecos-session')
    // A script of another origin gets to see no answer at all, and neither does the test.
    if (seen) expect((await request.response())?.status()).toBe(403)
    await page.goto('/account')
    expect(await page.locator('h1').textContent()).toContain('Account and security')
    // The page's own form is sent with an Origin that fits, or none; a stricter Referrer-Policy would break it.
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await expect.poll(() => page.url()).toContain('/sign-in')
    await page.context().close()
  })
})
