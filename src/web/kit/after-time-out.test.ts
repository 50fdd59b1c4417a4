/** Who comes back after the session ran out is told why they have to sign in; strangers and those who left are not. */
import { expect, test } from 'vitest'
import type { Db } from '#db/db.ts'
import type { Services } from '#outside/services.ts'
import { page } from './page.ts'
import { redirect } from './reply.ts'
import { createServer } from './server.tsx'

const app = await createServer({
  db: {} as Db,
  services: {
    clock: { now: () => new Date('2026-05-01T12:00:00Z') },
    site: { origin: 'http://127.0.0.1', demo: true },
  } as unknown as Services,
  pages: [
    page({
      path: '/mine',
      action: 'account.manage',
      subject: () => ({ id: 'u1', ownerId: 'u1' }),
      query: ['on'],
      get: async () => redirect('/seen'),
    }),
  ],
  routes: [],
  csrfKey: new Uint8Array(32),
  assets: '/tmp',
  build: 'test',
  visitorOf: async () => undefined,
  recordAccess: async () => {},
  stepUp: {
    strongestHeld: async () => 2,
    keepForm: async () => 'kept',
    findKept: async () => undefined,
    timedOut: async (_, token) => (token === 'ran-out' ? { id: 's1', userId: 'u1' } : undefined),
  },
  onFault: (fault) => {
    throw fault
  },
})

test.each([
  ['ran-out', '/sign-in?ended=idle&next=%2Fmine%3Fon%3D2026-05-01'],
  ['signed-out', '/sign-in?next=%2Fmine%3Fon%3D2026-05-01'],
  [undefined, '/sign-in?next=%2Fmine%3Fon%3D2026-05-01'],
])('a session that is %s', async (token, to) => {
  const cookies = token === undefined ? {} : { 'openpecos-session': token }
  const { statusCode, headers } = await app.inject({ url: '/mine?on=2026-05-01', cookies })
  expect([statusCode, headers.location]).toEqual([303, to])
})
