/** The analyst recommends approval, when every check has its result and every finding its disposition. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import type { Problem } from '#domain/result.ts'
import { longText } from '#forms/kit/kinds.ts'
import { findOpenChecks } from '#use-cases/decisions/open-work.ts'
import { recommendApplication } from '#use-cases/decisions/recommend-application.ts'
import { Control } from '#web/kit/fields.tsx'
import { page } from '#web/kit/page.ts'
import { Alert, Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { showCase } from './case-frame.tsx'
import { subjectNames } from './check-subjects.ts'
import { type CaseAsk, casePath, loadCase } from './loaded-case.ts'
import { whereSettled } from './where-settled.ts'

export const recommendPage = page({
  path: '/desk/cases/:applicationId/recommend',
  action: 'application.review',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: (ask) => draw(ask, '', []),
  post: {
    fields: ['note'],
    async handle(ask) {
      const note = ask.posted.note ?? ''
      const done = await recommendApplication(ask.db, ask.permit, note, ask.now)
      // One sentence says it; which checks are open stands in the list below it.
      return done.ok
        ? redirect('/desk', { notice: 'recommended' })
        : draw(ask, note, [done.problem, ...done.problems.slice(1).filter((p) => p.code === 'tasks-open')])
    },
  },
})

async function draw(ask: CaseAsk<'application.review'>, note: string, problems: readonly Problem[]) {
  const { db, permit, w, visit } = ask
  const t = w.desk.decide
  const loaded = await loadCase(ask)
  const open = await findOpenChecks(db, permit, loaded)
  const subjectOf = subjectNames(loaded, w)
  return showCase({
    ask,
    loaded,
    tab: 'recommend',
    problems,
    children: (
      <>
        <p>{t.recommendIntro}</p>
        {open.length > 0 && (
          <Alert kind="warning" title={w.desk.screening.openTitle}>
            <ul class="usa-list">
              {open.map((o) => (
                <li key={`${o.kind}-${o.subject}-${o.why}`}>
                  <a href={whereSettled(loaded.header.id, o.kind) ?? casePath(loaded.header.id, '/screening')}>
                    {w.desk.screening.openLine(o.kind, subjectOf(o.subject), o.why)}
                  </a>
                </li>
              ))}
            </ul>
          </Alert>
        )}
        {loaded.isWorkable ? (
          <Form visit={visit}>
            <Control
              name="note"
              kind={longText(2000)}
              words={{ ask: t.recommendNote }}
              optional
              value={note}
              problem={undefined}
              w={w}
            />
            <Button>{t.recommend}</Button>
          </Form>
        ) : (
          <Alert kind="info">
            {loaded.isMine ? t.notNow(w.statuses[loaded.header.status].name) : w.desk.case.takeFirst}
          </Alert>
        )}
        <p>
          <a href={casePath(loaded.header.id, '/screening')}>{w.desk.case.tabs.screening}</a>
        </p>
      </>
    ),
  })
}
