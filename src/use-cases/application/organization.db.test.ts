/** Organizations from the start page to the standing record: a group by CMS-855B, a nursing home by CMS-855A. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { findFile } from '#db/queries/application/application-file.ts'
import { applicationSubject, findApplication } from '#db/queries/application/applications.ts'
import { findSubmittedText } from '#db/queries/application/submissions.ts'
import { listLocations } from '#db/queries/enrollment/enrollment-spans.ts'
import { findEnrollmentVersion } from '#db/queries/enrollment/enrollment-versions.ts'
import { enrollmentSubject, findEnrollment } from '#db/queries/enrollment/enrollments.ts'
import { findStructure } from '#db/queries/ownership/structure-of.ts'
import { taxIdIndex } from '#db/records/enrollment/enrollees.ts'
import { type Action, authorize, type Permit } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import type { Npi } from '#domain/identifiers/npi.ts'
import { effectiveOwners } from '#domain/ownership/effective-owners.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import { cms855a } from '#forms/cms855a/index.ts'
import { cms855b } from '#forms/cms855b/index.ts'
import type { Form } from '#forms/kit/form.ts'
import type { File } from '#forms/kit/section.ts'
import { readingOf } from '#forms/readings.ts'
import { readSignedText } from '#letters/submitted-record.ts'
import { elmRidgeGroup, elmRidgeNpi } from '#test/people/elm-ridge-group.ts'
import { mapleCourt, mapleCourtNpi } from '#test/people/maple-court.ts'
import {
  enrollee,
  fill,
  loadSources,
  noon,
  type Person,
  person,
  providerWorld,
  services,
  type World,
  walk,
} from '#test/support/provider.ts'
import { signPage } from '#web/portal/signatures/sign-page.tsx'
import { startPage } from '#web/portal/beginning/start-page.tsx'
import { startOrganizationPage } from '#web/portal/organization/start-organization-page.tsx'
import { en } from '#words/index.ts'
import { compareApplication } from '../case/compare-application.ts'
import { explainDifference } from '../case/explain-difference.ts'
import { takeCase } from '../case/take-case.ts'
import type { ApprovalChoice } from '../decisions/approval-plan.ts'
import { approveApplication } from '../decisions/approve-application.ts'
import { recommendApplication } from '../decisions/recommend-application.ts'
import { payAtOnce } from '../fee/pay-at-once.ts'
import { bringAsked } from '../level/level.fixture.ts'
import { recordLicense } from '../screening/judge-checks.ts'
import { screenApplication } from '../screening/screen-application.ts'
import { disposeAll } from '../screening/screening.fixture.ts'
import { licensesOf } from '../screening/screening-subjects.ts'
import { freezeApplication } from './freeze-application.ts'
import { signApplication } from './sign-application.ts'

const office = { site: services.site, words: en }
const inRegistry = (npi: string, organization: string, line1: string, city: string, zip: string): RegistryProvider => ({
  npi: npi as Npi,
  entityType: 2,
  organization,
  otherNames: [],
  practice: { line1, city, state: 'IL', zip, phone: '2175550161' },
  mailing: { line1, city, state: 'IL', zip, phone: '2175550161' },
  taxonomies: [{ code: '193200000X', primary: true }],
  authorizedOfficial: { first: 'HARRIET', last: 'SANDOVAL', title: 'PRESIDENT' },
})

let t: World
let groupId: string
let homeId: string
let harriet: Person
let owen: Person
let beatrix: Person
let analyst: Person
let supervisor: Person

beforeAll(async () => {
  t = await providerWorld()
  await loadSources(t, [
    inRegistry(elmRidgeNpi, 'ELM RIDGE MEDICAL GROUP LLC', '1400 ELM RIDGE RD', 'SPRINGFIELD', '62704'),
    inRegistry(mapleCourtNpi, 'MAPLE COURT OPERATIONS LLC', '77 MAPLE CT', 'PEORIA', '61602'),
  ])
  groupId = await enrollee(t, elmRidgeNpi, 'Elm Ridge', 'organization')
  homeId = await enrollee(t, mapleCourtNpi, 'Maple Court', 'organization')
  harriet = await person(t, 'harriet', 'authorized-official', groupId, 'Harriet Sandoval')
  owen = await person(t, 'owen', 'authorized-official', groupId, 'Owen Castellanos')
  beatrix = await person(t, 'beatrix', 'authorized-official', homeId, 'Beatrix Stone')
  analyst = await person(t, 'analyst', 'mac-analyst', 'mid')
  supervisor = await person(t, 'supervisor', 'mac-supervisor', 'mid')
})
afterAll(() => t.close())

async function permitted<A extends Action>(who: Person, action: A, applicationId: string): Promise<Permit<A>> {
  const subject = await applicationSubject(t.db, applicationId)
  const permit = authorize(who.actor, action, subject!)
  if (!permit.ok) throw new Error(`${action} is not permitted`)
  return permit.value
}
async function must<T>(result: Promise<{ ok: true; value: T } | { ok: false; problem: object }>): Promise<T> {
  const done = await result
  if (!done.ok) throw new Error(JSON.stringify(done.problem))
  return done.value
}

/** Answers everything, explains what differs from the registry, and signs. */
async function submit(id: string, form: Form, file: File, official: Person, typedName: string): Promise<void> {
  await fill(t, id, file, official.actor, form)
  const edit = await permitted(official, 'application.edit', id)
  const { rows } = await compareApplication(t.db, edit, readingOf(form.id), file, day('2026-11-24'))
  for (const { key, standing } of rows)
    if (standing === 'explain')
      await must(
        explainDifference(t.db, edit, { key, explanation: 'It is as we wrote it here.' }, day('2026-11-24'), noon),
      )
  const payments = { url: 'https://pay.example.org/', key: Buffer.alloc(32, 1), simulator: false }
  const paid = await payAtOnce(t.db, official.actor, id, { payments, origin: services.site.origin, words: en }, noon)
  // Groups of physicians pay none.
  expect(paid.ok || paid.problem.code).toBe(form.id === 'CMS-855A' ? true : 'fee-not-open')
  const permit = await permitted(official, 'application.sign', id)
  const { sha256, open: stops } = await freezeApplication(t.db, permit, en, noon)
  expect(stops).toEqual([])
  const signature = { typedName, agreed: true, seenSha256: sha256, idempotencyKey: id }
  await must(signApplication(t.db, permit, signature, office, noon))
}

