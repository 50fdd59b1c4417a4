import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { open } from '#db/kit/open.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { findLetter, letterSubject, listApplicationLetters } from '#db/queries/application/letters.ts'
import { listLocations, listPeriods, listReassignments } from '#db/queries/enrollment/enrollment-spans.ts'
import { findEnrollmentVersion, listVersions } from '#db/queries/enrollment/enrollment-versions.ts'
import { enrollmentSubject, findEnrollment } from '#db/queries/enrollment/enrollments.ts'
import { authorize } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { formForReason } from '#forms/cms855i/change.ts'
import { relevant } from '#forms/kit/form.ts'
import { drVega } from '#test/people/dr-vega.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { must } from '../application/reasons.fixture.ts'
import { type DeskWorld, office, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import { requestDevelopment } from '../development/request-development.ts'
import { approveApplication } from './approve-application.ts'
import { sendBack } from './recommend-application.ts'
import { recommended } from './recommended.fixture.ts'
import { answerWording, changeWording } from './wordings.ts'

const now = new Date('2026-11-25T15:00:00Z')
const choice = { delay: 'none' } as const
let database: TestDatabase
let world: DeskWorld

beforeAll(async () => {
  database = await testDatabase()
  world = await seedDesk(database.db, now)
  await seedLists(database.db, now)
})
afterAll(() => database.close())

async function approve(id: string) {
  const permit = await permitFor(database.db, world.supervisor, 'application.decide', id)
  return approveApplication(database.db, permit, choice, office, now)
}

async function viewOf(enrollmentId: string) {
  const subject = await enrollmentSubject(database.db, enrollmentId)
  const permit = authorize(world.vega, 'enrollment.view', subject!)
  if (!permit.ok) throw new Error('she may look')
  return permit.value
}

describe('an initial enrollment', () => {
  let id: string
  beforeEach(async () => {
    id = await fileApplication(database.db, world, now)
    await recommended(database.db, world, id)
  })

  it('is decided once by twenty supervisors at the same instant, with one letter and one mail', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => approve(id)))
    expect(results.filter((r) => r.ok)).toHaveLength(1)
    expect(new Set(results.flatMap((r) => (r.ok ? [] : [r.problem.code])))).toEqual(new Set(['not-in-this-status']))
    const k = open(database.db)
    const of = async (table: 'decision' | 'letter') =>
      (await k.selectFrom(table).select('id').where('application_id', '=', id).execute()).length
    expect([await of('decision'), await of('letter')]).toEqual([1, 1])
    const mails = await k.selectFrom('message').selectAll().where('dedupe_key', 'like', `decision:${id}%`).execute()
    expect(mails.map((m) => m.recipient)).toEqual(['rosa@vega.example'])
    expect(mails[0]?.body).not.toMatch(/Vega|2000001117/)
  })

  it('opens the record with its dates, places and numbers, and says them in a letter whose PDF is the one hashed', async () => {
    const { enrollmentId } = await must(approve(id))
    const permit = await viewOf(enrollmentId)
    const { db } = database
    const enrollment = await findEnrollment(db, permit)
    expect(enrollment).toMatchObject({ specialty: '14-08', state: 'IL', status: 'approved' })
    expect(enrollment.ptan).toMatch(/^IL\d{7}$/)
    expect(enrollmentId).toMatch(/^I20261125\d{6}$/)
    // Filed November 24, first patient December 1.
    expect(await listPeriods(db, permit)).toMatchObject([{ status: 'approved', from: '2026-12-01', to: undefined }])
    expect((await listLocations(db, permit)).map((l) => [l.itemId, l.from, l.public])).toEqual([
      ['elm', '2026-12-01', true],
      ['home', '2026-12-15', false],
    ])
    expect(await listReassignments(db, permit)).toHaveLength(1)
    const version = await findEnrollmentVersion(db, permit, day('2026-12-01'))
    expect(version?.file).toEqual(drVega)
    const review = await permitFor(db, world.analyst, 'application.review', id)
    expect((await findApplication(db, review)).enrollmentId).toBe(enrollmentId)
    const [line] = await listApplicationLetters(db, review)
    const view = authorize(world.vega, 'letter.view', (await letterSubject(db, line!.id))!)
    if (!view.ok) throw new Error('she may read')
    const letter = await findLetter(db, view.value)
    expect(createHash('sha256').update(letter.pdf).digest('hex')).toBe(letter.pdfSha256)
    const text = JSON.stringify(letter.paper)
    for (const said of [enrollment.ptan, '2000001117', 'Family practice', 'December 1, 2026', '410 Elm St'])
      expect(text).toContain(said)
    expect(text).not.toMatch(/900123456|900-12-3456|1980-03-27/)
  })

  it('is no business of another contractor, nor of an analyst', async () => {
    await expect(permitFor(database.db, world.stranger, 'application.decide', id)).rejects.toThrow('not-permitted')
    await expect(permitFor(database.db, world.analyst, 'application.decide', id)).rejects.toThrow('not-permitted')
  })

  it('comes back to the analyst with a reason, and cannot be approved meanwhile', async () => {
    const permit = await permitFor(database.db, world.supervisor, 'application.decide', id)
    expect(await sendBack(database.db, permit, 'short', now)).toMatchObject({ problem: { code: 'reason-needed' } })
    await must(sendBack(database.db, permit, 'Look at the second license again', now))
    expect(await approve(id)).toMatchObject({ ok: false, problem: { code: 'not-in-this-status' } })
  })

  it('takes a later date only with a reason, and never an earlier one', async () => {
    const permit = await permitFor(database.db, world.supervisor, 'application.decide', id)
    const on = (effectiveOn: string, dateReason?: string) =>
      approveApplication(
        database.db,
        permit,
        { ...choice, effectiveOn: day(effectiveOn), ...(dateReason && { dateReason }) },
        office,
        now,
      )
    expect(await on('2026-11-30')).toMatchObject({ problem: { code: 'effective-date-impossible' } })
    expect(await on('2027-01-04')).toMatchObject({ problem: { code: 'reason-needed' } })
    const { enrollmentId } = await must(on('2027-01-04', 'The practice opens after the holidays'))
    expect(await listPeriods(database.db, await viewOf(enrollmentId))).toMatchObject([{ from: '2027-01-04' }])
  })
})

