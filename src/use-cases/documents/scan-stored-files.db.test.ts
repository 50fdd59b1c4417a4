/** Photos and papers of appeals that came while the scanner was down: looked at later, unseen before. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listPhotos } from '#db/queries/application/case-tasks.ts'
import { letterSubject } from '#db/queries/application/letters.ts'
import { listAppealDocuments } from '#db/queries/decisions/appeal-history.ts'
import { findRecordDecision } from '#db/queries/decisions/enrollment-decisions.ts'
import { systemActor } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import type { Files } from '#outside/files/files.ts'
import type { ScanAnswer, Scanner } from '#outside/malware/scanner.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { en } from '#words/index.ts'
import { addAppealDocument } from '../appeals/add-appeal-document.ts'
import { fileAppeal } from '../appeals/file-appeal.ts'
import { readAppealPaper } from '../appeals/read-paper.ts'
import { type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import {
  codeOf,
  enroll,
  must,
  now,
  onAppeal,
  onDecision,
  onEnrollment,
  permitOn,
} from '../decisions/decisions.fixture.ts'
import { deliverLetters } from '../decisions/deliver-letters.ts'
import { issueDecision } from '../decisions/issue-decision.ts'
import { prepareDecision } from '../decisions/prepare-decision.ts'
import { addPhoto } from '../tasks/finish-task.ts'
import { openTask } from '../tasks/open-task.ts'
import { scanDocuments } from './scan-documents.ts'

/** What it says is read from the bytes. */
const scanner: Scanner = {
  scan: async (bytes): Promise<ScanAnswer> =>
    Buffer.from(bytes).includes('EVIL') ? { kind: 'infected', found: 'Test.Evil' } : { kind: 'clean' },
}
const down: Scanner = { scan: async () => ({ kind: 'unavailable', why: 'down' }) }
const kept = new Map<string, Uint8Array>()
const files: Files = {
  async put(b: Uint8Array) {
    const name = String(kept.size)
    kept.set(name, b)
    return name
  },
  get: async (name: string) => Buffer.from(kept.get(name)!),
  remove: async (name: string) => void kept.delete(name),
}
const system = permitOn(systemActor, 'system.run', { id: 'test' })
const pdf = (mark: string) => Buffer.from(`%PDF-1.7\n${mark}\n%%EOF\n`)
const jpeg = (mark: string) =>
  Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.from(mark)])

let t: TestDatabase
let world: DeskWorld
beforeAll(async () => {
  t = await testDatabase()
  world = await seedDesk(t.db, now)
})
afterAll(() => t.close())
const run = (s: Scanner) => scanDocuments(t.db, system, { files, scanner: s, origin: 'http://x', words: en }, now)

async function appeal(): Promise<string> {
  const found = 'The office was empty on two visits and nobody answered the telephone.'
  const id = await enroll(t.db, world, 1)
  const preparing = await onEnrollment(t.db, world.analyst, 'enrollment.prepare-decision', id)
  const input = { kind: 'revoke', reasons: ['noncompliance'], found, barYears: 2 } as const
  const decisionId = await must(prepareDecision(t.db, preparing, input, en, now))
  await must(issueDecision(t.db, await onDecision(t.db, world.supervisor, 'enrollment.decide', decisionId), en, now))
  await deliverLetters(t.db, system, office, now)
  const seeing = await onDecision(t.db, world.analyst, 'decisions.view', decisionId)
  const { letterId } = (await findRecordDecision(t.db, seeing, decisionId))!
  const filing = permitOn(world.vega, 'appeal.file', await letterSubject(t.db, letterId))
  const grounds = 'The office was closed for a funeral on both days; the sign on the door said so.'
  const said = { remedy: 'corrective-action-plan', grounds, lateReason: '', signerName: 'Rosa Vega', agreed: true }
  return must(fileAppeal(t.db, filing, said, now))
}

it('papers of an appeal are shown to nobody before they are clean, and what is found is told to who sent it', async () => {
  const permit = await onAppeal(t.db, world.vega, 'appeal.file', await appeal())
  const add = (mark: string, s: Scanner) =>
    addAppealDocument(
      t.db,
      permit,
      { files, scanner: s },
      { fileName: `${mark}.pdf`, bytes: pdf(mark), tooLarge: false },
      now,
    )
  expect(await codeOf(add('EVIL at the door', scanner))).toBe('file-infected')
  await must(add('good', down))
  await must(add('EVIL', down))
  const seeing = await onAppeal(t.db, world.analyst, 'appeal.hear', permit.subjectId)
  const read = async () =>
    Promise.all(
      (await listAppealDocuments(t.db, seeing)).map(async (d) => {
        const paper = await readAppealPaper(t.db, seeing, { files, scanner: down }, d.id)
        return `${d.fileName} ${typeof paper === 'string' ? paper : paper?.bytes.includes('%PDF')}`
      }),
    )
  expect((await read()).sort()).toEqual(['EVIL.pdf being-checked', 'good.pdf being-checked'])
  expect(await run(down)).toBe(0)
  expect(await run(scanner)).toBe(2)
  expect((await read()).sort()).toEqual(['EVIL.pdf withheld', 'good.pdf true'])
  const { rows } = await t.pool.query("select recipient from message where template = 'file-infected'")
  expect(rows).toEqual([{ recipient: 'rosa@vega.example' }])
  expect(await run(scanner)).toBe(0)
})

it('photos of a visit are judged at the door, and later when nobody could', async () => {
  const permit = await permitFor(t.db, world.analyst, 'application.review', await fileApplication(t.db, world, now))
  await must(takeCase(t.db, permit, now))
  const visit = {
    kind: 'site-visit',
    what: '1 Elm St',
    ownerId: world.analyst.userId,
    dueOn: day('2026-12-05'),
  } as const
  const taskId = await must(openTask(t.db, permit, visit, office, now))
  const send = (mark: string, s: Scanner) =>
    addPhoto(
      t.db,
      permit,
      { files, scanner: s },
      taskId,
      { fileName: 'image.jpg', bytes: jpeg(mark), tooLarge: false },
      now,
    )
  expect(await codeOf(send('EVIL', scanner))).toBe('file-infected')
  await must(send('good', scanner))
  await must(send('good too', down))
  await must(send('EVIL', down))
  const states = async () => (await listPhotos(t.db, permit)).map((p) => p.scan).sort()
  expect(await states()).toEqual(['clean', 'not-scanned', 'not-scanned'])
  expect(await run(scanner)).toBe(2)
  expect(await states()).toEqual(['clean', 'clean', 'infected'])
})
