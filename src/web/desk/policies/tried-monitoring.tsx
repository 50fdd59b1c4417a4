/** Whom another policy of monitoring would open a case about for not billing. */
import type { JSX } from 'preact'
import type { MonitoringTrial } from '#use-cases/policies/try-monitoring.ts'
import { Alert, Table } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { deskEnrollmentPath } from '../decisions/decision-paths.ts'

export function TriedMonitoring({ trial, w }: { readonly trial: MonitoringTrial | 'unavailable'; readonly w: Words }) {
  const t = w.desk.policies.unbilledTrial
  if (trial === 'unavailable') return <Alert kind="warning">{t.unavailable}</Alert>
  return (
    <section aria-live="polite">
      <Alert kind="info">
        {t.said(trial.months, trial.after - trial.before, trial.after)}{' '}
        {t.among(trial.enrollments, time.day(trial.asOf))}
      </Alert>
      {trial.differences.length > 0 && (
        <Table
          caption={t.caption}
          rows={trial.differences}
          rowKey={(d) => d.enrollmentId}
          columns={[
            {
              title: t.enrollment,
              cell: (d): JSX.Element => (
                <a href={deskEnrollmentPath(d.enrollmentId)}>{`${d.enrolleeName}, ${d.enrollmentId}`}</a>
              ),
            },
            { title: t.months, cell: (d) => String(d.months) },
            { title: t.becomes, cell: (d) => (d.comes ? t.comes : t.goes) },
          ]}
        />
      )}
    </section>
  )
}
