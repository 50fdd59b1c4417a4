/** /demo/payment: stands for an agency's payment page, with everything that can happen there. Only in demo mode. */

import type { Action, Subject } from '#domain/access/policy.ts'
import type { PaymentOutcome } from '#domain/fee/fee-states.ts'
import { askedFields, type PaymentAsked, readAsked, toldTexts, withQuery } from '#outside/payments/hosted-page.ts'
import { settlePayment } from '#use-cases/fee/settle-payment.ts'
import { type Ask, nobodysOwn, page } from '#web/kit/page.ts'
import { Alert, Button, Form, SummaryList } from '#web/kit/parts.tsx'
import { type NotFound, notFound, type Reply, redirect, show } from '#web/kit/reply.ts'

type AnyAsk = Ask<Action, Subject>

const acts = ['pay', 'fail', 'cancel', 'quiet', 'late', 'altered', 'chargeBack'] as const
const outcomes: Readonly<Record<(typeof acts)[number], PaymentOutcome>> = {
  pay: 'paid',
  fail: 'failed',
  cancel: 'cancelled',
  quiet: 'paid',
  late: 'paid',
  altered: 'paid',
  chargeBack: 'charged-back',
}

export const demoPaymentPage = page({
  path: '/demo/payment',
  action: 'demo.control',
  subject: nobodysOwn,
  query: askedFields,
  async get(ask) {
    return draw(ask, ask.query, undefined)
  },
  post: {
    fields: askedFields,
    async handle(ask): Promise<Reply | NotFound> {
      const { db, posted, services, now, w } = ask
      const { payments, site } = services
      const act = acts.find((a) => a === posted.go)
      if (!payments?.simulator || !act) return notFound
      const asked = readAsked(payments.key, posted)
      if (!asked) return draw(ask, posted, undefined)
      const at = act === 'late' ? new Date(Date.parse(asked.expires) + 60_000) : now
      const told = toldTexts(payments.key, {
        application: asked.application,
        cents: asked.cents,
        nonce: asked.nonce,
        outcome: outcomes[act],
        reference: referenceOf(asked),
        at: at.toISOString(),
      })
      if (act === 'quiet' || act === 'chargeBack') {
        const done = await settlePayment(db, told, { payments, origin: site.origin, words: w }, now)
        services.wake()
        return draw(ask, posted, done.ok ? w.fee.simulator.told : w.say(done.problem))
      }
      return redirect(withQuery(asked.back, act === 'altered' ? { ...told, amount: '100' } : told))
    },
  },
})

/** One number a payment, as a real page would have. */
const referenceOf = (asked: PaymentAsked): string => `SIM-${asked.nonce.slice(0, 12)}`

function draw(
  { w, visit, services, now }: AnyAsk,
  texts: Readonly<Record<string, string | undefined>>,
  told: string | undefined,
): Reply | NotFound {
  const { payments } = services
  if (!services.site.demo || !payments?.simulator) return notFound
  const t = w.fee.simulator
  const asked = readAsked(payments.key, texts)
  if (!asked)
    return show(
      t.title,
      <>
        <h1>{t.title}</h1>
        <Alert kind="error">{t.wrong}</Alert>
      </>,
      { status: 400 },
    )
  const open = new Date(asked.expires) > now
  return show(
    t.title,
    <>
      <h1>{t.title}</h1>
      <p class="usa-intro">{t.intro}</p>
      {told && <Alert kind="info">{told}</Alert>}
      <SummaryList
        w={w}
        rows={[
          { key: t.amount, value: <strong>{w.fee.amountOnly(asked.cents)}</strong> },
          { key: t.application, value: asked.application },
          { key: t.until, value: asked.expires },
        ]}
      />
      <Form visit={visit} action="/demo/payment" class="usa-form usa-form--large">
        {askedFields.map((f) => (
          <input key={f} type="hidden" name={f} value={texts[f]} />
        ))}
        {acts
          .filter((a) => open || a === 'chargeBack' || a === 'late')
          .map((a) => (
            <p key={a}>
              {a === 'pay' ? (
                <Button go={a}>{t[a]}</Button>
              ) : (
                <Button go={a} kind="outline">
                  {t[a]}
                </Button>
              )}
            </p>
          ))}
      </Form>
      <p>
        <a class="usa-link" href={`/applications/${asked.application}/fee`}>
          {t.back}
        </a>
      </p>
    </>,
  )
}
