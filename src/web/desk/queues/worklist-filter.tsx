/** The filter and the order of the worklist, as a form that is only an address, so that it can be kept and sent. */
import type { JSX } from 'preact'
import type { Colleague } from '#db/queries/application/case-tasks.ts'
import { applicationReasons } from '#domain/application/reasons.ts'
import { isFiltered, sortKeys, type WorklistQuery } from '#domain/review/queues/worklist-query.ts'
import { forms } from '#forms/index.ts'
import { Button } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'
import { worklistPath } from './worklist-address.ts'

interface Props {
  readonly asked: WorklistQuery
  readonly colleagues: readonly Colleague[]
  readonly w: Words
}
export function WorklistFilter({ asked, colleagues, w }: Props): JSX.Element {
  const t = w.desk.queues
  const isOn = isFiltered(asked)
  const people = colleagues.map((c) => [c.userId, c.name] as const)
  return (
    <details class="fold worklist-filter" open={isOn}>
      <summary>{isOn ? t.filterOn : t.filterTitle}</summary>
      <form method="get" action="/desk" class="worklist-filter__form">
        <input type="hidden" name="queue" value={asked.queue} />
        <Pick
          name="form"
          label={t.form}
          any={t.any}
          value={asked.form}
          options={forms.map((f) => [f.id, formName(f.id, w)])}
        />
        <Pick
          name="reason"
          label={t.reason}
          any={t.any}
          value={asked.reason}
          options={applicationReasons.map((r) => [r, w.desk.worklist.reasons[r]])}
        />
        <Pick name="state" label={t.state} any={t.any} value={asked.state} options={Object.entries(w.values.states)} />
        <Pick
          name="holder"
          label={t.holder}
          any={t.any}
          value={asked.holder}
          options={[['me', t.me], ['nobody', t.nobody], ...people]}
        />
        <Pick
          name="sort"
          label={w.desk.queues.orderLabel}
          value={`${asked.descending ? '-' : ''}${asked.sort}`}
          options={sortKeys.flatMap((k) => [
            [k, t.order(k, false)],
            [`-${k}`, t.order(k, true)],
          ])}
        />
        <p class="worklist-filter__end">
          <Button kind="outline">{t.show}</Button>
          {isOn && <a href={worklistPath({ queue: asked.queue, sort: 'received', descending: false })}>{t.clear}</a>}
        </p>
      </form>
    </details>
  )
}

/** "CMS-855I". */
const formName = (id: string, w: Words): string =>
  (w.forms as Readonly<Record<string, { title?: string }>>)[id]?.title ?? id

interface PickProps {
  readonly name: string
  readonly label: string
  readonly any?: string
  readonly value: string | undefined
  readonly options: readonly (readonly [value: string, label: string])[]
}
const Pick = ({ name, label, any, value, options }: PickProps): JSX.Element => (
  <div class="worklist-filter__field">
    <label class="usa-label" for={`filter-${name}`}>
      {label}
    </label>
    <select class="usa-select" id={`filter-${name}`} name={name}>
      {any && <option value="">{any}</option>}
      {options.map(([v, l]) => (
        <option key={v} value={v} selected={v === value}>
          {l}
        </option>
      ))}
    </select>
  </div>
)
