/** The date ledger: from when an act counts, what may be billed, and which days are lost. */
import type { LedgerAct, ReceiptKind } from '#domain/enrollment/date-ledger/entry.ts'
import type { LedgerField } from '#domain/enrollment/date-ledger/read-question.ts'

interface FieldWords {
  readonly ask: string
  readonly hint: string
}

const acts: Readonly<Record<LedgerAct, { readonly name: string; readonly about: string }>> = {
  enroll: { name: 'Enroll, or add a practice location', about: 'When billing begins and how far back it reaches' },
  reassign: { name: 'Reassign benefits to a group', about: 'From which day the group may bill for the practitioner' },
  reactivate: { name: 'Reactivate after a deactivation', about: 'Which days of the gap are not paid' },
  'opt-out': { name: 'Opt out of Medicare', about: 'The first day of the opt-out' },
  deactivate: { name: 'A deactivation', about: 'The first day on which claims are not paid' },
  revoke: { name: 'A revocation', about: 'When it takes effect, and how long nobody may enroll again' },
  report: { name: 'Report a change', about: 'Until when the change must have arrived' },
}

const fields: Readonly<Record<LedgerField, FieldWords>> = {
  type: { ask: 'Type of provider or supplier', hint: 'The rule depends on the type' },
  received: { ask: 'Day it is received', hint: 'The day the contractor receives it; a day to come works as well' },
  completed: { ask: 'Day the missing papers arrived', hint: 'If something was asked for. It does not move the date' },
  earlier: { ask: 'Day of an earlier one, returned or rejected', hint: 'If there was one. It does not set the date' },
  firstService: { ask: 'First day of service', hint: 'At the location or for the group that this is about' },
  delay: {
    ask: 'What kept you from enrolling before that day?',
    hint: 'It decides how many earlier days may be billed',
  },
  met: {
    ask: 'Day all requirements were met',
    hint: 'Survey passed, agreement accepted or number given: for hospitals, agencies, clinics and equipment suppliers',
  },
  deactivated: { ask: 'First day of the deactivation', hint: 'As the letter says it' },
  wanted: { ask: 'Day you want it to begin', hint: 'A participant begins with a quarter' },
  participates: { ask: 'Do you take part in Medicare (CMS-460) when you file?', hint: 'If you do, 30 days of notice' },
  notice: { ask: 'Date of the letter', hint: 'The day the notice was mailed' },
  reason: { ask: 'Reason in the letter', hint: 'Some reasons reach back to the day of the event' },
  eventDay: { ask: 'Day of the event', hint: 'Only where the reason reaches back, such as a lost license' },
  barYears: { ask: 'Years of the bar', hint: 'As the letter says it; none for a revalidation that was late' },
  event: { ask: 'What changes?', hint: 'Owners, places and legal actions are due sooner than the rest' },
  happened: { ask: 'Day it changed', hint: 'A day to come works as well' },
}

const receipts: Readonly<Record<ReceiptKind, string>> = {
  received: 'Received',
  completed: 'What was missing arrived',
  returned: 'Received, later returned or rejected',
  rejected: 'Received, later rejected',
  'first-service': 'First day of service',
  'requirements-met': 'All requirements met',
  deactivated: 'Deactivated',
  wanted: 'Day that was wanted',
  notice: 'Letter mailed',
  event: 'It happened',
  reported: 'Reported',
}

const days = (n: number): string => (n === 1 ? '1 day' : `${n} days`)

export const dateLedger = {
  title: 'Work out a date',
  link: 'Work out from when you may bill',
  shownHow: 'Every date behind this, and which one sets it',
  intro:
    'From which day something counts, which earlier days may be billed, and which days of service are lost. Put in what happened, or what you plan. Nothing is kept.',
  pick: 'What is it about?',
  other: 'Something else',
  back: 'Other questions',
  ask: 'Work it out',
  again: 'Try other dates',
  acts,
  fields,
  receipts,
  answer: 'The answer',
  effective: {
    enroll: 'Effective date',
    reassign: 'Effective date',
    reactivate: 'Effective date',
    'opt-out': 'The opt-out begins',
    deactivate: 'Deactivated from',
    revoke: 'Revoked from',
    report: 'The change counts from',
  } satisfies Record<LedgerAct, string>,
  mayBillFrom: 'Services may be billed from',
  retrospective: 'Earlier days that may be billed',
  noneBefore: 'None',
  atRisk: {
    enroll: 'Days of service that are not paid',
    reassign: 'Days of service that are not paid',
    reactivate: 'Days of the gap that are not paid',
    'opt-out': 'Days of waiting',
    deactivate: 'Days already over that are not paid',
    revoke: 'Days already over that are not paid',
    report: 'Days late',
  } satisfies Record<LedgerAct, string>,
  noDays: 'None',
  /** "31 days: March 1, 2026 to March 31, 2026". */
  span: (n: number, from: string, to: string): string => (n === 1 ? `1 day: ${from}` : `${days(n)}: ${from} to ${to}`),
  safeUntil: {
    file: 'Received by this day, no day is lost',
    report: 'Must have arrived by',
  },
  bar: 'May not enroll again',
  barSpan: (from: string, until: string): string => `${from} to ${until}`,
  because: 'Rule',
  unconfirmed: 'We could not confirm the text of this rule. Check it before you rely on the date.',
  receiptsTitle: 'Dates that were given',
  receiptsCaption: 'What was given, in order of the days',
  columns: { day: 'Day', what: 'What', sets: 'Sets the date' },
  sets: 'Yes',
  setsNot: 'No',
  followed:
    'What counts is the day on which the application that is approved was first received. Papers that came later, because we asked for them, do not move it. Decisions of the Appeals Board differ on this: CR5727 and CR5744 say so, CR5380 takes the day it was complete.',
  cli: {
    about: 'Works out an effective date, the days that may be billed and the days at risk',
    act: (acts: readonly string[]): string => `One of ${acts.join(', ')}`,
    json: 'Print JSON',
    badAct: (acts: readonly string[]): string => `Give one of ${acts.join(', ')}`,
  },
}
