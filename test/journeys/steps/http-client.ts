/** A browser without a screen: keeps cookies, sends forms with the token of their page, and may lie about itself. */
import { request } from 'node:http'
import { generate } from 'otplib'

export interface Answer {
  readonly status: number
  readonly html: string
  readonly location: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}
export type Client = ReturnType<typeof httpClient>

export function httpClient(origin: string, lies: Readonly<Record<string, string>> = {}) {
  const jar = new Map<string, string>()
  const send = (path: string, form?: Readonly<Record<string, string>>, more: Readonly<Record<string, string>> = {}) =>
    new Promise<Answer>((done, failed) => {
      const body = form && new URLSearchParams(form).toString()
      const { hostname, port } = new URL(origin)
      const headers = {
        cookie: [...jar].map(([n, v]) => `${n}=${v}`).join('; '),
        ...(body !== undefined && {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': String(Buffer.byteLength(body)),
        }),
        ...lies,
        ...more,
      }
      const asked = request(
        { hostname, port, path, method: body === undefined ? 'GET' : 'POST', headers },
        (answer) => {
          for (const line of answer.headers['set-cookie'] ?? []) {
            const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
            if (value === '') jar.delete(name)
            else jar.set(name, value)
          }
          const parts: Buffer[] = []
          answer.on('data', (part: Buffer) => parts.push(part))
          answer.on('end', () =>
            done({
              status: answer.statusCode ?? 0,
              html: Buffer.concat(parts).toString(),
              location: answer.headers.location ?? '',
              headers: answer.headers,
            }),
          )
        },
      )
      asked.on('error', failed)
      asked.end(body)
    })
  const csrf = (html: string) => /name="csrf" value="([^"]*)"/.exec(html)?.[1] ?? ''
  return {
    jar,
    send,
    /** Opens the page of a form, then sends it. */
    async post(path: string, fields: Readonly<Record<string, string>>, page = path): Promise<Answer> {
      const { html } = await send(page)
      return send(path, { csrf: csrf(html), ...fields })
    },
    csrfOf: async (page: string): Promise<string> => csrf((await send(page)).html),
  }
}

/** Signs in by password and app; the answer to the last form. */
export async function signInWith(
  client: Client,
  who: { readonly loginId: string; readonly password: string; readonly totpSeed: string },
  now: Date,
  more: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  await client.post('/sign-in', { loginId: who.loginId, password: who.password, ...more })
  const code = await generate({ secret: who.totpSeed, epoch: Math.floor(now.getTime() / 1000) })
  return client.post('/sign-in/verify', { method: 'app', code }, '/sign-in/verify?method=app')
}
