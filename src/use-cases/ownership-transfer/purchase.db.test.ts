/** A buyer without an enrollment names what it bought; the seller answers and files; the number goes on under the buyer. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { findFile } from '#db/queries/application/application-file.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { listTransfersOf } from '#db/queries/ownership/transfers.ts'
import type { Action, Permit } from '#domain/access/policy.ts'
import { type Day, day } from '#domain/dates.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import { applicationForm } from '#forms/application-form.ts'
import { cms855a } from '#forms/cms855a/index.ts'
import type { File } from '#forms/kit/section.ts'
import { mapleCourt, mapleCourtNpi } from '#test/people/maple-court.ts'
import {
  enrollee,
  fill,
  loadSources,
  noon,
  type Person,
  person,
  providerWorld,
  type World,
  walk,
} from '#test/support/provider.ts'
import { caseSalePage } from '#web/desk/transfers/case-page.tsx'
import { answerSalePage } from '#web/portal/transfers/answer-page.tsx'
import { buyPage } from '#web/portal/transfers/buy-page.tsx'
import { approvedBy, explainAll, inRegistry, recommendedBy, signedBy } from '../application/organization.fixture.ts'
import { must } from '../application/reasons.fixture.ts'
import { permitFor } from '../case/filed.fixture.ts'

const sellerNpi = withCheckDigit('200000663')
const sellerEnrollment = 'O20200115000001'
const agencyEnrollment = 'O20250301000001'

const mapleCourtHome = {
  npi: mapleCourtNpi,
  organization: 'MAPLE COURT OPERATIONS LLC',
  place: { line1: '77 MAPLE CT', city: 'PEORIA', zip: '61602', phone: '3095550172' },
  taxonomy: '314000000X',
  official: { first: 'BEATRIX', last: 'STONE' },
}

let t: World
let buyerId: string
let sellerId: string
let beatrix: Person
let otto: Person
let analyst: Person
let supervisor: Person

beforeAll(async () => {
  t = await providerWorld()
  await loadSources(t, [inRegistry(mapleCourtHome)])
  buyerId = await enrollee(t, mapleCourtNpi, 'Maple Court Operations LLC', 'organization')
  sellerId = await enrollee(t, sellerNpi, 'Maple Court Homes Inc', 'organization')
  const agencyId = await enrollee(t, withCheckDigit('200000774'), 'Young Agency Inc', 'organization')
  beatrix = await person(t, 'beatrix', 'authorized-official', buyerId, 'Beatrix Stone')
  otto = await person(t, 'otto', 'authorized-official', sellerId, 'Otto Lindqvist')
  analyst = await person(t, 'analyst', 'mac-analyst', 'mid')
  supervisor = await person(t, 'supervisor', 'mac-supervisor', 'mid')
  await enrolled(sellerEnrollment, sellerId, '00-18', day('2020-01-15'), '145977')
  await enrolled(agencyEnrollment, agencyId, '00-06', day('2025-03-01'), '147788')
})
afterAll(() => t.close())

async function enrolled(id: string, enrolleeId: string, specialty: string, from: Day, ccn: string): Promise<void> {
  const k = open(t.db)
  await k
    .insertInto('enrollment')
    .values({
      id,
      enrollee_id: enrolleeId,
      form: 'CMS-855A',
      specialty,
      state: 'IL',
      contractor_id: 'mid',
      ptan: `IL${ccn}`,
      status: 'approved',
      created_at: noon,
    })
    .execute()
  const known = { known_from: noon, known_to: null }
  await k
    .insertInto('enrollment_period')
    .values({
      id: crypto.randomUUID(),
      enrollment_id: id,
      status: 'approved',
      from_on: from,
      to_on: null,
      ...known,
      because: '[]',
      application_id: null,
    })
    .execute()
  const answers = {
    ...mapleCourt,
    'provider-numbers': [{ id: '1', answers: { ccn, costReportEnd: '12/31' } }],
    'authorized-official': [
      { id: '1', answers: { ...mapleCourt['authorized-official']![0]!.answers, first: 'Otto', last: 'Lindqvist' } },
    ],
  }
  await k
    .insertInto('enrollment_version')
    .values({
      enrollment_id: id,
      ordinal: 1,
      effective_from: from,
      effective_to: null,
      ...known,
      answers: JSON.stringify(answers),
      restricted: null,
      application_id: null,
    })
    .execute()
}

const permitted = <A extends Action>(who: Person, action: A, applicationId: string): Promise<Permit<A>> =>
  permitFor(t.db, who.actor, action, applicationId)
const posted = (more: Readonly<Record<string, string>>) => ({
  posted: {
    number: '14-5977',
    'saleOn-month': '12',
    'saleOn-day': '31',
    'saleOn-year': '2026',
    agreement: 'accepted',
    exception: 'none',
    ...more,
  },
})
const buy = (more: Readonly<Record<string, string>>) => walk(t, beatrix, buyPage, 'post', {}, posted(more))

async function submit(id: string, who: Person, file: File | undefined, typedName: string): Promise<void> {
  const header = await findApplication(t.db, await permitted(who, 'application.edit', id))
  if (file) await fill(t, id, file, who.actor, applicationForm(header))
  await explainAll(t, who, id)
  await signedBy(t, who, id, typedName)
}

let bought: string
let sold: string

test('a number that nothing has, that is not given, or a day that is none: asked again, nothing lost', async () => {
  const wrong = await buy({ number: '99-9999', 'saleOn-day': '31' })
  expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining('No facility with this number')])
  expect(wrong.html).toContain('value="99-9999"')
  expect((await buy({ number: '' })).html).toContain('What did you buy?')
  expect((await buy({ 'saleOn-month': '13' })).status).toBe(422)
  expect(await open(t.db).selectFrom('application').selectAll().execute()).toEqual([])
})

test('a young home health agency: nothing passes, said at the start, and then it is a first application', async () => {
  const stopped = await buy({ number: '147788' })
  expect(stopped.status).toBe(422)
  expect(stopped.html).toContain('36-month rule')
  expect(stopped.html).toContain('in a sale from March 1, 2028')
  const begun = await buy({ number: '147788', understood: 'yes' })
  const id = begun.to!.split('/')[2]!
  const permit = await permitted(beatrix, 'application.edit', id)
  expect(await findApplication(t.db, permit)).toMatchObject({ reason: 'initial', enrollmentId: undefined })
  const file = await findFile(t.db, permit)
  expect(file['ownership-change']![0]!.answers).toMatchObject({ sellerCcn: '147788', acceptsAgreement: false })
  expect(file['provider-numbers']?.[0]?.answers.ccn).toBeUndefined()
  const withdraw = open(t.db).updateTable('application').set({ status: 'withdrawn' }).where('id', '=', id)
  await withdraw.execute()
})

test('a nursing home: the draft says what is on record, and the seller is asked', async () => {
  const begun = await buy({})
  bought = begun.to!.split('/')[2]!
  const permit = await permitted(beatrix, 'application.edit', bought)
  expect(await findApplication(t.db, permit)).toMatchObject({ reason: 'ownership-buyer', form: 'CMS-855A' })
  const file = await findFile(t.db, permit)
  expect(file.transfer![0]!.answers).toEqual({
    on: '2026-12-31',
    otherName: 'Maple Court Homes Inc',
    otherNpi: sellerNpi,
    otherNumber: '145977',
    agreement: 'accepted',
  })
  expect(file['provider-numbers']![0]!.answers).toEqual({ ccn: '145977' })
  expect((await buy({})).html).toContain('application')
  const mails = await open(t.db)
    .selectFrom('message')
    .select(['recipient', 'subject'])
    .where('template', '=', 'sale-named')
    .execute()
  expect(mails).toContainEqual({
    recipient: 'otto@example.org',
    subject: `Somebody says to have bought the enrollment ${sellerEnrollment}`,
  })
})

test('nobody but the seller’s own people answer; the answer begins the seller’s filing with what the buyer said', async () => {
  const params = { enrollmentId: sellerEnrollment }
  expect((await walk(t, beatrix, answerSalePage, 'get', params)).status).toBe(404)
  const page = await walk(t, otto, answerSalePage, 'get', params)
  expect(page.html).toContain('Maple Court Operations LLC')
  const [sale] = await listTransfersOf(t.db, await permitted(beatrix, 'application.view', bought))
  const dispute = await walk(t, otto, answerSalePage, 'post', params, {
    posted: { sale: sale!.id, go: 'disputed', said: '' },
  })
  expect(dispute.status).toBe(422)
  const done = await walk(t, otto, answerSalePage, 'post', params, { posted: { sale: sale!.id, go: 'confirmed' } })
  sold = done.to!.split('/')[2]!
  const file = await findFile(t.db, await permitted(otto, 'application.edit', sold))
  expect(file.transfer![0]!.answers).toEqual({
    on: '2026-12-31',
    otherName: 'Maple Court Operations LLC',
    otherNpi: mapleCourtNpi,
    agreement: 'accepted',
  })
  const again = await walk(t, otto, answerSalePage, 'post', params, { posted: { sale: sale!.id, go: 'confirmed' } })
  expect(again.status).toBe(422)
})

test('the desk sees both sides beside one another; the buyer keeps the number from the day of the sale, the seller ends', async () => {
  const { 'ownership-change': _, ...rest } = mapleCourt
  const file = {
    ...rest,
    transfer: [
      {
        id: '1',
        answers: {
          on: '2026-12-31',
          otherName: 'Maple Court Homes Inc',
          otherEin: '085500660',
          otherNpi: sellerNpi,
          otherNumber: '145977',
          agreement: 'accepted',
        },
      },
    ],
  }
  await submit(bought, beatrix, file, 'Beatrix Stone')
  const half = await walk(t, analyst, caseSalePage, 'get', { applicationId: bought })
  expect(half.html).not.toContain('The seller has not filed')
  const begun = await findFile(t.db, await permitted(otto, 'application.edit', sold))
  await fill(
    t,
    sold,
    {
      ...begun,
      transfer: [
        {
          id: '1',
          answers: {
            on: '2026-12-30',
            otherName: 'Maple Court Operations LLC',
            otherEin: '085500661',
            otherNpi: mapleCourtNpi,
            agreement: 'accepted',
          },
        },
      ],
    },
    otto.actor,
    applicationForm({ form: cms855a.id, reason: 'ownership-seller', chosenTasks: [] }),
  )
  await submit(sold, otto, undefined, 'Otto Lindqvist')
  const both = await walk(t, analyst, caseSalePage, 'get', { applicationId: sold })
  expect(both.html).toContain('December 30, 2026')
  expect(both.html).toContain('Differs')
  expect((await walk(t, otto, caseSalePage, 'get', { applicationId: sold })).status).toBe(404)
  await recommendedBy(t, analyst, bought, mapleCourt)
  expect(await approvedBy(t, supervisor, bought, { ccn: '145999' })).toMatchObject({
    ok: false,
    problem: { code: 'number-carries-over', with: { ccn: '145977' } },
  })
  const { enrollmentId } = await must(approvedBy(t, supervisor, bought, { ccn: '14-5977' }))
  expect(enrollmentId).not.toBe(sellerEnrollment)
  const periods = async (id: string) =>
    (
      await open(t.db)
        .selectFrom('enrollment_period')
        .select(['status', 'from_on', 'to_on'])
        .where('enrollment_id', '=', id)
        .where('known_to', 'is', null)
        .orderBy('from_on')
        .execute()
    ).map((p) => [p.status, p.from_on, p.to_on])
  expect(await periods(enrollmentId)).toEqual([['approved', '2026-12-31', null]])
  expect((await enrollmentSubject(t.db, enrollmentId))?.enrolleeId).toBe(buyerId)
  const version = await open(t.db)
    .selectFrom('enrollment_version')
    .select('answers')
    .where('enrollment_id', '=', enrollmentId)
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(version.answers)).toContain('145977')
  const letter = await open(t.db)
    .selectFrom('letter')
    .selectAll()
    .where('application_id', '=', bought)
    .executeTakeFirstOrThrow()
  expect(letter.title).toBe('Your Medicare enrollment is approved')
  await recommendedBy(t, analyst, sold, mapleCourt)
  await must(approvedBy(t, supervisor, sold))
  expect(await periods(sellerEnrollment)).toEqual([
    ['approved', '2020-01-15', '2026-12-29'],
    ['withdrawn', '2026-12-30', null],
  ])
})
