/** The worklist: queues with their counts, cases oldest first, one page at a time. */
import type { JSX } from 'preact'
import { isRowId } from '#db/queries/applications.ts'
import { listNotices, listOwnTasks } from '#db/queries/case-tasks.ts'
import { findContractor } from '#db/queries/contractors.ts'
import { countQueues, listWorklist, type WorklistCursor, type WorklistRow } from '#db/queries/worklist.ts'
import { can } from '#domain/access/policy.ts'
import { type Day, day, dayIn, daysBetween, isDay, siteZone } from '#domain/dates.ts'
import { isQueueName, type QueueName, queueNames } from '#domain/review/queues.ts'
import { page } from '#web/kit/page.ts'
import { Alert, type Column, StatusTag, Table } from '#web/kit/parts.tsx'
import { notFound, show } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { visitorsContractor } from './contractor-subject.ts'
import { ForMe } from './tasks/for-me.tsx'

export const worklistPage = page({
  path: '/desk',
  action: 'worklist.view',
  subject: visitorsContractor,
  query: ['queue', 'after'],

  async get({ db, permit, query, now, w, visit }) {
    const { contractorId } = permit.subject
    const contractor = contractorId === undefined ? undefined : await findContractor(db, contractorId)
    if (contractorId !== undefined && !contractor) return notFound
    const today = dayIn(contractor?.zone ?? siteZone, now)
    const queue: QueueName = isQueueName(query.queue) ? query.queue : 'open'
    const after = readCursor(query.after)
    const counts = await countQueues(db, permit)
    const { rows, next } = await listWorklist(db, permit, { queue, ...(after && { after }) })
    const words = w.desk.worklist
    return show(
      words.title,
      <>
        <h1>{words.title}</h1>
        <p class="quiet">{contractor?.name ?? words.everyContractor}</p>
        {counts.answered > 0 && queue !== 'answered' && (
          <Alert kind="info">
            {words.answeredAlert(counts.answered)} <a href="/desk?queue=answered">{words.showAnswered}</a>
          </Alert>
        )}
        <ForMe
          tasks={await listOwnTasks(db, permit)}
          notices={await listNotices(db, permit)}
          today={today}
          zone={contractor?.zone ?? siteZone}
          w={w}
          visit={visit}
        />
        <p class="actions">
          {can(permit.actor, 'wording.manage', permit.subject) && <a href="/desk/wordings">{w.desk.wordings.title}</a>}{' '}
          {can(permit.actor, 'rules.try', permit.subject) && <a href="/desk/rules">{w.desk.rules.tryTitle}</a>}
        </p>
        <Queues counts={counts} here={queue} w={w} />
        {rows.length === 0 ? (
          <p>{words.empty}</p>
        ) : (
          <Table
            caption={words.caption(queue, counts[queue])}
            rows={rows}
            rowKey={(r) => r.id}
            columns={columns(w, permit.actor.userId, today, contractor === undefined)}
          />
        )}
        <p class="actions">
          {after && <a href={`/desk?queue=${queue}`}>{words.first}</a>}{' '}
          {next && <a href={`/desk?queue=${queue}&after=${next.receivedOn}_${next.id}`}>{words.next}</a>}
        </p>
      </>,
      { wide: true },
    )
  },
})

/** "2026-11-24_<id>"; anything else begins at the beginning. */
function readCursor(text: string | undefined): WorklistCursor | undefined {
  const [on = '', id] = (text ?? '').split('_')
  return isDay(on) && isRowId(id) ? { receivedOn: day(on), id } : undefined
}

interface QueuesProps {
  readonly counts: Readonly<Record<QueueName, number>>
  readonly here: QueueName
  readonly w: Words
}
const Queues = ({ counts, here, w }: QueuesProps): JSX.Element => (
  <nav class="tabs" aria-label={w.desk.worklist.queuesLabel}>
    <ul>
      {queueNames.map((name) => (
        <li key={name}>
          <a href={`/desk?queue=${name}`} aria-current={name === here ? 'page' : undefined}>
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

const Nowrap = ({ children }: { children: string }): JSX.Element => <span class="nowrap">{children}</span>

function columns(w: Words, me: string, today: Day, isOnlooker: boolean): readonly Column<WorklistRow>[] {
  const words = w.desk.worklist
  const holder = (r: WorklistRow) => (!r.holderId ? words.nobody : r.holderId === me ? words.me : (r.holderName ?? '…'))
  const due = (d: Day) => (d < today ? <strong>{words.overdue(time.day(d))}</strong> : <Nowrap>{time.day(d)}</Nowrap>)
  return [
    {
      title: words.provider,
      cell: (r) => (
        <>
          <a href={`/desk/cases/${r.id}`}>{r.enrolleeName}</a>
          <span class="quiet below"> NPI {r.enrolleeNpi}</span>
        </>
      ),
    },
    ...(isOnlooker ? [{ title: words.contractor, cell: (r: WorklistRow) => r.contractorName }] : []),
    { title: words.form, cell: (r) => `${r.form}, ${words.reasons[r.reason]}, ${r.state}` },
    {
      title: words.status,
      cell: (r) => (
        <>
          <StatusTag status={r.status} w={w} /> {r.isAnswered && <strong>{words.answered}</strong>}
        </>
      ),
    },
    { title: words.received, cell: (r) => <Nowrap>{time.day(r.receivedOn)}</Nowrap> },
    { title: words.waitingDays, cell: (r) => daysBetween(r.receivedOn, today), numeric: true },
    { title: words.due, cell: (r) => (r.dueOn ? due(r.dueOn) : words.noDue) },
    { title: words.holder, cell: holder },
  ]
}
