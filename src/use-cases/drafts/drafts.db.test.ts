/** A draft that is kept as a file and brought in again; one that was begun on an older edition. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFile, findWithFile } from '#db/queries/application/application-file.ts'
import { applicationSubject, findApplication } from '#db/queries/application/applications.ts'
import { insertApplication } from '#db/records/application/applications.ts'
import { authorize } from '#domain/access/policy.ts'
import { cms855b } from '#forms/cms855b/index.ts'
import { elmRidgeGroup, elmRidgeNpi } from '#test/people/elm-ridge-group.ts'
import { enrollee, fill, noon, type Person, person, providerWorld, type World, walk } from '#test/support/provider.ts'
import { applicationPage } from '#web/portal/application/application-page.tsx'
import { bringInPage, editionPage } from '#web/portal/drafts/bring-in-page.tsx'
import { draftJsonPage, draftPdfPage } from '#web/portal/drafts/keep-pages.ts'

let t: World
let clerk: Person
let groupId: string
beforeAll(async () => {
  t = await providerWorld()
  groupId = await enrollee(t, elmRidgeNpi, 'Elm Ridge', 'organization')
  clerk = await person(t, 'clerk', 'staff-end-user', groupId)
})
afterAll(() => t.close())

async function draft(edition = cms855b.edition, state = 'IL') {
  const permit = authorize(clerk.actor, 'application.start', { id: groupId, enrolleeId: groupId })
  if (!permit.ok) throw new Error('a helper may start')
  const a = { form: 'CMS-855B', edition, reason: 'initial', state, contractorId: 'mid' } as const
  return insertApplication(t.db, permit.value, { ...a, signerId: undefined, prefilled: [] }, noon)
}
async function stored(id: string) {
  const permit = authorize(clerk.actor, 'application.edit', (await applicationSubject(t.db, id))!)
  if (!permit.ok) throw new Error('a helper may edit')
  const both = await findWithFile(t.db, permit.value)
  // One statement reads what two do: opened, in the same order, with the same instants.
  expect(both).toEqual({
    header: await findApplication(t.db, permit.value),
    file: await findFile(t.db, permit.value),
  })
  return both
}
const sent = (bytes: Buffer) => ({ uploads: [{ field: 'file', fileName: 'kept.json', bytes, tooLarge: false }] })

test('what was kept comes back into another draft, without numbers that never leave, and those stay where they are', async () => {
  const from = await draft()
  await fill(t, from, elmRidgeGroup, clerk.actor, cms855b)
  expect((await walk(t, clerk, draftPdfPage, 'get', { applicationId: from })).bytes?.subarray(0, 5).toString()).toBe(
    '%PDF-',
  )
  const { bytes } = await walk(t, clerk, draftJsonPage, 'get', { applicationId: from })
  const into = await draft()
  const prefilled = { 'practice-locations': [{ id: 'registry', answers: { name: 'Old place' } }] }
  await fill(t, into, prefilled, clerk.actor, cms855b)
  const seen = await walk(t, clerk, bringInPage, 'post', { applicationId: into }, sent(bytes!))
  expect(seen.status).toBe(200)
  expect(seen.html).toContain('Asked anew')
  expect(seen.html).toContain('Social Security number')
  const { file } = await stored(into)
  expect(file['practice-locations']?.map((i) => i.answers)).toEqual(
    elmRidgeGroup['practice-locations']!.map((i) => i.answers),
  )
  expect(JSON.stringify(file)).not.toMatch(/"ssn"|"accountNumber"/)
  // Into the draft that it came from: nothing is lost.
  const again = await walk(t, clerk, bringInPage, 'post', { applicationId: from }, sent(bytes!))
  expect(again.html).toContain('Nothing is asked anew')
  const same = await stored(from)
  expect(same.file.individuals?.map((i) => i.answers)).toEqual(elmRidgeGroup.individuals!.map((i) => i.answers))
})

test('another state, a stranger, and what is no draft are refused', async () => {
  const from = await draft()
  await fill(t, from, elmRidgeGroup, clerk.actor, cms855b)
  const { bytes } = await walk(t, clerk, draftJsonPage, 'get', { applicationId: from })
  const elsewhere = await draft(cms855b.edition, 'IA')
  const other = await walk(t, clerk, bringInPage, 'post', { applicationId: elsewhere }, sent(bytes!))
  expect([other.status, other.html.includes('belongs to another application')]).toEqual([422, true])
  const none = await walk(t, clerk, bringInPage, 'post', { applicationId: from }, sent(Buffer.from('{"a":1}')))
  expect(none.status).toBe(422)
  for (const page of [draftJsonPage, draftPdfPage])
    expect((await walk(t, t.stranger, page, 'get', { applicationId: from })).status).toBe(404)
  expect((await walk(t, t.stranger, bringInPage, 'post', { applicationId: from }, sent(bytes!))).status).toBe(404)
})

test('a draft of an older edition says so, shows what is asked anew, and goes on', async () => {
  const id = await draft('01/2020')
  await fill(t, id, elmRidgeGroup, clerk.actor, cms855b)
  expect((await walk(t, clerk, applicationPage, 'get', { applicationId: id })).html).toContain('has a new edition')
  const page = await walk(t, clerk, editionPage, 'get', { applicationId: id })
  expect(page.html).toContain('01/2020')
  expect(page.html).toContain('Nothing is asked anew')
  await walk(t, clerk, editionPage, 'post', { applicationId: id })
  expect((await stored(id)).header.edition).toBe(cms855b.edition)
  expect((await walk(t, clerk, applicationPage, 'get', { applicationId: id })).html).not.toContain('has a new edition')
})
