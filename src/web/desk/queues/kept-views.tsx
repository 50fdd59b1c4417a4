/** Kept views as links, and the form that keeps the one that is shown. */
import type { JSX } from 'preact'
import type { SavedView } from '#db/queries/worklist/views.ts'
import type { Problem } from '#domain/result.ts'
import { fieldsOf, type WorklistQuery } from '#domain/review/queues/worklist-query.ts'
import { text } from '#forms/kit/kinds.ts'
import { Control } from '#web/kit/fields.tsx'
import type { Visit } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'
import { askedOf, worklistPath } from './worklist-address.ts'

interface LinksProps {
  readonly views: readonly SavedView[]
  readonly here: string
  readonly visit: Visit
  readonly w: Words
}
export function KeptViews({ views, here, visit, w }: LinksProps): JSX.Element | null {
  const t = w.desk.queues
  if (views.length === 0) return null
  return (
    <nav class="kept-views" aria-label={t.viewsLabel}>
      <ul>
        {views.map((v) => {
          const to = worklistPath(askedOf(v.query))
          return (
            <li key={v.id}>
              <a href={to} aria-current={to === here ? 'page' : undefined}>
                {v.name}
              </a>
              {v.shared && <span class="quiet"> ({t.sharedBy})</span>}
              {v.isOwn && (
                <Form visit={visit} action={`/desk/views/${v.id}`} class="inline-form">
                  <button class="usa-button usa-button--unstyled" type="submit" aria-label={t.drop(v.name)}>
                    {t.dropTitle}
                  </button>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

interface KeepProps {
  readonly asked: WorklistQuery
  readonly mayShare: boolean
  readonly typed: string
  readonly problem: Problem | undefined
  readonly visit: Visit
  readonly w: Words
}
export function KeepView({ asked, mayShare, typed, problem, visit, w }: KeepProps): JSX.Element {
  const t = w.desk.queues
  return (
    <details class="fold keep-view" open={problem !== undefined}>
      <summary>{t.keep}</summary>
      <Form visit={visit} action="/desk/views">
        {Object.entries(fieldsOf(asked)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Control
          name="name"
          kind={text(60)}
          words={{ ask: t.viewName, hint: t.viewHint }}
          value={typed}
          problem={problem}
          w={w}
        />
        {mayShare && (
          <div class="usa-checkbox">
            <input class="usa-checkbox__input" type="checkbox" id="shared" name="shared" value="yes" />
            <label class="usa-checkbox__label" for="shared">
              {t.viewShared}
            </label>
          </div>
        )}
        <Button kind="outline">{t.keep}</Button>
      </Form>
    </details>
  )
}
