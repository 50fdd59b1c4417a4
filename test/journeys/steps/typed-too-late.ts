/** What is typed while the time runs out, over the wire: it comes back into its form, and is not sent by itself. */
import { generate } from 'otplib'
import { expect } from 'vitest'
import { type Client, httpClient, signInWith } from './http-client.ts'
import type { SmallPortal } from './small-portal.ts'

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

/**
 * Signs in, types into the box of a page that is found, lets the time run out, sends, signs in again and finds it typed;
 * then sends it. The status of the answer to that.
 */
export async function typedTooLate(
  portal: Pick<SmallPortal, 'origin' | 'now' | 'forward'>,
  who: { readonly loginId: string; readonly password: string; readonly totpSeed: string },
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
