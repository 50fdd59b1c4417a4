/** The directory over HTTP: what it says it can do, it does; what it answers is R4; what it refuses, it explains. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FhirType, isFhirType } from '#domain/fhir/resource.ts'
import { searchParameters } from '#domain/fhir/search/parameters.ts'
import { group, okafor, vega } from '#test/support/directory.ts'
import { faultsInPlanNet, faultsInR4, hasPlanNet } from '#test/support/fhir-definitions.ts'
import { type Answered, type FhirServer, fhirServer } from '#test/support/fhir-server.ts'
import { root } from '#test/support/sources.ts'

let s: FhirServer
beforeAll(async () => {
  s = await fhirServer()
})
afterAll(() => s.close())

const found = async (path: string, headers?: Record<string, string>): Promise<readonly string[]> => {
  const { status, body } = await s.get(path, headers)
  expect([path, status, faultsInR4(body)]).toEqual([path, 200, []])
  return ((body.entry ?? []) as Answered[]).map((e) => `${e.resource.resourceType}/${e.resource.id}`)
}
const role = `PractitionerRole/${vega.enrollmentId}`
const groupRole = `${role}-${group.npi}`
const place = `Location/${vega.enrollmentId}-a`

describe('the statement equals what it does', () => {
  test('it is R4, and every kind, parameter, link and operation in it answers', async () => {
    const { body } = await s.get('/metadata')
    expect(faultsInR4(body)).toEqual([])
    const values: Readonly<Record<string, string>> = { string: 'a', token: 'a', reference: 'a', date: '2026' }
    for (const r of body.rest[0].resource) {
      expect(await found(`/${r.type}?_count=1`)).not.toEqual([])
      for (const p of r.searchParam) {
        await found(`/${r.type}?${p.name}=${values[p.type]}`)
        const modifiers = /Modifiers: ([^.]*)/.exec(p.documentation ?? '')?.[1]?.split(', ') ?? []
        for (const m of modifiers) await found(`/${r.type}?${p.name}:${m}=${m === 'missing' ? 'true' : 'a'}`)
        const prefixes = /Prefixes: ([^.]*)/.exec(p.documentation ?? '')?.[1]?.split(', ') ?? []
        for (const prefix of prefixes) await found(`/${r.type}?${p.name}=${prefix}2026`)
        if (/chained/.test(p.documentation ?? '')) await found(`/${r.type}?${p.name}._id=a`)
      }
      for (const i of r.searchInclude ?? []) await found(`/${r.type}?_include=${i}`)
      for (const i of r.searchRevInclude ?? []) await found(`/${r.type}?_revinclude=${i}`)
    }
    expect((await s.get('/$export', { prefer: 'respond-async' })).status).toBe(202)
  })

  test('what is not in it is refused by name', async () => {
    for (const path of [
      '/Practitioner?birthdate=1980',
      '/Practitioner?name:phonetic=a',
      '/Location?near=1',
      '/Endpoint?_sort=x',
    ]) {
      const { status, body } = await s.get(path)
      expect([path, status, body.resourceType, faultsInR4(body)]).toEqual([path, 400, 'OperationOutcome', []])
      expect(body.issue[0].diagnostics).toContain(path.split('?')[1]!.split('=')[0])
    }
    for (const value of ['a%00b', '', 'a,', '%5C', 'x'.repeat(1_001)])
      expect([value, (await s.get(`/Practitioner?name=${value}`)).status]).toEqual([value, value === '%5C' ? 200 : 400])
    const lenient = await s.get('/Practitioner?birthdate=1980', { prefer: 'handling=lenient' })
    expect(lenient.status).toBe(200)
    expect(lenient.body.entry.at(-1).search.mode).toBe('outcome')
    expect(lenient.body.link[0].url).not.toContain('birthdate')
    expect((await s.get('/Practitioner?_lastUpdated=yesterday', { prefer: 'handling=lenient' })).status).toBe(400)
  })
})

const planNetStatement = join(root, '../shared/data/fhir/plan-net-1.1.0/CapabilityStatement-plan-net.json')
describe.skipIf(!existsSync(planNetStatement))('what Plan-Net 1.1.0 asks of a server', () => {
  interface Asked {
    readonly type: string
    readonly searchParam: readonly { readonly name: string }[]
    readonly searchInclude?: readonly string[]
    readonly searchRevInclude?: readonly string[]
  }
  const read = (file: string) => JSON.parse(readFileSync(join(dirname(planNetStatement), file), 'utf8'))
  const withoutPlans = (names: readonly string[] = []) => names.filter((n) => !n.startsWith('InsurancePlan'))

  test('every parameter and every link of its statement is in ours, but for insurance plans', async () => {
    const ours = (await s.get('/metadata')).body.rest[0].resource as Asked[]
    const asked = (read('CapabilityStatement-plan-net.json').rest[0].resource as Asked[]).filter(
      (r) => r.type !== 'InsurancePlan',
    )
    expect(asked).toHaveLength(7)
    for (const r of asked) {
      const own = ours.find((o) => o.type === r.type)!
      expect(own.searchParam.map((p) => p.name)).toEqual(expect.arrayContaining(r.searchParam.map((p) => p.name)))
      expect(own.searchInclude ?? []).toEqual(expect.arrayContaining(withoutPlans(r.searchInclude)))
      expect(own.searchRevInclude ?? []).toEqual(expect.arrayContaining(withoutPlans(r.searchRevInclude)))
    }
  })

  test('every chain that it names, forward and reverse', async () => {
    const files = readdirSync(dirname(planNetStatement)).filter((f) => /^SearchParameter-(?!insuranceplan)/.test(f))
    let chains = 0
    for (const p of files.map(read)) {
      for (const chain of p.chain ?? []) {
        chains++
        await found(`/${p.base[0]}?${p.code}.${chain}=a`)
      }
      if (p.type === 'reference')
        for (const target of p.target.filter((k: string) => k !== 'InsurancePlan' && includesTarget(p, k)))
          await found(`/${target}?_has:${p.base[0]}:${p.code}:_id=a`)
    }
    expect(chains).toBeGreaterThan(50)
  })
  const includesTarget = (p: Answered, target: string): boolean =>
    isFhirType(target) && searchParameters[p.base[0] as FhirType].get(p.code)!.targets.includes(target)
})

describe('search', () => {
  test.each([
    [`/Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|${vega.npi}`, [`Practitioner/${vega.npi}`]],
    [`/Practitioner?identifier=${vega.npi},${okafor.npi}`, [`Practitioner/${vega.npi}`]],
    [`/Practitioner?identifier=http://other|${vega.npi}`, []],
    ['/Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|', [`Practitioner/${vega.npi}`]],
    ['/Practitioner?family=VÉGA', [`Practitioner/${vega.npi}`]],
    ['/Practitioner?family=ega', []],
    ['/Practitioner?name:contains=ega', [`Practitioner/${vega.npi}`]],
    ['/Practitioner?family:exact=Vega', [`Practitioner/${vega.npi}`]],
    ['/Practitioner?family:exact=vega', []],
    ['/Practitioner?name=rosa&family=vega', [`Practitioner/${vega.npi}`]],
    ['/Practitioner?name=rosa&family=okafor', []],
    ['/Practitioner?name=100%25', []],
    ['/Practitioner?given:missing=false', [`Practitioner/${vega.npi}`]],
    ['/Location?address-city=madison', [place]],
    ['/Location?address=12 lake', [place]],
    ['/Location?address=7 hidden', []],
    [`/PractitionerRole?practitioner=Practitioner/${vega.npi}`, [role, groupRole]],
    [`/PractitionerRole?practitioner=https://enroll.example/fhir/r4/Practitioner/${vega.npi}`, [role, groupRole]],
    [`/PractitionerRole?practitioner:Practitioner=${vega.npi}&organization=${group.npi}`, [groupRole]],
    ['/PractitionerRole?organization:missing=true', [role]],
    ['/PractitionerRole?organization.name=elm', [groupRole]],
    ['/PractitionerRole?organization:Organization.name=oak', []],
    [`/PractitionerRole?practitioner.identifier=${vega.npi}&location.address-state=WI`, [role, groupRole]],
    ['/PractitionerRole?specialty=207Q00000X', [role, groupRole]],
    ['/PractitionerRole?specialty:not=207Q00000X', []],
    ['/PractitionerRole?specialty:text=family', [role, groupRole]],
    ['/PractitionerRole?period=ge2026-02-01', [role, groupRole]],
    ['/PractitionerRole?period=sa2026-01-31', [groupRole]],
    ['/PractitionerRole?period=lt2026-01-10', [role]],
    ['/Practitioner?_has:PractitionerRole:practitioner:specialty=207Q00000X', [`Practitioner/${vega.npi}`]],
    ['/Practitioner?_has:PractitionerRole:practitioner:specialty=1223G0001X', []],
    [`/Organization?_id=${group.npi},agency`, [`Organization/${group.npi}`, 'Organization/agency']],
    ['/Practitioner?_lastUpdated=2026-03-01', [`Practitioner/${vega.npi}`]],
    ['/Practitioner?_lastUpdated=lt2026-03-01', []],
    ['/Practitioner?_lastUpdated=gt2026-03-01T14:59:59Z', [`Practitioner/${vega.npi}`]],
    ['/Practitioner?_lastUpdated=ge2026-03-01&_lastUpdated=lt2026-03-02', [`Practitioner/${vega.npi}`]],
    ['/Practitioner?_lastUpdated=ge2026-02-01&_lastUpdated=lt2026-03-01', []],
    [
      `/Practitioner?_lastUpdated=ge2026-03-01&_revinclude=PractitionerRole:practitioner&family=vega`,
      [`Practitioner/${vega.npi}`, role, groupRole],
    ],
    [
      `/PractitionerRole?_id=${vega.enrollmentId}-${group.npi}&_include=PractitionerRole:organization&_include=PractitionerRole:location`,
      [groupRole, place, `Organization/${group.npi}`],
    ],
    [
      `/Organization?_id=${group.npi}&_revinclude=PractitionerRole:organization&_revinclude=HealthcareService:organization`,
      [`Organization/${group.npi}`, groupRole, `HealthcareService/${group.enrollmentId}`],
    ],
  ])('%s', async (path, expected) => {
    expect(new Set(await found(path))).toEqual(new Set(expected))
  })

  test('pages by links that can be followed to the end, each row once', async () => {
    const all = await found('/Organization')
    expect(all.length).toBeGreaterThan(3)
    const seen: string[] = []
    let next: string | undefined = '/Organization?_count=1'
    while (next) {
      const { body }: Answered = await s.get(next)
      seen.push(...(body.entry ?? []).map((e: Answered) => `Organization/${e.resource.id}`))
      next = body.link.find((l: Answered) => l.relation === 'next')?.url
    }
    expect(seen).toEqual(all)
    expect((await s.get('/Organization?_page=zz')).status).toBe(400)
  })

  test('only how many, and by form', async () => {
    expect((await s.get('/PractitionerRole?_summary=count')).body).toMatchObject({ type: 'searchset', total: 2 })
    const posted = await s.app.inject({
      method: 'POST',
      url: '/fhir/r4/PractitionerRole/_search?_count=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `organization=${group.npi}`,
    })
    expect(posted.json().entry).toHaveLength(1)
    expect(posted.json().link[0].url).toContain(`organization=${group.npi}`)
  })
})

describe('read', () => {
  test('with a version, which saves the second answer', async () => {
    const { headers, body } = await s.get(`/Practitioner/${vega.npi}`)
    expect(headers.etag).toBe(`W/"${body.meta.versionId}"`)
    expect((await s.get(`/Practitioner/${vega.npi}`, { 'if-none-match': String(headers.etag) })).status).toBe(304)
  })

  test('or since a date: both conditions, as the statement says', async () => {
    const { body: statement } = await s.get('/metadata')
    expect(new Set(statement.rest[0].resource.map((r: Answered) => r.conditionalRead))).toEqual(
      new Set(['full-support']),
    )
    const { headers } = await s.get(`/Practitioner/${vega.npi}`)
    const since = (date: unknown, more = {}) =>
      s.get(`/Practitioner/${vega.npi}`, { 'if-modified-since': String(date), ...more })
    expect((await since(headers['last-modified'])).status).toBe(304)
    expect((await since('Sun, 01 Jan 2006 00:00:00 GMT')).status).toBe(200)
    expect((await since('yesterday')).status).toBe(200)
    // A tag decides alone.
    expect((await since(headers['last-modified'], { 'if-none-match': 'W/"other"' })).status).toBe(200)
  })

  test.each([
    [`/Practitioner/${okafor.npi}`, {}, 404],
    ['/Practitioner/a%00b', {}, 404],
    ['/Patient/1', {}, 404],
    ['/nothing', {}, 404],
    [`/Practitioner/${vega.npi}?_format=xml`, {}, 406],
    [`/Practitioner/${vega.npi}`, { accept: 'application/fhir+xml' }, 406],
    [`/Practitioner/${vega.npi}`, { accept: 'text/html, application/*' }, 200],
    [`/Practitioner/${vega.npi}?_format=application/fhir%2Bjson`, { accept: 'text/html' }, 200],
  ])('%s %o is %i', async (path, headers, expected) => {
    const { status, body } = await s.get(path, headers)
    expect([status, faultsInR4(body)]).toEqual([expected, []])
    expect(body.resourceType).toBe(expected === 200 ? 'Practitioner' : 'OperationOutcome')
  })

  test.each(['PUT', 'POST', 'DELETE', 'PATCH'] as const)('%s is refused', async (method) => {
    const reply = await s.app.inject({ method, url: `/fhir/r4/Practitioner/${vega.npi}` })
    expect([reply.statusCode, reply.json().resourceType]).toEqual([405, 'OperationOutcome'])
  })

  test('whether new patients are accepted, as the application said', async () => {
    const { body } = await s.get(`/PractitionerRole/${vega.enrollmentId}`)
    const accepting = body.extension.find((e: Answered) => e.url.endsWith('/newpatients'))
    expect(accepting.extension[0].valueCodeableConcept.coding[0].code).toBe('nopt')
  })

  test('who attested, who verified, against what, when; nothing of what was found', async () => {
    const { body } = await s.get(`/VerificationResult/${vega.enrollmentId}`)
    expect(body).toMatchObject({
      attestation: { date: '2026-01-02', who: { reference: `Practitioner/${vega.npi}` } },
      validator: [{ organization: { reference: 'Organization/contractor-lakes' } }],
      status: 'validated',
    })
    const sources = body.primarySource.map((p: Answered) => [
      p.who.identifier.value,
      p.extension[0].valueDate,
      p.validationDate,
    ])
    expect(sources).toEqual([
      ['leie', '2026-01-01', '2026-01-03T10:00:00.000Z'],
      ['nppes', '2026-01-01', '2026-01-03T10:00:00.000Z'],
    ])
    expect((await s.get(`/VerificationResult/npi-${vega.npi}`)).body.primarySource[0].extension[0].valueDate).toBe(
      '2026-02-08',
    )
  })
})

test('an address that asks too often is told when to come again', async () => {
  const limited = await fhirServer({ perAddress: 2 })
  try {
    const answers = []
    for (let i = 0; i < 3; i++) answers.push(await limited.get('/metadata'))
    const last = answers.at(-1)!
    // The minute may turn in between.
    if (answers.every((a) => a.status === 200)) return
    expect([last.status, last.body.issue[0].code, faultsInR4(last.body)]).toEqual([429, 'throttled', []])
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0)
  } finally {
    await limited.close()
  }
})

test('a search that would take too long is ended and says so; reads go on', async () => {
  const other = await s.t.pool.connect()
  await other.query('begin')
  await other.query('lock table fhir_index in access exclusive mode')
  const { status, body } = await s.get('/Practitioner?name=a')
  expect([status, body.issue[0].code, faultsInR4(body)]).toEqual([422, 'too-costly', []])
  expect((await s.get(`/Practitioner/${vega.npi}`)).status).toBe(200)
  await other.query('rollback')
  other.release()
  expect((await s.get('/Practitioner?name=a')).status).toBe(200)
})

test('everything served is R4 and Plan-Net, every link resolves, nothing hidden is in it', async () => {
  const { body } = await s.get('/metadata')
  for (const { type } of body.rest[0].resource) {
    const { body: bundle, text } = await s.get(`/${type}?_count=200`)
    expect(text).not.toMatch(/Hidden Lane|Home Street|bornOn|1980-01-01|WI0000002|Secret|death-file/)
    for (const { resource, fullUrl } of bundle.entry) {
      expect([fullUrl, faultsInR4(resource)]).toEqual([fullUrl, []])
      if (hasPlanNet) expect([fullUrl, faultsInPlanNet(resource)]).toEqual([fullUrl, []])
      for (const [, link] of JSON.stringify(resource).matchAll(/"reference":"([^"]+)"/g))
        expect([link, (await s.get(`/${link}`)).status]).toEqual([link, 200])
      expect((await s.get(fullUrl)).body).toEqual(resource)
    }
  }
})
