/** What a policy would have made of past files. */
import type { JSX } from 'preact'
import { DAYS_TRIED, type PolicyTrial } from '#use-cases/policies/try-policy.ts'
import { Alert, Table } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'
import { casePath } from '../case/loaded-case.ts'

/** More than anybody reads. */
const MOST_SHOWN = 200

export function Tried({ trial, w }: { readonly trial: PolicyTrial | 'impossible'; readonly w: Words }): JSX.Element {
  const t = w.desk.policies
  if (trial === 'impossible') return <Alert kind="info">{t.noTrial}</Alert>
  return (
    <section aria-live="polite">
      <Alert kind="info">{t.trial(trial.files, trial.differences.length, DAYS_TRIED)}</Alert>
      {trial.differences.length > 0 && (
        <Table
          caption={t.trialCaption}
          rows={trial.differences.slice(0, MOST_SHOWN)}
          rowKey={(d) => d.file.id}
          columns={[
            { title: t.file, cell: (d) => <a href={casePath(d.file.id)}>{d.file.trackingNumber}</a> },
            {
              title: t.fileState,
              cell: (d) => w.statuses[d.file.status].name,
            },
            { title: t.before, cell: (d) => t.came[d.before] },
            { title: t.after, cell: (d) => t.came[d.after] },
          ]}
        />
      )}
    </section>
  )
}
