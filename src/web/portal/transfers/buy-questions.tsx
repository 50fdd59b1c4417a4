/** The questions to a buyer who has no enrollment yet. */
import type { Startable } from '#db/queries/application/packets.ts'
import type { Subject } from '#domain/access/policy.ts'
import { agreements, DAYS_AHEAD } from '#domain/ownership/transfer.ts'
import type { Problem } from '#domain/result.ts'
import { majorityExceptions } from '#domain/screening/majority-ownership.ts'
import { choice, date, text } from '#forms/kit/kinds.ts'
import type { judgePurchase } from '#use-cases/ownership-transfer/begin-purchase.ts'
import { Control } from '#web/kit/fields.tsx'
import type { Ask, Fields } from '#web/kit/page.ts'
import { Alert, Button, Form } from '#web/kit/parts.tsx'
import { Ticks } from '#web/kit/ticks.tsx'
import { typedFrom } from '#web/kit/typed-fields.ts'

/** The day of the sale. */
export const saleOn = { kind: date() }
const NONE = 'none'

export type Judged = Extract<Awaited<ReturnType<typeof judgePurchase>>, { readonly ok: true }>['value']

interface QuestionsProps {
  readonly ask: Pick<Ask<'dashboard.view', Subject>, 'w' | 'visit'>
  readonly own: readonly Startable[]
  readonly typed: Fields
  readonly problems: readonly Problem[]
  readonly judged: Judged | undefined
}
export function Questions({ ask: { w, visit }, own, typed, problems, judged }: QuestionsProps) {
  const t = w.transfers.buy
  const at = (name: string) => problems.find((p) => p.at === name)
  const stops = judged && !judged.finding.majority.passes
  return (
    <Form visit={visit}>
      {stops && (
        <Alert kind="warning" title={t.stopTitle}>
          {t.stop(judged.sold.name, w.portal.time.day(judged.finding.majority.freeOn))}
        </Alert>
      )}
      {own.length > 1 && (
        <Control
          name="organization"
          kind={choice(...own.map((s) => s.id))}
          words={{ ask: t.forWhom, options: Object.fromEntries(own.map((s) => [s.id, `${s.name}, NPI ${s.npi}`])) }}
          value={typed.organization ?? ''}
          problem={at('organization')}
          w={w}
        />
      )}
      <Control
        name="number"
        kind={text(20)}
        words={{ ask: t.number, hint: t.numberHint }}
        value={typed.number ?? ''}
        problem={at('number')}
        w={w}
      />
      <Control
        name="saleOn"
        kind={saleOn.kind}
        words={{ ask: t.saleOn, hint: t.saleOnHint(DAYS_AHEAD) }}
        value={typedFrom('saleOn', saleOn, typed) ?? ''}
        problem={at('saleOn')}
        w={w}
      />
      <Control
        name="agreement"
        kind={choice(...agreements)}
        words={{ ask: t.agreement, options: w.transfers.agreements, why: t.agreementWhy }}
        value={typed.agreement ?? ''}
        problem={at('agreement')}
        w={w}
      />
      <Control
        name="exception"
        kind={choice(NONE, ...majorityExceptions)}
        words={{
          ask: t.exception,
          hint: t.exceptionHint,
          options: { [NONE]: t.exceptionNone, ...w.transfers.exceptions },
        }}
        value={typed.exception ?? NONE}
        problem={at('exception')}
        w={w}
      />
      {stops && (
        <Ticks
          name="understood"
          legend={t.stopTitle}
          many
          options={[{ value: 'yes', label: t.understood }]}
          value={typed.understood}
          problems={problems}
          w={w}
        />
      )}
      <Button>{t.button}</Button>
    </Form>
  )
}
