/**
 * What has a limit says so: too many requests by every door of the API and by sign-in and help, in words and with the time
 * to wait; files up to 25 MB are taken, larger ones refused in words, and one much larger costs no more memory.
 */
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { limits } from '#domain/access/limits.ts'
import { type Client, httpClient, signInWith } from './steps/http-client.ts'
import { type SmallPortal, smallPortal } from './steps/small-portal.ts'

const A_MINUTE = 4
const MIB = 1_048_576
let portal: SmallPortal
beforeAll(async () => {
  portal = await smallPortal({ API_ANONYMOUS_PER_MINUTE: String(A_MINUTE) })
}, 120_000)
afterAll(async () => {
  expect(portal.faults).toEqual([])
  await portal.close()
})

test.each([
  ['/api/v1/eligibility?npi=2000001117', /Too many requests/],
  ['/api/v1/providers?name=vega', /Too many requests/],
  ['/fhir/r4/Practitioner?name=vega', /Too many requests/],
  ['/api/?version=2.1&number=2000001117', /too many requests/i],
])('%s says that it is too much, and when to come back', async (path, words) => {
  const ask = () => fetch(portal.origin + path)
  const answers = []
  for (let i = 0; i <= A_MINUTE * 2; i++) answers.push(await ask())
  const late = answers.find((a) => a.status === 429)
  expect(
    answers.map((a) => a.status),
    path,
  ).toContain(429)
  const wait = Number(late!.headers.get('retry-after'))
  expect(wait).toBeGreaterThanOrEqual(1)
  expect(wait).toBeLessThanOrEqual(60)
  expect(await late!.text()).toMatch(words)
})

test('sign-in says for how many minutes, and keeps what was typed but for the password', async () => {
  const door = httpClient(portal.origin)
  const tries = limits.signInFromNetwork.tries
  let last = await door.post('/sign-in', { loginId: 'somebody', password: 'wrong wrong wrong' })
  for (let i = 0; i < tries && last.status !== 429; i++)
    last = await door.post('/sign-in', { loginId: `somebody${i}`, password: 'wrong wrong wrong' })
  expect(last.status).toBe(429)
  const minutes = Number(/Try again in (\d+) minutes/.exec(last.html)?.[1])
  expect(last.headers['retry-after']).toBe(String(minutes * 60))
  expect(last.html).toMatch(/value="somebody\d*"/)
  expect(last.html).not.toContain('wrong wrong wrong')
  await portal.forward(61)
})

test('a stranger who asks for help too often is told when to come back', async () => {
  const stranger = httpClient(portal.origin)
  const ask = () =>
    stranger.post('/help/contact', {
      name: 'A Stranger',
      email: 'stranger@people.example',
      loginId: '',
      topic: 'other',
      text: 'Where is my letter?',
    })
  let last = await ask()
  for (let i = 0; i < limits.askHelp.tries && last.status !== 429; i++) last = await ask()
  expect(last.status).toBe(429)
  expect(Number(last.headers['retry-after'])).toBeGreaterThanOrEqual(60)
  expect(last.html).toMatch(/Try again in \d+ minutes/)
  await portal.forward(61)
})

test('a file of 25 MB is taken; one byte more is refused in words, and nothing that was typed is lost', {
  timeout: 60_000,
}, async () => {
  const ruth = await signedIn()
  const large = await claimWith(ruth, 25 * MIB + 1)
  expect(large.status).toBe(422)
  expect(large.html).toContain('The file is larger than 25 MB')
  expect(large.html).toContain('Lakeside Medical Group LLC')
  const fits = await claimWith(ruth, 25 * MIB)
  expect([fits.status, fits.location], fits.html.slice(0, 200)).toEqual([303, expect.stringContaining('/claims/')])
})

test('a file of 400 MB is refused in words, and is never held as a whole', { timeout: 120_000 }, async () => {
  const ruth = await signedIn()
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 20)
  const huge = await claimWith(ruth, 400 * MIB)
  clearInterval(watch)
  expect([huge.status, /larger than 25 MB/.test(huge.html)]).toEqual([422, true])
  expect((most - before) / MIB).toBeLessThan(200)
})

async function signedIn(): Promise<Client> {
  // Codes of the app work once.
  const now = await portal.forward(1)
  const client = httpClient(portal.origin)
  const who = { ...demoAccounts.find((a) => a.loginId === 'ruth.penhallow')!, password: DEMO_PASSWORD }
  expect((await signInWith(client, who, now)).location).not.toBe('')
  return client
}

/** Asks to speak for an organization, with a PDF of so many bytes that is made while it is sent. */
async function claimWith(client: Client, bytes: number) {
  const boundary = 'a-form-in-parts'
  const fields = {
    csrf: await client.csrfOf('/organizations/new'),
    kind: 'provider',
    name: 'Lakeside Medical Group LLC',
    ein: '08-0000166',
    npi: '2000001661',
    state: 'IL',
    role: 'authorized-official',
    title: 'President',
    succession: 'joins',
    explanation: '',
  }
  const named = (name: string) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"`
  const head = Object.entries(fields).map(([name, value]) => `${named(name)}\r\n\r\n${value}\r\n`)
  const file = `${named('file')}; filename="letter.pdf"\r\ncontent-type: application/pdf\r\n\r\n`
  const begin = Buffer.from('%PDF-1.7\n1 0 obj\n')
  const { hostname, port } = new URL(portal.origin)
  const cookie = [...client.jar].map(([n, v]) => `${n}=${v}`).join('; ')
  const piece = Buffer.alloc(MIB, 32)
  return new Promise<{ status: number; html: string; location: string }>((done, failed) => {
    const headers = { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` }
    const sent = request({ hostname, port, path: '/organizations/new', method: 'POST', headers }, async (answer) => {
      const parts: Buffer[] = []
      for await (const part of answer) parts.push(part as Buffer)
      const html = Buffer.concat(parts).toString()
      done({ status: answer.statusCode ?? 0, html, location: answer.headers.location ?? '' })
    })
    sent.on('error', failed)
    const write = async () => {
      sent.write(head.join('') + file)
      sent.write(begin)
      for (let left = bytes - begin.length; left > 0; left -= piece.length)
        if (!sent.write(left < piece.length ? piece.subarray(0, left) : piece))
          await new Promise((drained) => sent.once('drain', drained))
      sent.end(`\r\n--${boundary}--\r\n`)
    }
    write().catch(failed)
  })
}
