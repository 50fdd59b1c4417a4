/** The columns of the worklist: what sorts is a link, and a case that can be worked on has a box to tick. */
import type { JSX } from 'preact'
import type { WorklistRow } from '#db/queries/worklist/worklist.ts'
import { statuses } from '#domain/application/lifecycle.ts'
import type { Day } from '#domain/dates.ts'
import type { ServiceClock } from '#domain/review/queues/service-clock.ts'
import type { SortKey, WorklistQuery } from '#domain/review/queues/worklist-query.ts'
import { type Column, StatusTag } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { Clock } from './clock.tsx'
import { worklistPath } from './worklist-address.ts'

interface Setting {
  readonly asked: WorklistQuery
  readonly clocks: ReadonlyMap<string, ServiceClock>
  readonly me: string
  readonly today: Day
  /** Sees every contractor's and works on none. */
  readonly isOnlooker: boolean
  readonly w: Words
}

/** It came before its window and waits for the calendar: no days count, and its day is the one until which it is kept. */
export const isHeld = (r: WorklistRow): boolean => statuses[r.status].waitingOn === 'calendar'

const Nowrap = ({ children }: { children: string }): JSX.Element => <span class="nowrap">{children}</span>

export function worklistColumns({ asked, clocks, me, today, isOnlooker, w }: Setting): readonly Column<WorklistRow>[] {
  const words = w.desk.worklist
  const holder = (r: WorklistRow) => (!r.holderId ? words.nobody : r.holderId === me ? words.me : (r.holderName ?? '…'))
  const due = (d: Day) => (d < today ? <strong>{words.overdue(time.day(d))}</strong> : <Nowrap>{time.day(d)}</Nowrap>)
  return [
    {
      ...sorting('name', words.provider, asked, w),
      cell: (r) => (
        <>
          {!isOnlooker && !isHeld(r) && <Tick row={r} w={w} />}
          <a href={`/desk/cases/${r.id}`}>{r.enrolleeName}</a>
          <span class="quiet below"> NPI {r.enrolleeNpi}</span>
        </>
      ),
    },
    ...(isOnlooker ? [{ title: words.contractor, cell: (r: WorklistRow) => r.contractorName }] : []),
    { ...sorting('form', words.form, asked, w), cell: (r) => `${r.form}, ${words.reasons[r.reason]}, ${r.state}` },
    {
      ...sorting('status', words.status, asked, w),
      cell: (r) => (
        <>
          <StatusTag status={r.status} w={w} /> {r.isAnswered && <strong>{words.answered}</strong>}
        </>
      ),
    },
    { ...sorting('received', words.received, asked, w), cell: (r) => <Nowrap>{time.day(r.receivedOn)}</Nowrap> },
    {
      title: w.desk.queues.clock,
      cell: (r) => {
        const clock = clocks.get(r.id)
        return clock && !isHeld(r) && <Clock clock={clock} w={w} />
      },
    },
    {
      ...sorting('due', words.due, asked, w),
      cell: (r) => (!r.dueOn ? words.noDue : isHeld(r) ? words.heldUntil(time.day(r.dueOn)) : due(r.dueOn)),
    },
    { title: words.holder, cell: holder },
  ]
}

/** The heading as a link to this order, or to the other way round when it is this one already. */
function sorting(key: SortKey, title: string, asked: WorklistQuery, w: Words) {
  const isThis = asked.sort === key
  const descending = isThis && !asked.descending
  return {
    title,
    sorted: !isThis ? undefined : asked.descending ? ('descending' as const) : ('ascending' as const),
    head: (
      <a href={worklistPath({ ...asked, sort: key, descending })}>
        {title}
        {isThis && <span class={asked.descending ? 'sorted sorted--down' : 'sorted sorted--up'} />}
        <span class="usa-sr-only">, {w.desk.queues.order(key, descending)}</span>
      </a>
    ),
  }
}

const Tick = ({ row, w }: { row: WorklistRow; w: Words }): JSX.Element => (
  <span class="tick">
    <input class="usa-checkbox__input" type="checkbox" id={`case-${row.id}`} name="case" value={row.id} />
    <label class="usa-checkbox__label" for={`case-${row.id}`}>
      <span class="usa-sr-only">{w.desk.queues.pick(row.enrolleeName, row.enrolleeNpi)}</span>
    </label>
  </span>
)
