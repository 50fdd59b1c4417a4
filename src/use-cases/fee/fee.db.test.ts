/** The fee of a nursing home: paid once whatever the clicks, believed only when signed, spared, taken back, given back. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { insertApplication } from '#db/records/application/applications.ts'
import { insertDocument } from '#db/records/application/documents.ts'
import { type Action, authorize, type Permit } from '#domain/access/policy.ts'
import { askedFields, readAsked, toldTexts } from '#outside/payments/hosted-page.ts'
import {
  enrollee,
  noon,
  type Person,
  person,
  providerWorld,
  services,
  type World,
  walk,
} from '#test/support/provider.ts'
import { withdrawApplication } from '#use-cases/application/withdraw-application.ts'
import { permitFor } from '#use-cases/case/filed.fixture.ts'
import { feePage, payFeePage } from '#web/portal/fee/fee-page.tsx'
import { hardshipPage } from '#web/portal/fee/hardship-page.tsx'
import { receiptPage } from '#web/portal/fee/receipt-page.tsx'
import { en } from '#words/index.ts'
import { feeStanding } from './fee-standing.ts'
import { askHardship, decideHardship } from './hardship.ts'
import { payAtOnce } from './pay-at-once.ts'
import { payFee } from './pay-fee.ts'
import { askRefund, decideRefund, refundable } from './refund.ts'
import { setFeeAmount } from './set-amount.ts'
import { settlePayment } from './settle-payment.ts'

const payments = { url: 'https://pay.example.org/start', key: Buffer.alloc(32, 5), simulator: false }
const office = { payments, origin: services.site.origin, words: en }
const minutes = (n: number) => new Date(noon.getTime() + n * 60_000)

let t: World
let homeId: string
let ruth: Person
let clerk: Person
let analyst: Person
let id: string

beforeAll(async () => {
  t = await providerWorld()
  homeId = await enrollee(t, '2000000551', 'Maple Court', 'organization')
  ruth = await person(t, 'ruth', 'authorized-official', homeId, 'Ruth Penhallow')
  clerk = await person(t, 'clerk', 'staff-end-user', homeId)
  analyst = await person(t, 'analyst', 'mac-analyst', 'mid')
})
afterAll(() => t.close())

const draft = async (form = 'CMS-855A') => {
  const permit = authorize(ruth.actor, 'application.start', { id: homeId, enrolleeId: homeId })
  if (!permit.ok) throw new Error('she may start')
  const a = { form, edition: '1', reason: 'initial', state: 'IL', contractorId: 'mid' } as const
  return insertApplication(t.db, permit.value, { ...a, signerId: ruth.userId, prefilled: [] }, noon)
}
beforeEach(async () => {
  id = await draft()
})

const permitted = <A extends Action>(who: Person, action: A): Promise<Permit<A>> =>
  permitFor(t.db, who.actor, action, id)
const standing = async (now = noon) => feeStanding(t.db, await permitted(ruth, 'application.view'), now)
const begin = async (now = noon) => payFee(t.db, await permitted(clerk, 'fee.pay'), office, now)
const askedOf = (to: string) => {
  const query = new URL(to).searchParams
  return readAsked(payments.key, Object.fromEntries(askedFields.map((f) => [f, query.get(f) ?? undefined])))!
}
async function told(outcome: 'paid' | 'failed' | 'cancelled' | 'charged-back', at = noon, reference?: string) {
  const begun = await begin(noon)
  if (!begun.ok) throw new Error(begun.problem.code)
  const { application, cents, nonce } = askedOf(begun.value.to)
  const said = { application, cents, nonce, outcome, reference: reference ?? `R-${nonce}`, at: at.toISOString() }
  return toldTexts(payments.key, said)
}
const settle = (texts: Readonly<Record<string, string>>, now = noon) => settlePayment(t.db, texts, office, now)

describe('paying', () => {
  test('ten clicks at once are one payment, and ten answers are one receipt', async () => {
    const begun = await Promise.all(Array.from({ length: 10 }, () => begin()))
    const nonces = new Set(begun.map((b) => b.ok && askedOf(b.value.to).nonce))
    expect(nonces.size).toBe(1)
    expect(begun.every((b) => b.ok && b.value.away && askedOf(b.value.to).cents === 75_000)).toBe(true)
    const paid = await told('paid')
    const answers = await Promise.all(Array.from({ length: 10 }, () => settle(paid)))
    expect(answers.every((a) => a.ok)).toBe(true)
    const { payments: made, state, settled } = await standing()
    expect({ made: made.map((p) => p.status), state, settled }).toEqual({
      made: ['paid'],
      state: 'paid',
      settled: true,
    })
    expect(made[0]!.receipt).toMatch(/^FEE-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect(await begin()).toMatchObject({ ok: false, problem: { code: 'fee-not-open' } })
    const mails = await open(t.db)
      .selectFrom('message')
      .select('dedupe_key')
      .where('template', '=', 'fee-paid')
      .execute()
    expect(mails.filter((m) => m.dedupe_key.includes(made[0]!.id))).toHaveLength(2)
    const receipt = await walk(t, clerk, receiptPage, 'get', { applicationId: id, receipt: made[0]!.receipt! })
    expect(receipt.html).toContain('$750')
    const strangers = await walk(t, t.stranger, receiptPage, 'get', { applicationId: id, receipt: made[0]!.receipt! })
    expect(strangers.status).toBe(404)
  })

  test('the database itself holds no second payment', async () => {
    await payAtOnce(t.db, ruth.actor, id, office, noon)
    const row = await open(t.db)
      .selectFrom('fee_payment')
      .selectAll()
      .where('application_id', '=', id)
      .executeTakeFirstOrThrow()
    const again = { ...row, id: homeId, nonce: 'x', provider_reference: 'y', receipt_number: 'z' }
    await expect(open(t.db).insertInto('fee_payment').values(again).execute()).rejects.toThrow('fee_payment_made')
  })

  test.each(['amount', 'application', 'nonce', 'outcome', 'reference', 'at', 'signature'] as const)(
    'an answer whose %s was altered is not believed',
    async (field) => {
      const paid = await told('failed')
      const other = { amount: '100', outcome: 'paid', at: minutes(1).toISOString() }
      const altered = { ...paid, [field]: other[field as keyof typeof other] ?? `${paid[field]}x` }
      expect(await settle(altered)).toMatchObject({ ok: false, problem: { code: 'payment-altered' } })
      expect((await standing()).payments[0]?.status).toBe('begun')
    },
  )

  test('an answer for another application, though signed, is not believed', async () => {
    const mine = id
    const paid = await told('paid')
    id = await draft('CMS-855S')
    await begin()
    const moved = { ...paid, application: id, amount: 75_000 }
    const signed = toldTexts(payments.key, {
      application: id,
      cents: moved.amount,
      nonce: paid.nonce,
      outcome: 'paid',
      reference: 'R-other',
      at: paid.at,
    })
    expect(await settle(signed)).toMatchObject({ ok: false, problem: { code: 'payment-altered' } })
    expect((await standing()).state).toBe('pending')
    id = mine
    expect((await standing()).state).toBe('pending')
  })

  test('a second story of the same payment is refused, and one that failed can be tried again', async () => {
    const failed = await told('failed')
    expect((await settle(failed)).ok).toBe(true)
    const { nonce } = failed
    const said = { application: id, cents: 75_000, nonce, at: noon.toISOString() }
    const paid = toldTexts(payments.key, { ...said, outcome: 'paid', reference: failed.reference })
    expect(await settle(paid)).toMatchObject({ ok: false, problem: { code: 'payment-over' } })
    const again = toldTexts(payments.key, { ...said, outcome: 'failed', reference: 'R-else' })
    expect(await settle(again)).toMatchObject({ ok: false, problem: { code: 'payment-over' } })
    expect((await settle(await told('cancelled'))).ok).toBe(true)
    expect((await settle(await told('paid'))).ok).toBe(true)
    expect((await standing()).payments.map((p) => p.status).sort()).toEqual(['cancelled', 'failed', 'paid'])
  })

  test('money that came too late counts for nothing, and is to be given back', async () => {
    const late = await told('paid', minutes(31))
    expect(await settle(late, minutes(31))).toMatchObject({ ok: false, problem: { code: 'payment-late' } })
    const fee = await standing()
    expect(fee).toMatchObject({ state: 'pending', settled: false })
    const permit = await permitted(analyst, 'fee.decide')
    const [back] = await refundable(t.db, permit, fee)
    expect(back).toMatchObject({ rules: ['paid-twice'], payment: { status: 'late' } })
    expect((await settle(await told('paid'))).ok).toBe(true)
    const choice = { paymentId: back!.payment.id, rule: 'paid-twice', granted: true, note: 'Came at half past one' }
    expect((await decideRefund(t.db, permit, choice, noon)).ok).toBe(true)
    expect((await standing()).state).toBe('paid')
  })

  test('a payment that the bank takes back is due again, with a day', async () => {
    const paid = await told('paid')
    await settle(paid)
    const back = toldTexts(payments.key, {
      application: id,
      cents: 75_000,
      nonce: paid.nonce,
      outcome: 'charged-back',
      reference: paid.reference,
      at: noon.toISOString(),
    })
    expect((await settle(back)).ok).toBe(true)
    expect(await standing()).toMatchObject({ state: 'pending', settled: false, dueOn: '2026-12-24' })
    expect((await begin()).ok).toBe(true)
  })

  test('a year without an amount blocks the payment and is not guessed', async () => {
    const later = new Date('2027-02-01T18:00:00Z')
    expect(await begin(later)).toMatchObject({
      ok: false,
      problem: { code: 'fee-amount-unknown', with: { year: 2027 } },
    })
    expect((await standing(later)).cents).toBeUndefined()
  })

  test('nobody else sees or pays it', async () => {
    expect((await walk(t, t.stranger, feePage, 'get', { applicationId: id })).status).toBe(404)
    expect((await walk(t, t.stranger, payFeePage, 'post', { applicationId: id })).status).toBe(404)
    expect((await walk(t, clerk, feePage, 'get', { applicationId: id })).html).toContain('$750')
  })
})

const paper = async () =>
  insertDocument(
    t.db,
    await permitted(ruth, 'application.edit'),
    {
      id: crypto.randomUUID(),
      slot: 'fee-hardship',
      fileName: 'costs.pdf',
      mediaType: 'application/pdf',
      bytes: 9,
      sha256: '0',
      storedAs: 'x',
    } as Parameters<typeof insertDocument>[2],
    noon,
  )

describe('to be spared', () => {
  const why = 'We lost money in each of three years.'
  const ask = async () => askHardship(t.db, await permitted(clerk, 'fee.pay'), why, noon)

  test('is asked with a paper, and keeps nobody from signing until it is decided', async () => {
    const posted = { explanation: why }
    const bare = await walk(t, clerk, hardshipPage, 'post', { applicationId: id }, { posted })
    expect(bare.status).toBe(422)
    expect(bare.html).toContain(why)
    await paper()
    expect(await walk(t, clerk, hardshipPage, 'post', { applicationId: id }, { posted })).toMatchObject({ status: 303 })
    expect(await ask()).toMatchObject({ ok: false, problem: { code: 'hardship-open' } })
    expect(await standing()).toMatchObject({ state: 'pending', settled: true, hardship: { decideBy: '2027-01-23' } })
  })

  test('money that was under way when the fee was waived goes back, and the fee stays waived', async () => {
    const paid = await told('paid')
    await paper()
    await ask()
    const permit = await permitted(analyst, 'fee.decide')
    await decideHardship(t.db, permit, { granted: true, note: 'By the cost reports' }, office, noon)
    expect((await settle(paid)).ok).toBe(true)
    const fee = await standing()
    expect(fee.state).toBe('waived')
    const [back] = await refundable(t.db, permit, fee)
    expect(back?.rules).toEqual(['hardship-granted'])
    const choice = { paymentId: back!.payment.id, rule: 'hardship-granted', granted: true, note: 'It was waived' }
    expect((await decideRefund(t.db, permit, choice, noon)).ok).toBe(true)
    expect(await standing()).toMatchObject({ state: 'waived', payments: [{ status: 'refunded' }] })
  })

  test.each([
    [true, { state: 'waived', settled: true, dueOn: undefined }],
    [false, { state: 'pending', settled: false, dueOn: '2026-12-24' }],
  ])('is decided once (granted: %s)', async (granted, expected) => {
    await paper()
    await ask()
    const permit = await permitted(analyst, 'fee.decide')
    const said = { granted, note: 'By the cost reports' }
    expect((await decideHardship(t.db, permit, said, office, noon)).ok).toBe(true)
    expect(await decideHardship(t.db, permit, said, office, noon)).toMatchObject({ problem: { code: 'already-so' } })
    expect(await standing()).toMatchObject(expected)
  })
})

test('a fee of an application that was never sent goes back, once, and only by a rule', async () => {
  await settle(await told('paid'))
  const paying = await permitted(clerk, 'fee.pay')
  expect(await askRefund(t.db, paying, noon)).toMatchObject({ ok: false, problem: { code: 'refund-not-due' } })
  await withdrawApplication(t.db, await permitted(ruth, 'application.withdraw'), noon)
  const tooLate = new Date(noon.getTime() + 151 * 86_400_000)
  expect(await askRefund(t.db, paying, tooLate)).toMatchObject({ problem: { code: 'refund-not-due' } })
  expect((await askRefund(t.db, paying, noon)).ok).toBe(true)
  const permit = await permitted(analyst, 'fee.decide')
  const paymentId = (await standing()).payments[0]!.id
  const choice = { paymentId, rule: 'never-sent', granted: true, note: 'Never sent to us' }
  expect(await decideRefund(t.db, permit, { ...choice, rule: 'moratorium' }, noon)).toMatchObject({
    problem: { code: 'refund-not-due' },
  })
  expect((await decideRefund(t.db, permit, choice, noon)).ok).toBe(true)
  expect(await decideRefund(t.db, permit, choice, noon)).toMatchObject({ problem: { code: 'already-so' } })
  expect(await standing()).toMatchObject({ state: 'refunded' })
})

test('the amount of a year is entered from its notice, and stays once somebody paid it', async () => {
  const permit = authorize({ userId: 'op', memberships: [{ role: 'operator', partyId: 'site' }] }, 'registry.manage', {
    id: 'fee',
  })
  if (!permit.ok) throw new Error('operators may')
  const set = (year: number, cents: number, cite = '91 FR 1') => setFeeAmount(t.db, permit.value, { year, cents, cite })
  expect(await set(2027, 76)).toMatchObject({ problem: { code: 'not-plausible', at: 'amount' } })
  expect(await set(2027, 76_000, ' ')).toMatchObject({ problem: { code: 'required', at: 'cite' } })
  expect((await set(2027, 76_000)).ok).toBe(true)
  const later = new Date('2027-02-01T18:00:00Z')
  expect(await standing(later)).toMatchObject({ cents: 76_000, year: 2027, cite: '91 FR 1' })
  expect((await set(2027, 77_000)).ok).toBe(true)
  expect((await payAtOnce(t.db, ruth.actor, id, office, later)).ok).toBe(true)
  expect(await set(2027, 78_000)).toMatchObject({ problem: { code: 'already-so' } })
})
