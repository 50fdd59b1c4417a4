/** The form for the result of a task, and the photos of a visit. Works without scripts; a phone opens its camera. */
import type { JSX } from 'preact'
import type { CaseTask, TaskPhoto } from '#db/queries/application/case-tasks.ts'
import type { Problem } from '#domain/result.ts'
import { MOST_PHOTOS, photoMaxMegabytes, taskKinds, visitQuestions } from '#domain/review/queues/case-tasks.ts'
import type { Typed } from '#forms/kit/answers.ts'
import type { AnyQuestionWords } from '#forms/kit/words.ts'
import { Control } from '#web/kit/fields.tsx'
import { Button, Form } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'
import { type CaseAsk, casePath } from '../case/loaded-case.ts'
import { reportSection } from './visit-form.ts'

interface ResultProps {
  readonly ask: CaseAsk<'case.view' | 'application.review'>
  readonly task: CaseTask
  readonly photos: readonly TaskPhoto[]
  readonly typed: Typed
  readonly problems: readonly Problem[]
}
export function TaskResultForm({
  ask: { w, visit, subject, today },
  task,
  photos,
  typed,
  problems,
}: ResultProps): JSX.Element {
  const t = w.desk.tasks
  const { questions } = reportSection(task.kind)
  const words: Readonly<Record<string, AnyQuestionWords>> = {
    ...Object.fromEntries(visitQuestions.map((q) => [q, { ask: t.visit[q] }])),
    visitedOn: { ask: t.visitedOn },
    note: task.kind === 'site-visit' ? { ask: t.note, hint: t.noteHint } : { ask: t.note },
    result: { ask: t.result, options: t.results },
  }
  const controls = Object.entries(questions).map(([name, q]) => (
    <Control
      key={name}
      name={name}
      kind={q.kind}
      words={words[name] ?? { ask: name }}
      optional={q.optional}
      value={typed[name] ?? (name === 'visitedOn' ? today : '')}
      problem={problems.find((p) => p.at === name)}
      w={w}
    />
  ))
  const problem = problems.find((p) => p.at === 'photo')
  return (
    <Form visit={visit} multipart class="usa-form usa-form--large visit-form">
      {taskKinds[task.kind].photos && <h4>{t.visitTitle}</h4>}
      {controls.slice(0, -1)}
      {taskKinds[task.kind].photos && (
        <div class={`usa-form-group task-photos${problem ? ' usa-form-group--error' : ''}`}>
          <label class="usa-label" for="photo">
            {t.photo}
          </label>
          <div class="usa-hint" id="photo-hint">
            {t.photosHint(MOST_PHOTOS, photoMaxMegabytes)}
          </div>
          {problem && (
            <span class="usa-error-message" id="photo-error">
              {w.say(problem)}
            </span>
          )}
          {photos.length > 0 && <PhotoList id={subject.id} task={task} photos={photos} w={w} />}
          <input
            id="photo"
            name="photo"
            type="file"
            accept="image/jpeg,image/png,image/heic,image/webp"
            capture="environment"
            aria-describedby={problem ? 'photo-hint photo-error' : 'photo-hint'}
          />
          <Button kind="outline" go="photo">
            {t.addPhoto}
          </Button>
        </div>
      )}
      {controls.slice(-1)}
      <Button go="finish">{t.finish}</Button>
    </Form>
  )
}

interface PhotoListProps {
  readonly id: string
  readonly task: CaseTask
  readonly photos: readonly TaskPhoto[]
  readonly w: Words
}
export const PhotoList = ({ id, task, photos, w }: PhotoListProps): JSX.Element => (
  <>
    <p>{w.desk.tasks.photosKept(photos.length)}</p>
    <ul class="task-photos__list">
      {photos.map((p, i) => (
        <li key={p.id}>
          <a href={casePath(id, `/tasks/${task.id}/photos/${p.id}`)}>
            {w.desk.tasks.photoLine(i + 1, Math.max(1, Math.round(p.bytes / 1024)))}
          </a>
        </li>
      ))}
    </ul>
  </>
)
