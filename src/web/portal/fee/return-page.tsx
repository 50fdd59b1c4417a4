/** Where the payment page sends the browser back to. What it says is believed only for its signature. */
import { toldFields } from '#outside/payments/hosted-page.ts'
import { settlePayment } from '#use-cases/fee/settle-payment.ts'
import { nobodysOwn, page } from '#web/kit/page.ts'
import { Alert } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { feePath } from './fee-page.tsx'

export const feeReturnPage = page({
  path: '/fees/return',
  // The session may have ended meanwhile; the signature says all that is needed.
  action: 'public.view',
  subject: nobodysOwn,
  query: toldFields,
  async get({ db, query, services, now, w }) {
    const { payments, site } = services
    const done = await settlePayment(db, query, { payments, origin: site.origin, words: w }, now)
    if (done.ok) {
      services.wake()
      return redirect(feePath(done.value.applicationId))
    }
    const t = w.fee
    return show(
      `${w.layout.errorPrefix}${t.returnTitle}`,
      <>
        <h1>{t.returnTitle}</h1>
        <Alert kind="error">{w.say(done.problem)}</Alert>
        <p>
          <a class="usa-link" href="/dashboard">
            {t.returnBack}
          </a>
        </p>
      </>,
      { status: 422 },
    )
  },
})
