/** The tasks of a case: what is open and whose, what came of the others, what the screening level asks for, a new one. */
import type { JSX } from 'preact'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { namesOf } from '#db/queries/application/case-people.ts'
import { type CaseTask, listColleagues, listTasks } from '#db/queries/application/case-tasks.ts'
import { listExceptions } from '#db/queries/application/level-exceptions.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import { isOpen } from '#domain/application/lifecycle.ts'
import { addDays, type Day, isDay } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { isTaskKind, type TaskKind, taskKinds } from '#domain/review/queues/case-tasks.ts'
import { openTask } from '#use-cases/tasks/open-task.ts'
import { type Fields, page } from '#web/kit/page.ts'
import { Table } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { postedNames, typedFrom } from '#web/kit/typed-fields.ts'
import { time } from '#words/en/portal/time.ts'
import { showCase } from '../case/case-frame.tsx'
import { type CaseAsk, casePath, type LoadedCase, loadCase } from '../case/loaded-case.ts'
import { reviewing } from '../case/reviewing.ts'
import { LevelShown } from '../level/level-shown.tsx'
import { dueQuestion, NewTask } from './new-task-form.tsx'

type Viewing = CaseAsk<'case.view' | 'application.review'>

export const tasksPage = page({
  path: '/desk/cases/:applicationId/tasks',
  action: 'case.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  query: ['kind'],
  get: (ask) => draw(ask, { kind: ask.query.kind }, []),
  post: {
    once: true,
    fields: ['kind', 'what', 'owner', ...postedNames('dueOn', dueQuestion)],
    async handle(viewed) {
      const ask = reviewing(viewed)
      if (!ask) return notFound
      const { db, permit, posted, services, w, now } = ask
      const { today } = await loadCase(ask)
      const typedDue = typedFrom('dueOn', dueQuestion, posted) ?? ''
      const kind = isTaskKind(posted.kind) ? posted.kind : undefined
      const due = dueFrom(typedDue, kind, today)
      const problems: readonly Problem[] = [
        ...(kind ? [] : [{ code: 'not-a-choice', at: 'kind' } as const]),
        ...(due.problem ? [{ ...due.problem, at: 'dueOn' }] : []),
      ]
      if (!kind || !due.day) return draw(ask, posted, problems)
      const task = { kind, what: posted.what ?? '', ownerId: posted.owner ?? '', dueOn: due.day }
      const done = await openTask(db, permit, task, { site: services.site, words: w }, now)
      if (!done.ok) return draw(ask, posted, done.problems)
      services.wake()
      return redirect(casePath(ask.subject.id, '/tasks'), { notice: 'recorded' })
    },
  },
})

/** The day that was typed, or that of the kind. */
function dueFrom(
  typed: string,
  kind: TaskKind | undefined,
  today: Day,
): { readonly day?: Day; readonly problem?: Problem } {
  if (typed.trim() === '') return kind ? { day: addDays(today, taskKinds[kind].days) } : {}
  if (!isDay(typed)) return { problem: { code: 'not-a-date' } }
  return typed < today ? { problem: { code: 'date-in-past' } } : { day: typed }
}

async function draw(ask: Viewing, typed: Fields, problems: readonly Problem[]) {
  const { db, permit, w } = ask
  const t = w.desk.tasks
  const loaded = await loadCase(ask)
  const tasks = await listTasks(db, permit)
  const [checks, exceptions] = [await listChecks(db, permit), await listExceptions(db, permit)]
  const names = await namesOf(db, permit, [
    ...tasks.flatMap((k) => [k.ownerId, k.openedBy, k.closedBy ?? '']),
    ...exceptions.flatMap((e) => [e.askedBy, e.answeredBy ?? '']),
  ])
  const asks: Readonly<Record<string, string>> = { kind: t.kind, what: t.what, owner: t.owner, dueOn: t.dueOn }
  return showCase({
    ask,
    loaded,
    tab: 'tasks',
    problems,
    nameOf: (at) => asks[at],
    children: (
      <>
        <p>{t.intro}</p>
        <LevelShown loaded={loaded} checks={checks} tasks={tasks} exceptions={exceptions} names={names} w={w} />
        {tasks.length === 0 ? <p>{t.none}</p> : <List ask={ask} loaded={loaded} tasks={tasks} names={names} />}
        {loaded.mayReview && isOpen(loaded.header.status) && (
          <details class="fold" open={tasks.length === 0 || problems.length > 0 || typed.kind !== undefined}>
            <summary>
              <h3>{t.newTitle}</h3>
            </summary>
            <NewTask ask={ask} colleagues={await listColleagues(db, permit)} typed={typed} problems={problems} />
          </details>
        )}
      </>
    ),
  })
}

interface ListProps {
  readonly ask: Viewing
  readonly loaded: LoadedCase
  readonly tasks: readonly CaseTask[]
  readonly names: ReadonlyMap<string, string>
}
function List({ ask: { w }, loaded, tasks, names }: ListProps): JSX.Element {
  const t = w.desk.tasks
  const zone = loaded.header.contractorZone
  const who = (id: string | undefined) => (id && names.get(id)) ?? t.someone
  const ended = (k: CaseTask) => {
    const at = k.closedAt ? time.at(k.closedAt, zone) : ''
    return k.result
      ? t.resultLine(t.results[k.result] ?? k.result, who(k.closedBy), at)
      : t.calledOff(who(k.closedBy), at)
  }
  const due = (d: Day) => (d < loaded.today ? <strong>{t.overdue(time.day(d))}</strong> : time.day(d))
  return (
    <Table
      caption={t.caption}
      rows={tasks}
      rowKey={(k) => k.id}
      columns={[
        {
          title: t.task,
          cell: (k) => (
            <>
              <a href={casePath(loaded.header.id, `/tasks/${k.id}#task`)}>{k.what}</a>
              <span class="quiet below">{t.kinds[k.kind]}</span>
            </>
          ),
        },
        { title: t.owner, cell: (k) => who(k.ownerId) },
        { title: t.due, cell: (k) => (k.state === 'open' ? due(k.dueOn) : time.day(k.dueOn)) },
        { title: t.state, cell: (k) => (k.state === 'open' ? t.states.open : ended(k)) },
      ]}
    />
  )
}
