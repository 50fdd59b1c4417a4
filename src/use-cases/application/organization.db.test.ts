/** Organizations from the start page to the standing record: a group by CMS-855B, a nursing home by CMS-855A. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { findFile } from '#db/queries/application/application-file.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { findSubmittedText } from '#db/queries/application/submissions.ts'
import { listLocations } from '#db/queries/enrollment/enrollment-spans.ts'
import { findEnrollmentVersion } from '#db/queries/enrollment/enrollment-versions.ts'
import { enrollmentSubject, findEnrollment } from '#db/queries/enrollment/enrollments.ts'
import { findStructure } from '#db/queries/ownership/structure-of.ts'
import { taxIdIndex } from '#db/records/enrollment/enrollees.ts'
import { type Action, authorize, type Permit } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { effectiveOwners } from '#domain/ownership/effective-owners.ts'
import { cms855a } from '#forms/cms855a/index.ts'
import { cms855b } from '#forms/cms855b/index.ts'
import type { Form } from '#forms/kit/form.ts'
import type { File } from '#forms/kit/section.ts'
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
import { startPage } from '#web/portal/beginning/start-page.tsx'
import { startOrganizationPage } from '#web/portal/organization/start-organization-page.tsx'
import { signPage } from '#web/portal/signatures/sign-page.tsx'
import { en } from '#words/index.ts'
import { permitFor } from '../case/filed.fixture.ts'
import { payAtOnce } from '../fee/pay-at-once.ts'
import { freezeApplication } from './freeze-application.ts'
import { approvedBy, explainAll, inRegistry, recommendedBy, signedBy } from './organization.fixture.ts'
import { must } from './reasons.fixture.ts'

const elmRidge = {
  npi: elmRidgeNpi,
  organization: 'ELM RIDGE MEDICAL GROUP LLC',
  place: { line1: '1400 ELM RIDGE RD', city: 'SPRINGFIELD', zip: '62704', phone: '2175550161' },
}
const mapleCourtHome = {
  npi: mapleCourtNpi,
  organization: 'MAPLE COURT OPERATIONS LLC',
  place: { line1: '77 MAPLE CT', city: 'PEORIA', zip: '61602', phone: '2175550161' },
}

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
  const rest = { taxonomy: '193200000X', official: { first: 'HARRIET', last: 'SANDOVAL' } }
  await loadSources(t, [inRegistry({ ...elmRidge, ...rest }), inRegistry({ ...mapleCourtHome, ...rest })])
  groupId = await enrollee(t, elmRidgeNpi, 'Elm Ridge', 'organization')
  homeId = await enrollee(t, mapleCourtNpi, 'Maple Court', 'organization')
  harriet = await person(t, 'harriet', 'authorized-official', groupId, 'Harriet Sandoval')
  owen = await person(t, 'owen', 'authorized-official', groupId, 'Owen Castellanos')
  beatrix = await person(t, 'beatrix', 'authorized-official', homeId, 'Beatrix Stone')
  analyst = await person(t, 'analyst', 'mac-analyst', 'mid')
  supervisor = await person(t, 'supervisor', 'mac-supervisor', 'mid')
})
afterAll(() => t.close())

const permitted = <A extends Action>(who: Person, action: A, applicationId: string): Promise<Permit<A>> =>
  permitFor(t.db, who.actor, action, applicationId)

/** Answers everything, explains what differs from the registry, pays, and signs. */
async function submit(id: string, form: Form, file: File, official: Person, typedName: string): Promise<void> {
  await fill(t, id, file, official.actor, form)
  await explainAll(t, official, id)
  const payments = { url: 'https://pay.example.org/', key: Buffer.alloc(32, 1), simulator: false }
  const paid = await payAtOnce(t.db, official.actor, id, { payments, origin: services.site.origin, words: en }, noon)
  // Groups of physicians pay none.
  expect(paid.ok || paid.problem.code).toBe(form.id === 'CMS-855A' ? true : 'fee-not-open')
  await signedBy(t, official, id, typedName)
}

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
    await expect(permitted(owen, 'application.sign', id)).rejects.toThrow('not-permitted')
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
    await recommendedBy(t, analyst, id, elmRidgeGroup)
    const done = await must(approvedBy(t, supervisor, id))
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
  await recommendedBy(t, analyst, id, file)
  expect(await approvedBy(t, supervisor, id)).toMatchObject({ ok: false, problem: { code: 'required', at: 'ccn' } })
  expect(await approvedBy(t, supervisor, id, { ccn: '14' })).toMatchObject({
    ok: false,
    problem: { code: 'not-a-ccn' },
  })
  const given = { delay: 'none', ccn: '14-5977' } as const
  expect(await approvedBy(t, supervisor, id, given)).toMatchObject({
    ok: false,
    problem: { code: 'required', at: 'effectiveOn' },
  })
  const surveyed = { effectiveOn: day('2027-01-20'), dateReason: 'Tie-in notice: the survey ended on that day.' }
  const { enrollmentId } = await must(approvedBy(t, supervisor, id, { ...given, ...surveyed }))
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
