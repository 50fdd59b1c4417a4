/** Whom another policy of monitoring would watch, and what would not have been seen without the lists that it drops. */
import type { JSX } from 'preact'
import { siteZone } from '#domain/dates.ts'
import { DAYS_TRIED } from '#use-cases/policies/try-policy.ts'
import type { WatchTrial } from '#use-cases/policies/try-watched.ts'
import { Alert, Table } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { deskEnrollmentPath } from '../decisions/decision-paths.ts'

export function TriedWatch({ trial, w }: { readonly trial: WatchTrial; readonly w: Words }): JSX.Element {
  const t = w.desk.policies.watchTrial
  const lists = (sources: WatchTrial['listsGone']) => sources.map((s) => w.sourceNames[s]).join(', ')
  const { before, after } = trial.everyMonths
  return (
    <section aria-live="polite">
      <Alert kind="info">
        {t.watched(trial.before, trial.after)} {before !== after && t.passes(12 / before, 12 / after)}
      </Alert>
      {trial.listsNew.length > 0 && <p>{t.listsNew(lists(trial.listsNew))}</p>}
      {trial.listsGone.length > 0 && (
        <Alert kind="warning">{t.listsGone(lists(trial.listsGone), trial.unseen.length, DAYS_TRIED)}</Alert>
      )}
      {trial.unseen.length > 0 && (
        <Table
          caption={t.unseenCaption}
          rows={trial.unseen}
          rowKey={(c) => c.id}
          columns={[
            { title: t.party, cell: (c) => <a href={`/desk/monitoring/${c.id}`}>{c.partyName}</a> },
            { title: t.about, cell: (c) => w.desk.monitoring.kinds[c.kind] },
            { title: t.list, cell: (c) => w.sourceNames[c.source] },
            { title: t.opened, cell: (c) => time.at(c.openedAt, siteZone) },
          ]}
        />
      )}
      {trial.differences.length > 0 && (
        <Table
          caption={t.caption}
          rows={trial.differences}
          rowKey={(d) => d.enrollmentId}
          columns={[
            {
              title: t.enrollment,
              cell: (d) => <a href={deskEnrollmentPath(d.enrollmentId)}>{`${d.enrolleeName}, ${d.enrollmentId}`}</a>,
            },
            { title: t.status, cell: (d) => w.eligibility.statusNames[d.status] },
            { title: t.becomes, cell: (d) => (d.comes ? t.comes : t.goes) },
          ]}
        />
      )}
    </section>
  )
}
