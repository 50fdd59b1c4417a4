/** The date ledger for anybody: choose what it is about, put in the days, read the answer. A GET form; nothing is kept. */
import type { JSX } from 'preact'
import type { Day } from '#domain/dates.ts'
import { type LedgerAct, ledgerActs } from '#domain/enrollment/date-ledger/entry.ts'
import { fieldsOf, ledgerFields, workOut } from '#domain/enrollment/date-ledger/read-question.ts'
import type { Problem } from '#domain/result.ts'
import { type Fields, nobodysOwn, page } from '#web/kit/page.ts'
import { BackLink, Button, ErrorSummary } from '#web/kit/parts.tsx'
import { show } from '#web/kit/reply.ts'
import type { Words } from '#words/index.ts'
import { LedgerAnswer } from './ledger-answer.tsx'
import { LedgerControl } from './ledger-control.tsx'

export const ledgerPage = page({
  path: '/dates',
  action: 'public.view',
  subject: nobodysOwn,
  // "ask" tells a form that was sent from one that a link has filled in.
  query: ['act', 'ask', ...ledgerFields],
  async get({ query, today, w }) {
    const t = w.dateLedger
    const act = ledgerActs.find((a) => a === query.act)
    if (!act)
      return show(
        t.title,
        <>
          <h1>{t.title}</h1>
          <p class="usa-intro">{t.intro}</p>
          <Acts w={w} />
        </>,
      )
    const answer = query.ask === undefined ? undefined : workOut(act, query)
    const problems: readonly Problem[] = answer && !answer.ok ? answer.problems : []
    const title = `${t.title}: ${t.acts[act].name}`
    const nameOf = (at: string) => t.fields[at as keyof typeof t.fields]?.ask
    return show(
      problems.length > 0 ? `${w.layout.errorPrefix}${title}` : title,
      <>
        <BackLink href="/dates" w={w} label={t.back} />
        <ErrorSummary problems={problems} w={w} nameOf={nameOf} />
        <h1>{t.acts[act].name}</h1>
        {answer?.ok && <LedgerAnswer entry={answer.value} w={w} />}
        {answer && <h2>{t.again}</h2>}
        <AskForm act={act} query={query} problems={problems} today={today} w={w} />
      </>,
      { status: problems.length > 0 ? 422 : 200 },
    )
  },
})

const Acts = ({ w }: { readonly w: Words }): JSX.Element => (
  <section aria-labelledby="acts">
    <h2 id="acts">{w.dateLedger.pick}</h2>
    <ul class="usa-list">
      {ledgerActs.map((a) => (
        <li key={a}>
          <a class="usa-link" href={`/dates?act=${a}`}>
            {w.dateLedger.acts[a].name}
          </a>
          . {w.dateLedger.acts[a].about}.
        </li>
      ))}
    </ul>
  </section>
)

interface FormProps {
  readonly act: LedgerAct
  readonly query: Fields
  readonly problems: readonly Problem[]
  readonly today: Day
  readonly w: Words
}
function AskForm({ act, query, problems, today, w }: FormProps): JSX.Element {
  return (
    <form method="get" action="/dates" class="usa-form usa-form--large" noValidate>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="ask" value="1" />
      {fieldsOf[act].map((f) => (
        <LedgerControl
          key={f.name}
          act={act}
          field={f}
          value={query[f.name] ?? ''}
          problem={problems.find((p) => p.at === f.name)}
          today={today}
          w={w}
        />
      ))}
      <Button>{w.dateLedger.ask}</Button>
    </form>
  )
}
