/** Where a submitted application stands: whose move, by when, what otherwise; its history, papers and letters. */
import { listRequestsOf } from '#db/queries/affiliations/request-lists.ts'
import { type EventLine, listEvents } from '#db/queries/application/application-events.ts'
import { namesOf } from '#db/queries/application/case-people.ts'
import { listApplicationLetters } from '#db/queries/application/letters.ts'
import { listSubmissions } from '#db/queries/application/submissions.ts'
import { findContractor } from '#db/queries/contractors.ts'
import { listTransfersOf } from '#db/queries/ownership/transfers.ts'
import { can } from '#domain/access/policy.ts'
import { allows, isOpen, statuses } from '#domain/application/lifecycle.ts'
import type { Day } from '#domain/dates.ts'
import { feeStanding } from '#use-cases/fee/fee-standing.ts'
import { signersOfApplication } from '#use-cases/signatures/signers.ts'
import { BackLink, StatusTag, SummaryList, Timeline, type TimelineStep } from '#web/kit/parts.tsx'
import { type Reply, show } from '#web/kit/reply.ts'
import { RequestLink } from '../affiliations/request-link.tsx'
import { actorOf } from '../delegation/actor-of.ts'
import { feePath, stateWords } from '../fee/fee-page.tsx'
import { LettersListed } from '../letters/letters-listed.tsx'
import { GroupsLink } from '../reassignments/reassignment-links.tsx'
import { signerWords } from '../signatures/signers-page.tsx'
import { applicationPath } from './section-order.ts'
import type { ViewAsk, WholeApplication } from './whole-application.ts'

/** Movements inside the contractor's house are not the provider's to see. */
const inHouse: readonly string[] = ['assign', 'note', 'task', 'put-back', 'send-back']

/** Fee, signatures and more time say what it was; everything else is an event of its own. */
const happened = (e: EventLine, w: ViewAsk['w']): string =>
  (e.event === 'fee' && w.fee.happened[String(e.detail.fee)]) ||
  (e.event === 'signature' && w.signatures.happened[String(e.detail.signature)]?.(String(e.detail.of))) ||
  (e.event === 'more-time' && w.portal.tracking.moreTime(w.portal.time.day(e.detail.dueOn as Day))) ||
  w.events[e.event]

