/** The product's own words of letters about decisions; supervisors may put others in their place. Placeholders in braces. */
import type { WordedLetter } from '#domain/decisions/worded-letters.ts'
import type { Wording } from '#domain/decisions/wording.ts'
import { approvalWordings } from './outcomes.ts'

const keep = 'Keep this letter. It tells you what you may do and until when.'

export const letterWordings: Readonly<Record<WordedLetter, Wording>> = {
  ...approvalWordings,
  deny: {
    title: 'Your application is denied',
    opening: 'We denied your application to enroll in Medicare.',
    means: ['You cannot bill Medicare by this application.'],
    next: [],
  },
  reject: {
    title: 'Your application is rejected',
    opening:
      'We rejected your application because something that it needs was missing. You may send a new application.',
    means: [],
    next: [],
  },
  return: {
    title: 'Your application is returned',
    opening: 'We returned your application without a review. You may send a new application.',
    means: [],
    next: [],
  },
  revoke: {
    title: 'Your Medicare enrollment is revoked',
    opening:
      'We revoke your Medicare enrollment {enrollment}. You may not bill Medicare for services from {effective}.',
    means: [
      'Medicare does not pay you for services from {effective}. Patients owe you nothing for them either, and money that you collected from them must be paid back.',
      'You may not order, refer or certify items and services for Medicare patients.',
      'You may not enroll in Medicare again before the bar ends. It begins on {barFrom} and its last day is {barUntil}.',
      'To come back you send a new application, as somebody who was never enrolled.',
    ],
    next: [
      'Send claims for services before {effective} within 60 days.',
      'If you do not agree, read below what you may do, and by when.',
      keep,
    ],
  },
  deactivate: {
    title: 'Your Medicare billing is deactivated',
    opening: 'We deactivated your Medicare enrollment {enrollment} from {effective}.',
    means: [
      'Medicare does not pay for services while you are deactivated. Patients owe you nothing for them either.',
      'Nobody bars you from coming back. Days without billing are not given back later.',
    ],
    next: [
      'To bill again, sign in and start a reactivation. It counts from the day on which we receive it.',
      'If you do not agree, send a rebuttal by the day below.',
    ],
  },
  reactivate: {
    title: 'Your Medicare billing is active again',
    opening:
      'We reactivated your Medicare enrollment {enrollment}. You may bill Medicare for services from {effective}.',
    means: ['Services between the day on which billing stopped and {effective} cannot be paid.'],
    next: ['Your PTAN stays the same.', 'Report changes in time, so that this does not happen again.'],
  },
  stay: {
    title: 'Your Medicare enrollment is stayed',
    opening:
      'We put a stay on your Medicare enrollment {enrollment}. It begins on {effective} and its last day is {until}. You stay enrolled.',
    means: [
      'Claims for services from {effective} to {until} are rejected for now. If you meet the requirement before the stay ends, you may send them again.',
      'A stay is not a revocation and bars you from nothing.',
    ],
    next: [
      'Correct what is named above: sign in and report a change, or confirm your record.',
      'If you do nothing by {until}, we may deactivate or revoke the enrollment.',
    ],
  },
  bar: {
    title: 'You may not enroll in Medicare again for a longer time',
    opening: 'We changed the time in which you may not enroll in Medicare again. Its last day is now {barUntil}.',
    means: ['An application before that day is over is returned without a review.'],
    next: [keep],
  },
  'effective-date': {
    title: 'Your effective date is corrected',
    opening: 'We corrected the effective date of your Medicare enrollment {enrollment}. It is {effective}.',
    means: ['Services before {effective} cannot be paid by this enrollment. Services from that day on can.'],
    next: ['Send claims again that were refused only because of the earlier date.'],
  },
  rescind: {
    title: 'We take back a decision on your enrollment',
    opening: 'We take back our decision of {undone} on your Medicare enrollment {enrollment}.',
    means: [
      'Your record is again as it was before that decision.',
      'If that decision barred you from enrolling again, the bar is lifted.',
    ],
    next: ['Send claims again that were refused only because of that decision.'],
  },
  affiliations: {
    title: 'Tell us of your affiliations',
    opening:
      'Medicare may ask you to disclose affiliations. Please tell us of every affiliation that you, or anybody who owns or manages you, has or had in the last five years with a Medicare, Medicaid or CHIP provider or supplier to whom one of the things below happened. We must have your signed answer by {due}.',
    means: [
      'An affiliation is ownership of 5 % or more, a partnership, operational or managerial control, being an officer or director, or a reassignment of Medicare payments.',
      'It counts when the other one owes a debt to Medicare, Medicaid or CHIP, had its payments suspended, was excluded, or had its enrollment denied, revoked or terminated.',
      'A person of our staff looks at your answer. An affiliation by itself decides nothing.',
    ],
    next: [
      'Sign in and answer the questions. If there is nothing to disclose, say so and sign.',
      'If you do not answer by {due}, a person of our staff decides how to go on. We may then deny an application or revoke an enrollment.',
    ],
  },
  'appeal-upheld': {
    title: 'Our decision stays as it is',
    opening: 'Somebody who had no part in our decision of {undone} looked at it again. It stays as it is.',
    means: ['Nothing changes in your enrollment record.'],
    next: [
      'After a reconsideration you may ask for a hearing before an administrative law judge within 60 days (42 CFR 498.40).',
    ],
  },
  'appeal-reversed': {
    title: 'Our decision is reversed',
    opening:
      'Somebody who had no part in our decision of {undone} looked at it again. You are right: the decision is reversed.',
    means: ['We take the decision back and set your record right.'],
    next: ['Send claims again that were refused only because of that decision.'],
  },
  'appeal-dismissed': {
    title: 'Your request is dismissed',
    opening: 'We dismissed your request about our decision of {undone} without looking at the decision itself.',
    means: ['The decision stays as it is.'],
    next: ['If you think that this is wrong, write to us and say why.'],
  },
}
