import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { currentPublication, piecesOf } from '#db/queries/public-files/publication.ts'
import { anonymous, authorize, systemActor } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import { standingsOf } from '#domain/eligibility/standing.ts'
import type { PublicList } from '#domain/publication/public-list.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { createEligibilityKeeper } from '#use-cases/eligibility/keep-snapshot.ts'
import { importFiles } from './import-files.ts'
import { lookUpList } from './look-up-list.ts'
import { groups, ids, now, people, seedContractor, seedRecord } from './public-files.fixture.ts'
import { publishFiles } from './publish-files.ts'
import { writeFiles } from './write-files.ts'

const on = dayIn(siteZone, now)
const clock = { now: () => now }
const typeName = (code: string) => (code === '14-80' ? 'Clinical social worker' : `Type ${code}`)
const specialties = { names: ['Clinical social worker'], codes: ['14-80'] }
const permitOf = <A extends 'system.run' | 'registry.manage'>(action: A) => {
  const permit = authorize(systemActor, action, { id: 'public-files' })
  if (!permit.ok) throw new Error(action)
  return permit.value
}
const viewing = authorize(anonymous, 'public.view', { id: 'public' })
if (!viewing.ok) throw new Error('public')

let first: TestDatabase
let second: TestDatabase
const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'public-files-'))
  folders.push(made)
  return made
}
const filesIn = (path: string) =>
  Object.fromEntries(
    readdirSync(path)
      .filter((n) => n !== 'manifest.json')
      .map((n) => [n, readFileSync(join(path, n), 'utf8')]),
  )
const write = async (t: TestDatabase) => {
  const path = folder()
  await writeFiles(t.db, permitOf('system.run'), { folder: path, on, now, typeName })
  return path
}
const load = (t: TestDatabase, path: string) =>
  importFiles(t.db, permitOf('registry.manage'), { folder: path, clock, specialties, dueReason: 'list' })

beforeAll(async () => {
  ;[first, second] = [await testDatabase(), await testDatabase()]
  await seedRecord(first.db)
  await seedContractor(second.db)
})
afterAll(async () => {
  await first.close()
  await second.close()
  for (const f of folders) rmSync(f, { recursive: true })
})

