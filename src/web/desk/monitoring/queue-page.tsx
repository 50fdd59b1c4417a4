/** Hits of the monitoring: those to look at, to act on, and closed; matches first. */
import type { JSX } from 'preact'
import {
  countMonitoringCases,
  isMonitoringQueue,
  listMonitoringCases,
  type MonitoringCase,
  type MonitoringQueue,
  monitoringQueues,
} from '#db/queries/lists/monitoring.ts'
import { dayIn } from '#domain/dates.ts'
import { page } from '#web/kit/page.ts'
import { type Column, Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { visitorsContractor } from '../contractor-subject.ts'
import { ListsShown, watchedLists } from './lists-shown.tsx'

export const monitoringPage = page({
  path: '/desk/monitoring',
  action: 'monitoring.view',
  subject: visitorsContractor,
  query: ['queue'],
  async get({ db, permit, query, w, today }) {
    const t = w.desk.monitoring
    const queue: MonitoringQueue = isMonitoringQueue(query.queue) ? query.queue : 'open'
    const counts = await countMonitoringCases(db, permit)
    const rows = await listMonitoringCases(db, permit, queue)
    return show(
      t.title,
      <>
        <h1>{t.title}</h1>
        <p>{t.intro}</p>
        <nav class="tabs" aria-label={t.queuesLabel}>
          <ul>
            {monitoringQueues.map((name) => (
              <li key={name}>
                <a href={`/desk/monitoring?queue=${name}`} aria-current={name === queue ? 'page' : undefined}>
                  {t.queues[name]}{' '}
                  <span class="tabs__count">
                    {counts[name]}
                    <span class="usa-sr-only"> {t.cases(counts[name])}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {rows.length === 0 ? (
          <p>{t.empty[queue]}</p>
        ) : (
          <Table
            caption={t.caption(t.queues[queue], counts[queue])}
            rows={rows}
            rowKey={(r) => r.id}
            columns={columns(w)}
          />
        )}
        <ListsShown lists={await watchedLists(db, permit, today)} w={w} />
        <p>
          <a class="usa-link" href="/desk/policies/monitoring">
            {w.desk.policies.topics.monitoring.title}
          </a>
        </p>
      </>,
      { wide: true },
    )
  },
})

function columns(w: Words): readonly Column<MonitoringCase>[] {
  const t = w.desk.monitoring
  return [
    {
      title: t.party,
      cell: (r): JSX.Element => (
        <>
          <a href={`/desk/monitoring/${r.id}`}>{r.partyName}</a>
          {r.party !== 'applicant' && <span class="quiet below"> {t.ofFile(r.enrolleeName)}</span>}
        </>
      ),
    },
    { title: t.what, cell: (r) => t.kinds[r.kind] },
    {
      title: t.outcome,
      cell: (r) => <span class={`usa-tag check__outcome--${r.outcome}`}>{t.outcomes[r.outcome]}</span>,
    },
    { title: t.source, cell: (r) => t.listLine(w.sourceNames[r.source], time.day(r.sourceAsOf)) },
    {
      title: t.enrollment,
      cell: (r) => <span class="nowrap">{r.enrollmentId}</span>,
    },
    { title: t.opened, cell: (r) => <span class="nowrap">{time.day(dayIn(r.contractorZone, r.openedAt))}</span> },
  ]
}
