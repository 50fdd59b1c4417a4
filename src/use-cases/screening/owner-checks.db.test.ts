/** Whoever a file names in other filings, and the 36-month rule: found by number, judged by a person, tried dry. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { open } from '#db/kit/open.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import { taxIdIndex } from '#db/records/enrollment/enrollees.ts'
import { insertEnrollment } from '#db/records/enrollment/enrollments.ts'
import { replaceOwnership } from '#db/records/ownership/interests.ts'
import { authorize } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { keyOfPlace } from '#domain/policies/desk-policy.ts'
import type { File } from '#forms/kit/section.ts'
import { ownershipOf } from '#forms/ownership.ts'
import { dogwoodHomeHealth as dogwood } from '#test/people/dogwood-home-health.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import type { CaseFile } from '../case/case-file.ts'
import { findCaseFile } from '../case/case-file.ts'
import { contractorId, type DeskWorld, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import { findOpenChecks } from '../decisions/open-work.ts'
import { tryRules } from '../rules/try-rules.ts'
import { checkMajority } from './check-majority.ts'
import { checkRecord } from './check-record.ts'
import { screenApplication } from './screen-application.ts'
import { disposeAll } from './screening.fixture.ts'

const now = new Date('2026-11-25T15:00:00Z')
let t: TestDatabase
let world: DeskWorld
beforeAll(async () => {
  t = await testDatabase()
  world = await seedDesk(t.db, now)
  await seedLists(t.db, now)
})
afterAll(() => t.close())

function deciding() {
  const permit = authorize(world.supervisor, 'application.decide', { id: randomUUID(), contractorId })
  if (!permit.ok) throw new Error('she decides')
  return permit.value
}
/** Somebody else's enrollment, under a number. */
async function enrolled(name: string, npi: string, form: string, taxId: string, status: 'approved' | 'revoked') {
  const enrolleeId = randomUUID()
  await open(t.db)
    .insertInto('enrollee')
    .values({
      id: enrolleeId,
      kind: form === 'CMS-855I' ? 'individual' : 'organization',
      npi,
      display_name: name,
      tax_id_index: taxIdIndex(t.db, taxId),
      restricted: null,
      practice: '{}',
      created_at: now,
    })
    .execute()
  const made = await insertEnrollment(
    t.db,
    deciding(),
    {
      type: form === 'CMS-855I' ? 'I' : 'O',
      enrolleeId,
      form,
      status: 'approved',
      specialty: '14-08',
      state: 'IL',
      contractorId,
      openedOn: day('2024-06-01'),
    },
    now,
  )
  await open(t.db).updateTable('enrollment').set({ status }).where('id', '=', made.id).execute()
  return made.id
}

it('a manager whose own enrollment was revoked is found by number, and stays judged when the rules run again', async () => {
  const permit = await permitFor(t.db, world.analyst, 'application.review', await fileApplication(t.db, world, now))
  await takeCase(t.db, permit, now)
  await screenApplication(t.db, permit, now)
  const found = async () =>
    (await listChecks(t.db, permit)).filter(
      (c) => c.kind === 'other-filings' && c.subject === 'managing-employees/manager',
    )
  expect(await found()).toMatchObject([{ outcome: 'clear', evidence: { known: 0 } }])
  const enrollmentId = await enrolled('Ida Brandt', '2000009991', 'CMS-855I', '900654321', 'revoked')
  await screenApplication(t.db, permit, now)
  expect(await found()).toMatchObject([
    {
      outcome: 'different',
      evidence: { known: 1, elsewhere: { enrollments: [{ enrollmentId, as: 'own', status: 'revoked' }] } },
    },
  ])
  const open_ = async () => (await findOpenChecks(t.db, permit, await findCaseFile(t.db, permit))).map((o) => o.kind)
  expect(await open_()).toContain('other-filings')
  await disposeAll(t.db, permit, now)
  await screenApplication(t.db, permit, now)
  expect(await open_()).not.toContain('other-filings')
  expect(await found()).toMatchObject([{ disposition: 'acceptable' }])
  // Tried dry: visits are asked for at any level, and nobody brought one; the judged finding does not fail.
  const trying = authorize(world.supervisor, 'rules.try', { id: contractorId, contractorId })
  if (!trying.ok) throw new Error('she may try')
  const tried = await tryRules(t.db, trying.value, day('2026-01-01'), ['fingerprints-level=limited', 'fresh-days=1'])
  expect(tried.ok && tried.value.files).toBe(1)
  const rules = tried.ok ? tried.value.differences.flatMap((d) => d.newly.map((f) => f.rule)) : []
  expect(rules).toContain('exclusion')
  expect(rules).not.toContain('other-filings')
})

