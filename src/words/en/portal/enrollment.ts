/** Words of the enrollment record, of a change to it, and of the inbox. */
import type { EnrollmentStatus } from '#domain/enrollment/enrollment.ts'
import { organizationTypeWords } from '../reference/organization-types.ts'
import { specialtyWords } from '../reference/specialties.ts'
import { partOf } from './record-parts.ts'

const statuses: Readonly<Record<EnrollmentStatus, string>> = {
  approved: 'Approved',
  stayed: 'Stayed',
  deactivated: 'Deactivated',
  revoked: 'Revoked',
  withdrawn: 'Withdrawn',
  'opted-out': 'Opted out',
}

export const enrollment = {
  statuses,
  /** "14-08" and "08" are the same specialty; "12-70" is a type of organization. */
  specialty: (code: string): string =>
    organizationTypeWords[code] ?? specialtyWords[code.replace(/^.*-/, '') as keyof typeof specialtyWords] ?? code,
  title: (id: string) => `Enrollment ${id}`,
  facts: 'The record',
  name: 'Name',
  npi: 'NPI',
  ptan: 'PTAN',
  status: 'Status',
  form: 'Enrolled by',
  specialtyTitle: 'Specialty or type',
  state: 'State',
  contractor: 'Contractor',
  effective: 'Effective',
  periods: 'Periods',
  from: 'From',
  to: 'To',
  running: 'Still running',
  because: 'Why',
  locations: 'Practice locations',
  noLocations: 'No practice locations on this day.',
  place: 'Place',
  address: 'Address',
  hidden: 'Street not shown in public',
  reassignments: 'Reassignments',
  toWhom: 'To',
  asOf: 'Show the record as of',
  show: 'Show',
  versions: 'Versions of the record',
  version: 'Version',
  inForce: 'In force',
  versionShown: (ordinal: number, day: string) => `What we have on file on ${day} (version ${ordinal})`,
  noVersion: (day: string) => `Nothing was on file on ${day}.`,
  letters: 'Letters',
  update: 'Update this enrollment',
  badDay: 'Enter a real date',
}

export const change = {
  title: 'What do you want to change?',
  intro:
    'Pick every part that changes. We ask only about these parts, filled in with what is on file now. Report a new practice location or an adverse legal action within 30 days, other changes within 90 days (42 CFR 424.516).',
  pick: 'Parts to change',
  begin: 'Continue',
  part: partOf,
  openAlready: 'Go to the open change application',
  noVersion: 'This enrollment has no record on file yet, so nothing can be changed.',
  diffTitle: 'What changes',
  diffIntro: 'Your record now, and what it will be when the contractor approves the change.',
  nothing: 'Nothing differs from your record yet. Change at least one answer before you sign.',
  question: 'Question',
  was: 'On file now',
  is: 'Your change',
  added: 'Added',
  removed: 'Removed',
  none: 'Nothing',
}

export const inbox = {
  title: 'Inbox',
  intro: 'Letters from your contractor. E-mails only tell you that something is here.',
  empty: 'No letters yet.',
  letter: 'Letter',
  from: 'From',
  sent: 'Sent',
  state: 'Read',
  unread: 'New',
  readAt: (at: string) => `Read ${at}`,
  pdf: 'Download this letter (PDF)',
  hash: 'Fingerprint of the PDF (SHA-256)',
  back: 'Back to the inbox',
  application: 'Go to the application',
}
