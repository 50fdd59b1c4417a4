import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authorize, systemActor } from '#domain/access/policy.ts'
import { movableClock } from '#outside/clock.ts'
import type { Services } from '#outside/services.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { fillDirectory, group, okafor, vega } from '#test/support/directory.ts'
import { completeSearch } from '#use-cases/registry/complete-search.ts'
import type { ApiParts } from '../kit/route.ts'
import { nppesRoutes } from './index.ts'

let t: TestDatabase
let app: FastifyInstance
const clock = movableClock()

const serve = async (limits?: ApiParts['limits']) => {
  const own = Fastify()
  const parts = { db: t.db, services: { clock } as unknown as Services, ...(limits && { limits }) }
  nppesRoutes(
    own,
    parts as unknown as ApiParts,
    () => {},
    () => false,
  )
  await own.ready()
  return own
}
const ask = async (query: string, of = app) => {
  const reply = await of.inject({ url: `/api/?version=2.1&${query}` })
  return { status: reply.statusCode, text: reply.body, headers: reply.headers, ...reply.json() }
}
const numbers = async (query: string): Promise<readonly string[]> =>
  (await ask(query)).results.map((r: { number: string }) => r.number)

beforeAll(async () => {
  t = await testDatabase()
  app = await serve()
})
afterAll(async () => {
  await app.close()
  await t.close()
})

test('a registry that is not loaded does not say that nobody is so', async () => {
  expect(await ask('last_name=vega')).toMatchObject({ status: 503, Errors: [{ number: '00' }] })
  expect(await ask('state=WI'), 'but a bad question is told first').toMatchObject({ Errors: [{ number: '07' }] })
})

describe('over a registry', () => {
  beforeAll(async () => {
    await fillDirectory(t)
    expect(await ask('last_name=vega'), 'loaded by an earlier version').toMatchObject({ status: 503 })
    expect(await numbers(`number=${vega.npi}`)).toEqual([vega.npi])
    const permit = authorize(systemActor, 'registry.manage', { id: 'registry' })
    if (!permit.ok) throw new Error(permit.problem.code)
    await completeSearch(t.db, permit.value)
  })

  test.each([
    [`number=${vega.npi}`, [vega.npi]],
    [`number=${vega.npi}&last_name=nobody`, []],
    ['number=2999999999', []],
    ['last_name=VEGA', [vega.npi]],
    ['last_name=ve*&state=wi', [vega.npi]],
    ['last_name=veg', []],
    ['organization_name=elm*', [group.npi]],
    ['city=madison', [vega.npi, okafor.npi, group.npi]],
    ['city=madison&enumeration_type=NPI-1', [vega.npi, okafor.npi]],
    ['city=madison&limit=1&skip=1', [okafor.npi]],
    ['postal_code=53703&enumeration_type=NPI-2', [group.npi]],
    ['taxonomy_description=family practice', [vega.npi, okafor.npi]],
    ['taxonomy_description=fam*', [vega.npi, okafor.npi]],
    ['taxonomy_description=family', []],
  ])('%s', async (query, expected) => {
    expect(await numbers(query)).toEqual(expected)
  })

  test('the first of a repeated parameter counts, names may be in capitals, pretty has lines', async () => {
    expect(await numbers('LAST_NAME=vega&last_name=nobody')).toEqual([vega.npi])
    expect((await ask('last_name=vega&pretty=true')).text).toMatch(/^\{\n {4}"result_count": 1,/)
    expect((await ask('last_name=vega')).headers['cache-control']).toBe('no-cache, no-store, must-revalidate')
  })

  test('a street that an enrollee hides stays out', async () => {
    await t.pool.query(`update enrollment_location set public = false where enrollment_id = $1`, [vega.enrollmentId])
    const { results } = await ask(`number=${vega.npi}`)
    const at = results[0].addresses.find((a: { address_purpose: string }) => a.address_purpose === 'LOCATION')
    expect(at).toMatchObject({ address_1: '', city: 'Madison', postal_code: '' })
    expect(at.telephone_number).toBeUndefined()
  })

  test('an address may ask so often a minute', async () => {
    const limited = await serve({ perAddress: 1 })
    expect((await ask('last_name=vega', limited)).status).toBe(200)
    expect(await ask('last_name=vega', limited)).toMatchObject({ status: 429, Errors: [{ number: '00' }] })
    await limited.close()
  })
})
