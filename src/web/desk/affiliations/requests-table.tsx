/** Requests to disclose affiliations as lines of a table: of one provider, or of the whole desk. */
import type { JSX } from 'preact'
import type { DeskAffiliationRequest } from '#db/queries/affiliations/requests.ts'
import { dayIn } from '#domain/dates.ts'
import { Table } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { deskAffiliationPath } from './affiliation-paths.ts'

interface RequestsProps {
  readonly rows: readonly DeskAffiliationRequest[]
  readonly caption: string
  readonly now: Date
  readonly w: Words
}
export const RequestsTable = ({ rows, caption, now, w }: RequestsProps): JSX.Element => {
  const t = w.affiliations.desk
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(r) => r.id}
      columns={[
        {
          title: t.provider,
          cell: (r) => (
            <a class="usa-link" href={deskAffiliationPath(r.id)}>
              {r.enrolleeName}
            </a>
          ),
        },
        { title: t.about, cell: (r) => <span class="nowrap">{r.trackingNumber ?? r.enrollmentId}</span> },
        { title: t.asked, cell: (r) => <span class="nowrap">{time.day(r.askedOn)}</span> },
        {
          title: t.due,
          cell: (r) =>
            r.state === 'asked' ? time.due(r.dueOn, dayIn(r.contractorZone, now)) : w.affiliations.states[r.state],
        },
        { title: t.answer, cell: (r) => (r.answer ? t.answers[r.answer] : w.desk.case.none) },
        {
          title: t.result,
          cell: (r) => (r.outcome ? w.affiliations.outcomes[r.outcome] : w.desk.case.none),
        },
        { title: t.who, cell: (r) => r.askedByName ?? w.desk.case.none },
      ]}
    />
  )
}
