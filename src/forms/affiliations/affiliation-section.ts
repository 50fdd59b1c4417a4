/**
 * What is asked of one affiliation: whom of the provider's side it concerns, the party, what the two had to do with each
 * other, and what happened to the party (42 CFR 424.519(b), (c)). One item a party and event.
 */
import {
  affiliationKindNames,
  disclosableEventNames,
  isWithinLookBack,
  programs,
} from '#domain/affiliation/affiliation.ts'
import type { Day } from '#domain/dates.ts'
import { choice, choices, date, ein, longText, money, npi, percent, ssn, text, yesNo } from '../kit/kinds.ts'
import { type AnswersTo, section } from '../kit/section.ts'

const paper = '42 CFR 424.519(c)'
const internal = { paper, sensitivity: 'internal' } as const

export const affiliationSection = section({
  id: 'affiliation',
  repeats: { min: 0, max: 100 },
  questions: {
    concerns: { kind: choice('provider', 'owner', 'manager'), ...internal },
    concernsName: { kind: text(100), ...internal, when: { question: 'concerns', is: ['owner', 'manager'] } },
    partyKind: { kind: choice('organization', 'person'), ...internal },
    partyName: { kind: text(150), ...internal },
    partyNpi: { kind: npi, ...internal, optional: true },
    partyEin: {
      kind: ein,
      paper,
      sensitivity: 'restricted',
      optional: true,
      when: { question: 'partyKind', is: 'organization' },
    },
    partySsn: {
      kind: ssn,
      paper,
      sensitivity: 'restricted',
      optional: true,
      when: { question: 'partyKind', is: 'person' },
    },
    programs: { kind: choices(...programs), ...internal },
    ties: { kind: choices(...affiliationKindNames), ...internal },
    percent: { kind: percent, ...internal, when: { question: 'ties', is: 'ownership' } },
    from: { kind: date('past'), ...internal },
    ended: { kind: yesNo, ...internal },
    to: { kind: date('past'), ...internal, when: { question: 'ended', is: true } },
    endReason: { kind: longText(1000), ...internal, when: { question: 'ended', is: true } },
    event: { kind: choice(...disclosableEventNames), ...internal },
    eventOn: { kind: date('past'), ...internal },
    eventReason: { kind: longText(1000), ...internal, optional: true },
    debt: { kind: money, ...internal, when: { question: 'event', is: 'uncollected-debt' } },
    debtTo: { kind: choices(...programs), ...internal, when: { question: 'event', is: 'uncollected-debt' } },
    repaying: { kind: yesNo, ...internal, when: { question: 'event', is: 'uncollected-debt' } },
    standing: { kind: choice('stands', 'appealed', 'over'), ...internal },
  },
  checks: [
    {
      id: 'ends-after-it-began',
      at: 'to',
      code: 'date-before',
      holds: (a) => a.from === undefined || (a.to as Day) >= (a.from as Day),
    },
    {
      id: 'within-look-back',
      at: 'to',
      code: 'affiliation-too-old',
      cite: '42 CFR 424.519(b)',
      holds: (a, today) => isWithinLookBack(a.to as Day, today),
    },
  ],
})

/** A complete set of answers of one affiliation. */
export type AffiliationAnswers = AnswersTo<typeof affiliationSection>
