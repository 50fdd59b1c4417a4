/** Words of the screening: what each check is, what came of it, and what a person says of a finding. */
import type { CheckKind, Disposition, LicenseStanding, OpenCheck, Outcome } from '#domain/review/screening/screening.ts'
import { comparisonCheckWords } from '../comparison.ts'
import { matchWords } from './match.ts'

const checks: Readonly<Record<CheckKind, string>> = {
  ...comparisonCheckWords,
  sam: 'SAM.gov exclusions',
  'state-list': 'State exclusion list',
  revocation: 'Medicare revocations and bars',
  death: 'Death file',
  'license-file': 'License in the board’s file',
  'license-board': 'License at the board',
  'address-kind': 'Kind of address',
  'registration-number': 'DEA or CLIA number',
  'earlier-filings': 'Earlier filings here',
  'other-filings': 'Other filings that name them',
  'majority-change': '36-month rule',
  duplicate: 'Duplicate or unneeded',
  moratorium: 'Moratorium',
  'screening-level': 'Screening level',
  'site-visit': 'Site visit',
  fingerprints: 'Fingerprints',
  'fee-check': 'Application fee',
}
const outcomes: Readonly<Record<Outcome, string>> = {
  clear: 'Clear',
  same: 'Agrees',
  different: 'Different',
  possible: 'Possible match',
  match: 'Match',
  unavailable: 'Source unavailable',
  recorded: 'Recorded',
}
const dispositions: Readonly<Record<Disposition, string>> = {
  'not-the-same': 'Not the same party',
  'is-the-party': 'The same party: it cannot be approved',
  acceptable: 'Acceptable as it is',
  'to-correct': 'Must be corrected first',
}
const standings: Readonly<Record<LicenseStanding, string>> = {
  active: 'Active',
  restricted: 'Active with restrictions',
  probation: 'On probation',
  expired: 'Expired',
  suspended: 'Suspended',
  revoked: 'Revoked or surrendered',
  'not-found': 'Not found',
}
const why: Readonly<Record<OpenCheck['why'], string>> = {
  missing: 'is not there for this submission',
  unavailable: 'the source did not answer',
  disposition: 'needs your disposition',
  stops: 'must be corrected before an approval',
  'not-passed': 'what came does not pass',
}

/** Entity types of the NPI registry. */
const entityTypes: Readonly<Record<string, string>> = { '1': 'A person', '2': 'An organization' }

export const screeningWords = {
  title: 'Screening',
  match: matchWords,
  checks,
  outcomes,
  dispositions,
  standings,
  entityTypes,
  run: 'Run the checks again',
  notRun: 'The checks run when somebody takes the case, and by themselves when an answer comes back signed.',
  applicant: 'The applicant',
  openTitle: 'Still open',
  openNone: 'Every check has a result and every finding its disposition.',
  openLine: (kind: CheckKind, subject: string, reason: OpenCheck['why']) =>
    `${checks[kind]}, ${subject}: ${why[reason]}`,
  needsPersonTitle: 'Needs a person',
  settledTitle: 'Settled',
  earlierTitle: 'Earlier results',
  results: (n: number) => `${n} ${n === 1 ? 'result' : 'results'}`,
  ranAt: (when: string, by: string) => `Ran ${when} by ${by}`,
  list: (source: string, asOf: string) => `${source}, as of ${asOf}`,
  evidence: 'Evidence',
  evidenceHash: 'SHA-256 of the evidence',
  ours: 'Application',
  theirs: 'Source',
  nothingFound: (candidates: number) =>
    `Nobody found among ${candidates} ${candidates === 1 ? 'entry' : 'entries'} that came near.`,
  hit: 'Entry of the list',
  excludedOn: (authority: string, day: string) => `excluded ${day} under ${authority}`,
  reinstated: 'since reinstated',
  waiver: 'with a waiver',
  born: (day: string) => `born ${day}`,
  score: (n: number) => `Score ${n}`,
  because: 'Why it was thought to be the same',
  disposition: 'What is this finding?',
  reason: 'Reason',
  reasonHint: 'At least 10 characters. It is kept with the evidence.',
  saveDisposition: 'Save the disposition',
  changeDisposition: 'Change the disposition',
  said: (what: string, by: string, when: string) => `${what}, said ${by} on ${when}`,
  licenseTitle: 'Record a license from the board',
  licenseIntro: 'Look the license up on the site of the state board and write down what it shows.',
  license: 'License',
  licenseLine: (state: string, number: string) => `${state} ${number}`,
  site: 'Site of the board',
  standing: 'Standing',
  expiresOn: 'Expires',
  seenOn: 'Seen on',
  note: 'Note',
  /** What a refusal is about, by the first part of the field's name. */
  fields: {
    disposition: 'What is this finding?',
    reason: 'Reason',
    license: 'License',
    site: 'Site of the board',
    standing: 'Standing',
    expiresOn: 'Expires',
    seenOn: 'Seen on',
    note: 'Note',
  },
  saveLicense: 'Record the license',
  noLicenses: 'No license is named in the application.',
}
