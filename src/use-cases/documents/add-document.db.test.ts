import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { listDocuments, unsealDocument } from '#db/queries/application/documents.ts'
import { authorize, type Permit } from '#domain/access/policy.ts'
import {
  loadSources,
  noon,
  physicianIn,
  providerWorld,
  services,
  vegaInRegistry,
  type World,
} from '#test/support/provider.ts'
import { startApplication } from '../application/start-application.ts'
import { addDocument, type SentFile } from './add-document.ts'
import { documentMaxBytes } from './judge-file.ts'
import { removeDocument, restoreDocument } from './remove-document.ts'

const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200, 'a'), Buffer.from('\n%%EOF')])
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0])
const tiff = Buffer.concat([Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), Buffer.alloc(20)])

let t: World
let edit: Permit<'application.edit'>
let sent = 0
const send = (over: Partial<SentFile> = {}) =>
  addDocument(
    t.db,
    edit,
    services,
    { slot: 'license', fileName: 'license.pdf', bytes: pdf, tooLarge: false, ...over },
    new Date(noon.getTime() + sent++ * 1000),
  )

beforeAll(async () => {
  t = await providerWorld()
  await loadSources(t, [vegaInRegistry])
  const start = authorize(t.vega.actor, 'application.start', { id: t.enrolleeId, enrolleeId: t.enrolleeId })
  if (!start.ok) throw new Error('not permitted')
  const started = await startApplication(t.db, start.value, physicianIn('IL'), noon)
  if (!started.ok) throw new Error(started.problem.code)
  const given = authorize(
    t.vega.actor,
    'application.edit',
    (await applicationSubject(t.db, started.value.applicationId))!,
  )
  if (!given.ok) throw new Error('not permitted')
  edit = given.value
})
afterAll(() => t.close())

describe('what a file is, is judged by what is in it', () => {
  it.each<[string, Buffer, string | undefined]>([
    ['a PDF', pdf, undefined],
    ['a PNG that calls itself a PDF', png, undefined],
    ['a JPEG', jpeg, undefined],
    ['a TIFF', tiff, undefined],
    ['a page that calls itself a PDF', Buffer.from('<html><script>alert(1)</script></html>'), 'file-type'],
    ['a program', Buffer.concat([Buffer.from([0x4d, 0x5a]), randomBytes(300)]), 'file-type'],
    ['a ZIP', Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(40)]), 'file-type'],
    ['nothing', Buffer.alloc(0), 'file-empty'],
    ['too much', Buffer.concat([pdf, Buffer.alloc(documentMaxBytes)]), 'file-too-large'],
  ])('%s', async (_, bytes, code) => {
    const done = await send({ bytes })
    expect(done.ok ? undefined : done.problem.code).toBe(code)
  })
})

it('keeps the bytes sealed and gives them back to this document only', async () => {
  const [first, second] = await listDocuments(t.db, edit)
  const stored = await services.files.get(first!.storedAs)
  expect(stored.includes('PDF')).toBe(false)
  expect(unsealDocument(t.db, edit, first!, stored).equals(pdf)).toBe(true)
  expect(() => unsealDocument(t.db, edit, second!, stored)).toThrow()
})

it('counts the same file sent twice once; a replaced or removed one stays as history', async () => {
  const before = await listDocuments(t.db, edit)
  await send()
  expect(await listDocuments(t.db, edit)).toHaveLength(before.length)
  const other = Buffer.concat([pdf, Buffer.from('2')])
  await send({ bytes: other, fileName: '../../etc/pass"wd.pdf', replaces: before[0]!.id })
  const after = await listDocuments(t.db, edit)
  expect(after).toHaveLength(before.length)
  expect(after.at(-1)!.fileName).toBe('pass_wd.pdf')
  expect((await listDocuments(t.db, edit, true)).map((d) => d.id)).toEqual([before[0]!.id])
  await removeDocument(t.db, edit, after.at(-1)!.id, noon)
  await restoreDocument(t.db, edit, before[0]!.id, noon)
  expect((await listDocuments(t.db, edit)).map((d) => d.id)).toContain(before[0]!.id)
})