export async function tracker(ask: ViewAsk, whole: WholeApplication): Promise<Reply> {
  const { w, db, permit, visit, subject } = ask
  const t = w.portal.tracking
  const { header, words, today } = whole
  const zone = header.contractorZone
  // None of them hangs on another.
  const [all, signing, fee, submissions, contractor, letters, asked] = await Promise.all([
    listEvents(db, permit),
    allows(header.status, 'answer-development') ? signersOfApplication(db, permit, w, ask.now, header) : undefined,
    feeStanding(db, permit, ask.now, whole),
    listSubmissions(db, permit),
    findContractor(db, header.contractorId),
    listApplicationLetters(db, permit),
    can(visit.actor, 'affiliation.view', subject) ? listRequestsOf(db, permit, { applicationId: header.id }) : [],
  ])
  const events = all.filter((e) => !inHouse.includes(e.event))
  const names = await namesOf(
    db,
    permit,
    events.map((e) => e.actorId),
  )
  const edits = can(visit.actor, 'application.edit', subject)
  const said = w.statuses[header.status]
  const { waitingOn } = statuses[header.status]
  const steps = events.map(
    (e, i): TimelineStep => ({
      when: w.portal.time.at(e.at, zone),
      what: happened(e, w),
      ...(i < events.length - 1
        ? { state: 'done', detail: actorOf(e, names, w) }
        : { state: 'current', detail: [actorOf(e, names, w), said.provider].filter(Boolean).join('. ') }),
    }),
  )
  const next: TimelineStep = { when: t.next, what: said.otherwise, state: 'next' }
  const title = t.title(words.short)
  const answers = allows(header.status, 'answer-development') && edits
  return show(
    title,
    <>
      <BackLink href="/dashboard" w={w} label={w.layout.dashboard} />
      <h1>{title}</h1>
      <h2>{t.now}</h2>
      <SummaryList
        w={w}
        rows={[
          { key: w.portal.dashboard.status, value: <StatusTag status={header.status} w={w} /> },
          { key: t.means, value: said.provider },
          { key: t.whoseMove, value: t.moves[waitingOn] },
          ...(waitingOn === 'nobody'
            ? []
            : [
                { key: t.by, value: header.dueOn ? w.portal.time.due(header.dueOn, today) : t.noDate },
                { key: t.otherwise, value: said.otherwise },
              ]),
          ...(signing
            ? [
                {
                  key: w.signatures.missing,
                  value: (
                    <a class="usa-link" href={applicationPath(header.id, '/signers')}>
                      {signerWords(signing, w)}
                    </a>
                  ),
                },
              ]
            : []),
          {
            key: w.fee.title,
            value: (
              <>
                {stateWords(fee, w)}{' '}
                <a class="usa-link" href={feePath(header.id)}>
                  {w.fee.see}
                </a>
              </>
            ),
          },
          ...asked.map((r) => ({ key: w.affiliations.link, value: <RequestLink request={r} today={today} w={w} /> })),
          ...((await listTransfersOf(db, permit)).length > 0
            ? [
                {
                  key: w.transfers.sale.title,
                  value: (
                    <a class="usa-link" href={applicationPath(header.id, '/sale')}>
                      {w.transfers.sale.link}
                    </a>
                  ),
                },
              ]
            : []),
          ...(header.trackingNumber ? [{ key: t.number, value: header.trackingNumber }] : []),
          ...(header.receivedOn ? [{ key: t.received, value: w.portal.time.day(header.receivedOn) }] : []),
        ]}
      />
      {allows(header.status, 'process-early') && can(visit.actor, 'application.take-up', subject) && (
        <p>
          <a class="usa-link" href={applicationPath(header.id, '/early')}>
            {w.time.held.link}
          </a>
        </p>
      )}
      {answers && (
        <p>
          <a class="usa-button" href={applicationPath(header.id, '/request')}>
            {t.answer}
          </a>
        </p>
      )}
      <h2>{t.history}</h2>
      <Timeline steps={[...steps, ...(waitingOn === 'nobody' ? [] : [next])]} />
      {submissions.length > 0 && (
        <section>
          <h2>{t.submitted}</h2>
          <ul class="usa-list">
            {submissions.map((s) => (
              <li key={s.ordinal}>
                <a class="usa-link" href={applicationPath(header.id, `/submissions/${s.ordinal}.pdf`)}>
                  {t.pdf(s.ordinal)}
                </a>
                <div>{t.signedBy(s.signerName, w.portal.time.at(s.signedAt, zone))}</div>
                <div class="fingerprint">
                  {t.hash}: <code>{s.sha256}</code>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      <LettersListed letters={letters} reads={can(visit.actor, 'letter.view', subject)} zone={zone} w={w} />
      {edits && isOpen(header.status) && (
        <p>
          <a class="usa-link" href={applicationPath(header.id, '/documents')}>
            {t.documents}
          </a>
        </p>
      )}
      {contractor && (
        <section>
          <h2>{t.contractor}</h2>
          <p>
            {contractor.name}
            <br />
            {contractor.address}
            <br />
            <a href={`tel:${contractor.phone.replace(/\D/g, '')}`}>{contractor.phone}</a>
            <br />
            <a href={`mailto:${contractor.email}`}>{contractor.email}</a>
          </p>
        </section>
      )}
      <GroupsLink application={subject} named={(whole.file.reassignments ?? []).length > 0} visit={visit} w={w} />
      {allows(header.status, 'withdraw') && can(visit.actor, 'application.withdraw', subject) && (
        <p>
          <a class="usa-link" href={applicationPath(header.id, '/withdraw')}>
            {t.withdraw}
          </a>
        </p>
      )}
    </>,
  )
}
