/** Words for each value of the tables of time: kinds of dates, events, stages, proofs, proposals. */
import type { ReportableEvent } from '#domain/enrollment/reporting-deadline.ts'
import type { DigestRhythm } from '#domain/time/digest.ts'
import type { DueKind } from '#domain/time/due-item.ts'
import type { Proof, Proposal } from '#domain/time/notice-proof.ts'
import type { NoticeStage, RevalidationState } from '#domain/time/revalidation.ts'

export const kinds: Readonly<Record<DueKind, string>> = {
  draft: 'Drafts',
  affiliations: 'Affiliations',
  request: 'Requests to answer',
  review: 'With the contractor',
  revalidation: 'Revalidations',
  license: 'Licenses',
  accreditation: 'Accreditation',
  insurance: 'Insurance and bonds',
  certification: 'Certifications',
  'opt-out': 'Opt-out terms',
  report: 'Changes to report',
  billing: 'Claims to send',
  ordering: 'Claims that name you',
}
export const what: Readonly<Record<DueKind, string>> = {
  draft: 'Draft is closed unless you go on with it',
  affiliations: 'Answer about your affiliations',
  request: 'Last day to answer a request',
  review: 'The contractor’s goal to answer',
  revalidation: 'Revalidation due',
  license: 'License expires',
  accreditation: 'Accreditation expires',
  insurance: 'Insurance or bond expires',
  certification: 'Certification or registration expires',
  'opt-out': 'Opt-out term ends; it renews by itself',
  report: 'Last day to report a change',
  billing: 'Last day to send a claim before billing may be stopped',
  ordering: 'Last day for a claim to name you before ordering may be stopped',
}
export const events: Readonly<Record<ReportableEvent, string>> = {
  'ownership-or-control': 'Ownership or control',
  'adverse-legal-action': 'An adverse legal action',
  'practice-location': 'A practice location',
  'general-supervision': 'General supervision of a testing facility',
  officials: 'An authorized or delegated official',
  'license-action': 'An action against a license',
  coaches: 'Coaches of diabetes prevention',
  other: 'Anything else on the record',
}
export const rhythms: Readonly<Record<DigestRhythm, string>> = {
  daily: 'Every day on which something is due',
  weekly: 'Every Monday',
  off: 'Never',
}
export const stages: Readonly<Record<NoticeStage, string>> = {
  first: 'First notice',
  second: 'Second notice',
  third: 'Third notice',
  last: 'Last notice',
  overdue: 'Overdue',
}
export const proofWords: Readonly<Record<Proof, string>> = {
  queued: 'Not sent yet',
  bounced: 'Came back',
  sent: 'Sent, and nothing came back',
  delivered: 'Delivered to their mail server',
  opened: 'Opened in the portal',
}
export const states: Readonly<Record<RevalidationState, string>> = {
  'not-yet': 'Nothing to do yet',
  open: 'You can send it now',
  soon: 'Due soon',
  overdue: 'Overdue',
  sent: 'Sent; the contractor is working on it',
}
export const proposals: Readonly<Record<Proposal, string>> = {
  none: 'Wait: the days from the notice still run',
  'tell-again': 'Nobody could have seen a notice. Reach somebody first',
  stay: 'Propose a stay (42 CFR 424.541)',
  deactivate: 'Propose deactivation (42 CFR 424.540(a)(3))',
}
