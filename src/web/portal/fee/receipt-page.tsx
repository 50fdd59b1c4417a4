/** The receipt of a payment, to be printed. */
import { applicationSubject, findApplication } from '#db/queries/application/applications.ts'
import { listFeePayments } from '#db/queries/fees/fees.ts'
import { page } from '#web/kit/page.ts'
import { BackLink, SummaryList } from '#web/kit/parts.tsx'
import { notFound, show } from '#web/kit/reply.ts'
import { feePath } from './fee-page.tsx'

export const receiptPage = page({
  path: '/applications/:applicationId/fee/receipts/:receipt',
  action: 'application.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get({ db, permit, params, w, services }) {
    const paid = (await listFeePayments(db, permit)).find((p) => p.receipt && p.receipt === params.receipt)
    if (!paid?.receipt || !paid.settledAt) return notFound
    const h = await findApplication(db, permit)
    const t = w.fee
    const state = w.values.states[h.state] ?? h.state
    return show(
      `${t.receiptTitle} ${paid.receipt}`,
      <>
        <BackLink href={feePath(h.id)} w={w} label={t.backToFee} />
        <h1>{t.receiptTitle}</h1>
        <SummaryList
          w={w}
          rows={[
            { key: t.receiptNumber, value: <strong>{paid.receipt}</strong> },
            { key: t.amount, value: <strong>{t.amountOnly(paid.cents)}</strong> },
            { key: t.result, value: t.payments[paid.status] },
            { key: t.paidOn, value: w.portal.time.at(paid.settledAt, h.contractorZone) },
            { key: t.receiptFor, value: t.receiptOf(h.form, w.reasons.on(h.form, h.reason), state) },
            { key: t.paidBy, value: `${h.enrolleeName}, NPI ${h.enrolleeNpi}` },
            ...(h.trackingNumber ? [{ key: w.portal.tracking.number, value: h.trackingNumber }] : []),
            ...(paid.reference ? [{ key: t.reference, value: paid.reference }] : []),
            { key: w.portal.tracking.contractor, value: h.contractorName },
          ]}
        />
        <p>{services.site.agency}</p>
        <p class="print-hint">{t.printHint}</p>
      </>,
    )
  },
})
