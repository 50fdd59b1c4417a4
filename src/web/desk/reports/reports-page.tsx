/** The figures of a desk in a period: pictures, tables, files; made to be printed as well. */
import type { JSX } from 'preact'
import { listSheets } from '#use-cases/reports/desk-sheets.ts'
import { BarPatterns } from '#web/kit/charts/bar.tsx'
import { SheetShown } from '#web/kit/charts/sheet-shown.tsx'
import { type Fields, page } from '#web/kit/page.ts'
import { Button, ErrorSummary } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'
import { visitorsContractor } from '../contractor-subject.ts'
import { type AskedReport, addressOf, readAsked, reportFields } from './asked-report.ts'

export const reportsPage = page({
  path: '/desk/reports',
  action: 'reports.view',
  subject: visitorsContractor,
  query: reportFields,
  async get({ db, permit, query, now, w }) {
    const t = w.reports
    const asked = await readAsked(db, permit, query, now)
    const sheets = asked.problems.length > 0 ? [] : await listSheets(db, permit, asked, w)
    const { from, to } = asked.period
    return show(
      asked.problems.length > 0 ? `${w.layout.errorPrefix}${t.title}` : t.title,
      <>
        <ErrorSummary problems={asked.problems} w={w} nameOf={(at) => (at === 'since' ? t.from : t.to)} />
        <h1>{t.title}</h1>
        <p class="quiet">
          {asked.contractorName ?? t.everyContractor}. {t.period(time.day(from), time.day(to))}.
        </p>
        <Asking asked={asked} query={query} w={w} />
        {sheets.length > 0 && (
          <>
            <p>{t.asOf(time.day(asked.today))}</p>
            <p class="no-print">
              {t.print} <a href="/service-levels">{t.published}</a>
            </p>
            <nav class="no-print" aria-label={t.contents}>
              <ul class="usa-list">
                {sheets.map((s) => (
                  <li key={s.name}>
                    <a href={`#sheet-${s.name}`}>{s.title}</a>
                  </li>
                ))}
              </ul>
            </nav>
            <BarPatterns />
            {sheets.map((s) => (
              <SheetShown sheet={s} w={w} key={s.name}>
                <p class="no-print">
                  <a href={`/desk/reports/csv?figure=${s.name}&${addressOf(asked)}`} download>
                    {t.csv}
                    <span class="usa-sr-only">{t.csvOf(s.title)}</span>
                  </a>
                </p>
              </SheetShown>
            ))}
          </>
        )}
      </>,
      { wide: true, status: asked.problems.length > 0 ? 422 : 200 },
    )
  },
})

function Asking({ asked, query, w }: { asked: AskedReport; query: Fields; w: Words }): JSX.Element {
  const t = w.reports
  const box = (name: 'since' | 'to', label: string, value: string) => {
    const problem = asked.problems.find((p) => p.at === name)
    return (
      <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
        <label class="usa-label" for={name}>
          {label}
        </label>
        <div class="usa-hint" id={`${name}-hint`}>
          {t.dayHint}
        </div>
        {problem && <span class="usa-error-message">{w.say(problem)}</span>}
        <input class="usa-input" id={name} name={name} value={query[name] ?? value} aria-describedby={`${name}-hint`} />
      </div>
    )
  }
  return (
    <form class="report-form" method="get" action="/desk/reports">
      {box('since', t.from, asked.period.from)}
      {box('to', t.to, asked.period.to)}
      {asked.choices.length > 0 && (
        <div class="usa-form-group">
          <label class="usa-label" for="contractor">
            {t.contractor}
          </label>
          <select class="usa-select" id="contractor" name="contractor">
            <option value="">{t.everyContractor}</option>
            {asked.choices.map((c) => (
              <option key={c.id} value={c.id} selected={c.id === asked.scope.contractorId}>
                {c.name}
              </option>
            ))}
          </select>
        </div>
      )}
      <Button>{t.show}</Button>
    </form>
  )
}
