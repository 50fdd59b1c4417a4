/** Words of the monitoring of those who are enrolled. */
import type { MonitoringDisposition, MonitoringKind } from '#domain/screening/monitoring.ts'

const kinds: Readonly<Record<MonitoringKind, string>> = {
  exclusion: 'Excluded',
  'terminated-elsewhere': 'Terminated or revoked elsewhere',
  death: 'In the death file',
  'npi-deactivated': 'NPI deactivated',
  license: 'License not active',
}
const dispositions: Readonly<Record<MonitoringDisposition, string>> = {
  'not-the-same': 'Not the same party',
  'no-action': 'The same party; nothing is to be done',
  'for-action': 'The same party; the enrollment must be acted on',
}

export const monitoringWords = {
  title: 'Monitoring',
  intro:
    'Everybody who is enrolled is compared with each new list, and once a month with all of it. A hit waits here until a person has said what it is.',
  queuesLabel: 'Monitoring cases by standing',
  queues: { open: 'To look at', 'for-action': 'To act on', closed: 'Closed' },
  cases: (n: number) => (n === 1 ? 'case' : 'cases'),
  caption: (queue: string, n: number) => `${queue}: ${n} ${n === 1 ? 'case' : 'cases'}`,
  empty: {
    open: 'Nothing waits. The next new list is compared as soon as it is loaded.',
    'for-action': 'No enrollment waits for an action.',
    closed: 'Nobody has closed a case yet.',
  },
  kinds,
  dispositions,
  party: 'Who',
  what: 'What',
  source: 'List',
  enrollment: 'Enrollment',
  opened: 'Since',
  outcome: 'Likeness',
  outcomes: { match: 'Match', possible: 'Possible match' },
  listLine: (name: string, asOf: string) => `${name}, as of ${asOf}`,
  back: 'Back to monitoring',
  caseTitle: (name: string) => `Monitoring: ${name}`,
  ofFile: (name: string) => `named in the file of ${name}`,
  evidenceTitle: 'What was found',
  deactivatedOn: 'NPI deactivated on',
  licenses: 'The board’s file says',
  judgeTitle: 'What is this hit?',
  disposition: 'What is this hit?',
  reason: 'Reason',
  reasonHint: 'At least 10 characters. It is kept with the evidence.',
  save: 'Save and close',
  said: (what: string, by: string, when: string) => `${what}. ${by}, ${when}.`,
  someone: 'somebody',
  mail: (count: number, list: string, link: string) => ({
    subject: `Monitoring: ${count} new ${count === 1 ? 'case' : 'cases'}`,
    body: `A new comparison with the list "${list}" opened ${count} ${count === 1 ? 'case' : 'cases'} about enrolled providers.\n\nSign in to look at ${count === 1 ? 'it' : 'them'}:\n${link}`,
  }),
}
