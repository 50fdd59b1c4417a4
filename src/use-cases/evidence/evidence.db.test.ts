/** The bundle of a decided case: whole, verifiable without the database, with nothing restricted in it, and never of altered evidence. */
import { createWriteStream, mkdtempSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import { open } from '#db/kit/open.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import { authorize } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { openAuditSigner } from '#outside/audit-signer.ts'
import { verifyBundle } from '#outside/bundle/verify-bundle.ts'
import { folderFiles } from '#outside/files/folder-files.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { en } from '#words/index.ts'
import { type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import { refuseApplication } from '../decisions/refuse-application.ts'
import { screenApplication } from '../screening/screen-application.ts'
import { addPhoto, finishTask } from '../tasks/finish-task.ts'
import { openTask } from '../tasks/open-task.ts'
import { exportEvidence } from './export-evidence.ts'

const now = new Date('2026-11-25T15:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'evidence-'))
const signer = openAuditSigner([new Uint8Array(32).fill(3)])
const at = { files: folderFiles(folder), signer, product: 'OpenPECOS', words: en }
/** One pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
let database: TestDatabase
let world: DeskWorld
let id: string

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  world = await seedDesk(db, now)
  await seedLists(db, now)
  id = await fileApplication(db, world, now)
  const review = await permitFor(db, world.analyst, 'application.review', id)
  await takeCase(db, review, now)
  await screenApplication(db, review, now)
  const task = await openTask(
    db,
    review,
    { kind: 'site-visit', what: '410 Elm St', ownerId: world.analyst.userId, dueOn: '2026-12-25' as never },
    office,
    now,
  )
  const taskId = task.ok ? task.value : ''
  await addPhoto(db, review, at, taskId, { fileName: 'image.png', bytes: png, tooLarge: false }, now)
  const done = await finishTask(db, review, taskId, { result: 'operational', report: { open: true } }, office, now)
  expect(done.ok).toBe(true)
  const decide = await permitFor(db, world.supervisor, 'application.decide', id)
  const choice = { kind: 'return', reasons: ['duplicate'], found: 'The same application is here already.' } as const
  expect(await refuseApplication(db, decide, choice, office, now)).toMatchObject({ ok: true })
})
afterAll(() => database.close())

const setList = (key: string, freshDays: number, from: string) =>
  open(database.db)
    .insertInto('desk_policy')
    .values({
      topic: 'lists',
      key,
      version: 1,
      value: JSON.stringify({ freshDays, required: true }),
      from_on: day(from),
      reason: 'The agency asks for it.',
      state: 'in-force',
      proposed_by: null,
      proposed_at: now,
      answered_by: null,
      answered_at: null,
      answer: null,
    })
    .execute()
const viewing = async (actor = world.auditor) => {
  const permit = authorize(actor, 'case.view', (await applicationSubject(database.db, id))!)
  return permit.ok ? permit.value : undefined
}
async function exported(): Promise<string> {
  const made = await exportEvidence(database.db, (await viewing())!, at, now)
  if (!made.ok) throw new Error(made.problem.code)
  const path = join(folder, made.value.fileName)
  await pipeline(made.value.body, createWriteStream(path))
  return path
}
const contentOf = async (path: string): Promise<ReadonlyMap<string, Buffer>> => {
  const bytes = await readFile(path)
  return new Promise((done, fail) =>
    fromBuffer(bytes, { lazyEntries: true }, (fault, zip) => {
      if (fault || !zip) return fail(fault)
      const all = new Map<string, Buffer>()
      zip.on('end', () => done(all))
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, async (_, stream) => {
          const parts: Buffer[] = []
          for await (const part of stream!) parts.push(part as Buffer)
          all.set(entry.fileName, Buffer.concat(parts))
          zip.readEntry()
        }),
      )
      zip.readEntry()
    }),
  )
}

test('an auditor exports a bundle that verifies, with every check, letter, photo and the record in it', async () => {
  await setList('sam', 30, '2026-01-01')
  await setList('leie', 20, '2099-01-01')
  const path = await exported()
  const verdict = await verifyBundle(path, signer.publicKey)
  expect(verdict).toMatchObject({ ok: true, keyId: signer.keyId })
  const content = await contentOf(path)
  const names = [...content.keys()]
  const checks = [
    ...(await listChecks(database.db, (await viewing())!)),
    ...(await listChecks(database.db, (await viewing())!, true)),
  ]
  expect(names.filter((n) => n.startsWith('checks/'))).toHaveLength(checks.length)
  for (const n of ['index.html', 'record/submission-1.html', 'record/submission-1.pdf', 'tasks/photos/001-photo-1.png'])
    expect(names).toContain(n)
  expect(names.filter((n) => n.startsWith('letters/'))).toHaveLength(1)
  const manifest = JSON.parse(content.get('manifest.json')!.toString())
  expect(manifest.decision.kind).toBe('return')
  expect(manifest.lists.map((l: { source: string }) => l.source)).toContain('leie')
  expect(manifest.rules.map((r: { rule: string }) => r.rule)).toContain('screening-level')
  // What this installation had set on the day, and not what comes later.
  expect(manifest.rules.filter((r: { rule: string }) => r.rule.startsWith('policy:'))).toEqual([
    {
      rule: 'policy:lists:sam',
      cite: 'policy of this installation',
      since: '2026-01-01',
      says: '{"freshDays":30,"required":true}',
    },
  ])
  const visit = names.find((n) => n.endsWith('-site-visit.json'))!
  const check = JSON.parse(content.get(visit)!.toString())
  expect(check).toMatchObject({ outcome: 'recorded', ranBy: 'analyst', about: '410 Elm St' })
  expect(check.answer.photos).toHaveLength(1)
})

test('the first page leads to every file beside it, and nothing restricted is in the bundle', async () => {
  const content = await contentOf(await exported())
  const page = content.get('index.html')!.toString()
  const links = [...page.matchAll(/href="([^"]+)"/g)].map((m) => decodeURI(m[1]!))
  expect(links.length).toBeGreaterThan(10)
  for (const link of links) expect([...content.keys()]).toContain(link)
  expect(page).not.toMatch(/<script|https?:\/\//)
  const everything = [...content.values()].map((b) => b.toString('latin1')).join('')
  expect(everything).not.toMatch(/900123456|900-12-3456/)
})

test('another contractor has no permit, and neither has the provider', async () => {
  expect(await viewing(world.stranger)).toBeUndefined()
  expect(await viewing(world.vega)).toBeUndefined()
})

test('evidence that was altered in the database is not exported, and the check is named', async () => {
  const k = open(database.db)
  const [one] = await listChecks(database.db, (await viewing())!)
  const evidence = JSON.stringify({ ...one!.evidence, planted: true })
  await k.updateTable('screening_check').set({ evidence }).where('id', '=', one!.id).execute()
  expect(await exportEvidence(database.db, (await viewing())!, at, now)).toMatchObject({
    ok: false,
    problem: { code: 'evidence-altered', with: { check: one!.kind } },
  })
})
