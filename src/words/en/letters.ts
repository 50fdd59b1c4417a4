/** Words of the contractor's letters: what it means first, the law after. `day` comes already said. */
import { letterWordings } from './letters/decisions.ts'
import { denialWords, rejectionWords, returnWords } from './letters/reasons.ts'

export const letters = {
  denialReasons: denialWords,
  returnReasons: returnWords,
  /** Of letters whose words can be edited: what they say until somebody does. */
  wordings: letterWordings,
  rejectionReasons: rejectionWords,
  dear: (name: string) => `Dear ${name},`,
  cite: (cite: string) => `(${cite})`,

  facts: 'Your enrollment',
  name: 'Name',
  npi: 'NPI',
  ccn: 'Certification number (CCN)',
  ptan: 'PTAN',
  enrollmentId: 'Enrollment ID',
  specialty: 'Specialty or type',
  state: 'State',
  effectiveOn: 'Effective date',
  mayBillFrom: 'You may bill for services from',
  participation: 'Medicare participation',
  participates: 'You take part: you accept assignment for all services',
  doesNotParticipate: 'You do not take part',
  tracking: 'Tracking number',
  received: 'Received',
  locations: 'Practice locations',
  reassignments: 'Payments reassigned to',
  from: (what: string, day: string) => `${what}, from ${day}`,
  appointedAfterApproval: 'Given when the application is approved',

  changes: 'What changed',
  change: (was: string | undefined, is: string | undefined) =>
    was === undefined ? `${is ?? ''} (new)` : is === undefined ? `${was} (removed)` : `${is} (before: ${was})`,

  whyDate: 'How we set your effective date',
  whySale: (on: string) =>
    `You take over the provider agreement of the old owner, with its number. Your enrollment begins on the day of the sale, ${on} (42 CFR 489.18(c)).`,
  whyDateRule: (received: string, first: string) =>
    `It is the later of two days: the day we received the application that we approved (${received}), and the day you first see patients there (${first}).`,
  whyDateHand: (reason: string) => `A supervisor set a later date. The reason: ${reason}`,
  whyBack: {
    none: 'You may not bill for services before the effective date.',
    circumstances:
      'Circumstances kept you from enrolling before you began. You may therefore bill for services up to 30 days before the effective date, but not before you first saw patients there.',
    'declared-disaster':
      'A declared disaster kept you from enrolling before you began. You may therefore bill for services up to 90 days before the effective date, but not before you first saw patients there.',
  },

  next: 'What to do next',

  disagree: 'If you do not agree',
  disagreeDate: (until: string) =>
    `You may ask us to reconsider the effective date. We must have your signed request by ${until} (42 CFR part 498). You, or somebody whom you name in writing, must sign it. Say what is wrong and send what proves it.`,
  reconsideration: (until: string) =>
    `You may ask for a reconsideration: another person looks at the decision anew. We must have your signed request by ${until}. You, or somebody whom you name in writing, must sign it.`,
  rebuttal: (until: string) =>
    `You may send a rebuttal: say why the decision is wrong and send what proves it. We must have it by ${until}.`,
  'corrective-action-plan': (until: string) =>
    `You may send a corrective action plan that shows how you now meet the requirement. We must have it by ${until}.`,
  noAppeal: 'There is no appeal against this. You may send a new application at any time.',

  noRemedy: 'There is no appeal against this. Call us if you think that it is wrong.',
  means: 'What this means for you',
  law: 'The law behind it',
  lastDay: 'Last day',
  barUntil: 'No new application before this day is over',
  about: 'About',
  asked: 'You asked for',

  call: 'Who to call',
  callUs: (name: string, phone: string, email: string) =>
    `${name}: ${phone}, ${email}. Have your NPI and your tracking number ready.`,
  writeUs: (address: string) => `By mail: ${address}`,

  developmentItems: 'What we ask for',
  developmentItem: (section: string, ask: string | undefined) => (ask ? `${section}: ${ask}` : section),
  developmentElse: 'If you do not answer',

  why: 'Why',
  found: 'What we found',
}
