/** Disclosed affiliations as lines, with a way to the answer and to the provider; never a tax number. */
import type { JSX } from 'preact'
import type { DisclosedAffiliation } from '#db/queries/affiliations/search.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import { Table } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { deskEnrollmentPath } from '../decisions/decision-paths.ts'
import { deskAffiliationPath } from './affiliation-paths.ts'

interface DisclosedProps {
  readonly rows: readonly DisclosedAffiliation[]
  readonly caption: string
  readonly w: Words
}
export const DisclosedTable = ({ rows, caption, w }: DisclosedProps): JSX.Element => {
  const t = w.affiliations.desk
  const { ties, event } = w.affiliations.section.questions
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(d) => `${d.requestId}/${d.itemId}`}
      columns={[
        {
          title: t.party,
          cell: (d) => (
            <>
              <a class="usa-link" href={`${deskAffiliationPath(d.requestId)}#item-${d.itemId}`}>
                {d.party}
              </a>
              {d.partyNpi && <span class="quiet below">{`NPI ${d.partyNpi}`}</span>}
            </>
          ),
        },
        {
          title: t.disclosedBy,
          cell: (d) => (
            <>
              {d.enrollmentId ? (
                <a class="usa-link" href={deskEnrollmentPath(d.enrollmentId)}>
                  {d.enrolleeName}
                </a>
              ) : (
                d.enrolleeName
              )}
              {d.concerns && <span class="quiet below">{d.concerns}</span>}
            </>
          ),
        },
        { title: t.kinds, cell: (d) => d.ties.map((k) => ties.options[k]).join('; ') },
        {
          title: t.period,
          cell: (d) => w.affiliations.span(d.from && time.day(d.from), d.to && time.day(d.to)),
        },
        {
          title: t.happened,
          cell: (d) => (
            <>
              {d.event && event.options[d.event]}
              {d.eventOn && <span class="quiet below">{time.day(d.eventOn)}</span>}
            </>
          ),
        },
        {
          title: t.result,
          cell: (d) => (
            <>
              {d.outcome ? w.affiliations.outcomes[d.outcome] : t.noResult}
              <span class="quiet below">{time.day(dayIn(siteZone, d.answeredAt))}</span>
            </>
          ),
        },
      ]}
    />
  )
}