async function review(id: string, file: File): Promise<void> {
  const permit = await permitted(analyst, 'application.review', id)
  await must(takeCase(t.db, permit, noon))
  await must(screenApplication(t.db, permit, noon))
  const seen = { site: 'board.example', standing: 'active', expiresOn: day('2027-12-31'), seenOn: day('2026-11-24') }
  for (const { subject } of licensesOf(file))
    await must(recordLicense(t.db, permit, { ...seen, standing: 'active', subject, note: undefined }, noon))
  await disposeAll(t.db, permit, noon)
  await bringAsked(t.db, permit, noon)
  await must(recommendApplication(t.db, permit, '', noon))
}
const approve = async (id: string, choice: ApprovalChoice) =>
  approveApplication(t.db, await permitted(supervisor, 'application.decide', id), choice, office, noon)

describe('a group of fourteen', () => {
  let id: string

  test('is started on its own page, filled with what the registry knows', async () => {
    expect(await walk(t, harriet, startPage, 'get', {})).toMatchObject({
      status: 303,
      to: `/enroll/organizations/${groupId}`,
    })
    const page = await walk(t, harriet, startOrganizationPage, 'get', { enrolleeId: groupId })
    expect(page.html).toContain('This application is for Elm Ridge')
    expect((await walk(t, t.stranger, startOrganizationPage, 'get', { enrolleeId: groupId })).status).toBe(404)
    const nothing = await walk(
      t,
      harriet,
      startOrganizationPage,
      'post',
      { enrolleeId: groupId },
      { posted: { form: 'CMS-855B', state: 'IL' } },
    )
    expect(nothing.status).toBe(422)
    const posted = { form: 'CMS-855B', supplier: 'clinic', groupOf: 'physicians', state: 'IL' }
    const started = await walk(t, harriet, startOrganizationPage, 'post', { enrolleeId: groupId }, { posted })
    id = started.to!.split('/').at(-1)!
    const permit = await permitted(harriet, 'application.edit', id)
    const header = await findApplication(t.db, permit)
    expect(header).toMatchObject({ form: 'CMS-855B', reason: 'initial', signerId: harriet.userId })
    const file = await findFile(t.db, permit)
    expect(file.enrollment![0]!.answers).toEqual({ supplier: 'clinic', groupOf: 'physicians', state: 'IL' })
    expect(file.organization![0]!.answers).toEqual({ legalName: 'Elm Ridge Medical Group LLC', npi: elmRidgeNpi })
    expect(file['authorized-official']![0]!.answers).toEqual({ first: 'Harriet', last: 'Sandoval', title: 'President' })
  })

  test('is signed by nobody but the official whom it names', async () => {
    await expect(permitted(owen, 'application.sign', id)).rejects.toThrow('not permitted')
    const other = [
      {
        id: '1',
        answers: { ...elmRidgeGroup['authorized-official']![0]!.answers, first: 'Owen', last: 'Castellanos' },
      },
    ]
    await fill(t, id, { ...elmRidgeGroup, 'authorized-official': other }, harriet.actor, cms855b)
    const permit = await permitted(harriet, 'application.sign', id)
    const { open: stops } = await freezeApplication(t.db, permit, en, noon)
    expect(stops).toContainEqual({ code: 'official-not-you', with: { name: 'Harriet Sandoval' } })
    expect((await walk(t, harriet, signPage, 'get', { applicationId: id })).html).toContain(
      '/sections/authorized-official',
    )
  })

  test('is signed in the words of an official, and kept as signed', async () => {
    await submit(id, cms855b, elmRidgeGroup, harriet, 'harriet sandoval')
    const kept = await findSubmittedText(t.db, await permitted(harriet, 'application.view', id), 1)
    const record = readSignedText(kept!.text)
    expect(record).toMatchObject({
      form: 'CMS-855B',
      edition: '12/2025',
      practitioner: 'Elm Ridge Medical Group LLC',
      signer: 'Harriet Sandoval',
      attestation: { version: 'official-2026-01' },
    })
  })

  test('becomes an enrollment with its type, places, owners and tax number', async () => {
    await review(id, elmRidgeGroup)
    const done = await must(approve(id, { delay: 'none' }))
    const subject = await enrollmentSubject(t.db, done.enrollmentId)
    const view = authorize(harriet.actor, 'enrollment.view', subject!)
    if (!view.ok) throw new Error('she may look')
    const header = await findEnrollment(t.db, view.value)
    expect(header).toMatchObject({ form: 'CMS-855B', specialty: '12-70', enrolleeName: 'Elm Ridge Medical Group LLC' })
    expect(done.enrollmentId).toMatch(/^O/)
    expect(en.portal.enrollment.specialty('12-70')).toBe('Clinic or group practice')
    const version = await findEnrollmentVersion(t.db, view.value)
    expect(version!.file).toEqual(elmRidgeGroup)
    const places = await listLocations(t.db, view.value, day('2027-02-01'))
    expect(places.map((l) => l.itemId).sort()).toEqual(['chatham', 'lincoln', 'main', 'north'])
    const officials = await open(t.db)
      .selectFrom('enrollment_official')
      .select(['name', 'role', 'to_on'])
      .where('enrollment_id', '=', done.enrollmentId)
      .orderBy('role')
      .execute()
    expect(officials).toEqual([
      { name: 'Harriet Sandoval', role: 'authorized-official', to_on: null },
      { name: 'Owen Castellanos', role: 'delegated-official', to_on: null },
    ])
    const row = await open(t.db).selectFrom('enrollee').selectAll().where('id', '=', groupId).executeTakeFirstOrThrow()
    expect(row.tax_id_index).toBe(taxIdIndex(t.db, '084400551'))
    expect(JSON.stringify(row)).not.toContain('084400551')
  })
})

