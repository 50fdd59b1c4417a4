/** Harold Lindgren locks himself out, sees what anybody sees, and gets back in with a mailed link and his phone. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeIn, openStage, type Stage } from './portal.ts'
import { type Registrant, register, signInByPhone } from './steps/account.ts'
import { looker } from './steps/look.ts'

const harold: Registrant = {
  email: 'harold@lindgren.example',
  userId: 'harold.lindgren',
  password: 'pebble anthem willow 63',
  npi: '2000001000',
  ssn: '900-10-4321',
  practice: 'Lindgren Internal Medicine',
  mobile: '6145550155',
}

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

test('locked after five wrong passwords, like a user ID that nobody has; back with a mailed link', {
  timeout: 240_000,
}, async () => {
  const { page } = await stage.visitor()
  const look = looker(page, 'account', true)
  await register(stage, page, harold, looker(page, 'account', false))
  await page.goto('/account')
  await look.at('security')
  await page.getByRole('button', { name: 'Sign out' }).click()

  const tryOnce = async (userId: string, password: string): Promise<string> => {
    await page.goto('/sign-in')
    await page.getByLabel('User ID').fill(userId)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    return (await page.locator('main').textContent()) ?? ''
  }
  const said: Record<string, string> = {}
  for (const userId of [harold.userId, 'nobody.at.all']) {
    for (let i = 0; i < 5; i++) await tryOnce(userId, `wrong guess number ${i}`)
    said[userId] = await tryOnce(userId, 'wrong guess once more')
  }
  await look.at('locked')
  expect(said[harold.userId]).toContain('locked for')
  expect(said['nobody.at.all']).toBe(said[harold.userId])
  expect(await tryOnce(harold.userId, harold.password)).toContain('locked for')

  await page.getByRole('link', { name: 'I forgot my password' }).click()
  await look.at('forgot')
  await page.getByLabel('User ID or e-mail address').fill(harold.userId)
  await page.locator('main label', { hasText: 'A link by e-mail' }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  await look.at('forgot-sent')
  const mail = await stage.message(harold.email, /Reset your password/)
  await page.goto(/https?:\/\/\S+/.exec(mail.body)![0])
  await look.at('reset-verify')
  const send = page.getByRole('button', { name: 'Send code' })
  if (await send.isVisible()) await send.click()
  await page.getByLabel('Code', { exact: true }).fill(codeIn(await stage.message(harold.mobile)))
  await page.getByRole('button', { name: 'Verify' }).click()
  await look.at('reset-new')
  const fresh = { ...harold, password: 'meadow cobalt drummer 58' }
  await page
    .getByLabel('New password', { exact: true })
    .or(page.getByLabel('Password', { exact: true }))
    .first()
    .fill(fresh.password)
  await page.getByLabel(/again/i).fill(fresh.password)
  await page.locator('main form button[type=submit]').last().click()
  await expect.poll(() => page.url()).toContain('/sign-in')
  await signInByPhone(stage, page, fresh, look)
  await expect.poll(() => page.url()).toContain('/dashboard')
  expect(stage.faults).toEqual([])
})
