/** The worklist: queues with their counts, filters and kept views, one page of cases at a time, and acts on many. */
import type { JSX } from 'preact'
import { listColleagues, listNotices, listOwnTasks } from '#db/queries/application/case-tasks.ts'
import { findContractor } from '#db/queries/contractors.ts'
import { clocksOf } from '#db/queries/worklist/service-clocks.ts'
import { listViews } from '#db/queries/worklist/views.ts'
import { countElsewhere } from '#db/queries/worklist/waiting-elsewhere.ts'
import { countQueues, listWorklist } from '#db/queries/worklist/worklist.ts'
import { can } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { type QueueName, queueNames } from '#domain/review/queues/queues.ts'
import { type WorklistQuery, worklistFields } from '#domain/review/queues/worklist-query.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { Alert, ErrorSummary, Form, Table } from '#web/kit/parts.tsx'
import { notFound, show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { visitorsContractor } from './contractor-subject.ts'
import { FindBox } from './find/find-box.tsx'
import { BulkBar } from './queues/bulk-bar.tsx'
import { WaitingElsewhere } from './queues/elsewhere.tsx'
import { KeepView, KeptViews } from './queues/kept-views.tsx'
import { NextCase } from './queues/next-case.tsx'
import { askedOf, cursorFrom, worklistPath } from './queues/worklist-address.ts'
import { isHeld, worklistColumns } from './queues/worklist-columns.tsx'
import { WorklistFilter } from './queues/worklist-filter.tsx'
import { ForMe } from './tasks/for-me.tsx'

type WorklistAsk = Ask<'worklist.view', NonNullable<ReturnType<typeof visitorsContractor>>>

export const worklistPage = page({
  path: '/desk',
  action: 'worklist.view',
  subject: visitorsContractor,
  query: [...worklistFields, 'after'],
  get: (ask) => drawWorklist(ask, askedOf(ask.query)),
})

/** With problems it is an answer 422, and the name that was typed is not lost. */
export async function drawWorklist(
  { db, permit, query, now, w, visit }: WorklistAsk,
  asked: WorklistQuery,
  problems: readonly Problem[] = [],
  typedName = '',
) {
  const { contractorId } = permit.subject
  const contractor = contractorId === undefined ? undefined : await findContractor(db, contractorId)
  if (contractorId !== undefined && !contractor) return notFound
  const zone = contractor?.zone ?? siteZone
  const today = dayIn(zone, now)
  const after = cursorFrom(query.after)
  const works = can(permit.actor, 'worklist.work', permit.subject)
  const gives = can(permit.actor, 'application.assign', permit.subject)
  // None of them hangs on another.
  const [counts, { rows, next }, colleagues, tasks, notices, elsewhere, views] = await Promise.all([
    countQueues(db, permit, { ...asked, today }),
    listWorklist(db, permit, { ...asked, today, ...(after && { after }) }),
    listColleagues(db, permit),
    listOwnTasks(db, permit),
    listNotices(db, permit),
    countElsewhere(db, permit, gives),
    listViews(db, permit),
  ])
  const clocks = await clocksOf(db, permit, rows, today)
  const words = w.desk.worklist
  const t = w.desk.queues
  const { queue } = asked
  const table = rows.length > 0 && (
    <Table
      caption={t.caption(words.queues[queue], counts[queue], t.order(asked.sort, asked.descending))}
      rows={rows}
      rowKey={(r) => r.id}
      columns={worklistColumns({ asked, clocks, me: permit.actor.userId, today, isOnlooker: !works, w })}
    />
  )
  const at = (field: string) => problems.find((p) => p.at === field)
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${words.title}` : words.title,
    <>
      <ErrorSummary problems={problems} w={w} />
      <div class="worklist-head">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{contractor?.name ?? words.everyContractor}</p>
        </div>
        {works && <NextCase visit={visit} w={w} />}
      </div>
      <FindBox w={w} />
      {counts.answered > 0 && queue !== 'answered' && (
        <Alert kind="info">
          {words.answeredAlert(counts.answered)} <a href="/desk?queue=answered">{words.showAnswered}</a>
        </Alert>
      )}
      <ForMe tasks={tasks} notices={notices} today={today} zone={zone} w={w} visit={visit} />
      <WaitingElsewhere counts={elsewhere} w={w} />
      <p class="actions">
        {can(permit.actor, 'wording.manage', permit.subject) && <a href="/desk/wordings">{w.desk.wordings.title}</a>}{' '}
        {can(permit.actor, 'rules.try', permit.subject) && <a href="/desk/rules">{w.desk.rules.tryTitle}</a>}
      </p>
      <KeptViews views={views} here={worklistPath(asked)} visit={visit} w={w} />
      <Queues counts={counts} asked={asked} w={w} />
      <WorklistFilter asked={asked} colleagues={colleagues} w={w} />
      {!table ? (
        <p>{words.empty}</p>
      ) : works && rows.some((r) => !isHeld(r)) ? (
        <Form visit={visit} action="/desk/bulk" class="bulk">
          {table}
          <BulkBar asked={asked} colleagues={gives ? colleagues : []} problem={at('cases') ?? at('to')} w={w} />
        </Form>
      ) : (
        table
      )}
      <p class="actions">
        {after && <a href={worklistPath(asked)}>{words.first}</a>}{' '}
        {next && <a href={worklistPath(asked, next)}>{words.next}</a>}
      </p>
      {works && <KeepView asked={asked} mayShare={gives} typed={typedName} problem={at('name')} visit={visit} w={w} />}
    </>,
    { wide: true, status: problems.length > 0 ? 422 : 200 },
  )
}

interface QueuesProps {
  readonly counts: Readonly<Record<QueueName, number>>
  readonly asked: WorklistQuery
  readonly w: Words
}
/** The filter and the order stay when another queue is opened. */
const Queues = ({ counts, asked, w }: QueuesProps): JSX.Element => (
  <nav class="tabs" aria-label={w.desk.worklist.queuesLabel}>
    <ul>
      {queueNames.map((name) => (
        <li key={name}>
          <a href={worklistPath({ ...asked, queue: name })} aria-current={name === asked.queue ? 'page' : undefined}>
            {w.desk.worklist.queues[name]}{' '}
            <span class="tabs__count">
              {counts[name]}
              <span class="usa-sr-only"> {w.desk.worklist.cases(counts[name])}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
