/**
 * A question to the date ledger read from named texts, the same for a page, a request and a command: which of them an act
 * takes, which it needs, and what may stand in them. Pure.
 */

import { type Day, day, isDay } from '../../dates.ts'
import { type RecordDecisionKind, recordReasonsOn } from '../../decisions/kinds.ts'
import { barYears } from '../../decisions/plan.ts'
import { ok, type Problem, type Result } from '../../result.ts'
import { delays } from '../effective-date.ts'
import { reportableEvents } from '../reporting-deadline.ts'
import { supplierTypes } from '../supplier-types.ts'
import type { LedgerAct, LedgerEntry, LedgerQuestion } from './entry.ts'
import type { Filing } from './filings.ts'
import { dateLedger } from './ledger.ts'

type Kind = 'day' | 'type' | 'delay' | 'reason' | 'event' | 'years' | 'yes-no'
export interface AskedField {
  readonly name: LedgerField
  readonly kind: Kind
  readonly needed: boolean
}
const fieldKinds = {
  type: 'type',
  received: 'day',
  completed: 'day',
  earlier: 'day',
  firstService: 'day',
  delay: 'delay',
  met: 'day',
  deactivated: 'day',
  wanted: 'day',
  participates: 'yes-no',
  notice: 'day',
  reason: 'reason',
  eventDay: 'day',
  barYears: 'years',
  event: 'event',
  happened: 'day',
} as const satisfies Record<string, Kind>
export type LedgerField = keyof typeof fieldKinds
export const ledgerFields = Object.keys(fieldKinds) as readonly LedgerField[]

const field = (name: LedgerField, needed = true): AskedField => ({ name, kind: fieldKinds[name], needed })
const filed = [field('received'), field('completed', false), field('earlier', false)]
/** What each act takes, in the order in which it is asked. */
export const fieldsOf: Readonly<Record<LedgerAct, readonly AskedField[]>> = {
  enroll: [field('type'), ...filed, field('firstService'), field('delay', false), field('met', false)],
  reassign: [...filed, field('firstService')],
  reactivate: [...filed, field('deactivated')],
  'opt-out': [field('received'), field('wanted'), field('participates', false)],
  deactivate: [field('notice'), field('reason'), field('eventDay', false)],
  revoke: [field('notice'), field('reason'), field('eventDay', false), field('barYears', false)],
  report: [field('type'), field('event'), field('happened'), field('received', false)],
}

/** The reasons of a decision for the choices of a form; those of today where the day of the letter is not known yet. */
export const reasonsOf = (kind: RecordDecisionKind, on: Day): readonly string[] =>
  Object.keys(recordReasonsOn(kind, on))

/** What may be chosen in a field of choices; undefined for days and numbers. Reasons are judged by the ledger. */
export const choicesOf = (kind: Kind): readonly string[] | undefined =>
  ({ type: supplierTypes, delay: delays, event: reportableEvents, 'yes-no': ['yes', 'no'] })[kind as 'type'] as
    | readonly string[]
    | undefined

export type Texts = Readonly<Partial<Record<string, string>>>

/** The answer to texts; refuses with every problem of them, or with what the ledger refuses. `at` is the name of a field. */
export function workOut(act: LedgerAct, texts: Texts): Result<LedgerEntry> {
  const question = readQuestion(act, texts)
  return question.ok ? dateLedger(question.value) : question
}

/** Refuses with `required`, `not-a-date`, `not-a-choice` or `out-of-range`, one problem a field. */
export function readQuestion(act: LedgerAct, texts: Texts): Result<LedgerQuestion> {
  const problems = fieldsOf[act].flatMap((f) => problemOf(f, texts[f.name]?.trim() ?? ''))
  const [first, ...more] = problems
  if (first) return { ok: false, problem: first, problems: [first, ...more] }
  return ok(questionOf(act, (name) => texts[name]?.trim() || undefined))
}

function problemOf({ name, kind, needed }: AskedField, text: string): readonly Problem[] {
  if (text === '') return needed ? [{ code: 'required', at: name }] : []
  const choices = choicesOf(kind)
  if (kind === 'day') return isDay(text) ? [] : [{ code: 'not-a-date', at: name }]
  if (kind === 'years')
    return /^\d{1,2}$/.test(text) ? [] : [{ code: 'out-of-range', at: name, with: { min: 1, max: barYears.most } }]
  return !choices || choices.includes(text) ? [] : [{ code: 'not-a-choice', at: name }]
}

/** Every text was judged by its field before. */
function questionOf(act: LedgerAct, text: (name: LedgerField) => string | undefined): LedgerQuestion {
  const maybe = (name: LedgerField) => (text(name) ? day(text(name)!) : undefined)
  const on = (name: LedgerField) => day(text(name)!)
  const chosen = <T extends string>(list: readonly T[], name: LedgerField, other: T): T =>
    list.find((x) => x === text(name)) ?? other
  const type = chosen(supplierTypes, 'type', 'physician')
  const earlier = maybe('earlier')
  const filings = (): readonly Filing[] => [
    ...(earlier ? [{ receivedOn: earlier, fate: 'returned' as const }] : []),
    { receivedOn: on('received'), fate: 'pending', completedOn: maybe('completed') },
  ]
  switch (act) {
    case 'enroll':
      return {
        act,
        supplierType: type,
        filings: filings(),
        firstServiceOn: on('firstService'),
        delay: chosen(delays, 'delay', 'none'),
        metOn: maybe('met'),
      }
    case 'reassign':
      return { act, filings: filings(), firstServiceOn: on('firstService') }
    case 'reactivate':
      return { act, filings: filings(), deactivatedOn: on('deactivated') }
    case 'opt-out':
      return { act, filings: filings(), wantedOn: on('wanted'), participates: text('participates') === 'yes' }
    case 'deactivate':
    case 'revoke': {
      const years = text('barYears')
      return {
        act,
        noticeOn: on('notice'),
        reason: text('reason')!,
        eventOn: maybe('eventDay'),
        barYears: years ? Number(years) : undefined,
      }
    }
    case 'report': {
      const event = chosen(reportableEvents, 'event', 'other')
      return { act, supplierType: type, event, happenedOn: on('happened'), receivedOn: maybe('received') }
    }
  }
}
