/** A sale with both filings beside one another: what each side says, where they differ, and what an approval does. */
import type { JSX } from 'preact'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { listTransfersOf, type Transfer } from '#db/queries/ownership/transfers.ts'
import { allows } from '#domain/application/lifecycle.ts'
import { isDay } from '#domain/dates.ts'
import { isAgreement, type SaidTwice } from '#domain/ownership/transfer.ts'
import { compareSides, type Sides } from '#use-cases/ownership-transfer/compare-sides.ts'
import { SaleFacts } from '#web/kit/ownership/sale-facts.tsx'
import { page } from '#web/kit/page.ts'
import { Alert, Table } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'
import { showCase } from '../case/case-frame.tsx'
import { casePath, loadCase } from '../case/loaded-case.ts'

export const caseSalePage = page({
  path: '/desk/cases/:applicationId/sale',
  action: 'application.review',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get(ask) {
    const { db, permit, w, subject } = ask
    const loaded = await loadCase(ask)
    const sales = await Promise.all(
      (await listTransfersOf(db, permit)).map(async (sale) => ({
        sale,
        sides: await compareSides(db, permit.actor, sale),
      })),
    )
    return showCase({
      ask,
      loaded,
      tab: 'sale',
      children: (
        <>
          {sales.length === 0 && <p>{w.transfers.desk.none}</p>}
          {sales.map(({ sale, sides }) => (
            <Sale key={sale.id} sale={sale} sides={sides} here={subject.id} w={w} />
          ))}
        </>
      ),
    })
  },
})

interface SaleProps {
  readonly sale: Transfer
  readonly sides: Sides
  readonly here: string
  readonly w: Words
}
function Sale({ sale, sides, here, w }: SaleProps): JSX.Element {
  const t = w.transfers.desk
  const { seller } = sale
  const { effects } = t
  return (
    <section>
      {seller.answer === 'disputed' && <Alert kind="error">{t.disputed(seller.said ?? '')}</Alert>}
      {seller.filing === undefined && <Alert kind="warning">{t.stillOpen(seller.enrollmentId)}</Alert>}
      <SaleFacts sale={sale} w={w} />
      <Table
        caption={t.caption}
        rows={sides.rows}
        rowKey={(r) => r.what}
        rowClass={(r) => (r.differs ? 'differs' : undefined)}
        columns={[
          { title: t.thing, cell: (r) => w.transfers.what[r.what] },
          { title: t.buyer, cell: (r) => said(r, r.buyer, w) },
          {
            title: t.seller,
            cell: (r) => (
              <>
                {said(r, r.seller, w)} {r.differs && <strong class="difference">{t.differs}</strong>}
              </>
            ),
          },
        ]}
      />
      <h3>{t.record}</h3>
      <p>
        {sale.agreement === 'accepted'
          ? effects.carries(seller.enrollmentId, w.portal.time.day(sale.saleOn))
          : effects.fresh(seller.enrollmentId)}
      </p>
      <Other sale={sale} sides={sides} here={here} w={w} />
    </section>
  )
}

function said(r: SaidTwice, value: string | undefined, w: Words): string {
  if (value === undefined) return w.transfers.desk.silent
  if (r.what === 'agreement') return isAgreement(value) ? w.transfers.agreements[value] : w.transfers.agreements.none
  return isDay(value) ? w.portal.time.day(value) : value
}

/** The way to the filing of the side that this case is not of, once there is one. */
function Other({ sale: { buyer, seller }, sides, here, w }: SaleProps): JSX.Element | null {
  const other = here === buyer.applicationId ? seller.filing : buyer
  if (!other) return null
  const opens = other === buyer ? sides.opens.buyer : sides.opens.seller
  const { buyerFiling, sellerFiling } = w.transfers.sale
  return (
    <p>
      {`${other === buyer ? buyerFiling : sellerFiling}: `}
      {opens && !allows(other.status, 'submit') ? (
        <a class="usa-link" href={casePath(other.applicationId, '/sale')}>
          {w.transfers.desk.open}
        </a>
      ) : (
        w.transfers.desk.elsewhere
      )}
    </p>
  )
}
