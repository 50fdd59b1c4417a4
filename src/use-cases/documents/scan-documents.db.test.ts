/** Documents and the scanner: found at the door, found later, not answering, and sent again from an earlier application. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { listDocuments, listReusableDocuments, unsealDocument } from '#db/queries/application/documents.ts'
import { authorize, type Permit, systemActor } from '#domain/access/policy.ts'
import type { ScanAnswer, Scanner } from '#outside/malware/scanner.ts'
import {
  loadSources,
  noon,
  physicianIn,
  providerWorld,
  services,
  vegaInRegistry,
  type World,
} from '#test/support/provider.ts'
import { en } from '#words/index.ts'
import { startApplication } from '../application/start-application.ts'
import { withdrawApplication } from '../application/withdraw-application.ts'
import { addDocument } from './add-document.ts'
import { reuseDocument } from './reuse-document.ts'
import { scanDocuments } from './scan-documents.ts'

const paper = (mark: string) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(mark), Buffer.from('\n%%EOF')])
/** A scanner of the test's own rules: what it says is read from the bytes. */
const scanner: Scanner = {
  scan: async (bytes): Promise<ScanAnswer> =>
    Buffer.from(bytes).includes('EVIL') ? { kind: 'infected', found: 'Test.Evil' } : { kind: 'clean' },
}
const down: Scanner = { scan: async () => ({ kind: 'unavailable', why: 'down' }) }

let t: World
let edit: Permit<'application.edit'>
const system = authorize(systemActor, 'system.run', { id: 'jobs' })
const run = (s: Scanner) => {
  if (!system.ok) throw new Error('not permitted')
  return scanDocuments(t.db, system.value, { files: services.files, scanner: s, origin: 'http://x', words: en }, noon)
}
const send = (mark: string, s: Scanner | undefined, over: object = {}) =>
  addDocument(
    t.db,
    edit,
    { files: services.files, ...(s && { scanner: s }) },
    { slot: 'license', fileName: `${mark}.pdf`, bytes: paper(mark), tooLarge: false, ...over },
    noon,
  )
async function begin(): Promise<Permit<'application.edit'>> {
  const start = authorize(t.vega.actor, 'application.start', { id: t.enrolleeId, enrolleeId: t.enrolleeId })
  if (!start.ok) throw new Error('not permitted')
  const started = await startApplication(t.db, start.value, physicianIn('IL'), noon)
  if (!started.ok) throw new Error(started.problem.code)
  const subject = await applicationSubject(t.db, started.value.applicationId)
  const given = authorize(t.vega.actor, 'application.edit', subject!)
  if (!given.ok) throw new Error('not permitted')
  return given.value
}
beforeAll(async () => {
  t = await providerWorld()
  await loadSources(t, [vegaInRegistry])
  edit = await begin()
})
afterAll(() => t.close())

describe('a scanner', () => {
  it('refuses what it finds at the door, and keeps nothing', async () => {
    const done = await send('EVIL one', scanner)
    expect(done.ok ? undefined : done.problem).toMatchObject({ code: 'file-infected', with: { found: 'Test.Evil' } })
    expect(await listDocuments(t.db, edit)).toEqual([])
  })

  it('marks what it found clean', async () => {
    expect((await send('good one', scanner)).ok).toBe(true)
    expect((await listDocuments(t.db, edit)).map((d) => [d.fileName, d.scan])).toEqual([['good one.pdf', 'clean']])
  })

  it('looks later at what came while it was down; what it finds is taken out for good and told of', async () => {
    await send('EVIL two', down)
    await send('good two', down)
    expect(await run(down)).toBe(0)
    expect((await listDocuments(t.db, edit)).filter((d) => d.scan === 'not-scanned')).toHaveLength(2)
    expect(await run(scanner)).toBe(2)
    expect((await listDocuments(t.db, edit)).map((d) => [d.fileName, d.scan])).toEqual([
      ['good one.pdf', 'clean'],
      ['good two.pdf', 'clean'],
    ])
    const [out] = await listDocuments(t.db, edit, true)
    expect(out).toMatchObject({ fileName: 'EVIL two.pdf', scan: 'infected' })
    const told = await t.pool.query("select recipient from message where template = 'document-infected'")
    expect(new Set(told.rows.map((r) => r.recipient)).size).toBe(2)
    expect(await run(scanner)).toBe(0)
  })
})

describe('a paper sent before', () => {
  it('keeps its earlier version when another takes its place', async () => {
    const [old] = await listDocuments(t.db, edit)
    await send('newer', scanner, { replaces: old!.id })
    const newer = (await listDocuments(t.db, edit)).find((d) => d.fileName === 'newer.pdf')
    expect(newer?.replaces).toBe(old!.id)
    expect((await listDocuments(t.db, edit, true)).map((d) => d.id)).toContain(old!.id)
  })

  it('is offered to another application of the same provider and copied with its own seal', async () => {
    const earlier = edit
    const withdraw = authorize(
      t.vega.actor,
      'application.withdraw',
      (await applicationSubject(t.db, earlier.subjectId))!,
    )
    if (!withdraw.ok) throw new Error('not permitted')
    await withdrawApplication(t.db, withdraw.value, noon)
    edit = await begin()
    const offered = await listReusableDocuments(t.db, edit, 'license')
    expect(offered.map((d) => d.fileName).sort()).toEqual(['good two.pdf', 'newer.pdf'])
    expect(await listReusableDocuments(t.db, edit, 'diploma')).toEqual([])
    const from = { slot: 'license', documentId: offered[0]!.id }
    expect((await reuseDocument(t.db, edit, { files: services.files, scanner }, from, noon)).ok).toBe(true)
    const [copy] = await listDocuments(t.db, edit)
    expect(copy).toMatchObject({ fileName: offered[0]!.fileName, sha256: offered[0]!.sha256 })
    const sealed = await services.files.get(copy!.storedAs)
    expect(unsealDocument(t.db, edit, copy!, sealed).toString()).toContain('%PDF')
    expect(() => unsealDocument(t.db, edit, offered[0]!, sealed)).toThrow()
  })

  it('is not found when it is none of this provider and kind', async () => {
    const from = { slot: 'license', documentId: '00000000-0000-4000-8000-000000000000' }
    const done = await reuseDocument(t.db, edit, { files: services.files }, from, noon)
    expect(done.ok ? undefined : done.problem.code).toBe('not-found')
  })
})
