/** Chooses what of an enrollment changes; only that is asked. */

import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { can, type Subject } from '#domain/access/policy.ts'
import type { Problem } from '#domain/result.ts'
import { readingOf } from '#forms/readings.ts'
import { startChange } from '#use-cases/application/start-change.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { applicationPath } from '../application/section-order.ts'

interface ChangeSubject extends Subject {
  readonly enrollmentId: string
  readonly form: string
}

export const changePage = page({
  path: '/enrollments/:enrollmentId/change',
  action: 'application.start',
  async subject(db, { enrollmentId }, visit): Promise<ChangeSubject | undefined> {
    const found = await enrollmentSubject(db, enrollmentId)
    if (found && !can(visit.actor, 'enrollment.manage', found)) return undefined
    // An application is started for the enrollee, so the enrollee is what the permit is about.
    return found && { id: found.enrolleeId, enrolleeId: found.enrolleeId, enrollmentId: found.id, form: found.form }
  },
  get: async (ask) => draw(ask, [], []),
  post: {
    once: true,
    fields: [],
    many: ['tasks'],
    async handle(ask) {
      const { db, permit, subject, posted, now } = ask
      const tasks = (posted.tasks ?? '').split(',').filter(Boolean)
      const started = await startChange(
        db,
        permit,
        { enrollmentId: subject.enrollmentId, reason: 'change', tasks },
        now,
      )
      return started.ok ? redirect(applicationPath(started.value.applicationId)) : draw(ask, tasks, started.problems)
    },
  },
})

function draw(
  { w, visit, subject }: Ask<'application.start', ChangeSubject>,
  picked: readonly string[],
  problems: readonly Problem[],
) {
  const t = w.portal.change
  const open = problems.find((p) => p.code === 'application-open')?.with?.applicationId
  const problem = problems.find((p) => p.at === 'tasks')
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <div class="one-thing">
      <BackLink href={`/enrollments/${subject.enrollmentId}`} w={w} />
      <ErrorSummary problems={problems} w={w} nameOf={(at) => (at === 'tasks' ? t.pick : undefined)} />
      {open && (
        <p>
          <a class="usa-link" href={applicationPath(String(open))}>
            {t.openAlready}
          </a>
        </p>
      )}
      <h1>{t.title}</h1>
      <p class="usa-intro">{t.intro}</p>
      <Form visit={visit}>
        <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
          <fieldset
            class="usa-fieldset"
            id="tasks"
            tabIndex={-1}
            aria-describedby={problem ? 'tasks-error' : undefined}
          >
            <legend class="usa-legend">{t.pick}</legend>
            {problem && (
              <span class="usa-error-message" id="tasks-error">
                {w.say(problem)}
              </span>
            )}
            {readingOf(subject.form).changeable.map((task) => (
              <div class="usa-checkbox" key={task}>
                <input
                  class="usa-checkbox__input usa-checkbox__input--tile"
                  type="checkbox"
                  id={`tasks-${task}`}
                  name="tasks"
                  value={task}
                  checked={picked.includes(task)}
                />
                <label class="usa-checkbox__label" for={`tasks-${task}`}>
                  {t.part(subject.form, task)}
                </label>
              </div>
            ))}
          </fieldset>
        </div>
        <Button>{t.begin}</Button>
      </Form>
    </div>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}
