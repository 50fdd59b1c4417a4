/** One request to disclose affiliations, from the letter to what came of it. */
import { listAffiliations } from '#db/queries/affiliations/disclosed.ts'
import {
  type AffiliationRequest,
  affiliationSubject,
  findAffiliationRequest,
} from '#db/queries/affiliations/requests.ts'
import { lookBackFrom } from '#domain/affiliation/affiliation.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import { page } from '#web/kit/page.ts'
import { Alert, BackLink, SummaryList } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { AffiliationsShown } from './affiliations-shown.tsx'
import { Answering } from './answering.tsx'

export const affiliationRequestPage = page({
  path: '/affiliations/:requestId',
  action: 'affiliation.view',
  subject: (db, { requestId }) => affiliationSubject(db, requestId),
  async get(ask) {
    const { db, permit, w, now } = ask
    const t = w.affiliations
    const request = await findAffiliationRequest(db, permit)
    const today = dayIn(request.contractorZone, now)
    const items = await listAffiliations(db, permit)
    const isOpen = request.state === 'asked'
    return show(
      t.title,
      <>
        <BackLink href="/dashboard" w={w} label={w.layout.dashboard} />
        <h1>{t.title}</h1>
        {isOpen && (
          <p class="usa-intro">
            {t.intro(request.contractorName)} {t.from(w.portal.time.day(lookBackFrom(request.askedOn)))}
          </p>
        )}
        {request.outcome && <Alert kind="info">{t.closedText[request.outcome]}</Alert>}
        <SummaryList w={w} rows={facts(request, today, w)} />
        {isOpen && (
          <Answering
            ask={ask}
            request={request}
            items={items}
            removed={await listAffiliations(db, permit, true)}
            today={today}
          />
        )}
        {request.answer && (
          <section aria-labelledby="answer">
            <h2 id="answer">{t.yourAnswer}</h2>
            <AffiliationsShown items={items} w={w} />
            <p>{t.fixed}</p>
            <p class="fingerprint">
              {t.hash}: <code>{request.statementSha256}</code>
            </p>
          </section>
        )}
      </>,
    )
  },
})

function facts(r: AffiliationRequest, today: Day, w: Words) {
  const t = w.affiliations
  return [
    { key: t.about, value: [r.enrolleeName, r.trackingNumber ?? r.enrollmentId].filter(Boolean).join(', ') },
    { key: t.askedOn, value: `${w.portal.time.day(r.askedOn)}, ${r.contractorName}` },
    ...(r.state === 'asked' ? [{ key: t.due, value: w.portal.time.due(r.dueOn, today) }] : []),
    { key: t.state, value: t.states[r.state] },
    ...(r.signerName && r.answeredAt
      ? [
          { key: t.signedBy, value: r.signerName },
          { key: t.signedAt, value: w.portal.time.at(r.answeredAt, r.contractorZone) },
        ]
      : []),
    ...(r.letterId
      ? [
          {
            key: t.letterKey,
            value: (
              <a class="usa-link" href={`/letters/${r.letterId}`}>
                {t.letterLink}
              </a>
            ),
          },
        ]
      : []),
  ]
}
