/**
 * The record of one installation, downloaded by anybody, fills another: files and checksums of the download page, import
 * by the command line into an empty one, and there the look-ups of a browser find it.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { repositoryRoot } from '#outside/embedded-postgres/embedded-postgres.ts'
import { openStage, type Stage } from './portal.ts'
import { looker } from './steps/look.ts'

const today = new Date('2026-11-24T15:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'public-files-'))
const dataDir = mkdtempSync(join(tmpdir(), 'public-files-data-'))
let giver: Stage
let taker: Stage
beforeAll(async () => {
  giver = await openStage(today)
  // No demonstration: nothing is in it, not even a contractor.
  taker = await openStage(today, () => ({ DEMO: '0', DATA_DIR: dataDir }))
})
afterAll(async () => {
  await giver?.close()
  await taker?.close()
  for (const dir of [folder, dataDir]) rmSync(dir, { recursive: true, force: true })
})

/** The command line of the second installation. */
function cli(...args: string[]): { readonly code: number; readonly out: string; readonly err: string } {
  const env = { PATH: process.env.PATH ?? '', DATABASE_URL: taker.databaseUrl, DATA_DIR: dataDir, DEMO: '0' }
  try {
    const out = execFileSync(process.execPath, ['scripts/cli.mjs', ...args], {
      cwd: repositoryRoot(),
      env,
      stdio: 'pipe',
    })
    return { code: 0, out: out.toString(), err: '' }
  } catch (fault) {
    const { status, stdout, stderr } = fault as { status: number; stdout: Buffer; stderr: Buffer }
    return { code: status, out: stdout.toString(), err: stderr.toString() }
  }
}
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('public files are downloaded, checked, imported elsewhere, and found there', { timeout: 120_000 }, async () => {
  // The job that publishes has its day.
  await giver.now()
  const { page, context } = await giver.visitor()
  const look = looker(page, 'public-files', true)
  await page.goto('/lookup')
  await page.getByRole('link', { name: 'Download all of it: public data files' }).click()
  await page.getByRole('heading', { name: 'Public data files' }).waitFor()
  await look.at('data')

  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'Enrollments', exact: true }) })
  await row.locator('summary').click()
  const shown = await row.locator('code').innerText()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    row.getByRole('link', { name: 'Enrollments', exact: true }).click(),
  ])
  const enrollments = readFileSync((await file.path())!)
  expect(digest(enrollments)).toBe(shown)

  const manifest = await context.request.get('/data/manifest.json')
  writeFileSync(join(folder, 'manifest.json'), await manifest.body())
  const { files } = (await manifest.json()) as {
    readonly files: readonly { readonly name: string; readonly sha256: string; readonly bytes: number }[]
  }
  expect(files.find((f) => f.name === file.suggestedFilename())?.sha256).toBe(shown)
  for (const f of files) {
    const bytes = await (await context.request.get(`/data/${f.name}`)).body()
    expect([f.name, bytes.length, digest(bytes)]).toEqual([f.name, f.bytes, f.sha256])
    writeFileSync(join(folder, f.name), bytes)
  }
  expect((await context.request.get('/data/nothing.csv')).status()).toBe(404)

  // Somebody who may bill in the first installation is unknown in the second.
  const npi = enrollments
    .toString('utf8')
    .split('\n')[1]!
    .match(/\b[12]\d{9}\b/)![0]
  const there = await taker.visitor({ javaScript: false })
  expect((await there.page.goto(`/lookup/${npi}`))?.status()).toBe(404)

  const early = cli('public-files', 'import', folder)
  expect([early.code, early.err]).toEqual([1, expect.stringContaining('Set up a contractor first')])
  const facts = ['--name', 'Midwest', '--zone', 'America/Chicago', '--phone', '(800) 555-0100']
  const place = ['--email', 'mac@example.org', '--address', 'PO Box 1, Madison, WI 53703', '--states', 'all']
  expect(cli('contractors', 'add', 'mac', ...facts, ...place).code).toBe(0)
  expect(cli('contractors', 'list').out).toMatch(/^mac {2}Midwest {2}AK AL /)
  const done = cli('public-files', 'import', folder)
  expect([done.code, done.err]).toEqual([0, ''])

  // The running portal follows within a second, without a start.
  await expect.poll(async () => (await there.page.goto(`/lookup/${npi}`))?.status(), { timeout: 5_000 }).toBe(200)
  await there.page.getByRole('heading', { name: 'Enrollment', exact: false }).first().waitFor()
  const before = await (await context.request.get(`/api/v1/eligibility?npi=${npi}`)).json()
  const after = await (await there.context.request.get(`/api/v1/eligibility?npi=${npi}`)).json()
  expect([before.answer, after.enrollmentId]).toEqual(['yes', before.enrollmentId])
  // Without the NPI registry nobody is told more than is known.
  expect([after.answer, after.link]).toEqual(['unknown', 'registry-not-loaded'])

  // By name on a list, though the second installation has no registry.
  const orders = readFileSync(join(folder, files.find((f) => /order/i.test(f.name))!.name), 'utf8').split('\n')
  const [, last = '', first = ''] = orders[1]!.replaceAll('"', '').split(',')
  const inSecond = looker(there.page, 'public-files-second', false)
  await there.page.goto('/lists/order-and-refer')
  await there.page.getByLabel('Last name').fill(last)
  await there.page.getByLabel('First name').fill(first)
  await there.page.getByRole('button', { name: 'Look up' }).click()
  await there.page.getByRole('cell', { name: last, exact: true }).first().waitFor()
  await inSecond.at('list')
  const csv = await there.context.request.get(
    await there.page
      .getByRole('link', { name: /CSV/ })
      .getAttribute('href')
      .then((h) => h!),
  )
  expect(orders).toEqual(expect.arrayContaining((await csv.text()).trimEnd().split('\n')))
  expect([...giver.faults, ...taker.faults]).toEqual([])
})
