/** Appeals at the desk: open, one's own, answered; what must be answered first on top. */
import { type Appeal, appealQueues, isAppealQueue, listDeskAppeals } from '#db/queries/decisions/appeals.ts'
import { can } from '#domain/access/policy.ts'
import { dayIn } from '#domain/dates.ts'
import { page } from '#web/kit/page.ts'
import { type Column, Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { visitorsContractor } from '../contractor-subject.ts'
import { deskAppealPath } from '../decisions/decision-paths.ts'

export const deskAppealsPage = page({
  path: '/desk/appeals',
  action: 'decisions.view',
  subject: visitorsContractor,
  query: ['queue'],
  async get({ db, permit, query, visit, w, now }) {
    const t = w.appeals
    const queue = isAppealQueue(query.queue) ? query.queue : 'open'
    const rows = await listDeskAppeals(db, permit, queue)
    return show(
      t.menu,
      <>
        <h1>{t.menu}</h1>
        <p>{t.deskIntro}</p>
        <nav class="tabs" aria-label={t.queuesLabel}>
          <ul>
            {appealQueues.map((name) => (
              <li key={name}>
                <a href={`/desk/appeals?queue=${name}`} aria-current={name === queue ? 'page' : undefined}>
                  {t.queues[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {rows.length === 0 ? (
          <p>{t.emptyQueue}</p>
        ) : (
          <Table
            caption={t.queues[queue]}
            rows={rows}
            rowKey={(a) => a.id}
            columns={columns(w, now, can(visit.actor, 'appeal.hear', permit.subject))}
          />
        )}
      </>,
      { wide: true },
    )
  },
})

/** `opens`: the visitor may open an appeal; an auditor sees the list only. */
const columns = (w: Words, now: Date, opens: boolean): readonly Column<Appeal>[] => [
  {
    title: w.appeals.provider,
    cell: (a) => (opens ? <a href={deskAppealPath(a.id)}>{a.enrolleeName}</a> : a.enrolleeName),
  },
  {
    title: w.appeals.what,
    cell: (a) => (
      <>
        {w.appeals.remedies[a.remedy]}
        {a.lateReason !== undefined && <span class="usa-tag appeal-tag--late">{w.appeals.lateTag}</span>}
      </>
    ),
  },
  { title: w.appeals.about, cell: (a) => <span class="nowrap">{a.about}</span> },
  { title: w.appeals.filed, cell: (a) => <span class="nowrap">{time.day(a.filedOn)}</span> },
  {
    title: w.appeals.answerBy,
    cell: (a) => (a.outcome ? w.appeals.outcomes[a.outcome] : time.due(a.answerBy, dayIn(a.contractorZone, now))),
  },
  { title: w.appeals.holder, cell: (a) => a.assignedName ?? w.appeals.nobody },
]
