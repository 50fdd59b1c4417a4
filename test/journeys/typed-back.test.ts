/**
 * What is being typed when the time is over comes back into its own form after signing in again, over the wire, so without
 * any script; nothing of it is sent by itself. Here a question to the help desk and the box under it; sections of an
 * application are in src/web/portal/application/section-page.db.test.ts.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { type Client, httpClient, signInWith } from './steps/http-client.ts'
import { type SmallPortal, smallPortal } from './steps/small-portal.ts'

let portal: SmallPortal
beforeAll(async () => {
  portal = await smallPortal()
}, 120_000)
afterAll(async () => {
  expect(portal.faults).toEqual([])
  await portal.close()
})
const account = (loginId: string) => ({ ...demoAccounts.find((a) => a.loginId === loginId)!, password: DEMO_PASSWORD })

/** A form of a page as it stands: where it posts, and what a browser would send of it. */
function formWith(html: string, box: string, page: string) {
  const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((f) => f.includes(`name="${box}"`)) ?? ''
  const plain = (s = '') =>
    s
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&amp;/g, '&')
  const sent: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<(?:input|textarea|option)\b[^>]*>/g)) {
    const [, name] = / name="([^"]*)"/.exec(tag) ?? []
    const ticked = !/type="(checkbox|radio)"/.test(tag) || / checked/.test(tag)
    if (name && ticked && !/type="file"/.test(tag)) sent[name] = plain(/ value="([^"]*)"/.exec(tag)?.[1])
  }
  for (const [, name, chosen] of form.matchAll(
    /<select[^>]* name="([^"]*)"[\s\S]*?(?:value="([^"]*)" selected|<\/select>)/g,
  ))
    if (name) sent[name] = chosen ?? ''
  return { action: plain(/<form[^>]* action="([^"]*)"/.exec(form)?.[1] ?? page), sent }
}

async function typedTooLate(
  who: ReturnType<typeof account>,
  find: (c: Client) => Promise<[page: string, box: string]>,
) {
  const client = httpClient(portal.origin)
  await signInWith(client, who, await portal.now())
  const [page, box] = await find(client)
  const { action, sent } = formWith((await client.send(page)).html, box, page)
  const typed = 'Typed "slowly" & with <care>, until the time was over'
  const now = await portal.forward(45)
  const late = await client.send(
    action,
    { ...sent, [box]: typed },
    { referer: `${portal.origin}${page}`, host: new URL(portal.origin).host },
  )
  expect(late.location).toBe('/sign-in?ended=kept&next=%2Frestored')
  const door = await client.post('/sign-in', { loginId: who.loginId, password: who.password, next: '/restored' })
  expect(door.location).toBe('/sign-in/verify')
  const { generate } = await import('otplib')
  const code = await generate({ secret: who.totpSeed, epoch: Math.floor(now.getTime() / 1000) })
  const back = await client.post('/sign-in/verify', { method: 'app', code }, '/sign-in/verify?method=app')
  expect(back.location).toBe('/restored')
  expect((await client.send('/restored')).location).toBe(page)
  const shown = await client.send(page)
  expect(shown.html).toContain('is back in the form')
  const again = formWith(shown.html, box, page)
  const text = new RegExp(`name="${box}"[^>]*>\\s*([^<]*)</textarea>`).exec(shown.html)?.[1]
  expect(
    text
      ?.replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&') ?? again.sent[box],
  ).toBe(typed)
  // Sent now, it counts, and does not come back once more.
  const done = await client.send(again.action, { ...again.sent, [box]: typed }, { host: new URL(portal.origin).host })
  expect([303, 422]).toContain(done.status)
  expect((await client.send(page)).html).not.toContain('is back in the form')
  return done.status
}

test('a question to the help desk, and another under it', { timeout: 60_000 }, async () => {
  const ruth = account('ruth.penhallow')
  expect(await typedTooLate(ruth, async () => ['/help/contact', 'text'])).toBe(422)
  await portal.forward(1)
  const asked = httpClient(portal.origin)
  await signInWith(asked, ruth, await portal.now())
  await asked.post('/help/contact', { text: 'Where is my letter, please?', topic: 'other' })
  await portal.forward(1)
  await typedTooLate(ruth, async (client) => {
    const [, path] = /href="(\/help\/tickets\/[^"]+)"/.exec((await client.send('/help/tickets')).html) ?? []
    return [path!, 'text']
  })
})
