/** The control of one field of the date ledger: a day, a list of types, reasons or events, or a number of years. */
import type { JSX } from 'preact'
import type { Day } from '#domain/dates.ts'
import type { LedgerAct } from '#domain/enrollment/date-ledger/entry.ts'
import { type AskedField, choicesOf, reasonsOf } from '#domain/enrollment/date-ledger/read-question.ts'
import type { Problem } from '#domain/result.ts'
import { choice, count, specialty } from '#forms/kit/kinds.ts'
import { DayField } from '#web/kit/day-field.tsx'
import { Control } from '#web/kit/fields.tsx'
import { recordReasonWords } from '#words/en/letters/record-reasons.ts'
import type { Words } from '#words/index.ts'

interface Props {
  readonly act: LedgerAct
  readonly field: AskedField
  readonly value: string
  readonly problem: Problem | undefined
  /** Which reasons there are is the law of today. */
  readonly today: Day
  readonly w: Words
}

export function LedgerControl({ act, field: { name, kind, needed }, value, problem, today, w }: Props): JSX.Element {
  const { ask, hint } = w.dateLedger.fields[name]
  if (kind === 'day') {
    const label = needed ? ask : `${ask} ${w.layout.optional}`
    return <DayField name={name} value={value} label={label} hint={hint} problem={problem} w={w} />
  }
  const shared = { name, value, problem, w, optional: !needed }
  if (kind === 'years') return <Control {...shared} kind={count} words={{ ask, hint }} />
  const options = kind === 'reason' ? reasonsOf(act === 'revoke' ? 'revoke' : 'deactivate', today) : choicesOf(kind)
  const long = kind === 'type' || kind === 'reason'
  return (
    <Control
      {...shared}
      kind={long ? specialty(...(options ?? [])) : choice(...(options ?? []))}
      words={{ ask, hint, options: optionWords(act, kind, w) }}
    />
  )
}

function optionWords(act: LedgerAct, kind: AskedField['kind'], w: Words): Readonly<Record<string, string>> {
  switch (kind) {
    case 'type':
      return w.review.supplierTypes
    case 'delay':
      return w.review.delays
    case 'event':
      return w.review.events
    case 'reason':
      return recordReasonWords[act === 'revoke' ? 'revoke' : 'deactivate']
    default:
      return { yes: w.values.yes, no: w.values.no }
  }
}
