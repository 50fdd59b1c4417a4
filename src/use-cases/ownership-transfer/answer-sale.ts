/**
 * The seller's side answers a buyer who named its enrollment: it is so, and the seller's own filing begins with what both
 * say; or it is not so, and why. Either way the buyer is told. 42 CFR 489.18: both sides report the change.
 */
import type { Db } from '#db/db.ts'
import { findFile } from '#db/queries/application/application-file.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { listNotifiedAddresses } from '#db/queries/enrollment/enrollee-people.ts'
import { listSalesOf, type Transfer } from '#db/queries/ownership/transfers.ts'
import { saveItem } from '#db/records/application/application-items.ts'
import { queueMessage } from '#db/records/messages.ts'
import { answerTransfer } from '#db/records/ownership/transfers.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import { authorize, type Permit } from '#domain/access/policy.ts'
import type { SellerAnswer } from '#domain/ownership/transfer.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { REASON_MIN } from '#domain/review/screening/screening.ts'
import { splitRestricted } from '#forms/kit/answers.ts'
import { ONLY_ITEM } from '#forms/kit/section.ts'
import { transfer as transferSection } from '#forms/reasons/sections.ts'
import type { Site } from '#outside/services.ts'
import type { Words } from '#words/index.ts'
import { startChange } from '../application/start-change.ts'

export interface SaleAnswer {
  readonly transferId: string
  readonly answer: SellerAnswer
  /** Why it is not so. */
  readonly said: string
}

/**
 * Returns the id of the seller's filing when the sale was confirmed. Refuses with `reason-needed`, `over-already`, or as
 * beginning a change.
 */
export const answerSale = (
  db: Db,
  permit: Permit<'enrollment.manage'>,
  a: SaleAnswer,
  { site, words }: { readonly site: Site; readonly words: Words },
  now: Date,
): Promise<Result<{ readonly applicationId: string | undefined }>> =>
  transactOrRefuse(db, async (tx) => {
    const said = a.said.trim().slice(0, 500)
    if (a.answer === 'disputed' && said.length < REASON_MIN)
      return refuse({ code: 'reason-needed', at: 'said', with: { min: REASON_MIN } })
    const sale = (await listSalesOf(tx, permit)).find((t) => t.id === a.transferId)
    const noted =
      sale && (await answerTransfer(tx, permit, sale.id, { answer: a.answer, said: said || undefined }, now))
    if (!sale || !noted) return refuse({ code: 'over-already' })
    const begun = a.answer === 'confirmed' ? await ownFiling(tx, permit, sale, now) : ok(undefined)
    if (!begun.ok) return begun
    const link = `${site.origin}/applications/${sale.buyer.applicationId}/sale`
    const mail = words.transfers.mails.answered(a.answer, sale.seller.enrollmentId, said, link)
    for (const recipient of await listNotifiedAddresses(tx, permit, sale.buyer.enrolleeId))
      await queueMessage(
        tx,
        {
          channel: 'email',
          recipient,
          template: 'sale-answered',
          ...mail,
          dedupeKey: `sale-answer|${sale.id}|${recipient}`,
        },
        now,
      )
    return ok({ applicationId: begun.value })
  })

/** The filing that is open already, or a new one that says of the sale what the buyer said. */
async function ownFiling(
  tx: Db,
  permit: Permit<'enrollment.manage'>,
  sale: Transfer,
  now: Date,
): Promise<Result<string>> {
  const { filing, enrollmentId, enrolleeId } = sale.seller
  if (filing) return ok(filing.applicationId)
  const starting = authorize(permit.actor, 'application.start', { id: enrolleeId, enrolleeId })
  if (!starting.ok) return starting
  const input = { enrollmentId, reason: 'ownership-seller', tasks: [] } as const
  const begun = await startChange(tx, starting.value, input, now)
  if (!begun.ok) return begun
  const { applicationId } = begun.value
  const subject = await applicationSubject(tx, applicationId)
  const editing = subject ? authorize(permit.actor, 'application.edit', subject) : refuse({ code: 'not-found' })
  if (!editing.ok) return editing
  const there = (await findFile(tx, editing.value)).transfer?.[0]
  const { buyer, saleOn: on, agreement } = sale
  const answers = { on, otherName: buyer.name, otherNpi: buyer.npi, agreement }
  const place = { sectionId: 'transfer', itemId: there?.id ?? ONLY_ITEM, seenVersion: there?.version }
  const saved = await saveItem(
    tx,
    applicationId,
    { ...place, ...splitRestricted(transferSection, answers) },
    permit.actor,
    now,
  )
  return saved.ok ? ok(applicationId) : saved
}
