/** Ours, theirs, where to fix it: the application beside the registry and the exclusion list, before signing. */
import { type ApplicationSubject, applicationSubject } from '#db/queries/application/applications.ts'
import { listBars } from '#db/queries/decisions/bars.ts'
import { can } from '#domain/access/policy.ts'
import { isAboutRecord } from '#domain/application/reasons.ts'
import type { Problem } from '#domain/result.ts'
import { relevant } from '#forms/kit/form.ts'
import { readingOf } from '#forms/readings.ts'
import { compareApplication, isSettled, isStopped } from '#use-cases/case/compare-application.ts'
import { explainDifference } from '#use-cases/case/explain-difference.ts'
import { feeStanding } from '#use-cases/fee/fee-standing.ts'
import { type Ask, page } from '#web/kit/page.ts'
import { Alert, BackLink, ErrorSummary } from '#web/kit/parts.tsx'
import { redirect, show } from '#web/kit/reply.ts'
import { BarAlert } from '../appeals/bar-alert.tsx'
import { feePath, stateWords } from '../fee/fee-page.tsx'
import { Explain, Findings, type TypedExplanation } from './findings-shown.tsx'
import { applicationPath } from './section-order.ts'
import { wholeApplication } from './whole-application.ts'

type EditAsk = Ask<'application.edit', ApplicationSubject>
export const preflightPage = page({
  path: '/applications/:applicationId/preflight',
  action: 'application.edit',
  subject: (db, { applicationId }) => applicationSubject(db, applicationId),
  get: (ask) => draw(ask, []),
  post: {
    fields: ['key', 'explanation'],
    async handle(ask) {
      const { db, permit, posted, now, subject } = ask
      const typed = { key: posted.key ?? '', explanation: posted.explanation ?? '' }
      const { today } = await wholeApplication(ask)
      const done = await explainDifference(db, permit, typed, today, now)
      return done.ok
        ? redirect(applicationPath(subject.id, '/preflight'), { notice: 'explanation-saved' })
        : draw(ask, done.problems, typed)
    },
  },
})

async function draw(ask: EditAsk, problems: readonly Problem[], typed?: TypedExplanation) {
  const { w, db, permit, visit, subject } = ask
  const t = w.portal.preflight
  const whole = await wholeApplication(ask)
  const { form, file, today, header } = whole
  const compared = await compareApplication(db, permit, readingOf(header.form), relevant(form, file), today)
  const bars = isAboutRecord(header) ? [] : await listBars(db, permit, header.enrolleeId, today)
  const fee = await feeStanding(db, permit, ask.now, whole)
  const explain = compared.rows.filter((r) => r.standing === 'explain')
  const open = explain.findIndex((r) => r.key === typed?.key)
  const failed = problems.length > 0
  return show(
    failed ? `${w.layout.errorPrefix}${t.title}` : t.title,
    <>
      <BackLink href={applicationPath(header.id)} w={w} label={w.portal.tasks.backToList} />
      <ErrorSummary problems={problems} w={w} idOf={() => `explanation-${Math.max(open, 0)}`} />
      <h1>{t.title}</h1>
      <p class="usa-intro">{t.intro}</p>
      <p>
        {compared.registry ? t.registryOf(w.portal.time.day(compared.registry.asOf)) : t.registryNone}{' '}
        {compared.exclusions ? t.listOf(w.portal.time.day(compared.exclusions.asOf)) : t.listNone}
      </p>
      <BarAlert bars={bars} w={w} />
      {isStopped(compared) && (
        <Alert kind="error" title={t.stopTitle}>
          {t.stop}
        </Alert>
      )}
      <Findings rows={compared.rows} id={header.id} w={w} />
      <p>
        {fee.settled ? w.fee.preflightSettled(stateWords(fee, w)) : w.fee.preflightOpen}{' '}
        <a class="usa-link" href={feePath(header.id)}>
          {w.fee.see}
        </a>
      </p>
      {explain.length > 0 && (
        <section>
          <h2>{t.explainTitle}</h2>
          <p>{t.explainIntro}</p>
          {explain.map((row, i) => (
            <Explain
              key={row.key}
              row={row}
              i={i}
              problem={i === open ? problems[0] : undefined}
              typed={typed}
              ask={ask}
            />
          ))}
        </section>
      )}
      {isSettled(compared) &&
        (can(visit.actor, 'application.sign', subject) ? (
          <p>
            {t.settled}{' '}
            <a class="usa-button" href={applicationPath(header.id, '/sign')}>
              {t.next}
            </a>
          </p>
        ) : (
          <p>{t.notTheSigner}</p>
        ))}
    </>,
    { status: failed ? 422 : 200, wide: true },
  )
}
