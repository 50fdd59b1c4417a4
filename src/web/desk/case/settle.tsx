/** Answers that a case and the record since both changed: settled by whoever holds the case, with a reason. */
import type { JSX } from 'preact'
import type { Problem } from '#domain/result.ts'
import { longText } from '#forms/kit/kinds.ts'
import { isOpenConflict } from '#use-cases/reconcile/reconcile-application.ts'
import { ConflictChoices, conflictSaid } from '#web/kit/conflict-choices.tsx'
import { Control } from '#web/kit/fields.tsx'
import type { Fields } from '#web/kit/page.ts'
import { Alert, Button, Form, SummaryList } from '#web/kit/parts.tsx'
import { type CaseAsk, casePath, type LoadedCase } from './loaded-case.ts'

interface SettleProps {
  readonly ask: CaseAsk
  readonly loaded: LoadedCase
  readonly posted: Fields
  readonly problems: readonly Problem[]
}

/** Nothing when the record did not change since the application was begun. */
export function Settle({ ask: { w, visit }, loaded, posted, problems }: SettleProps): JSX.Element | null {
  const { basis, record, conflicts, form, header } = loaded
  const t = w.recordChanged
  if (!basis || !record || basis.ordinal === record.ordinal) return null
  const open = conflicts.filter(isOpenConflict)
  const settled = conflicts.filter((c) => !isOpenConflict(c))
  return (
    <section>
      <h3>{t.desk.title}</h3>
      {open.length === 0 ? <p>{t.desk.merged}</p> : <Alert kind="warning">{t.desk.open(open.length)}</Alert>}
      {settled.length > 0 && (
        <>
          <h4>{t.desk.settled}</h4>
          <SummaryList
            w={w}
            rows={settled.map((c) => {
              const said = conflictSaid(c, form, w)
              return { key: said.what, value: c.keep === 'mine' ? t.keepFiled(said.mine) : t.keepRecord(said.record) }
            })}
          />
        </>
      )}
      {open.length > 0 && !loaded.isWorkable && <p>{t.desk.onlyHolder}</p>}
      {open.length > 0 && loaded.isWorkable && (
        <Form visit={visit} action={casePath(header.id, '/changes')} class="usa-form usa-form--large">
          <ConflictChoices
            conflicts={open}
            form={form}
            ordinal={record.ordinal}
            posted={posted}
            problems={problems}
            mine={t.keepFiled}
            w={w}
          />
          <Control
            name="because"
            kind={longText(500)}
            words={{ ask: t.desk.because, hint: t.desk.becauseHint }}
            value={posted.because ?? ''}
            problem={problems.find((p) => p.at === 'because')}
            w={w}
          />
          <Button>{t.desk.go}</Button>
        </Form>
      )}
    </section>
  )
}
