/** Check your answers: every section with its Change links, what is missing first. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import { can } from '#domain/access/policy.ts'
import { allows, isEditable } from '#domain/application/lifecycle.ts'
import { progressOf } from '#forms/kit/form.ts'
import { page } from '#web/kit/page.ts'
import { Alert, BackLink } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import { AnswersShown } from './answers-shown.tsx'
import { applicationPath, itemPath, sectionPath } from './section-order.ts'
import type { ViewAsk } from './whole-application.ts'
import { wholeApplication } from './whole-application.ts'

export const checkPage = page({
  path: '/applications/:applicationId/check',
  action: 'application.view',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  async get(ask: ViewAsk) {
    const { w, visit, subject } = ask
    const t = w.portal.check
    const whole = await wholeApplication(ask)
    const { header, form, words, file, today } = whole
    const id = header.id
    const mayChange = isEditable(header.status) && can(visit.actor, 'application.edit', subject)
    const open = progressOf(form, file, today).flatMap((task) =>
      task.sections.filter((s) => s.progress === 'in-progress' || s.progress === 'not-started'),
    )
    return show(
      t.title,
      <>
        <BackLink href={applicationPath(id)} w={w} label={w.portal.tasks.backToList} />
        <h1>{t.title}</h1>
        <Alert kind="info">{allows(header.status, 'submit') ? t.notYet : t.frozen}</Alert>
        <section>
          <h2>{t.missingTitle}</h2>
          {open.length === 0 ? (
            <p>{t.missingNone}</p>
          ) : (
            <ul class="usa-list">
              {open.map(({ section: s, problems }) => {
                const title = words.sections[s.id]!.title
                const first = problems[0]
                const href =
                  first && s.repeats ? itemPath(id, s.id, first.itemId, 'check') : sectionPath(id, s.id, 'check')
                return (
                  <li key={s.id}>
                    {mayChange ? (
                      <a class="usa-link" href={href}>
                        {title}
                      </a>
                    ) : (
                      title
                    )}
                    {`: ${w.portal.tasks.progress[problems.length > 0 ? 'in-progress' : 'not-started']}`}
                  </li>
                )
              })}
            </ul>
          )}
        </section>
        <AnswersShown
          form={form}
          file={file}
          w={w}
          {...(mayChange && {
            changeAt: (s, itemId) => (s.repeats ? itemPath(id, s.id, itemId, 'check') : sectionPath(id, s.id, 'check')),
            listAt: (s) => sectionPath(id, s.id, 'check'),
          })}
        />
        <p class="usa-hint print-hint">{t.print}</p>
        {mayChange && (
          <p>
            <a class="usa-button" href={applicationPath(id, '/preflight')}>
              {t.next}
            </a>
          </p>
        )}
      </>,
    )
  },
})
