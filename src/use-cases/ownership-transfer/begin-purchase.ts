/**
 * A buyer who holds no enrollment begins: names what was bought, and a draft begins that says so, tied to the seller's
 * enrollment, whose people are asked for their side. 42 CFR 489.18, 424.550(b).
 */
import type { Db } from '#db/db.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { findSold, lastSaleOf, type Sold } from '#db/queries/ownership/transfers.ts'
import { queueMessage } from '#db/records/messages.ts'
import { insertTransfer } from '#db/records/ownership/transfers.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { organizationTypeOf } from '#domain/enrollment/organization-types.ts'
import { type Agreement, type SaleFinding, saleFinding } from '#domain/ownership/transfer.ts'
import { isStateCode } from '#domain/party/states.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { MajorityException } from '#domain/screening/majority-ownership.ts'
import { sayDay } from '#forms/kit/say.ts'
import type { Site } from '#outside/services.ts'
import type { Words } from '#words/index.ts'
import { startApplication } from '../application/start-application.ts'

export interface Purchase {
  /** NPI, CCN, PTAN or enrollment id of what was bought, as typed. */
  readonly number: string
  readonly saleOn: Day
  readonly agreement: Agreement
  readonly exception: MajorityException | undefined
  /** The person has read that nothing passes within 36 months. */
  readonly understood: boolean
}

export interface Bought {
  readonly sold: Sold
  readonly finding: SaleFinding
}

/** The types that change hands by a filing of their own: institutions, surgical centers and portable X-ray suppliers. */
const changesHands = ({ form, specialty }: Sold): boolean =>
  form === 'CMS-855A' || ['12-49', '12-63'].includes(specialty)

/** What is bought and what the rules say of it. Refuses with `required`, `sold-not-found`, `sold-several` or `sold-is-yours`. */
export async function judgePurchase(
  db: Db,
  permit: Permit<'application.start'>,
  p: Omit<Purchase, 'understood'>,
): Promise<Result<Bought>> {
  const number = p.number.replace(/[\s-]/g, '').toUpperCase()
  if (number === '') return refuse({ code: 'required', at: 'number' })
  const all = (await findSold(db, permit, number)).filter((s) => s.began !== undefined && changesHands(s))
  const [sold, another] = all
  if (!sold) return refuse({ code: 'sold-not-found', at: 'number' })
  if (another)
    return refuse({ code: 'sold-several', at: 'number', with: { ids: all.map((s) => s.enrollmentId).join(', ') } })
  if (sold.enrolleeId === permit.subjectId) return refuse({ code: 'sold-is-yours', at: 'number' })
  const type = organizationTypeOf(sold.specialty)
  if (!type || !sold.began) return refuse({ code: 'sold-not-found', at: 'number' })
  const finding = saleFinding({
    supplierType: type.dated,
    enrolledOn: sold.began,
    lastMajorityChangeOn: await lastSaleOf(db, permit, sold.enrollmentId),
    saleOn: p.saleOn,
    agreement: p.agreement,
    exception: p.exception,
  })
  return ok({ sold, finding })
}

/** Refuses as `judgePurchase`, with `nothing-passes` (nobody said yet that they read it), and as starting an application. */
export const beginPurchase = (
  db: Db,
  permit: Permit<'application.start'>,
  p: Purchase,
  { site, words }: { readonly site: Site; readonly words: Words },
  now: Date,
): Promise<Result<{ readonly applicationId: string }>> =>
  transactOrRefuse(db, async (tx) => {
    const judged = await judgePurchase(tx, permit, p)
    if (!judged.ok) return judged
    const { sold, finding } = judged.value
    if (!finding.majority.passes && !p.understood)
      return refuse({
        code: 'nothing-passes',
        at: 'understood',
        with: { day: sayDay(finding.majority.freeOn, words.values) },
      })
    if (!isStateCode(sold.state)) throw new Error(`no state ${sold.state}`)
    const begun = await startApplication(tx, permit, draftOf(sold, p, finding), now)
    if (!begun.ok) return begun
    const { applicationId } = begun.value
    const transfer = {
      sellerEnrollmentId: sold.enrollmentId,
      buyerApplicationId: applicationId,
      saleOn: p.saleOn,
      agreement: finding.numberCarriesOver ? ('accepted' as const) : ('refused' as const),
      majority: finding.majority.because,
      exception: p.exception,
    }
    await insertTransfer(tx, permit, transfer, now)
    const link = `${site.origin}/enrollments/${sold.enrollmentId}/sale`
    const mail = words.transfers.mails.named(sold.enrollmentId, sayDay(p.saleOn, words.values), link)
    for (const recipient of await listNotifiedAddresses(tx, permit, sold.enrolleeId))
      await queueMessage(
        tx,
        {
          channel: 'email',
          recipient,
          template: 'sale-named',
          ...mail,
          dedupeKey: `sale|${applicationId}|${recipient}`,
        },
        now,
      )
    return ok({ applicationId })
  })

/** What the draft says already. The seller's EIN is not public, so the buyer has to give it. */
function draftOf(sold: Sold, p: Purchase, { numberCarriesOver: carries, reason }: SaleFinding) {
  const type = organizationTypeOf(sold.specialty)?.name
  const kind = sold.form === 'CMS-855A' ? { provider: type } : { supplier: type }
  const said = { ...kind, how: 'ownership-change', state: sold.state }
  const number = sold.ccn === undefined ? {} : { otherNumber: sold.ccn }
  const common = { form: sold.form, state: sold.state as never, said }
  if (reason === 'ownership-buyer')
    return {
      ...common,
      reason,
      filled: {
        transfer: { on: p.saleOn, otherName: sold.name, otherNpi: sold.npi, ...number, agreement: 'accepted' },
        ...(sold.form === 'CMS-855A' && sold.ccn !== undefined && { 'provider-numbers': { ccn: sold.ccn } }),
      },
    }
  return {
    ...common,
    filled: {
      'ownership-change': {
        sellerName: sold.name,
        sellerNpi: sold.npi,
        ...(sold.ccn !== undefined && { sellerCcn: sold.ccn }),
        on: p.saleOn,
        acceptsAgreement: carries,
      },
    },
  }
}
