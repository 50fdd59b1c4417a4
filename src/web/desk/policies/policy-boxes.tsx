/** The boxes of each policy, drawn from one table by topic. */
import type { JSX } from 'preact'
import { enrollmentStatuses } from '#domain/enrollment/enrollment.ts'
import type { PolicyTopic } from '#domain/policies/desk-policy.ts'
import type { Problem } from '#domain/result.ts'
import { screeningLevels } from '#domain/review/screening/screening-level.ts'
import { monitoredSourceKinds } from '#domain/screening/monitoring.ts'
import { type AnyKind, choice, choices, count, date, text, yesNo } from '#forms/kit/kinds.ts'
import { Control } from '#web/kit/fields.tsx'
import type { Fields } from '#web/kit/page.ts'
import type { Words } from '#words/index.ts'

type Options = Readonly<Record<string, string>>
type Box = readonly [name: string, kind: AnyKind, ask: string, options?: Options]

export const fromQuestion = { kind: date() }

const boxesOf: { readonly [T in PolicyTopic]: (w: Words) => readonly Box[] } = {
  lists: ({ desk: { policies: t } }) => [
    ['freshDays', count, t.freshDays],
    ['required', yesNo, t.required],
  ],
  monitoring: (w) => {
    const t = w.desk.policies
    const lists = Object.fromEntries(monitoredSourceKinds.map((s) => [s, w.sourceNames[s]]))
    return [
      ['everyMonths', count, t.everyMonths],
      ['sources', choices(...monitoredSourceKinds), t.sources, lists],
      ['statuses', choices(...Object.keys(enrollmentStatuses)), t.statuses, w.eligibility.statusNames],
      ['orderOnly', yesNo, t.orderOnly],
      ['nonBillingMonths', count, t.nonBillingMonths],
    ]
  },
  moratoria: ({ desk: { policies: t } }) => [
    ['stands', yesNo, t.stands, t.standsOptions],
    ['cite', text(120), t.cite],
  ],
  levels: ({ desk: { policies: t }, review }) => [
    ['first', choice(...screeningLevels), t.first, review.levels],
    ['later', choice(...screeningLevels), t.later, review.levels],
    ['cite', text(120), t.cite],
  ],
  elevations: ({ desk: { policies: t } }) => [
    ['raises', yesNo, t.raises],
    ['cite', text(120), t.cite],
  ],
}

interface Props {
  readonly topic: PolicyTopic
  readonly typed: Fields
  readonly problems: readonly Problem[]
  readonly w: Words
}
export function PolicyBoxes({ topic, typed, problems, w }: Props): JSX.Element {
  const t = w.desk.policies
  const at = (name: string) => problems.find((p) => p.at === name)
  return (
    <>
      {boxesOf[topic](w).map(([name, kind, ask, options]) => (
        <Control
          key={name}
          name={name}
          kind={kind}
          words={{ ask, ...(options && { options }) }}
          value={typed[name] ?? ''}
          problem={at(name)}
          w={w}
        />
      ))}
      <Control
        name="from"
        kind={fromQuestion.kind}
        words={{ ask: t.from, hint: t.fromHint }}
        value={typed.from ?? ''}
        problem={at('from')}
        w={w}
      />
      <Control
        name="reason"
        kind={text(300)}
        words={{ ask: t.reason }}
        value={typed.reason ?? ''}
        problem={at('reason')}
        w={w}
      />
    </>
  )
}
