/** The generated client against a server that listens: as a program of somebody else would use it. */
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { partySubject } from '#db/queries/delegation/parties.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import { systemClock } from '#outside/clock.ts'
import type { Services } from '#outside/services.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { fillDirectory, vega } from '#test/support/directory.ts'
import { createClient } from '#use-cases/api/manage-clients.ts'
import { createEligibilityKeeper, type EligibilityKeeper } from '#use-cases/eligibility/keep-snapshot.ts'
import { ApiProblem, openPecos } from '../../../clients/typescript/openpecos.ts'
import { apiRoutes } from '../index.ts'

let t: TestDatabase
let keeper: EligibilityKeeper
let app: FastifyInstance
let url: string
let key: string
const userId = '00000000-0000-4000-8000-000000000001'

beforeAll(async () => {
  t = await testDatabase()
  await fillDirectory(t)
  keeper = await createEligibilityKeeper(t.db, systemClock)
  await t.pool.query(
    `insert into app_user (id, login_id, status, display_name, created_at) values ($1, 'rosa', 'active', 'Rosa', now())`,
    [userId],
  )
  const { rows } = await t.pool.query('select id from enrollee where npi = $1', [vega.npi])
  const partyId: string = rows[0].id
  const head: Actor = { userId, memberships: [{ role: 'individual-provider', partyId }] }
  const permit = authorize(head, 'client.manage', (await partySubject(t.db, partyId))!)
  if (!permit.ok) throw new Error('heads manage programs')
  const asked = { name: 'Client', scopes: ['applications.read', 'rosters', 'webhooks'] }
  const made = await createClient(t.db, permit.value, asked, { ip: '::1', userAgent: 'test' }, new Date())
  if (!made.ok) throw new Error(made.problem.code)
  key = made.value.key
  for (let i = 0; i < 7; i++)
    await t.pool.query(
      `insert into application (id, form, edition, reason, enrollee_id, state, contractor_id, status, status_since, created_by, created_at, updated_at)
       values (gen_random_uuid(), 'CMS-855I', '2023', 'initial', $1, 'WI', 'lakes', 'draft', now(), $2, now(), now())`,
      [partyId, userId],
    )
  const helpDesk = { phone: '1', email: 'help@enroll.example', hours: 'always' }
  const site = { product: 'OpenPECOS', agency: 'A', origin: 'https://enroll.example', demo: true, helpDesk }
  app = Fastify()
  apiRoutes({ db: t.db, keeper, services: { site, clock: systemClock, wake: () => {} } as unknown as Services })(app)
  url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/api/v1`
})
afterAll(async () => {
  keeper.stop()
  await app.close()
  await t.close()
})

test('what is public needs no key; a refusal carries its code', async () => {
  const api = openPecos({ url })
  expect(await api.checkEligibility({ npi: vega.npi, on: '2026-02-01' })).toMatchObject({ answer: 'yes' })
  const batch = await api.checkEligibilityBatch({ questions: [{ npi: vega.npi, on: '2026-02-01', role: 'billing' }] })
  expect(batch.results).toHaveLength(1)
  expect(await api.checkRoster(`npi\n${vega.npi}\n`)).toContain(vega.npi)
  const refused = await api.listApplications().catch((fault: unknown) => fault)
  expect(refused).toBeInstanceOf(ApiProblem)
  expect(refused).toMatchObject({ status: 401, code: 'unauthorized' })
})

test('a list is read to its end, page after page', async () => {
  const api = openPecos({ url, key: async () => key })
  const found: string[] = []
  for await (const a of api.each(api.listApplications, { limit: '3' })) found.push(a.id)
  expect(new Set(found).size).toBe(7)
  expect(await api.getApplication({ id: found[0]! })).toMatchObject({ status: 'draft', waitingOn: 'provider' })
})

test('an answer that was lost on the way is asked for again, and nothing is made twice', async () => {
  let calls = 0
  const losing: typeof fetch = async (...args) => {
    const reply = await fetch(...args)
    if (++calls === 1) throw new TypeError('connection lost')
    return reply
  }
  const api = openPecos({ url, key, fetch: losing })
  const made = await api.createRoster({ name: 'Ours', npis: [vega.npi] })
  expect(calls).toBe(2)
  expect((await api.listRosters()).results.map((r) => r.id)).toEqual([made.id])
  await api.getRoster({ id: made.id })
  expect(await api.replaceRoster({ id: made.id }, { name: 'New', npis: [vega.npi] })).toMatchObject({ name: 'New' })
  const late = api.replaceRoster({ id: made.id }, { name: 'Late', npis: [vega.npi] })
  await expect(late).rejects.toMatchObject({ code: 'changed-meanwhile' })
  expect(await api.deleteRoster({ id: made.id })).toEqual({ id: made.id, deleted: true })
  await expect(api.createRoster({ name: '', npis: [] })).rejects.toMatchObject({ code: 'invalid-request' })
})
