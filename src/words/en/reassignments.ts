/** Words of reassignments that both sides confirm: how each stands, the answers to a roster, mails, and the pages. */
import type { Day } from '#domain/dates.ts'
import type { HoldReason } from '#domain/reassignment/acceptance.ts'
import type { RowAnswer } from '#domain/reassignment/roster-answer.ts'
import type { Side, Standing, State } from '#domain/reassignment/standing.ts'
import { sayDay } from '#forms/kit/say.ts'
import type { SayWords } from '#forms/kit/words.ts'
import { eligibility } from './eligibility.ts'
import { reassignmentMails } from './reassignments/mails.ts'
import { reassignmentPages } from './reassignments/pages.ts'

const NOT_YET = 'NOT yet payable'

/** The sentence of a standing: always whether claims are payable, and what is waited for when they are not. */
function say({ state, from, to, link }: Standing, values: SayWords): string {
  const day = (d: Day | undefined) => (d ? sayDay(d, values) : '')
  const why = link ? eligibility.links[link] : ''
  const sentences: Readonly<Record<State, string>> = {
    payable: `Claims under this group are payable from ${day(from)}${to ? ` until ${day(to)}` : ''}.`,
    'payable-later': `Claims under this group are payable from ${day(from)}${to ? ` until ${day(to)}` : ''}. Not for earlier days.`,
    'waiting-practitioner': `${NOT_YET}: waiting for the practitioner to sign.`,
    'waiting-group': `${NOT_YET}: waiting for the group’s official to sign.`,
    'waiting-both': `${NOT_YET}: waiting for the practitioner and for the group’s official to sign.`,
    'waiting-group-enrollment': `${NOT_YET}: the group is not enrolled here. Claims under it are still denied until the group is enrolled, its official has signed, and it is on record.`,
    'waiting-application': `${NOT_YET}: waiting for the decision on the application.`,
    'waiting-contractor': `${NOT_YET}: both signed; waiting for the contractor to look at it.`,
    recording: `${NOT_YET}: both signed; waiting for the record to be updated, which takes a moment.`,
    blocked: `${NOT_YET}, although both signed: ${why}`,
    unsure: `Not known whether payable: ${why}`,
    declined: 'Declined. No claims under this group.',
    withdrawn: 'Taken back. No claims under this group.',
    returned: 'Sent back by the contractor. No claims under this group.',
    expired: 'Over: it was not signed in time. No claims under this group.',
    ended: `Ended. Claims are payable for services from ${day(from)} until ${day(to)}, not later ones.`,
  }
  return sentences[state]
}

/** One or two words for a tag. */
const tags: Readonly<Record<State, string>> = {
  payable: 'Payable',
  'payable-later': 'Payable later',
  'waiting-practitioner': 'Not yet',
  'waiting-group': 'Not yet',
  'waiting-both': 'Not yet',
  'waiting-group-enrollment': 'Not yet',
  'waiting-application': 'Not yet',
  'waiting-contractor': 'Not yet',
  recording: 'Not yet',
  blocked: 'Not yet',
  unsure: 'Not known',
  declined: 'Declined',
  withdrawn: 'Taken back',
  returned: 'Sent back',
  ended: 'Ended',
  expired: 'Over',
}

const answers: Readonly<Record<RowAnswer, string>> = {
  proposes: 'Good. Both sides are asked to sign.',
  'already-asked': 'Asked before, and not answered yet. Nothing to do.',
  'already-reassigned': 'Reassigns to this group already. Nothing to do.',
  'row-unreadable': 'This row cannot be read. Check its quotation marks.',
  'npi-missing': 'The NPI is missing.',
  'not-an-npi': 'This is not a valid NPI. Check each digit.',
  'twice-in-file': 'This NPI is in the file twice. The first row counts.',
  'not-known': 'Nobody with this NPI is enrolled here. The practitioner enrolls first (CMS-855I).',
  'not-enrolled': 'This practitioner has no enrollment yet. It comes first (CMS-855I).',
  'other-contractor': 'Enrolled with another contractor only. An enrollment with yours comes first (CMS-855I).',
  'several-enrollments': 'This practitioner has several enrollments. Name one in the column enrollment_id.',
  'enrollment-not-theirs': 'The enrollment ID does not belong to this NPI.',
  'cannot-reassign': 'This enrollment cannot reassign: it only orders, was ended, or opted out.',
  'name-differs': 'The last name differs from the record. Check the NPI.',
  'not-a-date': 'The start is not a date. Write 2026-12-01 or 12/1/2026.',
  'date-too-late': 'The start is more than 60 days ahead.',
}

const sides: Readonly<Record<Side, string>> = { practitioner: 'Practitioner', group: 'Group' }

const held: Readonly<Record<HoldReason, string>> = {
  'practitioner-not-approved': 'The practitioner’s enrollment is not approved today.',
  'group-not-approved': 'The group’s enrollment is not approved today.',
  excluded: 'One of them is on a list of those excluded from federal programs.',
  'exclusions-unknown': 'No list of exclusions is loaded, so nobody could be checked.',
}

export const reassignments = { say, tags, answers, sides, held, mails: reassignmentMails, ...reassignmentPages }
