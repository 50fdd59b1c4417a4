/** A nursing home says to have bought another one, whose official says that it is not so. */
import { open } from '#db/kit/open.ts'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { listSalesOf } from '#db/queries/ownership/transfers.ts'
import { findAccountByLoginId } from '#db/records/access/accounts.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import { addDays, dayIn, siteZone } from '#domain/dates.ts'
import { answerSale } from '#use-cases/ownership-transfer/answer-sale.ts'
import { beginPurchase } from '#use-cases/ownership-transfer/begin-purchase.ts'
import { demoParties } from '../accounts/people.ts'
import { must, type Stage } from '../applications/application-case.ts'

const DAY = 86_400_000

export async function disputedSale(
  s: Stage,
  seller: Actor,
  { enrollmentId, ccn }: { readonly enrollmentId: string; readonly ccn: string },
  now: Date,
): Promise<void> {
  const ruth = await findAccountByLoginId(s.db, 'ruth.penhallow')
  const home = await open(s.db)
    .selectFrom('enrollee')
    .select('id')
    .where('npi', '=', demoParties.tallgrassCareCenter.npi)
    .executeTakeFirst()
  if (!ruth || !home) return
  const buyer: Actor = { userId: ruth.id, memberships: [{ role: 'authorized-official', partyId: home.id }] }
  const named = new Date(now.getTime() - 3 * DAY)
  const starting = must(authorize(buyer, 'application.start', { id: home.id, enrolleeId: home.id }), 'start')
  const purchase = {
    number: ccn,
    saleOn: addDays(dayIn(siteZone, named), 40),
    agreement: 'accepted',
    exception: undefined,
    understood: false,
  } as const
  must(await beginPurchase(s.db, starting, purchase, s, named), 'purchase')
  const subject = await enrollmentSubject(s.db, enrollmentId)
  const permit = must(authorize(seller, 'enrollment.manage', subject ?? { id: enrollmentId }), 'the seller')
  const [sale] = await listSalesOf(s.db, permit)
  if (!sale) throw new Error('the sale was named')
  const said = 'We never signed. There was a letter of intent, and it ended in September.'
  must(await answerSale(s.db, permit, { transferId: sale.id, answer: 'disputed', said }, s, now), 'disputed')
}
