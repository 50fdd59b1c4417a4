/** One hit of the monitoring: the two sides, the way to the enrollment, and the form for a person's word. */
import { findMonitoringCase, type MonitoringCase, monitoringSubject } from '#db/queries/lists/monitoring.ts'
import { can, type Subject } from '#domain/access/policy.ts'
import { dayIn } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import {
  dispositionsOf,
  isAboutClaims,
  isMonitoringDisposition,
  monitoredSources,
} from '#domain/screening/monitoring.ts'
import { choice, longText } from '#forms/kit/kinds.ts'
import { judgeMonitoring } from '#use-cases/monitoring/judge-monitoring.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form, SummaryList } from '#web/kit/parts.tsx'
import { notFound, redirect, type Shown, show } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { AskAffiliationsLink } from '../affiliations/ask-link.tsx'
import { preparePath } from '../decisions/decision-paths.ts'
import { FoundShown } from './found-shown.tsx'

type Said = { readonly disposition: string; readonly reason: string }
const subject = (
  db: Parameters<typeof monitoringSubject>[0],
  params: { readonly [name: string]: string | undefined },
) => monitoringSubject(db, params.caseId)

export const monitoringCasePage = page({
  path: '/desk/monitoring/:caseId',
  action: 'monitoring.view',
  subject,
  async get(ask) {
    return draw(ask, await findMonitoringCase(ask.db, ask.permit))
  },
})

export const judgeMonitoringPage = page({
  path: '/desk/monitoring/:caseId/disposition',
  action: 'monitoring.judge',
  subject,
  post: {
    fields: ['disposition', 'reason'],
    async handle(ask) {
      const { db, permit, posted, now } = ask
      const said: Said = { disposition: posted.disposition ?? '', reason: posted.reason ?? '' }
      const disposition = isMonitoringDisposition(said.disposition) ? said.disposition : undefined
      const done = await judgeMonitoring(db, permit, { disposition, reason: said.reason }, now)
      return done.ok
        ? redirect('/desk/monitoring', { notice: 'recorded' })
        : draw(ask, await findMonitoringCase(db, permit), said, done.problems)
    },
  },
})

function draw(
  ask: Pick<Ask<'monitoring.view', Subject> | Ask<'monitoring.judge', Subject>, 'w' | 'visit' | 'permit'>,
  found: MonitoringCase | undefined,
  said?: Said,
  problems: readonly Problem[] = [],
): Shown | typeof notFound {
  if (!found) return notFound
  const { w, visit, permit } = ask
  const t = w.desk.monitoring
  const nameOf = (at: string) => ({ disposition: t.disposition, reason: t.reason })[at]
  const mayJudge = !found.disposedAt && can(permit.actor, 'monitoring.judge', permit.subject)
  const title = t.caseTitle(found.partyName)
  const proposed = isAboutClaims(found.kind) ? 'deactivate' : 'revoke'
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
    <div class="case">
      <BackLink href="/desk/monitoring" w={w} label={t.back} />
      <ErrorSummary problems={problems} w={w} nameOf={nameOf} />
      <h1>{found.partyName}</h1>
      <div class="case__head">
        <SummaryList w={w} rows={headRows(found, w)} />
      </div>
      <h2>{t.evidenceTitle}</h2>
      <article class="check">
        <FoundShown found={found} w={w} />
        <p class="quiet">
          {w.desk.screening.evidenceHash}: <code class="hash">{found.evidenceSha256}</code>
        </p>
      </article>
      {found.disposition && found.disposedAt && (
        <p class="check__said">
          {t.said(
            `${t.dispositionsOf(found.kind)[found.disposition]}: ${found.dispositionReason ?? ''}`,
            found.disposedByName ?? t.someone,
            time.at(found.disposedAt, found.contractorZone),
          )}
        </p>
      )}
      {found.disposition === 'for-action' && can(permit.actor, 'enrollment.prepare-decision', permit.subject) && (
        <p>
          <a class="usa-link" href={`${preparePath(found.enrollmentId, proposed)}?monitoring=${found.id}`}>
            {w.decisions.prepareTitle(w.decisions.kinds[proposed])}
          </a>
        </p>
      )}
      <AskAffiliationsLink enrollmentId={found.enrollmentId} actor={permit.actor} subject={permit.subject} w={w} />
      {mayJudge && (
        <Form visit={visit} action={`/desk/monitoring/${found.id}/disposition`}>
          <Control
            name="disposition"
            kind={choice(...dispositionsOf(found.kind))}
            words={{ ask: t.disposition, options: t.dispositionsOf(found.kind) }}
            value={said?.disposition ?? ''}
            problem={problems.find((p) => p.at === 'disposition')}
            w={w}
          />
          <Control
            name="reason"
            kind={longText(1000)}
            words={{ ask: t.reason, hint: t.reasonHint }}
            value={said?.reason ?? ''}
            problem={problems.find((p) => p.at === 'reason')}
            w={w}
          />
          <Button>{t.save}</Button>
        </Form>
      )}
    </div>,
    { wide: true, status: problems.length > 0 ? 422 : 200 },
  )
}

const headRows = (m: MonitoringCase, w: Words) => {
  const t = w.desk.monitoring
  return [
    { key: t.what, value: `${t.kinds[m.kind]} (${monitoredSources[m.source].cite})` },
    ...(isAboutClaims(m.kind)
      ? []
      : [
          {
            key: t.outcome,
            value: <span class={`usa-tag check__outcome--${m.outcome}`}>{t.outcomes[m.outcome]}</span>,
          },
        ]),
    { key: t.source, value: t.listLine(w.sourceNames[m.source], time.day(m.sourceAsOf)) },
    {
      key: t.enrollment,
      value: <a href={`/desk/enrollments/${m.enrollmentId}`}>{`${m.enrolleeName}, ${m.enrollmentId}`}</a>,
    },
    { key: t.opened, value: time.day(dayIn(m.contractorZone, m.openedAt)) },
  ]
}
