/** What the comparison found, line by line, and the boxes in which a difference is explained. */
import type { Action, Subject } from '#domain/access/policy.ts'
import type { Problem } from '#domain/result.ts'
import type { PreflightRow } from '#use-cases/case/compare-application.ts'
import type { Ask } from '#web/kit/page.ts'
import { Button, Form, Table } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'
import { itemPath, sectionPath } from './section-order.ts'

export interface TypedExplanation {
  readonly key: string
  readonly explanation: string
}

/** "section/item/question": where the answer of a finding is changed. */
function changePath(id: string, field: string): string {
  const [section = '', item = ''] = field.split('/')
  return item === '1' ? sectionPath(id, section, 'preflight') : itemPath(id, section, item, 'preflight')
}

interface FindingsProps {
  readonly rows: readonly PreflightRow[]
  /** Of the application. */
  readonly id: string
  readonly w: Words
}
export function Findings({ rows, id, w }: FindingsProps) {
  const t = w.portal.preflight
  const words = w.comparison
  return (
    <Table
      caption={t.caption}
      rows={rows}
      rowKey={(r) => r.key}
      columns={[
        { title: t.what, cell: ({ finding: f }) => words.checks[f.check] },
        { title: t.ours, cell: ({ finding: f }) => words.ours(f) },
        { title: t.theirs, cell: ({ finding: f }) => words.theirs(f) ?? t.noValue },
        {
          title: t.verdict,
          cell: ({ finding: f, explanation }) => (
            <>
              <strong class={`verdict verdict--${f.verdict}`}>{words.verdictOf(f)}</strong>
              {f.note && <div>{words.notes[f.note]}</div>}
              {f.because && <div>{t.looksLike(f.because.map((b) => words.because[b]).join(', '))}</div>}
              {explanation && <div>{`${t.explained}: ${explanation}`}</div>}
            </>
          ),
        },
        {
          title: t.fix,
          cell: ({ finding: f, standing }) =>
            f.verdict === 'same' || f.verdict === 'unavailable' ? (
              t.nothing
            ) : f.verdict === 'different' && standing === 'settled' ? (
              t.oneAddress
            ) : (
              <>
                {f.fixAt && <div>{words.fixAt[f.fixAt]}</div>}
                <a class="usa-link" href={changePath(id, f.field)}>
                  {t.change}
                  <span class="usa-sr-only">{` ${words.checks[f.check]}`}</span>
                </a>
              </>
            ),
        },
      ]}
    />
  )
}

interface ExplainProps {
  readonly row: PreflightRow
  readonly i: number
  readonly problem: Problem | undefined
  readonly typed: TypedExplanation | undefined
  readonly ask: Pick<Ask<Action, Subject>, 'w' | 'visit'>
}
export function Explain({ row, i, problem, typed, ask }: ExplainProps) {
  const { w, visit } = ask
  const t = w.portal.preflight
  const label = t.explainLabel(w.comparison.checks[row.finding.check], row.finding.ours)
  const said = typed?.key === row.key ? typed.explanation : (row.explanation ?? '')
  return (
    <Form visit={visit} class="explain-form">
      <input type="hidden" name="key" value={row.key} />
      <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
        <label class="usa-label" for={`explanation-${i}`}>
          {label}
        </label>
        {problem && (
          <span class="usa-error-message" id={`explanation-${i}-error`}>
            {w.say(problem)}
          </span>
        )}
        <textarea
          class="usa-textarea"
          id={`explanation-${i}`}
          name="explanation"
          aria-describedby={problem ? `explanation-${i}-error` : undefined}
        >
          {said}
        </textarea>
      </div>
      <Button kind="outline">
        {t.save}
        <span class="usa-sr-only">{`: ${w.comparison.checks[row.finding.check]}`}</span>
      </Button>
    </Form>
  )
}
