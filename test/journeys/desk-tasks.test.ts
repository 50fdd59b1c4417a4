/**
 * The work beside a review: a colleague is named in a note, the site is visited with a phone and no scripts, the rules
 * say what stands in the way, and the evidence is downloaded and verified by the command, which has no database.
 */
import { execFileSync } from 'node:child_process'
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { open as openZip, type ZipFile } from 'yauzl'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { cms855o } from '#forms/cms855o/index.ts'
import { residentOrdering } from '../people/dr-imani-resident.ts'
import { openStage, type Stage } from './portal.ts'
import { type Registrant, register, signInByApp } from './steps/account.ts'
import { fillApplication } from './steps/apply.ts'
import { looker } from './steps/look.ts'
import { takeCase } from './steps/review.ts'
import { compareWithRecords, signAndSubmit } from './steps/submit.ts'

const root = new URL('../..', import.meta.url).pathname
const rosa: Registrant = {
  email: 'rosa.vega@example.com',
  userId: 'rosa.vega',
  password: 'copper lantern drifts 82',
  npi: '2000001117',
  ssn: '900-12-3456',
  practice: 'Prairie State University Hospital',
  mobile: '2175550199',
}
const answers = residentOrdering({ ...rosa, first: 'Rosa', middle: 'Maria', last: 'Vega', bornOn: '1980-03-27' })
/** The smallest JPEG. */
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')

let stage: Stage
beforeAll(async () => {
  stage = await openStage(new Date('2026-11-24T15:00:00Z'))
})
afterAll(() => stage?.close())

const staff = (loginId: string) => {
  const { totpSeed } = demoAccounts.find((a) => a.loginId === loginId)!
  return { loginId, totpSeed, password: DEMO_PASSWORD }
}
const visitor = async (prefix: string, thorough: boolean, options: { javaScript?: boolean; width?: number } = {}) => {
  const { page } = await stage.visitor(options)
  return { page, look: looker(page, prefix, thorough) }
}
const said = async (page: Page) => (await page.locator('main').textContent()) ?? ''

/** The command as an operator runs it, on a machine that knows no database. */
function verify(bundle: string, key: string): { readonly code: number; readonly out: string } {
  try {
    const out = execFileSync(process.execPath, ['scripts/cli.mjs', 'evidence', 'verify', bundle, '--key', key], {
      cwd: root,
      env: { PATH: process.env.PATH ?? '', DATABASE_URL: 'postgres://nowhere.invalid/none' },
    })
    return { code: 0, out: out.toString() }
  } catch (fault) {
    const { status, stdout } = fault as { status: number; stdout: Buffer }
    return { code: status, out: stdout.toString() }
  }
}

/** Every file of the bundle in a folder of its own. */
async function unpack(bundle: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'))
  const zip = await new Promise<ZipFile>((done, fail) =>
    openZip(bundle, { lazyEntries: true }, (fault, z) => (fault || !z ? fail(fault) : done(z))),
  )
  await new Promise<void>((done, fail) => {
    zip.on('end', done)
    zip.on('error', fail)
    zip.on('entry', (entry) =>
      zip.openReadStream(entry, async (fault, stream) => {
        if (fault || !stream) return fail(fault)
        const to = join(folder, entry.fileName)
        mkdirSync(dirname(to), { recursive: true })
        await pipeline(stream, createWriteStream(to))
        zip.readEntry()
      }),
    )
    zip.readEntry()
  })
  return folder
}

