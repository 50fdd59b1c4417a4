import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { findFile } from '#db/queries/application/application-file.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import { kindColumns, ownerColumns } from '#domain/ownership/all-owners.ts'
import { enrollee, noon, type Person, person, providerWorld, type World, walk } from '#test/support/provider.ts'
import { draftOwnershipPage } from '#web/portal/ownership/draft-page.tsx'
import { importOwnersPage } from '#web/portal/ownership/import-page.tsx'
import { facilityOwnersPage, oneFacilityPage } from '#web/public/ownership/owners-pages.tsx'
import { startApplication } from '../application/start-application.ts'
import { loadOwnersFile } from './load-owners-file.ts'

const NPI = '2000007770'
const header = [
  ...ownerColumns,
  ...Object.keys(kindColumns),
  'OTHER TYPE TEXT - OWNER',
  'PARENT COMPANY - OWNER',
  'OWNED BY ANOTHER ORG OR IND - OWNER',
]
const file = (...rows: readonly Readonly<Record<string, string>>[]) =>
  Buffer.from(
    [header, ...rows.map((r) => header.map((c) => r[c] ?? ''))].map((l) => l.map((x) => `"${x}"`).join(',')).join('\n'),
  )
const organization = (name: string, code: string, text: string, percent: string, more = {}) => ({
  'ENROLLMENT ID': 'O20200101000009',
  'ASSOCIATE ID': '42',
  'ORGANIZATION NAME': 'PEBBLE CREEK NURSING LLC',
  'TYPE - OWNER': 'O',
  'ORGANIZATION NAME - OWNER': name,
  'ROLE CODE - OWNER': code,
  'ROLE TEXT - OWNER': text,
  'PERCENTAGE OWNERSHIP': percent,
  'ASSOCIATION DATE - OWNER': '2019-03-01',
  ...more,
})
const rows = [
  organization('PEBBLE HOLDINGS LLC', '34', '5% OR GREATER DIRECT OWNERSHIP INTEREST', '80', { 'LLC - OWNER': 'Y' }),
  organization('PEBBLE HOLDINGS LLC', '43', 'OPERATIONAL/MANAGERIAL CONTROL', ''),
  organization('CREEK FUND LP', '35', '5% OR GREATER INDIRECT OWNERSHIP INTEREST', '40', {
    'PRIVATE EQUITY COMPANY - OWNER': 'Y',
  }),
  organization('', '40', 'CORPORATE OFFICER', '', {
    'TYPE - OWNER': 'I',
    'FIRST NAME - OWNER': 'ENID',
    'LAST NAME - OWNER': 'MARSH',
    'TITLE - OWNER': 'PRESIDENT',
  }),
  organization('WRONG LLC', '34', '5% OR GREATER DIRECT OWNERSHIP INTEREST', '180'),
  organization('ODD LLC', '99', 'BARD OF THE HOUSE', ''),
  organization('BOARD LLC', '40', 'CORPORATE OFFICER', ''),
]

let t: World
let official: Person
let applicationId: string
const manage = authorize(systemActor, 'registry.manage', { id: 'registry' })
if (!manage.ok) throw new Error('the system may load files')

beforeAll(async () => {
  t = await providerWorld()
  const enrolleeId = await enrollee(t, NPI, 'Pebble Creek Clinic', 'organization')
  official = await person(t, 'enid', 'authorized-official', enrolleeId, 'Enid Marsh')
  const permit = authorize(official.actor, 'application.start', { id: enrolleeId, enrolleeId })
  if (!permit.ok) throw new Error('she may start')
  const said = { supplier: 'clinic', groupOf: 'physicians', state: 'IL' }
  const started = await startApplication(t.db, permit.value, { form: 'CMS-855B', state: 'IL', said }, noon)
  if (!started.ok) throw new Error(JSON.stringify(started))
  applicationId = started.value.applicationId
})
afterAll(() => t.close())

const send = (bytes: Buffer) =>
  walk(
    t,
    official,
    importOwnersPage,
    'post',
    { applicationId },
    {
      uploads: [{ field: 'file', fileName: 'owners.csv', bytes, tooLarge: false }],
    },
  )

