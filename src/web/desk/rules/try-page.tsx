/** A supervisor, auditor or operator tries a change of the rules dry on files of the past. It is a question, so it is a GET. */
import type { JSX } from 'preact'
import { MOST_FILES } from '#db/queries/application/past-files.ts'
import { can } from '#domain/access/policy.ts'
import { addDays, type Day, isDay } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { screeningLevels } from '#domain/review/screening/screening-level.ts'
import type { Difference, FailedRule } from '#domain/rules/judge-past.ts'
import { inForce, ruleNames } from '#domain/rules/parameters.ts'
import { type Trial, tryRules } from '#use-cases/rules/try-rules.ts'
import { type Fields, page } from '#web/kit/page.ts'
import { Alert, BackLink, Button, ErrorSummary, Table } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { casePath } from '../case/loaded-case.ts'
import { visitorsContractor } from '../contractor-subject.ts'

/** How far back, when nobody says. */
const DAYS_BACK = 180

export const tryRulesPage = page({
  path: '/desk/rules',
  action: 'rules.try',
  subject: visitorsContractor,
  query: ['since', ...ruleNames],
  async get({ db, permit, query, w, today, visit }) {
    const t = w.desk.rules
    const asked = query.since !== undefined
    const since = query.since !== undefined && isDay(query.since) ? query.since : undefined
    const changes = ruleNames.flatMap((n) => (query[n] ? [`${n}=${query[n]}`] : []))
    const tried = since ? await tryRules(db, permit, since, changes) : undefined
    const problems: readonly Problem[] = [
      ...(asked && !since ? [{ code: 'not-a-date', at: 'since' } as const] : []),
      ...(tried && !tried.ok ? tried.problems : []),
    ]
    const nameOf = (at: string) => (at === 'since' ? t.since : t.names[at as 'signature-age'])
    return show(
      problems.length > 0 ? `${w.layout.errorPrefix}${t.tryTitle}` : t.tryTitle,
      <>
        {can(visit.actor, 'worklist.view', permit.subject) && <BackLink href="/desk" w={w} label={w.desk.case.back} />}
        <ErrorSummary problems={problems} w={w} nameOf={nameOf} />
        <h1>{t.tryTitle}</h1>
        <p>{t.tryIntro}</p>
        <Asking query={query} since={since ?? addDays(today, -DAYS_BACK)} problems={problems} w={w} />
        {tried?.ok && <Tried trial={tried.value} w={w} />}
      </>,
      { wide: true, status: problems.length > 0 ? 422 : 200 },
    )
  },
})

interface AskingProps {
  readonly query: Fields
  readonly since: Day
  readonly problems: readonly Problem[]
  readonly w: Words
}
function Asking({ query, since, problems, w }: AskingProps): JSX.Element {
  const t = w.desk.rules
  const box = (name: string, label: string, hint: string, value: string) => {
    const problem = problems.find((p) => p.at === name)
    return (
      <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`} key={name}>
        <label class="usa-label" for={name}>
          {label}
        </label>
        <div class="usa-hint" id={`${name}-hint`}>
          {hint}
        </div>
        {problem && <span class="usa-error-message">{w.say(problem)}</span>}
        {name.endsWith('-level') ? (
          <select class="usa-select" id={name} name={name} aria-describedby={`${name}-hint`}>
            {['', ...screeningLevels].map((l) => (
              <option key={l} value={l} selected={l === value}>
                {l === '' ? '' : (w.desk.screening.match.levels[l] ?? l)}
              </option>
            ))}
          </select>
        ) : (
          <input class="usa-input" id={name} name={name} value={value} aria-describedby={`${name}-hint`} />
        )}
      </div>
    )
  }
  return (
    <form method="get" class="usa-form usa-form--large">
      {box('since', t.since, t.sinceHint, query.since ?? since)}
      {ruleNames.map((n) => box(n, t.names[n], t.inForce(String(inForce[n] ?? t.ownDays)), query[n] ?? ''))}
      <Button>{t.tryIt}</Button>
    </form>
  )
}

function Tried({ trial, w }: { trial: Trial; w: Words }): JSX.Element {
  const t = w.desk.rules
  const said = (failed: readonly FailedRule[]) =>
    failed.length === 0
      ? w.desk.case.none
      : [...new Set(failed.map((f) => `${t.rules[f.rule] ?? f.rule}: ${t.why[f.why]} (${f.cite})`))].join('; ')
  return (
    <section aria-live="polite">
      <Alert kind="info">
        {t.tried(trial.files, trial.passNow, trial.passThen, trial.differences.length)}{' '}
        {trial.files === MOST_FILES && t.most(MOST_FILES)}
      </Alert>
      {trial.differences.length === 0 ? (
        <p>{t.noDifference}</p>
      ) : (
        <Table
          caption={t.differCaption}
          rows={trial.differences.slice(0, 200)}
          rowKey={(d: Difference) => d.file.id}
          columns={[
            { title: t.file, cell: (d) => <a href={casePath(d.file.id, '/rules')}>{d.file.trackingNumber}</a> },
            { title: t.received, cell: (d) => time.day(d.file.receivedOn) },
            { title: t.newly, cell: (d) => said(d.newly) },
            { title: t.noLonger, cell: (d) => said(d.noLonger) },
          ]}
        />
      )}
    </section>
  )
}