it('a majority that changes hands within 36 months is a finding, and less or later is none', async () => {
  const id = await enrolled('Dogwood Home Health Inc', '2000009992', 'CMS-855A', '086600771', 'approved')
  const structure = ownershipOf('CMS-855A', dogwood)!
  const filing = { ...structure, enrollmentId: id, applicationId: undefined }
  await replaceOwnership(t.db, deciding(), filing, day('2024-06-01'), now)
  const sold = (who: string, file: File): File => ({
    ...file,
    individuals: file.individuals!.map((i) =>
      i.id === who ? { ...i, answers: { ...i.answers, first: 'New', last: 'Owner', ssn: '900614199' } } : i,
    ),
  })
  const review = authorize(world.analyst, 'application.review', { id: randomUUID(), contractorId })
  if (!review.ok) throw new Error('she reviews')
  const checked = async (file: File, receivedOn: string) => {
    const header = { form: 'CMS-855A', enrollmentId: id, receivedOn: day(receivedOn) }
    const found = { header, whole: file, begins: day('2024-06-01'), submissions: [] } as unknown as CaseFile
    return (await checkMajority(t.db, review.value, found, day(receivedOn)))[0]
  }
  const [one] = dogwood.individuals!
  expect(await checked(sold(one!.id, dogwood), '2026-11-24')).toMatchObject({
    outcome: 'different',
    evidence: { majority: { directPercent: 60, because: 'within-36-months', freeOn: '2027-06-01' } },
  })
  expect(await checked(dogwood, '2026-11-24')).toMatchObject({
    outcome: 'clear',
    evidence: { majority: { directPercent: 0, because: 'not-a-majority' } },
  })
  expect(await checked(sold(one!.id, dogwood), '2027-06-01')).toMatchObject({ outcome: 'clear' })
  // The sale went on record: the next one counts from it.
  await replaceOwnership(
    t.db,
    deciding(),
    { ...ownershipOf('CMS-855A', sold(one!.id, dogwood))!, enrollmentId: id, applicationId: undefined },
    day('2027-07-01'),
    now,
  )
  expect(await checked(dogwood, '2028-01-10')).toMatchObject({
    outcome: 'different',
    evidence: { majority: { lastMajorityChangeOn: '2027-07-01', freeOn: '2030-07-01' } },
  })
})

it('a location that a plain change adds is barred by a moratorium, and no other change is', async () => {
  const review = authorize(world.analyst, 'application.review', { id: randomUUID(), contractorId })
  if (!review.ok) throw new Error('she reviews')
  await open(t.db)
    .insertInto('desk_policy')
    .values({
      topic: 'moratoria',
      key: keyOfPlace({ supplierType: 'home-health-agency', state: 'OH' }),
      version: 1,
      value: JSON.stringify({ stands: true, cite: '42 CFR 424.570' }),
      from_on: day('2026-05-13'),
      reason: 'Noted from the Federal Register',
      state: 'in-force',
      proposed_by: null,
      proposed_at: now,
      answered_by: null,
      answered_at: now,
      answer: null,
    })
    .execute()
  const said = async (whole: File) => {
    const header = {
      form: 'CMS-855A',
      reason: 'change',
      state: 'OH',
      receivedOn: day('2026-11-24'),
      enrolleeId: world.enrolleeId,
    }
    const found = { header, whole, record: { file: dogwood }, submissions: [] } as unknown as CaseFile
    const checks = await checkRecord(t.db, review.value, found, [], day('2026-11-24'))
    return checks.find((c) => c.kind === 'moratorium')
  }
  const [place] = dogwood['practice-locations']!
  const second = { id: 'second', answers: { ...place!.answers, line1: '77 Second Street' } }
  expect(await said(dogwood)).toMatchObject({ outcome: 'clear', evidence: { moratoria: [], isSpared: true } })
  expect(await said({ ...dogwood, 'practice-locations': [place!, second] })).toMatchObject({
    outcome: 'different',
    evidence: { moratoria: [{ state: 'OH' }], newLocations: [expect.stringContaining('77 Second Street')] },
  })
})

it('a new owner or location on a plain change is screened as at first, with fingerprints; none is not', async () => {
  const review = authorize(world.analyst, 'application.review', { id: randomUUID(), contractorId })
  if (!review.ok) throw new Error('she reviews')
  const [one] = dogwood.individuals!
  const changed = (answers: Record<string, unknown>): File => ({
    ...dogwood,
    individuals: dogwood.individuals!.map((i) => (i === one ? { ...i, answers: { ...i.answers, ...answers } } : i)),
  })
  const level = async (whole: File, reason: 'change' | 'revalidation') => {
    const header = {
      form: 'CMS-855A',
      reason,
      state: 'OH',
      receivedOn: day('2026-11-24'),
      enrolleeId: world.enrolleeId,
    }
    const found = { header, whole, record: { file: dogwood }, submissions: [] } as unknown as CaseFile
    const checks = await checkRecord(t.db, review.value, found, [], day('2026-11-24'))
    return checks.find((c) => c.kind === 'screening-level')?.evidence
  }
  const bought = changed({ first: 'New', last: 'Owner', ssn: '900-61-4199' })
  for (const reason of ['change', 'revalidation'] as const)
    expect(await level(bought, reason)).toMatchObject({
      occasion: 'new-owner',
      newOwners: ['New Owner'],
      level: { level: 'high', fingerprints: true, siteVisit: true },
    })
  const [place] = dogwood['practice-locations']!
  const opened: File = {
    ...dogwood,
    'practice-locations': [place!, { id: 'second', answers: { ...place!.answers, line1: '77 Second Street' } }],
  }
  expect(await level(opened, 'change')).toMatchObject({
    occasion: 'new-location',
    newLocations: [expect.stringContaining('77 Second Street')],
    level: { level: 'high' },
  })
  expect(await level(changed({ last: 'Prescott-Hale' }), 'change')).toMatchObject({ occasion: null, level: null })
  expect(await level(dogwood, 'revalidation')).toMatchObject({ occasion: 'revalidation', level: { level: 'moderate' } })
})
