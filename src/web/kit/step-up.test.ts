/** The server asks for a fresh proof by itself, whatever a page does; what was typed is kept, what is secret is not. */
import { afterEach, expect, it } from 'vitest'
import type { Db } from '#db/db.ts'
import type { Action } from '#domain/access/policy.ts'
import type { Services } from '#outside/services.ts'
import { csrfToken } from './forgery.ts'
import { page, type VisitSession } from './page.ts'
import { redirect } from './reply.ts'
import { createServer } from './server.tsx'

const now = new Date('2026-05-01T12:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const csrfKey = new Uint8Array(32)

interface Case {
  readonly action: Action
  readonly marked?: true
  readonly aal: 1 | 2
  readonly minutes: number
  readonly strongest?: 1 | 2
  readonly posted?: Readonly<Record<string, string>>
}
const kept: object[] = []
afterEach(() => {
  kept.length = 0
})

/** Where a page leads that would lead to "/done" if nothing came in between. */
async function ends({ action, marked, aal, minutes, strongest = 2, posted }: Case): Promise<string | undefined> {
  const session: VisitSession = {
    id: 's1',
    userId: 'u1',
    displayName: '',
    loginId: '',
    aal,
    authAt: ago(minutes),
    idleUntil: now,
    endsAt: now,
  }
  const one = page({
    path: '/dear',
    action,
    subject: () => ({ id: 'u1', ownerId: 'u1' }),
    query: ['from'],
    ...(marked && { stepUp: true }),
    get: async () => redirect('/done'),
    post: { fields: ['name', 'password', 'agree'], handle: async () => redirect('/done') },
  })
  const services = {
    clock: { now: () => now },
    site: { origin: 'http://127.0.0.1', demo: true },
    wake: () => {},
  } as unknown as Services
  const app = await createServer({
    db: {} as Db,
    services,
    pages: [one],
    routes: [],
    csrfKey,
    assets: '/tmp',
    build: 'test',
    visitorOf: async () => ({ actor: { userId: 'u1', memberships: [] }, session }),
    recordAccess: async () => {},
    stepUp: {
      strongestHeld: async () => strongest,
      keepForm: async (_, form) => {
        kept.push(form)
        return 'token-of-kept'
      },
    },
    onFault: (fault) => {
      throw fault
    },
  })
  const csrf = csrfToken(csrfKey, session.id)
  const reply = await app.inject({
    method: posted ? 'POST' : 'GET',
    url: '/dear?from=check',
    ...(posted && {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ csrf, ...posted }).toString(),
    }),
  })
  await app.close()
  expect(reply.statusCode).toBe(303)
  return reply.headers.location
}

const asked = (why: string, next = '/dear?from=check') =>
  `/confirm-identity?next=${encodeURIComponent(next)}&why=${why}`

it.each<[string, Case, string]>([
  ['both factors a moment ago', { action: 'account.secure', aal: 2, minutes: 1 }, '/done'],
  ['both factors long ago', { action: 'account.secure', aal: 2, minutes: 11 }, asked('account.secure')],
  ['a code by e-mail', { action: 'account.secure', aal: 1, minutes: 0 }, asked('account.secure')],
  ['all that somebody has, to add more', { action: 'account.add-method', aal: 1, minutes: 0, strongest: 1 }, '/done'],
  [
    'less than somebody has, to add more',
    { action: 'account.add-method', aal: 1, minutes: 0 },
    asked('account.add-method'),
  ],
  ['an action that needs none', { action: 'account.manage', aal: 1, minutes: 600 }, '/done'],
  ['a page that asks by itself', { action: 'account.manage', marked: true, aal: 1, minutes: 0 }, asked('marked')],
])('%s', async (_, c, to) => expect(await ends(c)).toBe(to))

it('keeps what was typed and comes back to it', async () => {
  const stale = { action: 'account.secure', aal: 2, minutes: 11 } as const
  const to = await ends({ ...stale, posted: { name: 'Rosa Vega', agree: 'yes', go: 'sign' } })
  expect(to).toBe(asked('account.secure', '/confirm-identity/continue'))
  expect(kept).toEqual([
    {
      userId: 'u1',
      sessionId: 's1',
      path: '/dear?from=check',
      fields: { name: 'Rosa Vega', agree: 'yes', go: 'sign' },
    },
  ])
})

it('never keeps a password: the page is opened again instead', async () => {
  const to = await ends({ action: 'account.secure', aal: 2, minutes: 11, posted: { password: 'secret', name: 'x' } })
  expect(to).toBe(asked('account.secure'))
  expect(kept).toEqual([])
})
