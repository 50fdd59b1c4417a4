/** The short path when nothing changed: every part of the record to look at, a tick for each, one button. */

import type { ApplicationSubject } from '#db/queries/application/applications.ts'
import { applicationSubject } from '#db/queries/application/applications.ts'
import type { Problem } from '#domain/result.ts'
import { parseAnswers } from '#forms/kit/answers.ts'
import { progressOf, sectionOf } from '#forms/kit/form.ts'
import { applies, ONLY_ITEM } from '#forms/kit/section.ts'
import { REASON_TASK } from '#forms/reasons/reason-form.ts'
import { saveSection } from '#use-cases/application/save-section.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { notFound, redirect, show } from '#web/kit/reply.ts'
import { SectionShown } from '../application/answers-shown.tsx'
import { applicationPath, itemPath, sectionPath } from '../application/section-order.ts'
import { type WholeApplication, wholeApplication } from '../application/whole-application.ts'

type EditAsk = Ask<'application.edit', ApplicationSubject>
const SECTION = 'confirmation'

export const confirmPage = page({
  path: '/applications/:applicationId/confirm',
  action: 'application.edit',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get(ask) {
    const whole = await wholeApplication(ask)
    const said = whole.file[SECTION]?.[0]?.answers.confirmed
    return draw(ask, whole, Array.isArray(said) ? said : [], [])
  },
  post: {
    fields: [],
    many: ['confirmed'],
    async handle(ask) {
      const { db, permit, posted, now } = ask
      const whole = await wholeApplication(ask)
      const section = sectionOf(whole.form, SECTION)
      if (!section) return notFound
      const ticked = (posted.confirmed ?? '').split(',').filter(Boolean)
      const { answers, problems } = parseAnswers(section, { confirmed: posted.confirmed }, whole.today)
      if (problems.length > 0) return draw(ask, whole, ticked, problems)
      const seenVersion = whole.file[SECTION]?.[0]?.version
      const saved = await saveSection(db, permit, { sectionId: SECTION, itemId: ONLY_ITEM, answers, seenVersion }, now)
      return saved.ok ? redirect(applicationPath(whole.header.id)) : draw(ask, whole, ticked, saved.problems)
    },
  },
})

function draw(ask: EditAsk, whole: WholeApplication, ticked: readonly unknown[], problems: readonly Problem[]) {
  const { w, visit } = ask
  const { form, file, header, today } = whole
  if (!sectionOf(form, SECTION)) return notFound
  const t = w.portal.reasons.confirm
  const progress = progressOf(form, file, today)
  const problem = problems[0]
  const id = header.id
  return show(
    problem ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <>
      <BackLink href={applicationPath(id)} w={w} label={w.portal.tasks.backToList} />
      <ErrorSummary problems={problems.map((p) => ({ ...p, at: 'confirmed' }))} w={w} nameOf={() => t.title} />
      <h1>{t.title}</h1>
      <p class="usa-intro">{t.intro}</p>
      <Form visit={visit} class="usa-form usa-form--large">
        <div id="confirmed" tabIndex={-1} class={problem ? 'usa-form-group--error' : undefined}>
          {problem && <p class="usa-error-message">{w.say(problem)}</p>}
          {form.tasks
            .filter((task) => task.id !== REASON_TASK)
            .map((task) => {
              const standing = progress.find((p) => p.task.id === task.id)?.progress
              const title = w.portal.change.part(header.form, task.id)
              const sections = task.sections.filter((s) => applies(s, file))
              return (
                <section key={task.id} class="confirm-part">
                  <h2>{title}</h2>
                  {standing === 'in-progress' && <p class="usa-error-message">{t.notComplete}</p>}
                  <details class="record-shown">
                    <summary>{t.show(title)}</summary>
                    {sections.length === 0 && <p>{t.nothing}</p>}
                    {sections.map((s) => (
                      <SectionShown
                        key={s.id}
                        section={s}
                        form={form}
                        file={file}
                        w={w}
                        changeAt={(x, item) => (x.repeats ? itemPath(id, x.id, item) : sectionPath(id, x.id))}
                        listAt={(x) => sectionPath(id, x.id)}
                      />
                    ))}
                  </details>
                  <div class="usa-checkbox">
                    <input
                      class="usa-checkbox__input usa-checkbox__input--tile"
                      type="checkbox"
                      id={`confirmed-${task.id}`}
                      name="confirmed"
                      value={task.id}
                      checked={ticked.includes(task.id)}
                    />
                    <label class="usa-checkbox__label" for={`confirmed-${task.id}`}>
                      {t.right}
                      <span class="usa-sr-only">{`: ${title}`}</span>
                    </label>
                  </div>
                </section>
              )
            })}
        </div>
        <Button>{t.done}</Button>
      </Form>
    </>,
    { status: problem ? 422 : 200 },
  )
}