describe('public files', () => {
  let exported: string

  test('say what is public, and nothing else', async () => {
    exported = await write(first)
    const files = filesIn(exported)
    const all = Object.values(files).join('\n')
    expect(files['PPEF_Enrollment_Extract_2026.11.25.csv']).toContain(`${people.vega},N,`)
    expect(files['PPEF_Enrollment_Extract_2026.11.25.csv']).toContain('"ELM, OAK ""AND"" ASH"')
    expect(files['PPEF_Practice_Location_Extract_2026.11.25.csv']).toBe(
      `ENRLMT_ID,CITY_NAME,STATE_CD,ZIP_CD\n${ids.vega},CHICAGO,IL,606011234\n${ids.clinic},PEORIA,IL,606011234\n`,
    )
    // The revoked one reassigns to nobody any more.
    expect(files['PPEF_Reassignment_Extract_2026.11.25.csv']?.split('\n')).toHaveLength(4)
    expect(files['Revocation_Extract_2026.11.25.csv']).toContain('424.535(A)(1) Noncompliance,2026-08-01,2029-08-31')
    expect(files['Opt_Out_Affidavits_2026.11.25.csv']).toContain(
      `OLGA,OUT,${people.out},Clinical social worker,04/01/2024,03/31/2028`,
    )
    expect(files['OrderReferring_20261125.csv']).toContain(`${people.moss},MOSS,ANN,Y,Y,Y,Y,N`)
    expect(files['OrderReferring_20261125.csv']).not.toContain(people.gone)
    expect(files['SNF_All_Owners_2026.11.25.csv']).toContain('5% OR GREATER DIRECT OWNERSHIP INTEREST')
    for (const secret of ['Secret', 'SECRETVILLE', 'Hidden', 'PRIVATE RD', 'Private Rd'])
      expect(all, secret).not.toContain(secret)
  })

  test('the manifest has the digest of every file', () => {
    const manifest = JSON.parse(readFileSync(join(exported, 'manifest.json'), 'utf8')) as {
      readonly files: readonly { readonly name: string; readonly sha256: string; readonly bytes: number }[]
    }
    expect(manifest.files).toHaveLength(18)
    for (const f of manifest.files) {
      const bytes = readFileSync(join(exported, f.name))
      expect(f.bytes).toBe(bytes.length)
      expect(f.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
    const sums = manifest.files.map((f) => `${f.sha256}  ${f.name}\n`).join('')
    expect(readFileSync(join(exported, 'SHA256SUMS'), 'utf8')).toBe(sums)
  })

  test('fill an empty installation, whose files are the same byte for byte', async () => {
    const loaded = await load(second, exported)
    expect(loaded.ok && loaded.value.filter((f) => f.problem || f.orphans > 0 || f.aside > 0)).toEqual([])
    // What is made anew from the others is told from what is no public file.
    expect(loaded.ok && loaded.value.filter((f) => f.derived || !f.kind).map((f) => [f.name, f.derived])).toEqual([
      ['Pending_Initial_Logging_and_Tracking_Non_Physicians_2026.11.25.csv', true],
      ['Pending_Initial_Logging_and_Tracking_Physicians_2026.11.25.csv', true],
      ['Revalidation_Reassignment_List_2026.11.25.csv', true],
    ])
    expect(filesIn(await write(second))).toEqual(filesIn(exported))
  })

  const changes = () =>
    open(second.db).selectFrom('enrollment_change').select('enrollment_id').orderBy('enrollment_id').execute()

  test('tell whoever follows the record of each enrollment once', async () => {
    const told = (await changes()).map((c) => c.enrollment_id)
    const all = await open(second.db).selectFrom('enrollment').select('id').orderBy('id').execute()
    expect(told).toEqual(all.map((n) => n.id))
    // Some of them have a due date and a reassignment, too.
    expect(await open(second.db).selectFrom('revalidation_date').select('id').execute()).not.toEqual([])
  })

  test('the same files again change nothing', async () => {
    const before = await changes()
    const again = await load(second, exported)
    expect(again.ok && again.value.map((f) => f.added).every((n) => n === 0)).toBe(true)
    expect(await changes()).toEqual(before)
    expect(filesIn(await write(second))).toEqual(filesIn(exported))
  })

  test('eligibility is answered from them', async () => {
    const keeper = await createEligibilityKeeper(second.db, clock)
    keeper.stop()
    const stands = (npi: string) => standingsOf(keeper.current(), npi, on).map((s) => s.status)
    expect([stands(people.vega), stands(people.gone)]).toEqual([['approved'], ['revoked']])
    expect(standingsOf(keeper.current(), people.vega, on)[0]?.reassignedTo.map((r) => r.npi)).toEqual([groups.clinic])
  })

  test('are looked up for one person, by NPI, by name, and by a name with a slip in it', async () => {
    const ask = async (list: PublicList, question: { readonly npi?: string; readonly last?: string }) =>
      lookUpList(second.db, viewing.value, list, { npi: '', last: '', first: '', on, typeName, ...question })
    expect((await ask('order-and-refer', { npi: people.moss })).lines).toEqual([
      [people.moss, 'MOSS', 'ANN', 'Y', 'Y', 'Y', 'Y', 'N'],
    ])
    expect((await ask('order-and-refer', { npi: people.gone })).lines).toEqual([])
    // Whom only the list names: neither enrolled nor in a registry.
    const onlyListed = `insert into order_referring select id, '2000009995', 'O''NEILL-RUIZ', 'Una', true, true, true, true, true
      from source_import where source = 'order-referring' and status = 'current'`
    await sql.raw(onlyListed).execute(open(second.db))
    for (const last of ["o'neill", 'ONEILL RUIZ', 'oneil ruiz'])
      expect((await ask('order-and-refer', { last })).lines.map((l) => l[0])).toEqual(['2000009995'])
    await sql`delete from order_referring where npi = '2000009995'`.execute(open(second.db))
    expect(await ask('revalidation', { last: 'mos' })).toMatchObject({
      near: false,
      lines: [expect.arrayContaining([ids.moss, people.moss])],
    })
    expect(await ask('revalidation', { last: 'Mosss' })).toMatchObject({
      near: true,
      lines: [expect.arrayContaining([ids.moss, people.moss])],
    })
    expect(await ask('revalidation', { last: 'Unheard' })).toEqual({ lines: [], near: false, more: false })
    expect((await ask('opt-out', { npi: people.out })).lines).toHaveLength(1)
    expect((await ask('opt-out', { npi: people.vega })).lines).toEqual([])
    expect((await ask('pending', { npi: people.vega })).lines).toEqual([])
  })

  test('stand on the download page once a day', async () => {
    expect(await publishFiles(first.db, permitOf('system.run'), typeName, now)).toBe(true)
    expect(await publishFiles(first.db, permitOf('system.run'), typeName, now)).toBe(false)
    const current = await currentPublication(first.db, viewing.value)
    const file = current!.files.find((f) => f.kind === 'enrollment')!
    const pieces: Buffer[] = []
    for await (const p of piecesOf(first.db, viewing.value, current!.id, file.name)) pieces.push(p)
    expect(Buffer.concat(pieces).toString()).toBe(filesIn(exported)[file.name])
    expect([current!.version, current!.files.length]).toEqual([1, 18])
  })

  test('a file of owners has to say which facilities it is about', async () => {
    const path = folder()
    cpSync(join(exported, 'SNF_All_Owners_2026.11.25.csv'), join(path, 'Owners.CSV'))
    const loaded = await load(second, path)
    expect(loaded.ok && loaded.value.map((f) => f.problem?.code)).toEqual(['owners-facility-unknown'])
  })

  test('an installation without a contractor takes none of it', async () => {
    const empty = await testDatabase()
    try {
      expect(await load(empty, exported)).toMatchObject({ ok: false, problem: { code: 'no-contractors' } })
      expect(await open(empty.db).selectFrom('enrollee').select('id').execute()).toEqual([])
    } finally {
      await empty.close()
    }
  })
})

const samples = new URL('../../../../shared/data/cms-pecos-public/', import.meta.url).pathname
describe.skipIf(!existsSync(samples))('published samples (skipped where ../shared/data is absent)', () => {
  test('load with their gaps reported', async () => {
    const t = await testDatabase()
    try {
      await seedContractor(t.db)
      const path = folder()
      for (const name of readdirSync(samples).filter((n) =>
        /^PPEF.*sample|^Revocation|^opt_out|^revalidation_due|^order_and/.test(n),
      ))
        cpSync(join(samples, name), join(path, name))
      const loaded = await load(t, path)
      if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem))
      const of = (kind: string) => loaded.value.find((f) => f.kind === kind)
      expect(of('enrollment')).toMatchObject({ rows: 9, added: 9, aside: 0, missing: [], unknown: [] })
      expect(of('reassignment')).toMatchObject({ rows: 2, added: 0, orphans: 2 })
      expect(of('location')).toMatchObject({ added: 1, orphans: 2 })
      expect(of('opt-out')).toMatchObject({ rows: 1, added: 1 })
      expect(of('revocation')?.added).toBe(2)
      expect(of('order-referring')?.problem).toBeUndefined()
      const out = filesIn(await write(t))
      const base = readFileSync(join(samples, 'PPEF_Enrollment_Extract_sample.csv'), 'latin1').split(/\r?\n/)
      const back = out['PPEF_Enrollment_Extract_2026.11.25.csv']!.split('\n')
      const withoutFlag = (line: string) => line.replace(/^(\d{10}),[YN]?,/, '$1,')
      for (const line of base.slice(1).filter(Boolean)) expect(back.map(withoutFlag)).toContain(withoutFlag(line))
    } finally {
      await t.close()
    }
  })
})
