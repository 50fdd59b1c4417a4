/** One request at the desk: why it was asked, the signed answer beside what is known, the finding, and what may follow. */
import {
  type AffiliationSubject,
  affiliationSubject,
  type DeskAffiliationRequest,
  findDeskRequest,
} from '#db/queries/affiliations/requests.ts'
import { can } from '#domain/access/policy.ts'
import { isLate, requestAllows } from '#domain/affiliation/request.ts'
import { type Day, dayIn } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { keptOfParties, knownOfParties } from '#use-cases/affiliations/known-of-parties.ts'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { Alert, BackLink, ErrorSummary, SummaryList } from '#web/kit/parts.tsx'
import { type Shown, show } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { casePath } from '../case/loaded-case.ts'
import { deskEnrollmentPath } from '../decisions/decision-paths.ts'
import { CloseForms } from './close-forms.tsx'
import { Found } from './found-shown.tsx'
import { JudgeForm, judgeBoxName } from './judge-form.tsx'
import { KnownShown } from './known-shown.tsx'

type Looking = Ask<'affiliation.review' | 'affiliation.determine', AffiliationSubject>

export const deskAffiliationPage = page({
  path: '/desk/affiliations/:requestId',
  action: 'affiliation.review',
  subject: (db, { requestId }) => affiliationSubject(db, requestId),
  get: (ask) => drawRequest(ask, {}, []),
})

/** The page, with what was typed when something of it was refused. */
export async function drawRequest(ask: Looking, typed: Fields, problems: readonly Problem[]): Promise<Shown> {
  const { db, permit, w, visit, now, subject } = ask
  const t = w.affiliations.desk
  const r = await findDeskRequest(db, permit)
  const today = dayIn(r.contractorZone, now)
  const kept = r.outcome && r.answer ? await keptOfParties(db, permit) : undefined
  const known = kept ?? (r.answer ? await knownOfParties(db, permit, now) : [])
  const determines = can(visit.actor, 'affiliation.determine', subject)
  const title = t.requestTitle(r.enrolleeName)
  const names: Readonly<Record<string, string>> = {
    dueOn: t.moreTime,
    why: t.moreTimeReason,
    how: t.closeHow,
    closeReason: t.closeReason,
  }
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
    <div class="case">
      <BackLink href="/desk/affiliations" w={w} label={t.menu} />
      <ErrorSummary problems={problems} w={w} nameOf={(at) => names[at] ?? judgeBoxName(at, w)} />
      <h1>{title}</h1>
      <div class="case__head">
        <SummaryList w={w} rows={headRows(r, today, w)} />
      </div>
      {r.state === 'asked' && (
        <Alert kind={isLate(r, today) ? 'warning' : 'info'}>
          {isLate(r, today) ? t.lateText(time.day(r.dueOn)) : t.notYet}
        </Alert>
      )}
      {r.answer && (
        <section aria-labelledby="answer">
          <h2 id="answer">{t.answers[r.answer]}</h2>
          {r.answer === 'none' && <p>{t.nothing}</p>}
          {kept && kept.length > 0 && r.closedAt && <p>{t.asKept(time.at(r.closedAt, r.contractorZone))}</p>}
          {known.map((k, i) => (
            <KnownShown known={k} at={i} w={w} key={k.item.id} />
          ))}
        </section>
      )}
      {r.outcome && <Found request={r} known={known} ask={ask} />}
      {determines && requestAllows(r.state, 'determine') && (
        <JudgeForm requestId={r.id} {...{ known, today, typed, problems, visit, w }} />
      )}
      {determines && requestAllows(r.state, 'take-back') && (
        <CloseForms request={r} {...{ typed, problems, visit, today, w }} />
      )}
    </div>,
    { wide: true, status: problems.length > 0 ? 422 : 200 },
  )
}

function headRows(r: DeskAffiliationRequest, today: Day, w: Words) {
  const t = w.affiliations.desk
  const about = r.applicationId ? (
    <a class="usa-link" href={casePath(r.applicationId, '/affiliations')}>
      {r.trackingNumber}
    </a>
  ) : (
    <a class="usa-link" href={deskEnrollmentPath(r.enrollmentId ?? '')}>
      {r.enrollmentId}
    </a>
  )
  return [
    { key: t.about, value: about },
    { key: w.portal.enrollment.npi, value: r.enrolleeNpi },
    { key: w.affiliations.state, value: w.affiliations.states[r.state] },
    { key: t.asked, value: `${time.day(r.askedOn)}, ${r.askedByName ?? ''}` },
    ...(r.state === 'asked' ? [{ key: t.due, value: time.due(r.dueOn, today) }] : []),
    { key: t.basisShown, value: <span class="said">{r.basis}</span> },
    {
      key: t.namedTitle,
      value: r.named.length === 0 ? t.namedNone : r.named.join('; '),
    },
    ...(r.signerName && r.answeredAt
      ? [{ key: t.answer, value: t.signed(r.signerName, time.at(r.answeredAt, r.contractorZone)) }]
      : []),
    ...(r.letterId
      ? [
          {
            key: w.affiliations.letterKey,
            value: (
              <a class="usa-link" href={`/desk/letters/${r.letterId}`}>
                {w.affiliations.letterLink}
              </a>
            ),
          },
        ]
      : []),
  ]
}