describe('owners of a file in a draft', () => {
  test('every row is answered; a party is added once with all its roles', async () => {
    const page = await send(file(...rows))
    expect(page.status).toBe(200)
    expect(page.html).toContain('4 of 7 rows were added.')
    for (const said of ['not a number from 0 to 100', 'do not know this role', 'does not ask for this role'])
      expect(page.html).toContain(said)
    const view = authorize(official.actor, 'application.view', (await applicationSubject(t.db, applicationId))!)
    if (!view.ok) throw new Error('she may look')
    const answers = await findFile(t.db, view.value)
    expect(answers.owners![0]!.answers).toEqual({ any: true })
    expect(answers['owner-organizations']!.map((i) => i.answers)).toMatchObject([
      { legalName: 'PEBBLE HOLDINGS LLC', roles: ['direct-owner', 'managing-control'], kinds: ['llc'], percent: 80 },
      { legalName: 'CREEK FUND LP', roles: ['indirect-owner'], kinds: ['private-equity'], indirectPercent: 40 },
    ])
    expect(answers.individuals!.map((i) => i.answers)).toMatchObject([{ last: 'MARSH', roles: ['officer'] }])
  })

  test('the chart is drawn from it, and says what is still missing', async () => {
    const page = await walk(t, official, draftOwnershipPage, 'get', { applicationId })
    expect(page.html).toContain('PEBBLE HOLDINGS LLC owns 80% of Pebble Creek Clinic directly.')
    expect(page.html).toContain('CREEK FUND LP was named with 40% indirectly. Nothing says through whom')
  })

  test('the same file again adds nobody; another file is refused as what it is', async () => {
    expect((await send(file(...rows))).html).toContain('0 of 7 rows were added.')
    const wrong = await send(Buffer.from('a,b\n1,2\n'))
    expect([wrong.status, wrong.html.includes('Missing or repeated columns')]).toEqual([422, true])
    expect((await send(Buffer.alloc(0))).status).toBe(422)
    expect((await walk(t, t.stranger, importOwnersPage, 'get', { applicationId })).status).toBe(404)
  })
})

describe('a published file', () => {
  test('takes the place of the one before, and anybody finds the facility by its owner', async () => {
    const load = (...r: typeof rows) =>
      loadOwnersFile(t.db, manage.value, { facility: 'snf', fileName: 'SNF_All_Owners.csv', bytes: file(...r) }, noon)
    expect(await load(...rows)).toMatchObject({ ok: true, value: { outcome: 'loaded', rows: 7 } })
    expect(await load(...rows)).toMatchObject({ ok: true, value: { outcome: 'already-loaded' } })
    expect(await load(...rows.slice(0, 4))).toMatchObject({ ok: true, value: { rows: 4 } })
    expect(await open(t.db).selectFrom('published_interest').select('line').execute()).toHaveLength(4)
    const found = await walk(t, t.stranger, facilityOwnersPage, 'get', {}, { query: { find: 'creek fund' } })
    expect(found.html).toContain('PEBBLE CREEK NURSING LLC')
    const page = await walk(t, t.stranger, oneFacilityPage, 'get', { enrollmentId: 'O20200101000009' })
    expect(page.html).toContain('SNF_All_Owners.csv')
    expect(page.html).toContain('40%')
  })

  test('that is not one changes nothing', async () => {
    const nothing = { facility: 'snf', fileName: 'x.csv', bytes: file({}, {}, {}) } as const
    expect(await loadOwnersFile(t.db, manage.value, nothing, noon)).toMatchObject({
      ok: false,
      problem: { code: 'source-mostly-unusable' },
    })
    expect(await open(t.db).selectFrom('published_interest').select('line').execute()).toHaveLength(4)
  })

  const real = new URL('../../../../shared/data/cms-pecos-public/all_owners_mixed.csv', import.meta.url).pathname
  test.skipIf(!existsSync(real))('rows as CMS writes them are read (skipped where they are not kept)', async () => {
    const bytes = readFileSync(real)
    const given = { facility: 'fqhc', fileName: 'all_owners_mixed.csv', bytes } as const
    const loaded = await loadOwnersFile(t.db, manage.value, given, noon)
    expect(loaded).toMatchObject({ ok: true })
    const unknown = await open(t.db)
      .selectFrom('published_interest')
      .select('role_text')
      .where('facility', '=', 'fqhc')
      .where('role', 'is', null)
      .execute()
    expect(new Set(unknown.map((r) => r.role_text))).toEqual(new Set(unknown.length > 0 ? ['OTHER'] : []))
  })
})