test('a mention, a site visit by phone, the rules, and evidence that stands alone', { timeout: 180_000 }, async () => {
  const provider = await visitor('tasks-provider', false)
  await register(stage, provider.page, rosa, provider.look)
  await provider.page.goto('/dashboard')
  await provider.page.getByRole('link', { name: 'Start an application' }).first().click()
  await provider.page.getByRole('link', { name: 'I only order tests, equipment or home care' }).click()
  await provider.page.locator('label[for=practitioner-physician]').click()
  await provider.page.locator('select[name=state]').selectOption('IL')
  await provider.page.getByRole('button', { name: 'Start' }).click()
  const id = /applications\/([0-9a-f-]{36})/.exec(provider.page.url())![1]!
  await fillApplication(provider.page, id, answers, provider.look, cms855o)
  await compareWithRecords(provider.page, id, provider.look)
  await signAndSubmit(provider.page, id, 'Rosa Maria Vega', 'Sign and submit', provider.look)

  const ada = await visitor('tasks', true)
  await signInByApp(stage, ada.page, staff('analyst.ada'))
  await takeCase(ada.page, 'Rosa', (await visitor('tasks-case', false)).look)
  const path = `/desk/cases/${id}`

  // A note that names nobody of the desk is refused; one that names the supervisor tells her.
  await ada.page.goto(`${path}/history`)
  await ada.page.locator('[name=note]').fill('@nobody please look')
  await ada.page.getByRole('button', { name: 'Save the note' }).click()
  expect(await said(ada.page)).toContain('Nobody of this desk is called @nobody')
  await ada.page.locator('[name=note]').fill('@super.carla please look at the place of training')
  await ada.page.getByRole('button', { name: 'Save the note' }).click()

  // A site visit for a colleague.
  await ada.page.goto(`${path}/tasks`)
  await ada.look.at('empty')
  await ada.page.locator('label[for=kind-site-visit]').click()
  await ada.page.getByRole('button', { name: 'Give the task' }).click()
  expect(await ada.page.title()).toMatch(/^Error/)
  const ben = demoAccounts.find((a) => a.loginId === 'analyst.ben')!
  await ada.page.locator('select[name=owner]').selectOption({ label: ben.name })
  await ada.page.locator('[name=what]').fill('410 Elm Street, Springfield, IL')
  await ada.page.getByRole('button', { name: 'Give the task' }).click()
  await ada.look.at('list')
  await ada.page.goto(`${path}/rules`)
  expect(await said(ada.page)).toContain('is not finished')
  await ada.look.at('rules')

  // The visit, on a phone without scripts.
  const phone = await visitor('visit', false, { javaScript: false, width: 390 })
  await signInByApp(stage, phone.page, staff('analyst.ben'))
  await phone.page.goto('/desk')
  await phone.look.at('worklist')
  await phone.page.getByRole('link', { name: '410 Elm Street' }).click()
  expect(await phone.page.locator('#photo').getAttribute('capture')).toBe('environment')
  await phone.page.locator('label[for=open-yes]').click()
  await phone.page.locator('[name=note]').fill('Open, two people at the desk.')
  await phone.page
    .locator('#photo')
    .setInputFiles({ name: 'page.html', mimeType: 'image/jpeg', buffer: Buffer.from('<html>') })
  await phone.page.getByRole('button', { name: 'Add this photo' }).click()
  expect(await said(phone.page)).toContain('Use photos as JPEG')
  expect(await phone.page.locator('[name=note]').inputValue()).toContain('two people')
  await phone.page.locator('#photo').setInputFiles({ name: 'image.jpg', mimeType: 'image/jpeg', buffer: jpeg })
  await phone.page.getByRole('button', { name: 'Send the result' }).click()
  // The photo is kept although the day and the result are missing.
  expect(await phone.page.title()).toMatch(/^Error/)
  expect(await said(phone.page)).toContain('1 photo is kept')
  await phone.look.at('refused')
  for (const [part, value] of Object.entries({ month: '11', day: '24', year: '2026' }))
    await phone.page.locator(`[id=visitedOn-${part}]`).fill(value)
  await phone.page.locator('label[for=result-operational]').click()
  await phone.page.getByRole('button', { name: 'Send the result' }).click()
  expect(await said(phone.page)).toContain('Operational')
  await phone.look.at('done')
  await ada.page.goto('/desk')
  expect(await said(ada.page)).toContain(`${ben.name} finished a task`)
  await ada.page.goto(`${path}/screening`)
  expect(await said(ada.page)).toContain('Site visit: 410 Elm Street')

  // The supervisor sees that she was named, and keeps the wordings.
  const carla = await visitor('tasks-supervisor', true)
  await signInByApp(stage, carla.page, staff('super.carla'))
  await carla.page.goto('/desk')
  expect(await said(carla.page)).toContain('named you')
  await carla.look.at('notices')
  expect(
    (await stage.message(demoAccounts.find((a) => a.loginId === 'super.carla')!.email, /named in a note/)).body,
  ).not.toContain('Vega')
  await carla.page.getByRole('button', { name: 'Put these away' }).click()
  expect(await said(carla.page)).not.toContain('named you')
  await carla.page.getByRole('link', { name: 'Library of wordings' }).click()
  await carla.look.at('wordings')
  await carla.page.getByRole('link', { name: 'Bank account' }).click()
  await carla.page.locator('[name=words]').fill('Send a letter from the bank that names the account.')
  await carla.page.getByRole('button', { name: 'Save as a new version' }).click()
  expect(await said(carla.page)).toContain('Send a letter from the bank that names the account.')
  await carla.page.goto('/desk/rules?since=2026-01-01&fresh-days=1')
  expect(await said(carla.page)).toMatch(/1 file: /)
  await carla.look.at('rules-tried')

  // The auditor takes the evidence out; the command verifies it, and names the file that somebody touched.
  const gia = await visitor('tasks-auditor', true)
  await signInByApp(stage, gia.page, staff('auditor.gia'))
  await gia.page.goto(`${path}/evidence`)
  expect(await gia.page.locator('main form').count()).toBe(0)
  await gia.look.at('evidence')
  const take = async (link: string) => {
    const [file] = await Promise.all([
      gia.page.waitForEvent('download'),
      gia.page.getByRole('link', { name: link }).click(),
    ])
    return (await file.path())!
  }
  const bundle = await take('Download the evidence (ZIP)')
  const key = await take('Public key of this installation')
  const good = verify(bundle, key)
  expect(good).toMatchObject({ code: 0 })
  expect(good.out).toMatch(/^Good: .* files, signed by key/)
  // The page inside opens from a folder, without a server, and leads to the record.
  const folder = await unpack(bundle)
  await gia.page.goto(`file://${folder}/index.html`)
  await gia.look.at('bundle')
  expect(await said(gia.page)).toContain('Site visit')
  await gia.page.getByRole('link', { name: 'Submission 1 (HTML)' }).click()
  expect(await gia.page.title()).toContain('Medicare enrollment to order')
  await gia.look.at('bundle-record')
  const touched = readFileSync(bundle)
  const at = touched.indexOf('record/submission-1.pdf') + 'record/submission-1.pdf'.length + 200
  touched[at]! ^= 1
  writeFileSync(`${bundle}.touched`, touched)
  expect(verify(`${bundle}.touched`, key)).toMatchObject({
    code: 1,
    out: expect.stringContaining('record/submission-1.pdf'),
  })
  expect(stage.faults).toEqual([])
})
