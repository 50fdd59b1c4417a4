/** The sale behind an application, as its own side sees it: what was named, what the other side does, what passes. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import { listTransfersOf } from '#db/queries/ownership/transfers.ts'
import { SaleFacts } from '#web/kit/ownership/sale-facts.tsx'
import { page } from '#web/kit/page.ts'
import { BackLink } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'

export const applicationSalePage = page({
  path: '/applications/:applicationId/sale',
  action: 'application.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get({ db, permit, subject, w }) {
    const t = w.transfers.sale
    const sales = await listTransfersOf(db, permit)
    return show(
      t.title,
      <>
        <BackLink href={applicationPath(subject.id)} w={w} label={t.back} />
        <h1>{t.title}</h1>
        {sales.length === 0 && <p>{t.none}</p>}
        {sales.map((sale) => (
          <section key={sale.id}>
            <SaleFacts sale={sale} w={w} />
            {sale.buyer.applicationId === subject.id && (
              <>
                <p>{sale.agreement === 'accepted' ? t.number.carries : t.number.fresh}</p>
                <p>{sale.seller.answer === 'disputed' ? t.disputed : t.otherwise}</p>
              </>
            )}
          </section>
        ))}
      </>,
    )
  },
})
