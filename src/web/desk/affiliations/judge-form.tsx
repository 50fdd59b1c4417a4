/** The check list of an undue risk: each factor with a finding and what it is found from, then the finding on the whole. */
import type { JSX } from 'preact'
import {
  factorFindings,
  factorsOn,
  riskOutcomes,
  type UndueRiskFactor,
  undueRiskFactors,
} from '#domain/affiliation/undue-risk.ts'
import type { Day } from '#domain/dates.ts'
import type { Problem } from '#domain/result.ts'
import { choice, choices, longText, specialty, text } from '#forms/kit/kinds.ts'
import type { KnownParty } from '#use-cases/affiliations/known-of-parties.ts'
import { Control } from '#web/kit/fields.tsx'
import type { Fields, Visit } from '#web/kit/page.ts'
import { Button, Form } from '#web/kit/parts.tsx'
import type { Words } from '#words/index.ts'
import { deskAffiliationPath } from './affiliation-paths.ts'

const finding = (f: UndueRiskFactor): string => `finding-${f}`
const why = (f: UndueRiskFactor): string => `why-${f}`

/** The boxes that the form posts. */
export const judgeFields: readonly string[] = [
  'outcome',
  'reason',
  ...undueRiskFactors.flatMap((f) => [finding(f), why(f)]),
]

/** What was typed, by factor. */
export const typedFactors = (posted: Fields) =>
  Object.fromEntries(
    undueRiskFactors.map((f) => [f, { finding: posted[finding(f)] ?? '', reason: posted[why(f)] ?? '' }]),
  )

/** What a box is called, for the summary of what is wrong. */
export function judgeBoxName(at: string, w: Words): string | undefined {
  const t = w.affiliations.desk
  const [part = '', ...rest] = at.split('-')
  const factor = t.factors[rest.join('-') as UndueRiskFactor]
  if (part === 'finding') return factor
  if (part === 'why' && factor) return t.why(factor)
  return { outcome: t.outcome, reason: t.reason, risky: t.risky }[at]
}

interface JudgeProps {
  readonly requestId: string
  readonly known: readonly KnownParty[]
  readonly today: Day
  readonly typed: Fields
  readonly problems: readonly Problem[]
  readonly visit: Visit
  readonly w: Words
}
export function JudgeForm({ requestId, known, today, typed, problems, visit, w }: JudgeProps): JSX.Element {
  const t = w.affiliations.desk
  const at = (name: string) => problems.find((p) => p.at === name)
  return (
    <section aria-labelledby="judge">
      <h2 id="judge">{t.judgeTitle}</h2>
      <p>{t.judgeIntro}</p>
      <Form visit={visit} action={deskAffiliationPath(requestId, '/finding')} class="usa-form affiliation-judge">
        {factorsOn.on(today).map((f) => (
          <fieldset class="usa-fieldset affiliation-judge__factor" key={f}>
            <legend class="usa-legend">{t.factors[f]}</legend>
            <Control
              name={finding(f)}
              kind={specialty(...factorFindings)}
              words={{ ask: t.finding, options: t.findings }}
              value={typed[finding(f)] ?? ''}
              problem={at(finding(f))}
              w={w}
            />
            <Control
              name={why(f)}
              kind={text(600)}
              words={{ ask: t.whyLabel }}
              optional
              value={typed[why(f)] ?? ''}
              problem={at(why(f))}
              w={w}
            />
          </fieldset>
        ))}
        <Control
          name="outcome"
          kind={choice(...riskOutcomes)}
          words={{ ask: t.outcome, options: t.outcomes }}
          value={typed.outcome ?? ''}
          problem={at('outcome')}
          w={w}
        />
        {known.length > 0 && (
          <Control
            name="risky"
            kind={choices(...known.map((k) => k.item.id))}
            words={{
              ask: t.risky,
              options: Object.fromEntries(
                known.map((k, i) => [k.item.id, t.item(i + 1, String(k.item.answers.partyName))]),
              ),
            }}
            optional
            value={typed.risky ?? ''}
            problem={at('risky')}
            w={w}
          />
        )}
        <Control
          name="reason"
          kind={longText(4000)}
          words={{ ask: t.reason, hint: t.reasonHint }}
          value={typed.reason ?? ''}
          problem={at('reason')}
          w={w}
        />
        <Button>{t.judge}</Button>
      </Form>
    </section>
  )
}
