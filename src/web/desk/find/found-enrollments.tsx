/** Enrollments that were found, each with the way to it. */
import type { JSX } from 'preact'
import { type FoundEnrollment, MOST_FOUND } from '#db/queries/enrollment/find-enrollments.ts'
import { Table } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'
import { deskEnrollmentPath } from '../decisions/decision-paths.ts'

interface Props {
  readonly found: readonly FoundEnrollment[]
  readonly w: Words
}
export const FoundEnrollments = ({ found, w }: Props): JSX.Element => (
  <Table
    caption={w.desk.find.enrollments(found.length, MOST_FOUND)}
    rows={found}
    rowKey={(n) => n.id}
    columns={[
      { title: w.decisions.provider, cell: (n) => <a href={deskEnrollmentPath(n.id)}>{n.name}</a> },
      { title: w.portal.enrollment.npi, cell: (n) => n.npi },
      { title: w.decisions.enrollment, cell: (n) => <span class="nowrap">{n.id}</span> },
      { title: w.desk.worklist.form, cell: (n) => `${n.form}, ${w.values.states[n.state] ?? n.state}` },
      { title: w.portal.enrollment.status, cell: (n) => w.portal.enrollment.statuses[n.status] },
    ]}
  />
)
