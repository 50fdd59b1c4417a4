/**
 * Every form from what brings somebody here to the record: begun on the page of the situation, every section answered
 * from a named fixture, papers, fee and signature in the browser; recommended and decided at the desk, told by a letter.
 * A new form costs a line in cast.ts and somebody in test/people.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FormId, formIds } from '#domain/application/reasons.ts'
import { readingOf } from '#forms/readings.ts'
import { reviewed } from '#use-cases/application/reasons.fixture.ts'
import { en } from '#words/index.ts'
import { fillApplication } from '../steps/apply.ts'
import { answer } from '../steps/fill.ts'
import { type Look, looker } from '../steps/look.ts'
import { recommend } from '../steps/review.ts'
import { smallPdf } from '../steps/submit.ts'
import { filers, isPerson, nameOf, npiOf, signerOf, stateOf } from './cast.ts'
import { type Cast, type Family, openFamily } from './family.ts'
import { seenOf } from './seen.ts'
import { explain, mainText, payFee, press, sign } from './walk.ts'

/** Walked from the first page to the record elsewhere, with the account and the desk page by page. */
const walkedElsewhere: Partial<Record<FormId, string>> = {
  'CMS-855I': 'enroll.test.ts',
  'CMS-855B': 'organization.test.ts',
  'CMS-855O': 'order-and-certify.test.ts',
}

const NOW = new Date('2026-11-24T15:00:00Z')
interface Person {
  readonly page: Page
  readonly look: Look
}
let family: Family
// Signed in once: a code of an authenticator app counts once.
let analyst: Person
let supervisor: Person
beforeAll(async () => {
  family = await openFamily(NOW)
  analyst = await person('desk', 'analyst.ada')
  supervisor = await person('desk', 'super.carla')
})
afterAll(async () => {
  expect(family.stage.faults).toEqual([])
  await family.close()
})

const walked = formIds.filter((form) => !walkedElsewhere[form])
test.each(walked)('%s from the situation to the record', { timeout: 120_000 }, async (form) => {
  const filer = filers[form]
  const cast = await family.cast(filer, NOW)
  const { page, look } = await person(form, filer.loginId)
  const id = await begin(page, cast, look)
  // Lists and pages of questions are alike: a look at each would take as long as answering.
  const seldom: Look = { at: (name) => (/^list-|enrollment|owners/.test(name) ? look.at(name) : Promise.resolve()) }
  await fillApplication(page, id, filer.file, seldom, readingOf(form).form)
  await page.goto(`/applications/${id}`)
  await look.at('task-list-filled')
  await addPapers(page, id, look)
  await page.goto(`/applications/${id}/check`)
  await look.at('check')
  if (filer.pays) await payFee(page, id, look)
  await explain(page, id, look)
  await sign(page, id, signerOf(filer), look)

  const enrollmentId = await decide(cast, id)
  const record = await seenOf(family, cast, enrollmentId, filer.activeOn)
  expect(record.periods).toEqual([`${form === 'OPT-OUT' ? 'opted-out' : 'approved'} ${filer.activeOn}`])

  await page.goto('/inbox')
  await page.locator('main a[href*="/letters/"]').first().click()
  await look.at('letter')
  expect(await mainText(page)).toContain(nameOf(filer))
  await page.goto(`/enrollments/${enrollmentId}?on=${filer.activeOn}`)
  await look.at('record')
  const shown = await mainText(page)
  for (const kept of [npiOf(filer), nameOf(filer), en.forms[form]!.title]) expect(shown).toContain(kept)
  await page.context().close()
})

test('every form is walked, here or in a journey of its own', () => {
  expect([...walked, ...Object.keys(walkedElsewhere)].toSorted()).toEqual([...formIds].toSorted())
})

async function person(form: string, loginId: string): Promise<Person> {
  const { page } = await family.stage.visitor({ width: 1280 })
  await family.signIn(page, loginId)
  return { page, look: looker(page, `form-${form}`, false) }
}

/** From the list of situations to the task list of a draft. */
async function begin(page: Page, { filer }: Cast, look: Look): Promise<string> {
  await page.goto('/start')
  await page.getByRole('link', { name: en.situations.texts[filer.comesFor].says, exact: true }).click()
  await look.at('situation')
  const questions = readingOf(filer.form).form.tasks[0]!.sections[0]!.questions
  await answer(page, 'state', questions.state!.kind, stateOf(filer))
  if (isPerson(filer.form)) await page.locator('label[for=practitioner-physician]').click()
  await press(page, en.situations.begin)
  await look.at('task-list')
  return /applications\/([0-9a-f-]{36})/.exec(page.url())![1]!
}

/** A paper into every slot that needs one. */
async function addPapers(page: Page, id: string, look: Look): Promise<void> {
  await page.goto(`/applications/${id}/documents`)
  await look.at('documents')
  const slots = await page
    .getByRole('link', { name: /^Add a file/ })
    .evaluateAll((links) => links.map((a) => a.getAttribute('href')!))
  for (const [i, slot] of slots.entries()) {
    await page.goto(slot)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: `paper-${i}.pdf`, mimeType: 'application/pdf', buffer: smallPdf })
    await press(page, 'Upload')
  }
  await page.goto(`/applications/${id}/documents`)
  await look.at('documents-added')
}

/** The analyst recommends and the supervisor approves on their pages; what is checked in between is done below them. */
async function decide(cast: Cast, id: string): Promise<string> {
  const { tieIn } = cast.filer
  await reviewed(family.db, cast.world, id, NOW)
  await recommend(analyst.page, id, analyst.look)
  const { page, look } = supervisor
  await page.goto(`/desk/cases/${id}/decide`)
  await look.at('decide')
  expect(await mainText(page)).toContain(en.desk.decide.approve)
  if (tieIn) {
    await page.locator('[name=ccn]').fill(tieIn.ccn)
    await page.locator('[name=dateReason]').fill(tieIn.dateReason)
    const [year, month, day] = tieIn.effectiveOn.split('-') as [string, string, string]
    await page.locator('[name=effectiveOn-year]').fill(year)
    await page.locator('[name=effectiveOn-month]').fill(month)
    await page.locator('[name=effectiveOn-day]').fill(day)
  }
  await press(page, en.desk.decide.approve)
  await look.at('decided')
  expect(await page.title()).not.toMatch(/^Error/)
  const { rows } = await family.pool.query<{ enrollment_id: string }>(
    'select enrollment_id from application where id = $1',
    [id],
  )
  return rows[0]!.enrollment_id
}
