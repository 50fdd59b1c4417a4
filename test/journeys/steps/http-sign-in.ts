/** Signing in without a browser, for tests that need many requests: returns the cookie header of the session. */
import { generate } from 'otplib'

export async function signInOverHttp(
  origin: string,
  who: { loginId: string; password: string; totpSeed: string },
): Promise<string> {
  const jar = new Map<string, string>()
  const send = async (path: string, form?: Record<string, string>): Promise<{ html: string; location: string }> => {
    const answer = await fetch(origin + path, {
      redirect: 'manual',
      headers: {
        cookie: [...jar].map(([n, v]) => `${n}=${v}`).join('; '),
        ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [pair] = line.split(';')
      const [name, ...value] = pair!.split('=')
      jar.set(name!, value.join('='))
    }
    return { html: await answer.text(), location: answer.headers.get('location') ?? '' }
  }
  const csrf = (html: string) => /name="csrf" value="([^"]*)"/.exec(html)?.[1] ?? ''
  const door = await send('/sign-in')
  await send('/sign-in', { csrf: csrf(door.html), loginId: who.loginId, password: who.password })
  const verify = await send('/sign-in/verify?method=app')
  const done = await send('/sign-in/verify', {
    csrf: csrf(verify.html),
    method: 'app',
    code: await generate({ secret: who.totpSeed }),
  })
  if (!done.location) throw new Error('not signed in')
  return [...jar].map(([n, v]) => `${n}=${v}`).join('; ')
}
