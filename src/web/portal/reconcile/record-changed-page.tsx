/** What another application changed on record meanwhile, and which answer holds where both changed one. */
import { findFile } from '#db/queries/application/application-file.ts'
import { type ApplicationSubject, applicationSubject, findApplication } from '#db/queries/application/applications.ts'
import { isEditable } from '#domain/application/lifecycle.ts'
import type { Problem } from '#domain/result.ts'
import { applicationForm } from '#forms/application-form.ts'
import { relevant, sectionsOf } from '#forms/kit/form.ts'
import { diffSection } from '#forms/kit/say.ts'
import { reconcileApplication } from '#use-cases/reconcile/reconcile-application.ts'
import { bringUpToRecord } from '#use-cases/reconcile/settle-conflicts.ts'
import {
  ConflictChoices,
  chosenKeeps,
  conflictFields,
  conflictSaid,
  fieldOfConflict,
} from '#web/kit/conflict-choices.tsx'
import { type Ask, type Fields, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary, Form } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { ChangesTables } from '../application/changes-page.tsx'
import { applicationPath } from '../application/section-order.ts'

type EditAsk = Ask<'application.edit', ApplicationSubject>

export const recordChangedPage = page({
  path: '/applications/:applicationId/record-changed',
  action: 'application.edit',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: (ask) => draw(ask, {}, []),
  post: {
    fields: conflictFields,
    async handle(ask) {
      const { db, permit, posted, now, subject } = ask
      const done = await bringUpToRecord(db, permit, chosenKeeps(posted), now)
      if (done.ok || done.problem.code === 'already-so')
        return redirect(applicationPath(subject.id), { notice: 'saved' })
      return draw(ask, posted, done.problems)
    },
  },
})

async function draw(ask: EditAsk, posted: Fields, problems: readonly Problem[]) {
  const { db, permit, w, visit, subject } = ask
  const header = await findApplication(db, permit)
  const form = applicationForm(header)
  const mine = relevant(form, await findFile(db, permit))
  const { basis, record, moved, conflicts } = await reconcileApplication(db, permit, header, mine)
  if (!basis || !record || !moved || !isEditable(subject.status)) return redirect(applicationPath(subject.id))
  const t = w.recordChanged
  const changed = sectionsOf(form).flatMap((s) => {
    const words = w.forms[form.id]?.sections[s.id]
    const changes = words ? diffSection(s, words, basis.file, record.file, w.values) : []
    return words && changes.length > 0 ? [{ title: words.title, changes }] : []
  })
  const whatOf = (at: string) => {
    const c = conflicts.find((x) => fieldOfConflict([x], at))
    return c && conflictSaid(c, form, w).what
  }
  return show(
    problems.length > 0 ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <>
      <BackLink href={applicationPath(subject.id)} w={w} label={w.portal.tasks.backToList} />
      <ErrorSummary problems={problems} w={w} nameOf={whatOf} idOf={(at) => fieldOfConflict(conflicts, at) ?? at} />
      <h1>{t.title}</h1>
      <p class="usa-intro">{t.intro}</p>
      <h2>{t.changedTitle}</h2>
      {changed.length === 0 ? <p>{t.nothingHere}</p> : <ChangesTables changed={changed} w={w} heads={t.heads} />}
      <h2>{t.conflictsTitle}</h2>
      <p>{t.goMore}</p>
      <Form visit={visit} class="usa-form usa-form--large">
        {conflicts.length === 0 ? (
          <p>{t.noConflicts}</p>
        ) : (
          <ConflictChoices
            conflicts={conflicts}
            form={form}
            ordinal={record.ordinal}
            posted={posted}
            problems={problems}
            mine={t.keepMine}
            w={w}
          />
        )}
        {conflicts.length === 0 && <input type="hidden" name="against" value={String(record.ordinal)} />}
        <Button>{t.go}</Button>
      </Form>
    </>,
    { status: problems.length > 0 ? 422 : 200 },
  )
}
