/**
 * One task: what it is, and the form for its result. A site visit is filled in at the place on a phone, without
 * scripts: the camera opens from the file box, and each photo is kept as soon as it is sent.
 */
import type { JSX } from 'preact'
import { applicationSubject } from '#db/queries/application/applications.ts'
import { namesOf } from '#db/queries/application/case-people.ts'
import { type CaseTask, findTask, listPhotos, type TaskPhoto } from '#db/queries/application/case-tasks.ts'
import type { Problem } from '#domain/result.ts'
import { isTaskKind, taskKinds } from '#domain/review/queues/case-tasks.ts'
import { parseAnswers, type Typed } from '#forms/kit/answers.ts'
import { longText } from '#forms/kit/kinds.ts'
import { addPhoto, finishTask, mayFinish, photoMaxBytes } from '#use-cases/tasks/finish-task.ts'
import { callOffTask } from '#use-cases/tasks/open-task.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Fields, page } from '#web/kit/page.ts'
import { Alert, BackLink, Button, Form, SummaryList } from '#web/kit/parts.tsx'
import { notFound, redirect } from '#web/kit/reply.ts'
import { postedNames, typedFrom } from '#web/kit/typed-fields.ts'
import { showCase } from '../case/case-frame.tsx'
import { type CaseAsk, casePath, type LoadedCase, loadCase } from '../case/loaded-case.ts'
import { reviewing } from '../case/reviewing.ts'
import { taskRows } from './task-facts.ts'
import { PhotoList, TaskResultForm } from './task-result-form.tsx'
import { reportSection } from './visit-form.ts'

type Viewing = CaseAsk<'case.view' | 'application.review'>
/** Every field of every kind of task; what a kind does not ask is not read. */
const everyField = [
  ...new Set(
    Object.keys(taskKinds)
      .filter(isTaskKind)
      .flatMap((k) => Object.entries(reportSection(k).questions).flatMap(([n, q]) => postedNames(n, q))),
  ),
  'reason',
]
const typedReport = (task: CaseTask, posted: Fields): Typed =>
  Object.fromEntries(Object.entries(reportSection(task.kind).questions).map(([n, q]) => [n, typedFrom(n, q, posted)]))

export const taskPage = page({
  path: '/desk/cases/:applicationId/tasks/:taskId',
  action: 'case.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: (ask) => draw(ask, {}, []),
  post: {
    once: true,
    fields: everyField,
    upload: { field: 'photo', maxBytes: photoMaxBytes, maxFiles: 2 },
    async handle(viewed) {
      const ask = reviewing(viewed)
      if (!ask) return notFound
      const { db, permit, params, posted, uploads, services, w, now } = ask
      const task = await findTask(db, permit, params.taskId)
      if (!task) return notFound
      const typed = { ...typedReport(task, posted), reason: posted.reason }
      const done = () => redirect(casePath(ask.subject.id, '/tasks'), { notice: 'recorded' })
      if (posted.go === 'call-off') {
        const off = await callOffTask(db, permit, task.id, posted.reason ?? '', now)
        return off.ok ? done() : draw(ask, typed, off.problems)
      }
      // First the photos, so that none is lost when something else has to be corrected.
      for (const sent of uploads.filter((u) => u.fileName !== '' || u.bytes.length > 0)) {
        const kept = await addPhoto(db, permit, services, task.id, sent, now)
        if (!kept.ok) return draw(ask, typed, kept.problems)
      }
      if (posted.go === 'photo') return draw(ask, typed, [])
      const { today } = await loadCase(ask)
      const { answers, problems } = parseAnswers(reportSection(task.kind), typed, today)
      if (problems.length > 0) return draw(ask, typed, problems)
      const { result, ...report } = answers as Readonly<Record<string, unknown>>
      const office = { site: services.site, words: w }
      const said = { result: typeof result === 'string' ? result : undefined, report }
      const sent = await finishTask(db, permit, task.id, said, office, now)
      if (!sent.ok) return draw(ask, typed, sent.problems)
      services.wake()
      return done()
    },
  },
})

async function draw(ask: Viewing & { readonly params: Fields }, typed: Typed, problems: readonly Problem[]) {
  const { db, permit, w, visit } = ask
  const t = w.desk.tasks
  const task = await findTask(db, permit, ask.params.taskId)
  if (!task) return notFound
  const loaded = await loadCase(ask)
  const photos = (await listPhotos(db, permit)).filter((p) => p.taskId === task.id)
  const names = await namesOf(db, permit, [task.ownerId, task.openedBy, task.closedBy ?? ''])
  const may = loaded.mayReview && mayFinish(task, loaded.header.assignedTo, permit.actor.userId)
  const asks: Readonly<Record<string, string>> = {
    ...t.visit,
    visitedOn: t.visitedOn,
    note: t.note,
    result: t.result,
    photo: t.photo,
    reason: t.callOffReason,
  }
  return showCase({
    ask,
    loaded,
    tab: 'tasks',
    problems,
    nameOf: (at) => asks[at],
    children: (
      <>
        <BackLink href={casePath(loaded.header.id, '/tasks')} w={w} label={t.back} />
        <h3 id="task">{`${t.kinds[task.kind]}: ${task.what}`}</h3>
        <SummaryList w={w} rows={taskRows(task, loaded, names, w)} />
        {task.state === 'open' && !may && loaded.mayReview && (
          <Alert kind="info">{t.notYours(names.get(task.ownerId) ?? t.someone)}</Alert>
        )}
        {may ? (
          <TaskResultForm ask={ask} task={task} photos={photos} typed={typed} problems={problems} />
        ) : (
          <Photos loaded={loaded} task={task} photos={photos} w={w} />
        )}
        {task.state === 'open' && loaded.mayReview && (
          <details class="fold" open={problems.some((p) => p.at === 'reason')}>
            <summary>
              <h3>{t.callOffTitle}</h3>
            </summary>
            <Form visit={visit}>
              <Control
                name="reason"
                kind={longText(500)}
                words={{ ask: t.callOffReason, hint: w.desk.screening.reasonHint }}
                value={typed.reason ?? ''}
                problem={problems.find((p) => p.at === 'reason')}
                w={w}
              />
              <Button kind="outline" go="call-off">
                {t.callOff}
              </Button>
            </Form>
          </details>
        )}
      </>
    ),
  })
}

const Photos = ({
  loaded,
  task,
  photos,
  w,
}: {
  loaded: LoadedCase
  task: CaseTask
  photos: readonly TaskPhoto[]
  w: Viewing['w']
}): JSX.Element | null =>
  photos.length === 0 ? null : (
    <>
      <h4>{w.desk.tasks.photosTitle}</h4>
      <PhotoList id={loaded.header.id} task={task} photos={photos} w={w} />
    </>
  )
