/** What a sale needs of the visitor: an answer to somebody who says to have bought their enrollment; and the way to it. */
import type { Db } from '#db/db.ts'
import { isRowId } from '#db/queries/application/applications.ts'
import { listSalesToAnswer } from '#db/queries/ownership/transfers.ts'
import { enrolleesFor, type Permit } from '#domain/access/policy.ts'
import type { Words } from '#words/index.ts'
import { salePath } from './answer-page.tsx'

export async function saleNeeds(db: Db, permit: Permit<'dashboard.view'>, w: Words) {
  const t = w.transfers.answer
  const own = enrolleesFor(permit.actor, 'enrollment.manage').filter(isRowId)
  return (await listSalesToAnswer(db, permit, own)).map((sale) => ({
    what: t.need(sale.seller.enrollmentId),
    whose: sale.seller.name,
    detail: t.needDetail(sale.buyer.name),
    href: salePath(sale.seller.enrollmentId),
  }))
}
