/** Words of the monitoring of those who are enrolled. */

import { isAboutClaims, type MonitoringDisposition, type MonitoringKind } from '#domain/screening/monitoring.ts'
import { worded } from '../mail-texts/index.ts'

const kinds: Readonly<Record<MonitoringKind, string>> = {
  exclusion: 'Excluded',
  'terminated-elsewhere': 'Terminated or revoked elsewhere',
  death: 'In the death file',
  'npi-deactivated': 'NPI deactivated',
  license: 'License not active',
  'non-billing': 'No claim for months',
  'not-named': 'Named on no claim for months',
}
const dispositions: Readonly<Record<MonitoringDisposition, string>> = {
  'not-the-same': 'Not the same party',
  'no-action': 'The same party; nothing is to be done',
  'for-action': 'The same party; the enrollment must be acted on',
}

/** Of a hit by what was not billed, nobody has to say who it is. */
const unbilledDispositions: Readonly<Partial<Record<MonitoringDisposition, string>>> = {
  'no-action': 'Nothing is to be done now; asked again when the months have passed once more',
  'for-action': 'The enrollment is to be deactivated',
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
  dispositionsOf: (kind: MonitoringKind): Readonly<Record<MonitoringDisposition, string>> =>
    isAboutClaims(kind) ? { ...dispositions, ...unbilledDispositions } : dispositions,
  unbilled: {
    lastClaim: 'Last claim known',
    lastNamed: 'Last claim that names them',
    noneSince: (d: string) => `None since ${d}`,
    months: 'Whole months without a claim',
    monthsOf: (n: number, limit: number) => `${n} (${limit} are enough)`,
    claimBy: 'A claim was needed by',
    ptan: 'PTAN',
    noPtan: 'None; counted by the NPI',
    file: 'The file of claims covers',
    fileCovers: (from: string, to: string) => `${from} to ${to}`,
    foundNamed: (last: string | null, from: string, months: number, file: string) =>
      `${last ? `The last Medicare claim that we know of and that names you is of ${last}.` : `No Medicare claim that names you is known since ${from}.`} ${months} whole calendar months passed without one, by the claims of ${file}.`,
    found: (last: string | null, from: string, months: number, file: string) =>
      `${last ? `The last Medicare claim that we know of is of ${last}.` : `No Medicare claim is known since ${from}.`} ${months} whole calendar months passed without one, by the claims of ${file}.`,
  },
  lists: (all: number, missing: number) =>
    missing === 0
      ? `All ${all} lists can be asked`
      : `${missing} of ${all} lists cannot be asked: none, too old or doubted`,
  listsCaption: 'Lists that are watched',
  asOf: 'As of',
  never: 'Never loaded',
  standing: 'May be asked',
  freshness: { fresh: 'Yes', stale: 'Unavailable: too old', 'not-loaded': 'Unavailable: not loaded' },
  doubted: (f: { readonly known: number; readonly enrollments: number }) =>
    `Doubted: it knows a claim of only ${f.known.toLocaleString('en-US')} of ${f.enrollments.toLocaleString('en-US')} enrollments. Load the right file.`,
  compared: 'All compared on',
  notYet: 'Not yet',
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
  mail: (count: number, list: string, link: string) =>
    worded('monitoring', {
      newCases: `${count} new ${count === 1 ? 'case' : 'cases'}`,
      cases: `${count} ${count === 1 ? 'case' : 'cases'}`,
      them: count === 1 ? 'it' : 'them',
      source: list,
      link,
    }),
}
