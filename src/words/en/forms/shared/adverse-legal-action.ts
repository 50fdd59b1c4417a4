/** The words of adverse legal actions, shared by every form that asks for them. */
import type { AdverseActionKind } from '#domain/enrollment/adverse-legal-action.ts'

export const adverseActionWords: Readonly<Record<AdverseActionKind, string>> = {
  felony: 'Felony conviction in the last 10 years',
  'program-misdemeanor': 'Misdemeanor conviction tied to an item or service under Medicare or a state health program',
  'abuse-misdemeanor': 'Misdemeanor conviction for abuse or neglect of a patient',
  'financial-misdemeanor': 'Misdemeanor conviction for theft, fraud or other financial misconduct in health care',
  'obstruction-conviction': 'Conviction for getting in the way of a health care fraud investigation',
  'controlled-substance-conviction':
    'Conviction for making, prescribing or handing out a controlled substance unlawfully',
  'license-action': 'License suspended, revoked, or given up while a board was looking into it',
  'accreditation-action': 'Accreditation suspended or revoked',
  exclusion: 'Suspended or excluded from a federal or state health program',
  debarment: 'Barred from federal contracts or grants',
  'medicaid-action': 'Medicaid exclusion, or a Medicaid billing number revoked or ended',
  'other-federal-sanction': 'Another federal sanction',
}

export const anyActionWords = (ask: string) =>
  ({
    any: {
      ask,
      hint: 'Answer yes even if the action was appealed or expunged, or happened in another state or under another name.',
      why: 'Medicare must be told of these actions. Leaving one out can lead to a denial, even when the action itself would not.',
    },
  }) as const

export const actionItem = { one: 'adverse legal action', many: 'adverse legal actions' } as const

export const actionQuestions = {
  kind: { ask: 'What kind of action was it?', options: adverseActionWords },
  on: { ask: 'When was it taken?', hint: 'The date on the order or judgment' },
  takenBy: { ask: 'Who took it?', hint: 'The court, board or agency' },
  state: { ask: 'Where was that?', hint: 'City and state, if you know them' },
  resolution: {
    ask: 'How did it end?',
    hint: 'For example: paid and closed, license restored on a date, still on appeal',
  },
} as const
