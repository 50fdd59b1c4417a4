/** What was found of an answer, or of the lack of one; what was seen then; and the decisions that it may lead to. */
import type { JSX } from 'preact'
import type { AffiliationSubject, DeskAffiliationRequest } from '#db/queries/affiliations/requests.ts'
import { can } from '#domain/access/policy.ts'
import { proposals } from '#domain/affiliation/undue-risk.ts'
import { dayIn } from '#domain/dates.ts'
import { recordReasonsOn } from '#domain/decisions/kinds.ts'
import { denialReasons } from '#domain/review/decision-reasons.ts'
import type { KnownParty } from '#use-cases/affiliations/known-of-parties.ts'
import type { Ask } from '#web/kit/page.ts'
import { SummaryList, Table } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import { casePath } from '../case/loaded-case.ts'
import { preparePath } from '../decisions/decision-paths.ts'

interface FoundProps {
  readonly request: DeskAffiliationRequest
  readonly known: readonly KnownParty[]
  readonly ask: Ask<'affiliation.review' | 'affiliation.determine', AffiliationSubject>
}
export function Found({ request: r, known, ask }: FoundProps): JSX.Element | null {
  const { w } = ask
  const t = w.affiliations.desk
  if (!r.outcome || !r.closedAt) return null
  const named = known.filter((k) => r.risky.includes(k.item.id)).map((k) => String(k.item.answers.partyName))
  return (
    <section aria-labelledby="found">
      <h2 id="found">{t.foundTitle}</h2>
      <SummaryList
        w={w}
        rows={[
          { key: t.outcome, value: w.affiliations.outcomes[r.outcome] },
          { key: t.reason, value: <span class="said">{r.outcomeReason}</span> },
          ...(named.length > 0 ? [{ key: t.risky, value: named.join('; ') }] : []),
          { key: t.by, value: t.foundBy(r.closedByName ?? '', time.at(r.closedAt, r.contractorZone)) },
        ]}
      />
      {r.factors.length > 0 && (
        <Table
          caption={t.judgeTitle}
          rows={r.factors}
          rowKey={(f) => f.factor}
          columns={[
            { title: t.factor, cell: (f) => t.factors[f.factor] },
            { title: t.finding, cell: (f) => t.findings[f.finding] },
            { title: t.foundFrom, cell: (f) => f.reason || w.desk.case.none },
          ]}
        />
      )}
      {r.knownSha256 && (
        <p class="quiet">
          {t.keptHash}: <code class="hash">{r.knownSha256}</code>
        </p>
      )}
      <WhatMayFollow request={r} ask={ask} />
    </section>
  )
}

/** A decision of its own each, prepared or made by whoever may; nothing is done by this page. */
function WhatMayFollow({ request: r, ask }: Omit<FoundProps, 'known'>): JSX.Element | null {
  const { w, visit, subject, now } = ask
  const t = w.affiliations.desk
  const proposed = r.outcome && r.outcome in proposals ? proposals[r.outcome as keyof typeof proposals] : undefined
  if (!proposed) return null
  const about = { id: subject.id, enrolleeId: r.enrolleeId, contractorId: r.contractorId }
  const denies = r.applicationId && can(visit.actor, 'application.decide', about)
  const revokes = r.enrollmentId && can(visit.actor, 'enrollment.prepare-decision', about)
  const revoking = recordReasonsOn('revoke', dayIn(r.contractorZone, now))[proposed.revoke]
  return (
    <>
      <h3>{t.next}</h3>
      <ul class="usa-list">
        {denies && r.applicationId && (
          <li>
            <a class="usa-link" href={`${casePath(r.applicationId, '/refuse')}?kind=deny&reasons=${proposed.deny}`}>
              {t.deny(denialReasons[proposed.deny].cite)}
            </a>
          </li>
        )}
        {r.applicationId && !denies && <li>{t.deny(denialReasons[proposed.deny].cite)}</li>}
        {revokes && r.enrollmentId && revoking && (
          <li>
            <a class="usa-link" href={`${preparePath(r.enrollmentId, 'revoke')}?reasons=${proposed.revoke}`}>
              {t.revoke(revoking.cite)}
            </a>
          </li>
        )}
      </ul>
      <p>{t.nextHint}</p>
    </>
  )
}
