/**
 * Every reason of every form about a record: begun on the page of the enrollment, only what changes is answered, what
 * differs is looked at, signed and sent in the browser; approved by the desk, it lasts in the record.
 * Each reason is walked on the first form that has it; with ALL_STORIES=1 on every form (41 stories, two minutes).
 */
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { type FormId, formIds, reasonFacts } from '#domain/application/reasons.ts'
import { addDays, day } from '#domain/dates.ts'
import { sayDay } from '#forms/kit/say.ts'
import { en } from '#words/index.ts'
import { type Look, looker } from '../steps/look.ts'
import { filers, signerOf } from './cast.ts'
import { type Cast, type Family, openFamily } from './family.ts'
import { seenOf } from './seen.ts'
import { FILED_ON, LATER, laterPairs, type Story, stories } from './stories.ts'
import { beginAbout, confirmAll, edit, explain, mainText, payFee, press, sign } from './walk.ts'

const noonOf = (d: string) => new Date(`${d}T15:00:00Z`)
const RECORDED_ON = day('2026-11-25')

/** The stories of the first form that has the reason, so that every reason is walked each time. */
const firstOf = (reason: Story['reason']) => stories.find((s) => s.reason === reason)!.form
const walked = process.env.ALL_STORIES ? stories : stories.filter((s) => s.form === firstOf(s.reason))
const walkedForms = formIds.filter((f) => walked.some((s) => s.form === f))

let family: Family
let vega: Cast
beforeAll(async () => {
  family = await openFamily(noonOf(FILED_ON))
})
afterAll(async () => {
  expect(family.stage.faults).toEqual([])
  await family.close()
})

test('every reason of every form has its story', () => {
  const told = stories.map((s) => `${s.form} ${s.reason}`)
  expect(laterPairs.map((p) => `${p.form} ${p.reason}`).filter((p) => !told.includes(p))).toEqual([])
})

