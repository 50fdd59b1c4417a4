/** Pieces that pages share: forms, error summaries, lists of answers, tags, time-lines, tables. */
import { randomUUID } from 'node:crypto'
import type { ComponentChildren, JSX } from 'preact'
import type { ApplicationStatus } from '#domain/application/lifecycle.ts'
import type { Problem } from '#domain/result.ts'
import type { Words } from '#words/index.ts'
import type { Visit } from './page.ts'

interface FormProps {
  readonly visit: Visit
  readonly children: ComponentChildren
  readonly action?: string
  readonly multipart?: boolean
  readonly class?: string
}
/** A form that posts to its own page (or `action`) with the anti-forgery token and one of its own (once.tsx). */
export const Form = ({ visit, children, action, multipart, class: cls }: FormProps): JSX.Element => (
  <form
    method="post"
    action={action}
    enctype={multipart ? 'multipart/form-data' : undefined}
    class={cls ?? 'usa-form usa-form--large'}
    noValidate
  >
    <input type="hidden" name="csrf" value={visit.csrf} />
    {visit.session && <input type="hidden" name="once" value={randomUUID()} />}
    {children}
  </form>
)

interface ErrorSummaryProps {
  readonly problems: readonly Problem[]
  readonly w: Words
  /** The id of the control of a field, where it differs from its name. */
  readonly idOf?: (at: string) => string
  /** The question a problem is about, said before the sentence. */
  readonly nameOf?: (at: string) => string | undefined
}
/** "There is a problem", with a link to each field. Show with status 422 and a title that begins "Error: ". */
export const ErrorSummary = ({
  problems,
  w,
  idOf = (at) => at,
  nameOf = () => undefined,
}: ErrorSummaryProps): JSX.Element | null =>
  problems.length === 0 ? null : (
    <div class="usa-alert usa-alert--error error-summary" role="alert" tabIndex={-1} id="errors" data-focus>
      <div class="usa-alert__body">
        <h2 class="usa-alert__heading">{w.layout.problemTitle}</h2>
        <ul class="usa-list">
          {problems.map((p) => {
            const about = p.at && nameOf(p.at)
            const said = `${about ? `${about}${about.endsWith('?') ? '' : ':'} ` : ''}${w.say(p)}`
            return <li key={`${p.at}-${p.code}`}>{p.at ? <a href={`#${idOf(p.at)}`}>{said}</a> : said}</li>
          })}
        </ul>
      </div>
    </div>
  )

interface AlertProps {
  readonly kind: 'info' | 'success' | 'warning' | 'error'
  readonly title?: string
  readonly children: ComponentChildren
}
export const Alert = ({ kind, title, children }: AlertProps): JSX.Element => (
  <div class={`usa-alert usa-alert--${kind}${title ? '' : ' usa-alert--slim'}`}>
    <div class="usa-alert__body">
      {title && <h2 class="usa-alert__heading">{title}</h2>}
      <div class="usa-alert__text">{children}</div>
    </div>
  </div>
)

export interface SummaryRow {
  readonly key: string
  readonly value: ComponentChildren
  readonly change?: { readonly href: string; readonly label: string } | undefined
}
/** Question and answer pairs; "Change" says what it changes for those who cannot see the row. */
export const SummaryList = ({ rows, w }: { rows: readonly SummaryRow[]; w: Words }): JSX.Element => (
  <dl class="summary-list">
    {rows.map((r) => (
      <div class="summary-list__row" key={r.key}>
        <dt>{r.key}</dt>
        <dd>{r.value}</dd>
        {r.change && (
          <dd class="summary-list__action">
            <a href={r.change.href} class="usa-link">
              {w.layout.change}
              <span class="usa-sr-only"> {r.change.label}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
)

export const StatusTag = ({ status, w }: { status: ApplicationStatus; w: Words }): JSX.Element => (
  <span class={`usa-tag status-tag status-tag--${status}`}>{w.statuses[status].name}</span>
)

export interface Column<R> {
  readonly title: string
  readonly cell: (row: R) => ComponentChildren
  readonly numeric?: boolean
  /** What stands in the heading instead of the title: a link that sorts. */
  readonly head?: ComponentChildren
  readonly sorted?: 'ascending' | 'descending' | undefined
}
interface TableProps<R> {
  readonly caption: string
  readonly columns: readonly Column<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string
  /** A class for rows that stand out. */
  readonly rowClass?: (row: R) => string | undefined
}
/** A table that becomes labelled cards on a narrow screen; the first column heads each row. */
export const Table = <R,>({ caption, columns, rows, rowKey, rowClass }: TableProps<R>): JSX.Element => (
  <table class="usa-table usa-table--borderless usa-table--stacked-header usa-table--stacked">
    <caption>{caption}</caption>
    <thead>
      <tr>
        {columns.map((c) => (
          <th scope="col" key={c.title} class={c.numeric ? 'numeric' : undefined} aria-sort={c.sorted}>
            {c.head ?? c.title}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((r) => (
        <tr key={rowKey(r)} class={rowClass?.(r)}>
          {columns.map((c, i) =>
            i === 0 ? (
              <th scope="row" data-label={c.title} key={c.title}>
                {c.cell(r)}
              </th>
            ) : (
              <td data-label={c.title} key={c.title} class={c.numeric ? 'numeric' : undefined}>
                {c.cell(r)}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
)

export interface TimelineStep {
  readonly when: string
  readonly what: ComponentChildren
  readonly detail?: ComponentChildren
  readonly state: 'done' | 'current' | 'next'
}
export const Timeline = ({ steps }: { steps: readonly TimelineStep[] }): JSX.Element => (
  <ol class="timeline">
    {steps.map((s) => (
      <li
        class={`timeline__step timeline__step--${s.state}`}
        key={`${s.when}-${s.state}`}
        aria-current={s.state === 'current' ? 'step' : undefined}
      >
        <span class="timeline__when">{s.when}</span>
        <span class="timeline__what">{s.what}</span>
        {s.detail && <span class="timeline__detail">{s.detail}</span>}
      </li>
    ))}
  </ol>
)

export const BackLink = ({ href, w, label }: { href: string; w: Words; label?: string }): JSX.Element => (
  <a class="usa-link back-link" href={href}>
    {label ?? w.layout.back}
  </a>
)

/** The main button of a form. `name`/`value` tell several buttons of one form apart (field "go"). */
export const Button = ({
  children,
  go,
  kind,
  file,
}: {
  children: ComponentChildren
  go?: string
  kind?: 'outline' | 'secondary' | 'unstyled'
  /** It answers with a file, so that the page stays as it is. */
  file?: boolean
}): JSX.Element => (
  <button
    class={`usa-button${kind ? ` usa-button--${kind}` : ''}`}
    type="submit"
    name={go ? 'go' : undefined}
    value={go}
    data-stays={file ? 'yes' : undefined}
  >
    {children}
  </button>
)
