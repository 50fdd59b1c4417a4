/** What can be done with the cases that were ticked. */
import type { JSX } from 'preact'
import type { Colleague } from '#db/queries/application/case-tasks.ts'
import type { Problem } from '#domain/result.ts'
import { fieldsOf, type WorklistQuery } from '#domain/review/queues/worklist-query.ts'
import { Button } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'

interface Props {
  readonly asked: WorklistQuery
  /** Whom a supervisor may give cases to; empty for an analyst. */
  readonly colleagues: readonly Colleague[]
  readonly problem: Problem | undefined
  readonly w: Words
}
export function BulkBar({ asked, colleagues, problem, w }: Props): JSX.Element {
  const t = w.desk.queues
  return (
    <fieldset class="usa-fieldset bulk__bar" id="cases" tabIndex={-1}>
      <legend class="usa-legend">
        {t.bulkTitle} <span class="quiet" role="status" data-picked={t.pickedMany} data-picked-one={t.pickedOne} />
      </legend>
      {problem && <span class="usa-error-message">{w.say(problem)}</span>}
      {Object.entries(fieldsOf(asked)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div class="bulk__acts">
        {colleagues.length > 0 && (
          <div class="bulk__give">
            <label class="usa-label" for="to">
              {t.to}
            </label>
            <select class="usa-select" id="to" name="to">
              {colleagues.map((c) => (
                <option key={c.userId} value={c.userId}>
                  {c.name}
                </option>
              ))}
            </select>
            <Button go="assign">{t.assign}</Button>
          </div>
        )}
        <Button go="take" kind="outline">
          {t.take}
        </Button>
        <Button go="put-back" kind="outline">
          {t.putBack}
        </Button>
      </div>
    </fieldset>
  )
}
