/** A draft on an edition that was replaced: finished and printed on it while it is taken, and only brought over afterwards. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { applicationSubject, findApplication } from '#db/queries/application/applications.ts'
import { insertApplication } from '#db/records/application/applications.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { cms855i } from '#forms/cms855i/index.ts'
import type { File } from '#forms/kit/section.ts'
import { drVega } from '#test/people/dr-vega.ts'
import { fill, noon, providerWorld, type World, walk } from '#test/support/provider.ts'
import { applicationPage } from '#web/portal/application/application-page.tsx'
import { sectionPage } from '#web/portal/application/section-page.tsx'
import { editionPage } from '#web/portal/drafts/bring-in-page.tsx'
import { draftJsonPage } from '#web/portal/drafts/keep-pages.ts'
import { en } from '#words/index.ts'
import { freezeApplication } from '../application/freeze-application.ts'
import { setFormEdition } from './set-edition.ts'

let t: World
let id: string
beforeAll(async () => {
  t = await providerWorld()
  const permit = authorize(t.vega.actor, 'application.start', { id: t.enrolleeId, enrolleeId: t.enrolleeId })
  if (!permit.ok) throw new Error('she may start')
  const a = { form: 'CMS-855I', edition: '12/18', reason: 'initial', state: 'IL', contractorId: 'mid' } as const
  id = await insertApplication(t.db, permit.value, { ...a, signerId: t.vega.userId, prefilled: [] }, noon)
  await fill(t, id, drVega, t.vega.actor, cms855i)
})
afterAll(() => t.close())

async function taken(until: string | undefined, form = 'CMS-855I') {
  const permit = authorize(systemActor, 'registry.manage', { id: 'editions' })
  if (!permit.ok) throw new Error('the system may')
  const dates = { inForceOn: day('2018-12-01'), acceptedUntil: until === undefined ? undefined : day(until) }
  return setFormEdition(t.db, permit.value, { form, edition: '12/18', cite: 'A notice', ...dates })
}
async function frozen() {
  const permit = authorize(t.vega.actor, 'application.sign', (await applicationSubject(t.db, id))!)
  if (!permit.ok) throw new Error('she signs')
  return freezeApplication(t.db, permit.value, en, noon)
}
const at = (page: Parameters<typeof walk>[2], method: 'get' | 'post' = 'get', params = {}) =>
  walk(t, t.vega, page, method, { applicationId: id, ...params })
const blocked = async () => (await frozen()).open.map((p) => p.code)

test('while it is taken, it is asked, printed and signed as it was begun', async () => {
  expect(await taken('2026-11-24')).toMatchObject({ ok: true })
  const list = (await at(applicationPage)).html
  expect(list).toContain('on the edition 12/18 until November 24, 2026')
  expect((await at(sectionPage, 'get', { sectionId: 'reassignments' })).status).toBe(404)
  const { record } = await frozen()
  expect([record.edition, 'reassignments' in (record.answers as File)]).toEqual(['12/18', false])
  expect(await blocked()).not.toContain('edition-over')
  const kept = JSON.parse((await at(draftJsonPage)).bytes!.toString())
  expect([kept.edition, 'reassignments' in kept.answers]).toEqual(['12/18', false])
  expect((await at(editionPage)).html).toContain('Stay on the edition 12/18')
})

test('afterwards it is not signed, and goes on with the new edition with every answer', async () => {
  await taken('2026-11-23')
  expect(await blocked()).toContain('edition-over')
  expect((await at(applicationPage)).html).toContain('was taken until November 23, 2026')
  expect((await at(editionPage)).html).not.toContain('Stay on the edition')
  await at(editionPage, 'post')
  const { record, header } = await frozen()
  expect([header.edition, record.edition]).toEqual([cms855i.edition, cms855i.edition])
  expect((record.answers as File).reassignments).toHaveLength(drVega.reassignments.length)
  expect(await blocked()).not.toContain('edition-over')
})

test('days are entered for forms that there are, in their order', async () => {
  expect(await taken('2026-11-24', 'CMS-999')).toMatchObject({ ok: false, problem: { at: 'form' } })
  expect(await taken('2017-01-01')).toMatchObject({ ok: false, problem: { code: 'date-before' } })
  const permit = authorize(t.vega.actor, 'application.view', (await applicationSubject(t.db, id))!)
  expect(permit.ok && (await findApplication(t.db, permit.value)).edition).toBe(cms855i.edition)
})
