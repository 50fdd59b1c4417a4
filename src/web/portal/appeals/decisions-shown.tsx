/** Decisions on an enrollment as its owner sees them, with their letters; and what may be done against the one of a letter. */
import type { JSX } from 'preact'
import type { Appealable } from '#db/queries/decisions/appealable.ts'
import type { RecordDecision } from '#db/queries/decisions/enrollment-decisions.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import { Table } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'
import { fileAppealPath } from './appeal-paths.ts'

export const DecisionsShown = ({ rows, w }: { rows: readonly RecordDecision[]; w: Words }): JSX.Element | null =>
  rows.length === 0 ? null : (
    <Table
      caption={w.decisions.ownTitle}
      rows={rows}
      rowKey={(d) => d.id}
      columns={[
        {
          title: w.decisions.kind,
          cell: (d) =>
            d.letterId ? (
              <a class="usa-link" href={`/letters/${d.letterId}`}>
                {w.decisions.made[d.kind]}
              </a>
            ) : (
              w.decisions.made[d.kind]
            ),
        },
        {
          title: w.decisions.decidedOn,
          cell: (d) => (d.decidedAt ? w.portal.time.day(dayIn(siteZone, d.decidedAt)) : ''),
        },
        { title: w.decisions.effective, cell: (d) => (d.effectiveOn ? w.portal.time.day(d.effectiveOn) : '') },
        {
          title: w.decisions.bar,
          cell: (d) =>
            d.bar
              ? d.bar.lifted
                ? w.decisions.barLifted
                : w.decisions.barSpan(w.portal.time.day(d.bar.from), w.portal.time.day(d.bar.until))
              : d.undoneById
                ? w.decisions.undone
                : '',
        },
      ]}
    />
  )

interface DisagreeProps {
  readonly against: Appealable
  readonly maySign: boolean
  readonly w: Words
}
/** Under a letter: each remedy with its last day, and the button. */
export const Disagree = ({ against, maySign, w }: DisagreeProps): JSX.Element => (
  <section class="disagree" aria-labelledby="disagree">
    <h2 id="disagree">{w.appeals.fileTitle}</h2>
    <p>{w.appeals.disagreeIntro}</p>
    <ul class="usa-list">
      {against.remedies.map((r) => (
        <li key={r.remedy}>{w.appeals.until(w.appeals.remedies[r.remedy], w.portal.time.day(r.untilOn))}</li>
      ))}
    </ul>
    {maySign ? (
      <a class="usa-button usa-button--outline" href={fileAppealPath(against.letterId)}>
        {w.appeals.disagree}
      </a>
    ) : (
      <p>{w.appeals.notSigner}</p>
    )}
  </section>
)
