/** The directory follows the record: versions only for what changed, gone means gone, and never another word than eligibility. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anonymous, authorize } from '#domain/access/policy.ts'
import { type Day, day } from '#domain/dates.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { check } from '#domain/eligibility/verdict.ts'
import { fhirTypes } from '#domain/fhir/resource.ts'
import { addPeriod, enroll, group, noteChange, okafor, vega } from '#test/support/directory.ts'
import { faultsInR4 } from '#test/support/fhir-definitions.ts'
import { type Answered, type FhirServer, fhirServer, fhirSite, systemPermit } from '#test/support/fhir-server.ts'
import { publishNow } from './publish-now.ts'
import { writePublication } from './write-publication.ts'

let s: FhirServer
beforeAll(async () => {
  s = await fhirServer()
})
afterAll(() => s.close())

const rosa = `/Practitioner/${vega.npi}`
const role = `/PractitionerRole/${vega.enrollmentId}`
const groupRole = `${role}-${group.npi}`
const versionOf = async (path: string) => (await s.get(path)).body.meta.versionId
const change = async (statement: string, values: readonly unknown[], enrollmentId = vega.enrollmentId) => {
  await s.t.pool.query(statement, [...values])
  await noteChange(s.t.pool, enrollmentId)
  await s.publish()
}

test('nothing changed: nothing is done; a change that says the same makes no version', async () => {
  expect(await s.publish()).toBe(0)
  const before = await versionOf(rosa)
  await noteChange(s.t.pool, vega.enrollmentId)
  expect(await s.publish()).toBeGreaterThan(0)
  expect(await versionOf(rosa)).toBe(before)
})

test('a change makes a version of what it touches and of nothing else', async () => {
  const [person, own] = [await versionOf(rosa), await versionOf(role)]
  const place = `/Location/${vega.enrollmentId}-a`
  s.clock.moveTo(new Date('2026-03-01T16:00:00Z'))
  await change(`update enrollment_location set name = 'Moved Office' where item_id = 'a'`, [])
  expect([await versionOf(place), (await s.get(place)).body.name]).toEqual(['2', 'Moved Office'])
  expect([await versionOf(rosa), await versionOf(role)]).toEqual([person, String(Number(own) + 1)])
  expect((await s.get('/Location?_lastUpdated=ge2026-03-01T16:00')).body.entry).toHaveLength(1)
})

test('what is no longer public answers "gone" and is found no more', async () => {
  const place = `/Location/${vega.enrollmentId}-a`
  await change(`update enrollment_location set public = false where item_id = 'a'`, [])
  const { status, body } = await s.get(place)
  expect([status, body.issue[0].code]).toEqual([410, 'deleted'])
  expect((await s.get('/Location?address-city=madison')).body.entry).toBeUndefined()
  // Its street was the registry's, so that one is kept back as well.
  expect((await s.get(rosa)).text).not.toContain('12 Lake')
  await change(`update enrollment_location set public = true where item_id = 'a'`, [])
  expect((await s.get(place)).body.meta.versionId).toBe('4')
})

test('a number of the feed that is committed late is not missed', async () => {
  const late = await s.t.pool.connect()
  await late.query('begin')
  await late.query(`update enrollee set display_name = 'Rosa Late' where npi = $1`, [vega.npi])
  await late.query('insert into enrollment_change (enrollment_id, at) values ($1, now())', [vega.enrollmentId])
  await noteChange(s.t.pool, group.enrollmentId)
  await s.publish()
  await late.query('commit')
  late.release()
  await s.publish()
  expect((await s.get(role)).body.practitioner.display).toBe('Rosa Late')
})

test('who reassigned to a group that enrolls later points at it then', async () => {
  const npi = '2000001448'
  await change(
    `insert into reassignment values ($1, $2, null, $3, 'OAK GROUP', '2026-02-01', null, '2026-02-01T00:00:00Z', null)`,
    [randomUUID(), vega.enrollmentId, npi],
  )
  const path = `${role}-${npi}`
  expect((await s.get(path)).body.organization).toMatchObject({ identifier: { value: npi }, display: 'Oak Group' })
  expect((await s.get(path)).body.organization.reference).toBeUndefined()
  const enrollmentId = 'O20260201000002'
  await enroll(s.t.pool, {
    npi,
    enrollmentId,
    type: 'organization',
    name: 'OAK GROUP',
    specialty: '12-70',
    ptan: 'WI9',
  })
  await addPeriod(s.t.pool, enrollmentId, { status: 'approved', from: '2026-02-01', knownFrom: '2026-02-01T00:00:00Z' })
  await s.publish()
  expect((await s.get(path)).body.organization.reference).toBe(`Organization/${npi}`)
  expect((await s.get(`/Organization/${npi}`)).body.name).toBe('Oak Group')
})

test('what is written before the snapshot knows of it is judged again when it does', async () => {
  const [npi, enrollmentId] = [okafor.npi, 'I20260201000003']
  await enroll(s.t.pool, {
    npi,
    enrollmentId,
    type: 'individual',
    name: 'Chidi Okafor',
    specialty: '14-08',
    ptan: 'WI8',
  })
  await addPeriod(s.t.pool, enrollmentId, { status: 'approved', from: '2026-02-01', knownFrom: '2026-02-01T00:00:00Z' })
  const old = s.keeper.current()
  const publish = (snapshot: () => Snapshot) =>
    publishNow(s.t.db, systemPermit(), { site: fhirSite, snapshot }, s.clock.now())
  await publish(() => old)
  await s.keeper.refreshNow()
  const path = `/PractitionerRole/${enrollmentId}`
  expect((await s.get(path)).body).toMatchObject({ active: true, meta: { versionId: '1.1' } })
  await publish(s.keeper.current)
  expect((await s.get(path)).body).toMatchObject({ active: true, meta: { versionId: '2' } })
  expect(await publish(s.keeper.current)).toBe(0)
})

test('two that publish at once do not undo each other', async () => {
  await s.t.pool.query(`update enrollee set display_name = 'Rosa Twice' where npi = $1`, [vega.npi])
  await noteChange(s.t.pool, vega.enrollmentId)
  await Promise.all([s.publish(), s.publish(), s.publish()])
  expect((await s.get(role)).body.practitioner.display).toBe('Rosa Twice')
  expect(await s.publish()).toBe(0)
})

test('a registry that is replaced is written anew', async () => {
  await s.t.pool.query(
    `update registry_provider set detail = jsonb_set(detail, '{person,last}', '"VEGA-LUNA"') where npi = $1`,
    [vega.npi],
  )
  await s.t.pool.query(`update source_import set finished_at = now() + interval '1 hour' where source = 'nppes'`)
  await s.publish()
  expect((await s.get('/Practitioner?family=vega-luna')).body.entry).toHaveLength(1)
})

describe('active is what eligibility says, on days that make no event', () => {
  const at = async (text: string) => {
    s.clock.moveTo(new Date(`${text}T15:00:00Z`))
    await s.keeper.refreshNow()
    return day(text)
  }
  const says = (on: Day, question: object = {}) =>
    check(s.keeper.current(), { npi: vega.npi, on, role: 'billing', ...question }).answer

  beforeEach(async () => {
    await s.t.pool.query(`update enrollment_period set to_on = '2026-05-31' where enrollment_id = $1`, [
      vega.enrollmentId,
    ])
    await s.t.pool.query(`update reassignment set to_on = '2026-04-30' where to_npi = $1`, [group.npi])
    await noteChange(s.t.pool, vega.enrollmentId)
    s.clock.moveTo(new Date('2026-04-01T15:00:00Z'))
    await s.publish()
  })

  test.each(['2026-04-30', '2026-05-01', '2026-05-31', '2026-06-01'])('on %s, before the job ran', async (text) => {
    const on = await at(text)
    const active = async (path: string) => (await s.get(path)).body.active
    expect(await active(rosa)).toBe(says(on) !== 'no')
    expect(await active(role)).toBe(says(on) !== 'no')
    expect(await active(groupRole)).toBe(says(on, { role: 'rendering', payee: group.npi }) !== 'no')
    const searched = (await s.get(`/PractitionerRole?practitioner=${vega.npi}`)).body.entry as Answered[]
    for (const { resource } of searched)
      expect(resource).toEqual((await s.get(`/PractitionerRole/${resource.id}`)).body)
  })

  test('the tag changes with it, and the job notes it once', async () => {
    await at('2026-05-31')
    await s.publish()
    const before = String((await s.get(rosa)).headers.etag)
    await at('2026-06-01')
    expect((await s.get(rosa, { 'if-none-match': before })).status).toBe(200)
    await s.publish()
    const { body } = await s.get(rosa)
    expect([body.active, body.meta.lastUpdated.slice(0, 10)]).toEqual([false, '2026-06-01'])
    expect((await s.get(`/Location/${vega.enrollmentId}-a`)).body.status).toBe('inactive')
    expect(await s.publish()).toBe(0)
  })
})

describe('everything at once', () => {
  const kick = async (query: string) => {
    const { status, headers } = await s.get(`/$export${query}`, { prefer: 'respond-async' })
    expect(status).toBe(202)
    return String(headers['content-location'])
  }
  const manifest = async (url: string) => {
    for (;;) {
      const { status, body, headers } = await s.get(url)
      if (status === 200) return body
      expect([status, String(headers['x-progress'])]).toEqual([202, expect.stringMatching(/^\d\/\d$/)])
      await new Promise((wait) => setTimeout(wait, 20))
    }
  }
  const lines = (text: string) =>
    text
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((l) => JSON.parse(l))

  test('asked for, counted, fetched line by line, canceled', async () => {
    const url = await kick('?_type=Practitioner,Organization,Endpoint')
    const { output, request, deleted } = await manifest(url)
    expect([request, deleted]).toEqual([
      'https://enroll.example/fhir/r4/$export?_type=Practitioner,Organization,Endpoint',
      undefined,
    ])
    expect(output.map((o: Answered) => o.type)).toEqual(['Endpoint', 'Organization', 'Practitioner'])
    for (const o of output) {
      const rows = lines((await s.get(o.url)).text)
      expect(rows).toHaveLength(o.count)
      for (const r of rows) expect([r.resourceType, faultsInR4(r)]).toEqual([o.type, []])
      for (const r of rows) expect((await s.get(`/${o.type}/${r.id}`)).body).toEqual(r)
    }
    expect((await s.app.inject({ method: 'DELETE', url: url.replace('https://enroll.example', '') })).statusCode).toBe(
      202,
    )
    expect([(await s.get(url)).status, (await s.get(output[0].url)).status]).toEqual([404, 404])
  })

  test('what changed since, and what went', async () => {
    const since = new Date(s.clock.now().getTime() + 3_600_000)
    s.clock.moveTo(new Date(since.getTime() + 3_600_000))
    await change(`update enrollment_location set public = false where item_id = 'a'`, [])
    const { output, deleted } = await manifest(await kick(`?_since=${since.toISOString()}`))
    expect(output.map((o: Answered) => o.type)).not.toContain('Location')
    const [bundle] = lines((await s.get(deleted[0].url)).text)
    expect(faultsInR4(bundle)).toEqual([])
    expect(bundle.entry).toEqual([{ request: { method: 'DELETE', url: `Location/${vega.enrollmentId}-a` } }])
  })

  test.each([
    ['?_type=Patient', {}],
    ['?_since=yesterday', {}],
    ['?_outputFormat=csv', {}],
    ['?_typeFilter=x', {}],
    ['', { prefer: '' }],
  ])('%s is refused', async (query, headers) => {
    const { status, body } = await s.get(`/$export${query}`, { prefer: 'respond-async', ...headers })
    expect([status, faultsInR4(body)]).toEqual([400, []])
  })

  test('as files with a manifest whose sums are right', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fhir-'))
    const permit = authorize(anonymous, 'public.view', { id: 'public' })
    if (!permit.ok) throw new Error('anyone may view')
    const now = s.clock.now()
    await writePublication(s.t.db, permit.value, {
      folder,
      url: 'https://files.example/',
      snapshot: s.keeper.current(),
      now,
    })
    expect((await readdir(folder)).filter((f) => f.endsWith('.part'))).toEqual([])
    const { output, ...about } = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))
    expect(about).toEqual({
      transactionTime: now.toISOString(),
      request: 'https://files.example/manifest.json',
      requiresAccessToken: false,
      error: [],
    })
    expect(output.map((o: Answered) => o.type)).toEqual([...fhirTypes])
    for (const o of output) {
      const text = await readFile(join(folder, o.url.replace('https://files.example/', '')), 'utf8')
      expect([o.bytes, o.count]).toEqual([Buffer.byteLength(text), lines(text).length])
      expect(createHash('sha256').update(text).digest('hex')).toBe(o.sha256)
      // The same as is served, and R4.
      for (const r of lines(text)) {
        expect([r.resourceType, faultsInR4(r)]).toEqual([o.type, []])
        expect((await s.get(`/${o.type}/${r.id}`)).body).toEqual(r)
      }
    }
    await rm(folder, { recursive: true })
  })
})
