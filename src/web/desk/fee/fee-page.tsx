/** The fee of a case: what was paid, the request to be spared it, and a payment that goes back. An auditor only reads. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import { authorize } from '#domain/access/policy.ts'
import { siteZone } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { choice, longText } from '#forms/kit/kinds.ts'
import { type FeeStanding, feeStanding } from '#use-cases/fee/fee-standing.ts'
import { decideHardship } from '#use-cases/fee/hardship.ts'
import { decideRefund, type Refundable, refundable } from '#use-cases/fee/refund.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Fields, page } from '#web/kit/page.ts'
import { Button, Form, SummaryList } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { showCase } from '../case/case-frame.tsx'
import { type CaseAsk, casePath, loadCase } from '../case/loaded-case.ts'

type FeeAsk = CaseAsk<'case.view' | 'fee.decide'>

export const caseFeePage = page({
  path: '/desk/cases/:applicationId/fee',
  action: 'case.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: (ask) => draw(ask, {}, []),
  post: {
    fields: ['decision', 'note', 'payment', 'rule'],
    async handle(viewed) {
      const deciding = authorize(viewed.permit.actor, 'fee.decide', viewed.subject)
      if (!deciding.ok) return notFound
      const ask = { ...viewed, permit: deciding.value }
      const { db, permit, posted, services, now, w } = ask
      const { decision = '', note = '' } = posted
      const office = { origin: services.site.origin, words: w }
      if (decision !== 'yes' && decision !== 'no') return draw(ask, posted, [{ code: 'required', at: 'decision' }])
      const granted = decision === 'yes'
      const done = posted.payment
        ? await decideRefund(db, permit, { paymentId: posted.payment, rule: posted.rule ?? '', granted, note }, now)
        : await decideHardship(db, permit, { granted, note }, office, now)
      if (!done.ok) return draw(ask, posted, done.problems)
      services.wake()
      return redirect(casePath(ask.subject.id, '/fee'), { notice: 'fee-decided' })
    },
  },
})

async function draw(ask: FeeAsk, typed: Fields, problems: readonly Problem[]) {
  const { db, permit, w, now } = ask
  const t = w.fee
  const loaded = await loadCase(ask)
  const fee = await feeStanding(db, permit, now)
  const back = (await refundable(db, permit, fee)).filter(
    (b) => !fee.refunds.some((r) => r.paymentId === b.payment.id && r.decidedAt),
  )
  const waits = fee.hardship && !fee.hardship.decidedAt && fee.state === 'pending'
  const paid = fee.payments.filter((p) => p.receipt)
  return showCase({
    ask,
    loaded,
    tab: 'fee',
    problems,
    children: (
      <>
        <SummaryList
          w={w}
          rows={[
            { key: t.state, value: <strong>{waits ? t.hardshipWaits : t.states[fee.state]}</strong> },
            { key: t.reason, value: t.why[fee.why] },
            { key: t.authority, value: fee.because.join('; ') },
            ...paid.map((p) => ({
              key: `${t.receiptTitle} ${p.receipt}`,
              value: `${t.amountOnly(p.cents)}, ${t.payments[p.status]}, ${w.portal.time.at(p.settledAt ?? p.begunAt, siteZone)}`,
            })),
            ...(fee.dueOn ? [{ key: t.by, value: w.portal.time.due(fee.dueOn, loaded.today) }] : []),
          ]}
        />
        {waits && <Hardship fee={fee} may={loaded.mayReview} ask={ask} typed={typed} problems={problems} />}
        {back.slice(0, loaded.mayReview ? 1 : 0).map((b) => (
          <Refund key={b.payment.id} back={b} ask={ask} typed={typed} problems={problems} />
        ))}
        {!waits && back.length === 0 && <p>{t.desk.nothing}</p>}
      </>
    ),
  })
}

interface PartProps {
  readonly ask: FeeAsk
  readonly typed: Fields
  readonly problems: readonly Problem[]
}

function Hardship({
  fee,
  may,
  ask,
  typed,
  problems,
}: PartProps & { readonly fee: FeeStanding; readonly may: boolean }) {
  const { w, visit } = ask
  const t = w.fee.desk
  const { hardship: h } = fee
  if (!h) return null
  return (
    <section>
      <h3>{t.hardship}</h3>
      <SummaryList
        w={w}
        rows={[
          { key: t.asked, value: w.portal.time.at(h.askedAt, siteZone) },
          { key: t.decideBy, value: w.portal.time.due(h.decideBy, ask.today) },
          { key: t.explanation, value: h.explanation },
        ]}
      />
      <p>{t.papers}</p>
      {may && (
        <Form visit={visit}>
          <Decision yes={t.grant} no={t.refuse} note={t.note} {...{ ask, typed, problems }} />
          <Button>{t.decide}</Button>
        </Form>
      )}
    </section>
  )
}

function Refund({ back, ask, typed, problems }: PartProps & { readonly back: Refundable }) {
  const { w, visit } = ask
  const t = w.fee.desk
  const { payment, rules } = back
  const [first, ...more] = rules
  if (!first) return null
  return (
    <section>
      <h3>{t.refund}</h3>
      <p>{t.refundIntro(w.fee.amountOnly(payment.cents), payment.receipt ?? w.fee.payments[payment.status])}</p>
      <Form visit={visit}>
        <input type="hidden" name="payment" value={payment.id} />
        <Control
          name="rule"
          kind={choice(first, ...more)}
          words={{ ask: t.rule, options: w.fee.refundRules }}
          value={typed.rule ?? first}
          problem={problems.find((p) => p.at === 'rule')}
          w={w}
        />
        <Decision yes={t.giveBack} no={t.keep} note={t.refundNote} {...{ ask, typed, problems }} />
        <Button>{t.decide}</Button>
      </Form>
    </section>
  )
}

function Decision({
  yes,
  no,
  note,
  ask: { w },
  typed,
  problems,
}: PartProps & { readonly yes: string; readonly no: string; readonly note: string }) {
  return (
    <>
      <Control
        name="decision"
        kind={choice('yes', 'no')}
        words={{ ask: w.fee.desk.decision, options: { yes, no } }}
        value={typed.decision ?? ''}
        problem={problems.find((p) => p.at === 'decision')}
        w={w}
      />
      <Control
        name="note"
        kind={longText(2000)}
        words={{ ask: note }}
        value={typed.note ?? ''}
        problem={problems.find((p) => p.at === 'note')}
        w={w}
      />
    </>
  )
}
