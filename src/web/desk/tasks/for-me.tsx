/** What waits for the visitor above the worklist: notices about cases, and tasks of their own. */
import type { JSX } from 'preact'
import type { DeskNotice, OwnTask } from '#db/queries/application/case-tasks.ts'
import type { Day } from '#domain/dates.ts'
import type { Visit } from '#web/kit/page.ts'
import { Button, Form, Table } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { casePath } from '../case/loaded-case.ts'

/** Where what a notice tells of is to be seen. */
const partOf: Readonly<Record<DeskNotice['kind'], string>> = {
  mention: '/history',
  'task-given': '/tasks',
  'task-done': '/tasks',
  resubmitted: '/changes',
  'case-given': '',
}

interface Props {
  readonly tasks: readonly OwnTask[]
  readonly notices: readonly DeskNotice[]
  readonly today: Day
  readonly zone: string
  readonly w: Words
  readonly visit: Visit
}

export function ForMe({ tasks, notices, today, zone, w, visit }: Props): JSX.Element {
  const t = w.desk.tasks
  const to = (n: DeskNotice) => casePath(n.applicationId, partOf[n.kind])
  return (
    <>
      {notices.length > 0 && (
        <section class="for-me" aria-labelledby="for-me">
          <h2 id="for-me">{t.noticesTitle}</h2>
          <ul class="for-me__notices">
            {notices.map((n) => (
              <li key={n.id}>
                <a href={to(n)}>{`${t.notices[n.kind](n.fromName ?? t.someone)}: ${n.enrolleeName}`}</a>
                <span class="quiet below">{`${n.words} (${time.at(n.at, zone)})`}</span>
              </li>
            ))}
          </ul>
          <Form visit={visit} action="/desk/notices" class="inline-form">
            <Button kind="outline">{t.putAway}</Button>
          </Form>
        </section>
      )}
      {tasks.length > 0 && (
        <section class="for-me" aria-labelledby="own-tasks">
          <h2 id="own-tasks">{t.ownTitle}</h2>
          <Table
            caption={t.ownCaption(tasks.length)}
            rows={tasks}
            rowKey={(k) => k.id}
            columns={[
              { title: t.task, cell: (k) => <a href={casePath(k.applicationId, `/tasks/${k.id}#task`)}>{k.what}</a> },
              { title: t.kind, cell: (k) => t.kinds[k.kind] },
              { title: t.provider, cell: (k) => k.enrolleeName },
              {
                title: t.due,
                cell: (k) =>
                  k.dueOn < today ? (
                    <strong>{t.overdue(time.day(k.dueOn))}</strong>
                  ) : (
                    <span class="nowrap">{time.day(k.dueOn)}</span>
                  ),
              },
            ]}
          />
        </section>
      )}
    </>
  )
}
