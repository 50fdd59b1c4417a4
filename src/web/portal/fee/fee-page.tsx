/** The fee of an application: due or not and why, how much, the button that pays, and what else can be done about it. */
import { type ApplicationSubject, applicationSubject, findApplication } from '#db/queries/application/applications.ts'
import { can } from '#domain/access/policy.ts'
import { siteZone } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { type FeeStanding, feeStanding, paidPayment } from '#use-cases/fee/fee-standing.ts'
import { payFee, paymentLink } from '#use-cases/fee/pay-fee.ts'
import { askRefund, type Refundable, refundable } from '#use-cases/fee/refund.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { Alert, BackLink, Button, ErrorSummary, Form, SummaryList, Table } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'

export const feePath = (id: string, part = ''): string => applicationPath(id, `/fee${part}`)
type FeeAsk = Ask<'application.view' | 'fee.pay', ApplicationSubject>

export const feePage = page({
  path: '/applications/:applicationId/fee',
  action: 'application.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: (ask) => drawFee(ask, []),
})

export const payFeePage = page({
  path: '/applications/:applicationId/fee/pay',
  action: 'fee.pay',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  post: {
    fields: [],
    async handle(ask) {
      const { payments, site } = ask.services
      const begun = await payFee(ask.db, ask.permit, { payments, origin: site.origin }, ask.now)
      if (!begun.ok) return drawFee(ask, begun.problems)
      // Browsers do not follow a form to another site; there the fee page has a link.
      return redirect(begun.value.away ? feePath(ask.subject.id) : begun.value.to)
    },
  },
})

export const refundPage = page({
  path: '/applications/:applicationId/fee/refund',
  action: 'fee.pay',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  post: {
    fields: [],
    async handle(ask) {
      const done = await askRefund(ask.db, ask.permit, ask.now)
      return done.ok ? redirect(feePath(ask.subject.id), { notice: 'refund-asked' }) : drawFee(ask, done.problems)
    },
  },
})

async function drawFee(ask: FeeAsk, problems: readonly Problem[]) {
  const { db, permit, w, now, subject } = ask
  const t = w.fee
  const header = await findApplication(db, permit)
  const fee = await feeStanding(db, permit, now)
  const at = (d: Date) => w.portal.time.at(d, header.contractorZone)
  const paid = paidPayment(fee)
  const back = await refundable(db, permit, fee)
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <>
      <BackLink href={applicationPath(header.id)} w={w} />
      <ErrorSummary problems={problems} w={w} />
      <h1>{t.title}</h1>
      <SummaryList
        w={w}
        rows={[
          { key: t.state, value: <strong>{stateWords(fee, w)}</strong> },
          ...(fee.due || paid
            ? [
                {
                  key: t.amount,
                  value: paid
                    ? t.amountOnly(paid.cents)
                    : fee.cents === undefined
                      ? t.amountUnknown(fee.year)
                      : t.amountFor(fee.cents, fee.year),
                },
              ]
            : []),
          { key: t.reason, value: t.why[fee.why] },
          { key: t.authority, value: [...fee.because, ...(fee.due && fee.cite ? [fee.cite] : [])].join('; ') },
          ...(fee.dueOn ? [{ key: t.by, value: t.byDay(w.portal.time.due(fee.dueOn, ask.today)) }] : []),
        ]}
      />
      {fee.hardship && <HardshipSaid fee={fee} ask={ask} />}
      {fee.state === 'pending' && can(ask.visit.actor, 'fee.pay', subject) && <Pay fee={fee} ask={ask} />}
      <Refund back={back} fee={fee} ask={ask} />
      {fee.payments.length > 0 && (
        <Table
          caption={t.historyCaption}
          rows={fee.payments}
          rowKey={(p) => p.id}
          columns={[
            { title: t.when, cell: (p) => at(p.settledAt ?? p.begunAt) },
            { title: t.amount, cell: (p) => t.amountOnly(p.cents) },
            { title: t.result, cell: (p) => t.payments[p.status] },
            {
              title: t.receiptLink,
              cell: (p) =>
                p.receipt ? (
                  <a class="usa-link" href={feePath(header.id, `/receipts/${p.receipt}`)}>
                    {p.receipt}
                  </a>
                ) : (
                  w.desk.case.none
                ),
            },
          ]}
        />
      )}
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}

/** "To be paid", or what keeps it from being asked now. */
export const stateWords = (fee: FeeStanding, w: FeeAsk['w']): string =>
  fee.state === 'pending' && fee.settled ? w.fee.hardshipWaits : w.fee.states[fee.state]

function Pay({ fee, ask }: { readonly fee: FeeStanding; readonly ask: FeeAsk }) {
  const { w, visit, subject, services, now } = ask
  const t = w.fee
  const page = services.payments
  if (!page) return <Alert kind="info">{t.off}</Alert>
  if (fee.cents === undefined) return <Alert kind="info">{t.amountUnknown(fee.year)}</Alert>
  const begun = fee.payments.find((p) => p.status === 'begun' && p.expiresAt > now)
  const to = begun && paymentLink(page, services.site.origin, subject.id, begun)
  return (
    <section>
      <p>
        {t.once} {page.simulator ? t.demoPage : t.elsewhere}
      </p>
      {to ? (
        <p>
          <a class="usa-button" href={to}>
            {t.goOn}
          </a>
        </p>
      ) : (
        <Form visit={visit} action={feePath(subject.id, '/pay')}>
          <Button>{t.pay(fee.cents)}</Button>
        </Form>
      )}
      {!fee.hardship && (
        <p>
          <a class="usa-link" href={feePath(subject.id, '/hardship')}>
            {t.hardshipLink}
          </a>
        </p>
      )}
    </section>
  )
}

function HardshipSaid({ fee, ask }: { readonly fee: FeeStanding; readonly ask: FeeAsk }) {
  const { w } = ask
  const { hardship: h } = fee
  if (!h) return null
  const t = w.fee
  if (!h.decidedAt)
    return (
      <Alert kind="info">{t.hardshipAsked(w.portal.time.at(h.askedAt, siteZone), w.portal.time.day(h.decideBy))}</Alert>
    )
  return (
    <Alert kind={h.granted ? 'success' : 'warning'}>
      {h.granted ? t.hardshipGranted : t.hardshipRefused} {h.note && t.hardshipNote(h.note)}
    </Alert>
  )
}

function Refund({
  back,
  fee,
  ask,
}: {
  readonly back: readonly Refundable[]
  readonly fee: FeeStanding
  readonly ask: FeeAsk
}) {
  const { w, visit, subject } = ask
  const t = w.fee
  const asked = fee.refunds.find((r) => r.askedAt && !r.decidedAt)
  const refused = fee.refunds.some((r) => r.decidedAt && r.granted === false)
  if (asked?.askedAt) return <Alert kind="info">{t.refundAsked(w.portal.time.at(asked.askedAt, siteZone))}</Alert>
  if (refused) return <Alert kind="info">{t.refundRefused}</Alert>
  if (back.length === 0 || !can(visit.actor, 'fee.pay', subject)) return null
  const rules = [...new Set(back.flatMap((b) => b.rules))].map((r) => t.refundRules[r].toLowerCase())
  return (
    <section>
      <h2>{t.refundTitle}</h2>
      <p>{t.refundIntro(rules.join(', '))}</p>
      <Form visit={visit} action={feePath(subject.id, '/refund')}>
        <Button kind="outline">{t.refundAsk}</Button>
      </Form>
    </section>
  )
}
