/** The results of a screening: what needs a person first and open, then everything that is settled, closed. */
import type { ComponentChildren, JSX } from 'preact'
import type { ScreeningCheck } from '#db/queries/application/screening.ts'
import type { OpenCheck, RequiredCheck } from '#domain/review/screening/screening.ts'
import { type CheckProps, CheckShown } from './check-shown.tsx'
import { whereSettled } from './where-settled.ts'

interface ResultsProps extends Omit<CheckProps, 'check' | 'subject' | 'typed'> {
  readonly checks: readonly ScreeningCheck[]
  readonly earlier: readonly ScreeningCheck[]
  readonly open: readonly OpenCheck[]
  readonly subjectOf: (subject: string) => string
  /** What stands between the open and the settled results. */
  readonly children: ComponentChildren
  /** The check whose disposition was refused, as it was typed. */
  readonly refused: { readonly id: string; readonly disposition: string; readonly reason: string } | undefined
}

const isSame = (a: RequiredCheck, b: RequiredCheck) => a.kind === b.kind && a.subject === b.subject

export function ScreeningResults({
  checks,
  earlier,
  open,
  subjectOf,
  refused,
  children,
  ...p
}: ResultsProps): JSX.Element {
  const t = p.ask.w.desk.screening
  const wanted = (c: ScreeningCheck) =>
    open.some((o) => isSame(o, c)) || c.id === refused?.id || c.id === p.ask.query.change
  const first = checks.filter(wanted)
  const settled = checks.filter((c) => !wanted(c))
  const draw = (check: ScreeningCheck) => (
    <CheckShown
      key={check.id}
      {...p}
      check={check}
      subject={subjectOf(check.subject)}
      typed={refused?.id === check.id ? refused : undefined}
    />
  )
  return (
    <>
      {first.length > 0 && (
        <section aria-labelledby="needs-person">
          <h3 id="needs-person">{t.needsPersonTitle}</h3>
          {first.map(draw)}
        </section>
      )}
      {children}
      {settled.length > 0 && (
        <details class="fold" id="settled">
          <summary>
            <h3>{t.settledTitle}</h3> <span class="fold__note">{t.results(settled.length)}</span>
          </summary>
          {settled.map(draw)}
        </details>
      )}
      {earlier.length > 0 && (
        <details class="fold" id="earlier">
          <summary>
            <h3>{t.earlierTitle}</h3> <span class="fold__note">{t.results(earlier.length)}</span>
          </summary>
          {earlier.map(draw)}
        </details>
      )}
    </>
  )
}

interface OpenListProps {
  readonly open: readonly OpenCheck[]
  readonly checks: readonly ScreeningCheck[]
  readonly line: (o: OpenCheck) => string
  readonly applicationId: string
}
/** What is still open, each leading to where it is settled. */
export const OpenList = ({ open, checks, line, applicationId }: OpenListProps): JSX.Element => (
  <ul class="usa-list">
    {open.map((o) => {
      const check = checks.find((c) => isSame(c, o))
      // What is there is on this page; what is not is made somewhere.
      const to = check ? `#check-${check.id}` : whereSettled(applicationId, o.kind)
      return <li key={`${o.kind}-${o.subject}-${o.why}`}>{to ? <a href={to}>{line(o)}</a> : line(o)}</li>
    })}
  </ul>
)
