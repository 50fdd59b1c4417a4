/**
 * From a fresh portal to an enrolled, verified provider, as the people concerned do it:
 * Rosa Vega registers, signs in, applies, signs; Ada Lindqvist reviews and asks; Rosa answers;
 * Carla Montague decides; Rosa changes a location; anybody verifies.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { drVega } from '../people/dr-vega.ts'
import { openStage, type Stage } from './portal.ts'
import { type Registrant, register, signInByApp, signInByPhone } from './steps/account.ts'
import { answerRequest, changeLocation, fillApplication, startApplication } from './steps/apply.ts'
import { looker } from './steps/look.ts'
import { approve, askForMore, readCase, recommend, screen, takeCase } from './steps/review.ts'
import { addDocuments, compareWithRecords, signAndSubmit } from './steps/submit.ts'

const rosa: Registrant = {
  email: 'rosa.vega@example.com',
  userId: 'rosa.vega',
  password: 'copper lantern drifts 82',
  npi: '2000001117',
  ssn: '900-12-3456',
  practice: 'Elm Street Family Medicine',
  mobile: '2175550199',
}

/** With "thorough" every page is judged by axe, and at 320 and 390 px. */
const walks = [
  { how: 'with JavaScript, wide and narrow', javaScript: true, width: 1280, thorough: true },
  { how: 'without JavaScript, on a phone', javaScript: false, width: 390, thorough: false },
] as const

describe.each(walks)('$how', ({ javaScript, width, thorough }) => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage(new Date('2026-11-24T15:00:00Z'))
  })
  afterAll(() => stage?.close())

  test('a physician enrolls, changes a location, and anybody can verify her', { timeout: 600_000 }, async () => {
    const prefix = javaScript ? 'js' : 'plain'
    const person = async () => {
      const { page } = await stage.visitor({ javaScript, width })
      return { page, look: looker(page, prefix, thorough) }
    }
    const provider = await person()
    const analyst = await person()
    const supervisor = await person()

    // 1-5: register, sign in, apply, sign
    await register(stage, provider.page, rosa, provider.look)
    await provider.look.at('dashboard-empty')
    await provider.page.getByRole('button', { name: 'Sign out' }).click()
    await signInByPhone(stage, provider.page, rosa, provider.look)
    const applicationId = await startApplication(provider.page, provider.look)
    await fillApplication(provider.page, applicationId, drVega, provider.look)
    await provider.page.goto(`/applications/${applicationId}`)
    await provider.look.at('task-list-filled')
    await addDocuments(provider.page, applicationId, provider.look)
    await provider.page.goto(`/applications/${applicationId}/check`)
    await provider.look.at('check')
    await compareWithRecords(provider.page, applicationId, provider.look)
    const tracking = await signAndSubmit(
      provider.page,
      applicationId,
      'Rosa Maria Vega',
      'Sign and submit',
      provider.look,
    )
    expect(await stage.message(rosa.email, /submitted/)).toBeDefined()
    const pdf = await provider.page.request.get(`/applications/${applicationId}/submissions/1.pdf`)
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')

    // 6: track
    await provider.page.goto(`/applications/${applicationId}`)
    await provider.look.at('tracker-submitted')
    expect(await provider.page.locator('main').textContent()).toContain(tracking)

    // 7: review, ask, answer, decide
    await signInByApp(stage, analyst.page, staff('analyst.ada'))
    expect(await takeCase(analyst.page, 'Rosa', analyst.look)).toBe(applicationId)
    await readCase(analyst.page, applicationId, analyst.look)
    await askForMore(analyst.page, applicationId, 'birth/1/state', 'Please confirm the state of birth.', analyst.look)
    await provider.page.goto('/dashboard')
    await provider.look.at('dashboard-asked')
    await answerRequest(provider.page, applicationId, provider.look)
    await signAndSubmit(provider.page, applicationId, 'Rosa Maria Vega', 'Sign and send', provider.look)
    await analyst.page.goto(`/desk/cases/${applicationId}/changes`)
    await analyst.look.at('case-answered')
    expect(await analyst.page.locator('main').textContent()).toContain('Arizona')
    await screen(analyst.page, applicationId, analyst.look)
    await recommend(analyst.page, applicationId, analyst.look)
    expect((await analyst.page.goto(`/desk/cases/${applicationId}/decide`))?.status()).toBe(404)
    await signInByApp(stage, supervisor.page, staff('super.carla'))
    await approve(supervisor.page, applicationId, 'Approve enrollment', supervisor.look)

    // The letter and the record
    await provider.page.goto('/inbox')
    await provider.look.at('inbox')
    await provider.page
      .locator('main')
      .getByRole('link', { name: /approv/i })
      .first()
      .click()
    await provider.look.at('letter')
    await provider.page.goto('/dashboard')
    await provider.look.at('dashboard-enrolled')

    // 8: change a practice location
    await provider.page.getByRole('link', { name: /Update this enrollment/ }).click()
    const changeId = await changeLocation(provider.page, '412 Elm St', provider.look)
    await compareWithRecords(provider.page, changeId, provider.look)
    await signAndSubmit(provider.page, changeId, 'Rosa Maria Vega', 'Sign and submit', provider.look)
    expect(await takeCase(analyst.page, 'Rosa', analyst.look)).toBe(changeId)
    await screen(analyst.page, changeId, analyst.look)
    await recommend(analyst.page, changeId, analyst.look)
    await approve(supervisor.page, changeId, 'Approve change', supervisor.look)

    // 9: verify, as anybody
    const anybody = await person()
    await anybody.page.goto('/lookup')
    await anybody.look.at('lookup')
    await anybody.page.goto(`/lookup/${rosa.npi}?on=2026-12-24`)
    await anybody.look.at('lookup-enrolled')
    const shown = await anybody.page.locator('main').textContent()
    expect(shown).toContain('412 Elm St')
    expect(shown).not.toContain('9 Orchard')
    const verdict = await (await fetch(`${stage.origin}/api/v1/eligibility?npi=${rosa.npi}&on=2026-12-24`)).json()
    expect(verdict).toMatchObject({ answer: 'yes', npi: rosa.npi })
    expect(
      await (await fetch(`${stage.origin}/api/v1/eligibility?npi=${rosa.npi}&on=2026-11-01`)).json(),
    ).toMatchObject({ answer: 'no' })
    expect(stage.faults).toEqual([])
  })
})

function staff(loginId: string) {
  const { totpSeed } = demoAccounts.find((a) => a.loginId === loginId)!
  return { loginId, totpSeed, password: DEMO_PASSWORD }
}
