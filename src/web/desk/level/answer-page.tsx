/** A supervisor grants or refuses the exceptions that were asked for; never the own one. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import { namesOf } from '#db/queries/application/case-people.ts'
import { listExceptions } from '#db/queries/application/level-exceptions.ts'
import type { Problem } from '#domain/result.ts'
import { type LevelAsk, levelAsks } from '#domain/review/level/level-asks.ts'
import { longText } from '#forms/kit/kinds.ts'
import { answerException } from '#use-cases/level/answer-exception.ts'
import { Control } from '#web/kit/fields.tsx'
import { type Fields, page } from '#web/kit/page.ts'
import { Alert, BackLink, Button, Form, SummaryList } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import { showCase } from '../case/case-frame.tsx'
import { type CaseAsk, casePath, loadCase } from '../case/loaded-case.ts'
import { groundSaid } from './ask-page.tsx'

const boxOf = (kind: LevelAsk): string => `answer-${kind}`

export const answerExceptionPage = page({
  path: '/desk/cases/:applicationId/exception/answer',
  action: 'application.decide',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: (ask) => draw(ask, {}, []),
  post: {
    fields: ['exception', ...levelAsks.map(boxOf)],
    async handle(ask) {
      const { db, permit, posted, services, w, now, subject } = ask
      if (posted.go !== 'grant' && posted.go !== 'refuse') return draw(ask, posted, [{ code: 'not-a-choice' }])
      const asked = (await listExceptions(db, permit)).find((e) => e.id === posted.exception)
      const reason = (asked && posted[boxOf(asked.kind)]) ?? ''
      const said = { id: posted.exception, grants: posted.go === 'grant', reason }
      const done = await answerException(db, permit, said, { site: services.site, words: w }, now)
      if (!done.ok) return draw(ask, posted, done.problems)
      services.wake()
      return redirect(casePath(subject.id, '/tasks'), { notice: 'recorded' })
    },
  },
})

async function draw(ask: CaseAsk<'application.decide'>, typed: Fields, problems: readonly Problem[]) {
  const { db, permit, w, visit } = ask
  const t = w.desk.tasks.level
  const loaded = await loadCase(ask)
  const asked = (await listExceptions(db, permit)).filter((e) => e.state === 'asked')
  const names = await namesOf(
    db,
    permit,
    asked.map((e) => e.askedBy),
  )
  const answered = asked.find((e) => e.id === typed.exception)
  return showCase({
    ask,
    loaded,
    tab: 'tasks',
    problems: problems.map((p) => (p.at === 'answer' && answered ? { ...p, at: boxOf(answered.kind) } : p)),
    nameOf: (at) => (at.startsWith('answer-') ? t.answer : undefined),
    children: (
      <>
        <BackLink href={casePath(loaded.header.id, '/tasks')} w={w} label={w.desk.tasks.back} />
        <h3>{t.answerTitle}</h3>
        {asked.length === 0 && <p>{t.nothingAsked}</p>}
        {asked.map((e) => (
          <section key={e.id} aria-labelledby={`exception-${e.id}`}>
            <h4 id={`exception-${e.id}`}>{w.desk.tasks.kinds[e.kind]}</h4>
            <SummaryList
              w={w}
              rows={[
                { key: t.ground, value: groundSaid(e.ground, w) },
                ...(e.reliedOn ? [{ key: t.reliedOn, value: time.day(e.reliedOn) }] : []),
                { key: t.reason, value: e.reason },
                {
                  key: t.askedBy,
                  value: t.by(
                    names.get(e.askedBy) ?? w.desk.tasks.someone,
                    time.at(e.askedAt, loaded.header.contractorZone),
                  ),
                },
              ]}
            />
            {e.askedBy === permit.actor.userId ? (
              <Alert kind="info">{t.own}</Alert>
            ) : (
              <Form visit={visit}>
                <input type="hidden" name="exception" value={e.id} />
                <Control
                  name={boxOf(e.kind)}
                  kind={longText(500)}
                  words={{ ask: t.answer, hint: w.desk.screening.reasonHint }}
                  value={typed[boxOf(e.kind)] ?? ''}
                  problem={typed.exception === e.id ? problems.find((p) => p.at === 'answer') : undefined}
                  w={w}
                />
                <div class="buttons">
                  <Button go="grant">{t.grant}</Button>
                  <Button kind="outline" go="refuse">
                    {t.refuse}
                  </Button>
                </div>
              </Form>
            )}
          </section>
        ))}
      </>
    ),
  })
}
