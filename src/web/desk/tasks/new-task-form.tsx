/** The form that gives somebody of the desk a task. */
import type { JSX } from 'preact'
import type { Problem } from '#domain/result.ts'
import { type TaskKind, taskKinds } from '#domain/review/queues/case-tasks.ts'
import { choice, date, text } from '#forms/kit/kinds.ts'
import { Control } from '#web/kit/fields.tsx'
import type { Fields } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import { typedFrom } from '#web/kit/typed-fields.ts'
import type { CaseAsk } from '../case/loaded-case.ts'

export const dueQuestion = { kind: date('future') }
const kindNames = Object.keys(taskKinds) as readonly TaskKind[]

interface NewProps {
  readonly ask: CaseAsk<'case.view' | 'application.review'>
  readonly colleagues: readonly { readonly userId: string; readonly name: string }[]
  readonly typed: Fields
  readonly problems: readonly Problem[]
}
export function NewTask({ ask: { w, visit, permit }, colleagues, typed, problems }: NewProps): JSX.Element {
  const t = w.desk.tasks
  const problem = (at: string) => problems.find((p) => p.at === at)
  const owner = problem('owner')
  return (
    <Form visit={visit}>
      <Control
        name="kind"
        kind={choice(...kindNames)}
        words={{ ask: t.kind, options: t.kinds }}
        value={typed.kind ?? ''}
        problem={problem('kind')}
        w={w}
      />
      <Control
        name="what"
        kind={text(200)}
        words={{ ask: t.what, hint: t.whatHint }}
        value={typed.what ?? ''}
        problem={problem('what')}
        w={w}
      />
      <div class={`usa-form-group${owner ? ' usa-form-group--error' : ''}`}>
        <label class="usa-label" for="owner">
          {t.owner}
        </label>
        {owner && <span class="usa-error-message">{w.say(owner)}</span>}
        <select class="usa-select" id="owner" name="owner">
          {colleagues.map((c) => (
            <option key={c.userId} value={c.userId} selected={c.userId === (typed.owner ?? permit.actor.userId)}>
              {c.name}
            </option>
          ))}
        </select>
      </div>
      <Control
        name="dueOn"
        kind={dueQuestion.kind}
        words={{ ask: t.dueOn, hint: t.dueHint }}
        optional
        value={typedFrom('dueOn', dueQuestion, typed) ?? ''}
        problem={problem('dueOn')}
        w={w}
      />
      <Button>{t.give}</Button>
    </Form>
  )
}
