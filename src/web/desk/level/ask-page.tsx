/** The analyst asks for an exception from a visit or fingerprints: the ground with its authority, the day, the reason. */
import { applicationSubject } from '#db/queries/application/applications.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import { type Day, isDay } from '#domain/dates.ts'
import { isConfirmed } from '#domain/evidence.ts'
import type { Problem } from '#domain/result.ts'
import { type ExceptionGround, groundOf, groundsOf, isExceptionGround } from '#domain/review/level/exception-grounds.ts'
import { isLevelAsk } from '#domain/review/level/level-asks.ts'
import { choice, date, longText } from '#forms/kit/kinds.ts'
import { askException } from '#use-cases/level/ask-exception.ts'
import { openAsks } from '#use-cases/level/level-standing.ts'
import { Control } from '#web/kit/fields.tsx'
import { page } from '#web/kit/page.ts'
import { Alert, BackLink, Button, Form } from '#web/kit/parts.tsx'
import { redirect } from '#web/kit/reply.ts'
import { postedNames, typedFrom } from '#web/kit/typed-fields.ts'
import type { Words } from '#words/index.ts'
import { showCase } from '../case/case-frame.tsx'
import { type CaseAsk, casePath, loadCase } from '../case/loaded-case.ts'

const dayQuestion = { kind: date('past') }
interface TypedException {
  readonly ground: string
  readonly reliedOn: string
  readonly reason: string
}

export const askExceptionPage = page({
  path: '/desk/cases/:applicationId/exception',
  action: 'application.review',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  query: ['kind'],
  get: (ask) => draw(ask, { ground: '', reliedOn: '', reason: '' }, []),
  post: {
    once: true,
    fields: ['ground', 'reason', ...postedNames('reliedOn', dayQuestion)],
    async handle(ask) {
      const { db, permit, posted, now, subject } = ask
      const reliedOn = typedFrom('reliedOn', dayQuestion, posted)?.trim() ?? ''
      const typed = { ground: posted.ground ?? '', reliedOn, reason: posted.reason ?? '' }
      if (reliedOn !== '' && !isDay(reliedOn)) return draw(ask, typed, [{ code: 'not-a-date', at: 'reliedOn' }])
      const { today } = await loadCase(ask)
      const ground = isExceptionGround(posted.ground) ? posted.ground : undefined
      const asked = { ground, reliedOn: reliedOn === '' ? undefined : (reliedOn as Day), reason: typed.reason }
      const done = await askException(db, permit, asked, today, now)
      return done.ok
        ? redirect(casePath(subject.id, '/tasks'), { notice: 'recorded' })
        : draw(ask, typed, done.problems)
    },
  },
})

/** "Services only in patients’ homes (42 CFR 424.517(a))". */
export const groundSaid = (g: ExceptionGround, w: Words): string => {
  const { cite, evidence } = groundOf(g)
  const t = w.desk.tasks.level
  return t.cited(t.grounds[g], isConfirmed(evidence) ? cite : `${cite}, ${t.unconfirmed}`)
}

async function draw(
  ask: CaseAsk<'application.review'> & { readonly query: Readonly<Record<string, string | undefined>> },
  typed: TypedException,
  problems: readonly Problem[],
) {
  const { db, permit, w, visit, query } = ask
  const t = w.desk.tasks.level
  const loaded = await loadCase(ask)
  const lacking = openAsks(await listChecks(db, permit)).map((a) => a.kind)
  const kinds = isLevelAsk(query.kind) && lacking.includes(query.kind) ? [query.kind] : lacking
  const grounds = kinds.flatMap(groundsOf)
  const at = (name: string) => problems.find((p) => p.at === name)
  const asks: Readonly<Record<string, string>> = { ground: t.ground, reliedOn: t.reliedOn, reason: t.reason }
  return showCase({
    ask,
    loaded,
    tab: 'tasks',
    problems,
    nameOf: (name) => asks[name],
    children: (
      <>
        <BackLink href={casePath(loaded.header.id, '/tasks')} w={w} label={w.desk.tasks.back} />
        <h3>{t.askTitle}</h3>
        <p>{t.askIntro}</p>
        {!loaded.isWorkable ? (
          <Alert kind="info">
            {loaded.isMine ? w.desk.decide.notNow(w.statuses[loaded.header.status].name) : w.desk.case.takeFirst}
          </Alert>
        ) : grounds.length === 0 ? (
          <Alert kind="info">{t.notAsked}</Alert>
        ) : (
          <Form visit={visit}>
            <Control
              name="ground"
              kind={choice(...grounds)}
              words={{ ask: t.ground, options: Object.fromEntries(grounds.map((g) => [g, groundSaid(g, w)])) }}
              value={typed.ground}
              problem={at('ground')}
              w={w}
            />
            <Control
              name="reliedOn"
              kind={dayQuestion.kind}
              words={{ ask: t.reliedOn, hint: t.reliedHint }}
              optional
              value={typed.reliedOn}
              problem={at('reliedOn')}
              w={w}
            />
            <Control
              name="reason"
              kind={longText(500)}
              words={{ ask: t.reason, hint: t.reasonHint }}
              value={typed.reason}
              problem={at('reason')}
              w={w}
            />
            <Button>{t.ask}</Button>
          </Form>
        )}
      </>
    ),
  })
}