it('the supervisor who recommended cannot decide', async () => {
  const id = await fileApplication(database.db, world, now)
  const analyst = world.analyst
  world = { ...world, analyst: world.supervisor }
  await recommended(database.db, world, id)
  world = { ...world, analyst }
  expect(await approve(id)).toMatchObject({ ok: false, problem: { code: 'same-person' } })
})

it('a change closes the version in force on the day before, keeps the PTAN and only ends the place that went', async () => {
  const { db } = database
  const first = await fileApplication(db, world, now)
  await recommended(database.db, world, first)
  const { enrollmentId } = await must(approve(first))
  const before = await findEnrollment(db, await viewOf(enrollmentId))
  const form = formForReason('change', ['locations'])
  const [elm] = drVega['practice-locations']
  const moved = { id: 'oak', answers: { ...elm.answers, line1: '12 Oak Ave', firstPatientOn: day('2027-02-01') } }
  const file = relevant(form, { ...drVega, 'practice-locations': [moved, drVega['practice-locations'][1]] })
  const change = await fileApplication(db, world, now, {
    file,
    receivedOn: day('2027-01-10'),
    enrollmentId,
    basisOrdinal: 1,
    chosenTasks: ['locations'],
  })
  await recommended(database.db, world, change)
  await must(approve(change))
  const permit = await viewOf(enrollmentId)
  expect((await findEnrollment(db, permit)).ptan).toBe(before.ptan)
  expect((await listVersions(db, permit)).map((v) => [v.ordinal, v.effectiveFrom, v.effectiveTo])).toEqual([
    [2, '2027-02-01', undefined],
    [1, '2026-12-01', '2027-01-31'],
  ])
  expect((await listLocations(db, permit)).map((l) => [l.itemId, l.from, l.to])).toEqual([
    ['elm', '2026-12-01', '2027-01-31'],
    ['home', '2026-12-15', undefined],
    ['oak', '2027-02-01', undefined],
  ])
  expect(await listPeriods(db, permit)).toHaveLength(1)
  const old = await findEnrollmentVersion(db, permit, day('2027-01-31'))
  const fresh = await findEnrollmentVersion(db, permit)
  expect(old?.file['practice-locations']?.[0]?.id).toBe('elm')
  expect(fresh?.file['practice-locations']?.[0]?.id).toBe('oak')
  expect(fresh?.file.licenses).toEqual(drVega.licenses)
})

it('a change that is approved before the enrollment begins takes effect with it, not before', async () => {
  const { db } = database
  const first = await fileApplication(db, world, now)
  await recommended(database.db, world, first)
  const { enrollmentId } = await must(approve(first))
  const form = formForReason('change', ['locations'])
  const [elm, home] = drVega['practice-locations']
  const moved = { id: elm.id, answers: { ...elm.answers, line1: '412 Elm St' } }
  const change = await fileApplication(db, world, now, {
    file: relevant(form, { ...drVega, 'practice-locations': [moved, home] }),
    receivedOn: day('2026-11-25'),
    enrollmentId,
    basisOrdinal: 1,
    chosenTasks: ['locations'],
  })
  await recommended(database.db, world, change)
  await must(approve(change))
  const [newest] = await listVersions(db, await viewOf(enrollmentId))
  expect([newest?.ordinal, newest?.effectiveFrom]).toEqual([2, '2026-12-01'])
})

it('and the request for more information are written with the words that two people put in force', async () => {
  const { db } = database
  const caller = { ip: '', userAgent: '' }
  const permitOf = (userId: string) => {
    const permit = authorize({ ...world.supervisor, userId }, 'wording.edit', { id: 'site' })
    if (!permit.ok) throw new Error('a supervisor may')
    return permit.value
  }
  for (const kind of ['approval-enrolled', 'development'] as const) {
    const wording = { ...office.words.letters.wordings[kind], title: `Said anew: ${kind}` }
    const change = { kind, seen: 0, wording, reason: 'Plainer words are asked for.' }
    await must(changeWording(db, permitOf(world.supervisor.userId), change, { words: office.words, caller }, now))
    const answer = { kind, version: 1, answer: 'put-in-force', why: '' } as const
    await must(answerWording(db, permitOf(world.otherAnalyst.userId), answer, caller, now))
  }
  const id = await fileApplication(db, world, now)
  await recommended(database.db, world, id)
  await must(approve(id))
  const asked = await fileApplication(db, world, now)
  const permit = await permitFor(db, world.analyst, 'application.review', asked)
  await must(takeCase(db, permit, now))
  const item = { sectionId: 'licenses', wording: 'Send the license.', cite: '42 CFR 424.510(d)(2)' }
  await must(requestDevelopment(db, permit, [item], office, now))
  const letters = await open(db)
    .selectFrom('letter')
    .select(['title', 'wording_kind', 'wording_version'])
    .where('application_id', 'in', [id, asked])
    .orderBy('title')
    .execute()
  expect(letters).toEqual(
    ['approval-enrolled', 'development'].map((kind) => ({
      title: `Said anew: ${kind}`,
      wording_kind: kind,
      wording_version: 1,
    })),
  )
})