describe.each(walkedForms)('%s', (form: FormId) => {
  let cast: Cast
  let page: Page
  let look: Look
  beforeAll(async () => {
    cast = await family.cast(filers[form], noonOf(RECORDED_ON))
    if (form === 'CMS-855I') vega = cast
    page = (await family.stage.visitor({ width: 1280 })).page
    look = looker(page, `reason-${form}`, false)
    await family.signIn(page, cast.filer.loginId)
  })
  afterAll(() => page?.context().close())

  const ofForm = walked.filter((s) => s.form === form).map((s) => [[s.reason, s.also].filter(Boolean).join(': '), s])
  test.each(ofForm as [string, Story][])('%s', async (_, story) => {
    const enrollmentId = await family.record(cast, noonOf(story.recordedOn ?? RECORDED_ON), story.otherwise)
    if (story.stoppedOn) await family.deactivate(cast, enrollmentId, noonOf(story.stoppedOn))
    // Sent before its window, it would be kept until then.
    if (story.reason === 'revalidation') await family.askRevalidation(cast, enrollmentId, LATER, noonOf(RECORDED_ON))
    const facts = reasonFacts(form, story.reason)!
    const on = facts.record === 'ends' ? LATER : day('2027-05-01')
    const before = await seenOf(family, cast, enrollmentId, on)

    const id = await beginAbout(page, enrollmentId, story, story.tasks ?? [], look)
    for (const e of story.edits) await edit(page, id, story, e, look)
    if (story.confirms) await confirmAll(page, id, look)
    if (await feeIsOpen(id)) await payFee(page, id, look)
    if (facts.record !== 'ends') await explain(page, id, look)
    await page.goto(`/applications/${id}/changes`)
    await look.at('changes')
    const differing = await mainText(page)
    for (const said of story.differs) expect(differing).toContain(said)
    await sign(page, id, signerOf(cast.filer), look)

    await family.approve(cast, id, noonOf(FILED_ON))
    const after = await seenOf(family, cast, enrollmentId, on)
    story.lasts(after, before)
    await page.goto(`/enrollments/${enrollmentId}?on=${on}`)
    await look.at('record')
    expect(await mainText(page)).toContain(enrollmentId)
  })

  if (form === 'CMS-855I') {
    test('nothing changed: from the dashboard to the signature in few pages and presses', async () => {
      const enrollmentId = await family.record(cast, noonOf(RECORDED_ON))
      await family.askRevalidation(cast, enrollmentId, LATER, noonOf(RECORDED_ON))
      // Its people are written to.
      await family.stage.now()
      let [pages, presses] = [1, 0]
      await page.goto('/dashboard')
      const loaded = () => pages++
      page.on('load', loaded)
      const go = async (target: Locator) => {
        presses++
        await Promise.all([page.waitForEvent('load'), target.click()])
      }
      const main = page.getByRole('main')
      await go(main.getByRole('link', { name: `Revalidate ${enrollmentId}` }))
      await go(main.getByRole('button', { name: 'Start the revalidation' }))
      await go(main.getByRole('link', { name: 'Say why you file this' }).first())
      for (const label of await page.locator('label[for^="confirmed-"]').all()) {
        presses++
        await label.click()
      }
      await go(main.getByRole('button', { name: en.portal.reasons.confirm.done }))
      // One of her licenses is not in the registry, which has to be said each time.
      await go(main.getByRole('link', { name: en.portal.tasks.settleFirst }))
      await page.locator('textarea').fill('It is as we say here; the registry will be corrected.')
      await go(main.getByRole('button', { name: /^Save explanation/ }))
      await go(main.getByRole('link', { name: 'Go on to sign' }))
      await page.getByLabel('Type your full legal name').fill(signerOf(cast.filer))
      presses++
      await page.locator('label[for=agree]').click()
      await go(main.getByRole('button', { name: en.portal.sign.button }))
      page.off('load', loaded)
      expect(page.url()).toContain('/submitted')
      // Two pages and three presses are for the license; each part of the record is looked at, which is a press for each.
      expect(pages).toBeLessThanOrEqual(9)
      expect(presses).toBeLessThanOrEqual(21)
    })
  }

  async function feeIsOpen(id: string): Promise<boolean> {
    const { fee } = reasonFacts(form, 'initial')!
    if (fee === 'none') return false
    await page.goto(`/applications/${id}/fee`)
    return (await page.getByRole('button', { name: /^Pay \$/ }).count()) > 0
  }
})

/** The last test: it moves the clock by years, after which nobody else's story would hold. */
test('a revalidation that is sent years early is kept until its window opens, and is then with the desk', async () => {
  const enrollmentId = await family.record(vega, noonOf(RECORDED_ON))
  const { page } = await family.stage.visitor()
  const look = looker(page, 'early', false)
  await family.signIn(page, vega.filer.loginId)
  await page.goto(`/enrollments/${enrollmentId}/revalidation`)
  expect(await mainText(page)).toContain('kept and taken up on that day')
  await press(page, 'Start the revalidation')
  const id = /applications\/([0-9a-f-]{36})/.exec(page.url())![1]!
  await confirmAll(page, id, look)
  await explain(page, id, look)
  await sign(page, id, signerOf(vega.filer), look)
  await page.goto(`/applications/${id}`)
  const opens = (
    await open(family.db).selectFrom('application').select('due_on').where('id', '=', id).executeTakeFirstOrThrow()
  ).due_on!
  expect(await mainText(page)).toContain(sayDay(opens, en.values))
  await look.at('kept')
  const status = async () =>
    (await open(family.db).selectFrom('application').select('status').where('id', '=', id).executeTakeFirstOrThrow())
      .status
  await family.stage.moveClock(noonOf(addDays(opens, -1)))
  await family.stage.now()
  expect(await status()).toBe('held')
  await family.stage.moveClock(noonOf(opens))
  await family.stage.now()
  expect(await status()).toBe('submitted')
})
