/** What the desk may do with a request besides judging its answer: give more time, or close it. */
import type { JSX } from 'preact'
import type { DeskAffiliationRequest } from '#db/queries/affiliations/requests.ts'
import { isLate, requestAllows } from '#domain/affiliation/request.ts'
import type { Day } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { choice, date, longText } from '#forms/kit/kinds.ts'
import { Control } from '#web/kit/fields.tsx'
import type { Fields, Visit } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import { typedFrom } from '#web/kit/typed-fields.ts'
import type { Words } from '#words/index.ts'
import { deskAffiliationPath } from './affiliation-paths.ts'

export const newDay = { kind: date() }

interface CloseProps {
  readonly request: DeskAffiliationRequest
  readonly typed: Fields
  readonly problems: readonly Problem[]
  readonly visit: Visit
  readonly today: Day
  readonly w: Words
}
export function CloseForms({ request: r, typed, problems, visit, today, w }: CloseProps): JSX.Element {
  const t = w.affiliations.desk
  const at = (name: string) => problems.find((p) => p.at === name)
  const ways = isLate(r, today) ? (['not-answered', 'taken-back'] as const) : (['taken-back'] as const)
  return (
    <>
      {requestAllows(r.state, 'more-time') && (
        <details class="fold" open={problems.some((p) => p.at === 'dueOn' || p.at === 'why')}>
          <summary>{t.moreTimeTitle}</summary>
          <Form visit={visit} action={deskAffiliationPath(r.id, '/more-time')}>
            <Control
              name="dueOn"
              kind={newDay.kind}
              words={{ ask: t.moreTime }}
              value={typedFrom('dueOn', newDay, typed) ?? ''}
              problem={at('dueOn')}
              w={w}
            />
            <Control
              name="why"
              kind={longText(2000)}
              words={{ ask: t.moreTimeReason }}
              value={typed.why ?? ''}
              problem={at('why')}
              w={w}
            />
            <Button kind="outline">{t.moreTimeButton}</Button>
          </Form>
        </details>
      )}
      <details class="fold" open={problems.some((p) => p.at === 'how' || p.at === 'closeReason')}>
        <summary>{t.closeTitle}</summary>
        <Form visit={visit} action={deskAffiliationPath(r.id, '/close')}>
          <Control
            name="how"
            kind={choice(...ways)}
            words={{ ask: t.closeHow, options: t.closeKinds }}
            value={typed.how ?? ''}
            problem={at('how')}
            w={w}
          />
          <Control
            name="closeReason"
            kind={longText(4000)}
            words={{ ask: t.closeReason, hint: t.closeHint }}
            value={typed.closeReason ?? ''}
            problem={at('closeReason')}
            w={w}
          />
          <Button kind="secondary">{t.closeButton}</Button>
        </Form>
      </details>
    </>
  )
}
