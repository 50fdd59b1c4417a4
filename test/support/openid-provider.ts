/** A real OpenID provider (oidc-provider) for tests: people, their groups, and how strongly they prove who they are. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Provider } from 'oidc-provider'

export interface ProviderPerson {
  name: string
  groups: string[]
  acr?: string
  amr?: string[]
}

export interface OpenIdStage {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** By the name that is typed at the provider; may be changed between sign-ins. */
  readonly people: Record<string, ProviderPerson>
  /** Where people come back to; set before the first sign-in. */
  allow(redirectUri: string): void
  /** Goes through the provider's pages as a browser would and gives the address that it leads back to. */
  walk(url: string, who: string): Promise<URL>
  close(): Promise<void>
}

export async function openIdProvider(): Promise<OpenIdStage> {
  const people: Record<string, ProviderPerson> = {}
  const clientId = 'openpecos'
  const clientSecret = 'a secret that only this test knows'
  let server: Server
  let handle: (request: IncomingMessage, reply: ServerResponse) => void = (_, reply) => reply.writeHead(503).end()
  await new Promise<void>((done) => {
    server = createServer((request, reply) => handle(request, reply)).listen(0, '127.0.0.1', done)
  })
  const issuer = `http://127.0.0.1:${(server!.address() as { port: number }).port}`

  function open(redirectUri: string): void {
    const provider = new Provider(issuer, {
      clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
      claims: { profile: ['name', 'groups'], openid: ['sub'] },
      conformIdTokenClaims: false,
      ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
      acrValues: ['aal1', 'aal2'],
      cookies: { keys: ['for tests'] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
      findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
      // Nobody is asked for consent: this is the organization's own portal.
      async loadExistingGrant(ctx) {
        const session = ctx.oidc.session
        const grant = new ctx.oidc.provider.Grant({
          clientId: ctx.oidc.client?.clientId as string,
          accountId: session?.accountId as string,
        })
        grant.addOIDCScope('openid profile')
        await grant.save()
        return grant
      },
    })
    const inner = provider.callback()
    handle = async (request, reply) => {
      const asked = new URL(request.url ?? '/', issuer)
      if (!asked.pathname.startsWith('/interaction/')) return void inner(request, reply)
      if (request.method === 'GET')
        return reply
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<title>Company</title><form method="post"><label>Name <input name="who"></label><button>Go</button>')
      let body = ''
      for await (const part of request) body += part
      const who = new URLSearchParams(body).get('who') ?? ''
      const { acr, amr } = people[who] ?? {}
      await provider.interactionFinished(request, reply, {
        login: { accountId: who, remember: false, ...(acr && { acr }), ...(amr && { amr }) },
      })
      return
    }
  }

  return {
    issuer,
    clientId,
    clientSecret,
    people,
    allow: open,
    async walk(url, who) {
      const jar = new Map<string, string>()
      let next = new URL(url)
      let post: string | undefined
      for (let step = 0; step < 10; step++) {
        const answer = await fetch(next, {
          redirect: 'manual',
          headers: {
            cookie: [...jar].map(([k, v]) => `${k}=${v}`).join('; '),
            ...(post !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
          },
          ...(post !== undefined && { method: 'POST', body: post }),
        })
        post = undefined
        for (const cookie of answer.headers.getSetCookie()) {
          const [pair = ''] = cookie.split(';')
          const at = pair.indexOf('=')
          jar.set(pair.slice(0, at), pair.slice(at + 1))
        }
        const to = answer.headers.get('location')
        if (to) {
          next = new URL(to, next)
          if (next.origin !== issuer) return next
        } else if (answer.status === 200) post = new URLSearchParams({ who }).toString()
        else throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`)
      }
      throw new Error('the provider never led back')
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