test('a nursing home is approved only with its certification number, from the day that a person sets', async () => {
  const posted = { form: 'CMS-855A', provider: 'skilled-nursing', state: 'IL' }
  const started = await walk(t, beatrix, startOrganizationPage, 'post', { enrolleeId: homeId }, { posted })
  const id = started.to!.split('/').at(-1)!
  const file = { ...mapleCourt, 'provider-numbers': [{ id: '1', answers: { costReportEnd: '12/31' } }] }
  await submit(id, cms855a, file, beatrix, 'Beatrix Stone')
  await review(id, file)
  expect(await approve(id, { delay: 'none' })).toMatchObject({ ok: false, problem: { code: 'required', at: 'ccn' } })
  expect(await approve(id, { delay: 'none', ccn: '14' })).toMatchObject({ ok: false, problem: { code: 'not-a-ccn' } })
  const given = { delay: 'none', ccn: '14-5977' } as const
  expect(await approve(id, given)).toMatchObject({ ok: false, problem: { code: 'required', at: 'effectiveOn' } })
  const surveyed = { effectiveOn: day('2027-01-20'), dateReason: 'Tie-in notice: the survey ended on that day.' }
  const { enrollmentId } = await must(approve(id, { ...given, ...surveyed }))
  const view = authorize(beatrix.actor, 'enrollment.view', (await enrollmentSubject(t.db, enrollmentId))!)
  if (!view.ok) throw new Error('she may look')
  expect((await findEnrollment(t.db, view.value)).specialty).toBe('00-18')
  expect((await findEnrollment(t.db, view.value)).effectiveFrom).toBe('2027-01-20')
  const version = await findEnrollmentVersion(t.db, view.value)
  expect(version!.file['provider-numbers']![0]!.answers).toEqual({ costReportEnd: '12/31', ccn: '145977' })
  expect(version!.file['facility-owners']).toEqual(mapleCourt['facility-owners'])
  const owners = await findStructure(t.db, view.value, enrollmentId, { on: day('2027-01-20') })
  expect(effectiveOwners(owners!).owners.map((o) => [o.party.name, o.percent])).toEqual([
    ['Maple Holdings LLC', 97.5],
    ['Lakeshore Care Fund II LP', 87.75],
    ['Beatrix Stone', 12.25],
  ])
})
