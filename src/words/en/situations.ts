/** English words of situations: what people come for, in their own words. */
import type { FormId } from '#domain/application/reasons.ts'
import type { Filer, SituationGroup, SituationId } from '#domain/application/situations.ts'

interface SituationWords {
  /** As the person would say it. */
  readonly says: string
  /** What it leads to, in a sentence or two. */
  readonly means: string
}

const texts: Readonly<Record<SituationId, SituationWords>> = {
  'own-practice': {
    says: 'I am opening my own practice',
    means: 'You enroll yourself. A company that you alone own is part of the same application.',
  },
  'own-company': {
    says: 'I am opening a practice with partners, as a company',
    means: 'The company enrolls as a group, and you enroll yourself. Both applications go together.',
  },
  'join-group': {
    says: 'I am joining a group, and I am new to Medicare here',
    means: 'You enroll yourself and reassign your payments to the group. An official of the group signs for that too.',
  },
  'join-another-group': {
    says: 'I am enrolled, and I am joining a group',
    means: 'You add a reassignment. An official of the group signs for it too.',
  },
  'start-group': {
    says: 'We are starting a group or a clinic',
    means: 'The group enrolls first. Then each member enrolls, or reassigns payments to it.',
  },
  'order-only': {
    says: 'I only order tests, equipment or home care',
    means: 'You enroll to order, refer and certify. You cannot bill with this, and there is no fee.',
  },
  'sell-equipment': {
    says: 'We sell or rent medical equipment',
    means: 'Each location enrolls on its own, with accreditation, insurance and most often a bond.',
  },
  'open-facility': {
    says: 'We are opening a hospital, a nursing home, a home health agency or another facility',
    means: 'The facility enrolls, and then it is surveyed or accredited before it gets a number.',
  },
  'prevent-diabetes': {
    says: 'We run a diabetes prevention program',
    means: 'The program enrolls with its coaches and its recognition by the CDC.',
  },
  moved: { says: 'We moved', means: 'Report the new place within 30 days. We ask only about places and mail.' },
  'new-office': { says: 'We are opening another office', means: 'Add the new practice location within 30 days.' },
  'new-store': {
    says: 'We are opening another equipment store',
    means: 'A new store is a new enrollment. It needs its own NPI, accreditation and bond.',
  },
  'new-bank': {
    says: 'We have a new bank account',
    means: 'Change where Medicare pays. A proof from the bank goes with it.',
  },
  'legal-action': {
    says: 'A board, a court or an agency took action against me or us',
    means: 'Report it within 30 days, even when it is on appeal.',
  },
  bought: {
    says: 'We bought a nursing home, an agency or another facility',
    means:
      'Both sides file: you as the buyer, the old owner as the seller. Do not file more than 90 days before the sale.',
  },
  sold: { says: 'We sold a facility', means: 'Both sides file: you as the seller, the new owner as the buyer.' },
  merged: { says: 'Our facility becomes part of another one', means: 'You report the merger, and your number ends.' },
  revalidate: {
    says: 'It is time to revalidate',
    means:
      'Look at what is on file, change what is not right, confirm and sign. If nothing changed, it takes two minutes.',
  },
  deactivated: {
    says: 'My enrollment was deactivated',
    means: 'Bring it up to date and sign. It starts again on the day we get it. Days in between stay unpaid.',
  },
  'leave-group': {
    says: 'I am leaving a group',
    means: 'End the reassignment with its last day. You can do it alone, and so can the group.',
  },
  retire: { says: 'I am retiring, or we are closing', means: 'Your enrollment ends on the day you choose.' },
  'stop-ordering': { says: 'I no longer order', means: 'Your right to order ends on the day you choose.' },
  'opt-out': {
    says: 'I want to opt out of Medicare',
    means: 'You sign an affidavit and treat Medicare patients under private contracts for two years at a time.',
  },
  'opt-out-goes-on': {
    says: 'My opt-out goes on',
    means: 'It renews by itself. Here you can confirm your facts, and change those that are not right.',
  },
  'opt-back-in': {
    says: 'I want to end my opt-out',
    means:
      'Tell us 30 to 90 days before your term of two years ends. In the first 90 days of a first opt-out you can undo it.',
  },
}

const groups: Readonly<Record<SituationGroup, string>> = {
  begin: 'Starting',
  change: 'Something changed',
  keep: 'Staying enrolled',
  leave: 'Leaving',
}

const filers: Readonly<Record<Filer, string>> = {
  person: 'You, as the practitioner',
  organization: 'The organization',
  other: 'The other side files this one',
}

/** What to have at hand for a new enrollment by each form. */
const needs: Readonly<Record<FormId, readonly string[]>> = {
  'CMS-855I': [
    'Social Security number, date of birth, and licenses with numbers and dates',
    'The address of each place where you see patients',
    'A letter from the IRS with the EIN, if you are paid under one, and a voided check',
  ],
  'CMS-855O': [
    'Social Security number, date of birth, and license with number and dates',
    'A letter from the training program, if you are in one',
  ],
  'CMS-855S': [
    'Proof of accreditation, the insurance certificate and the surety bond',
    'A letter from the IRS with the EIN, and a voided check',
    'Names, Social Security numbers and birth dates of owners, officers and managers',
  ],
  'CMS-855B': [
    'A letter from the IRS with the EIN, and a voided check',
    'Names, Social Security numbers and birth dates of owners, officers and managers',
  ],
  'CMS-855A': [
    'A letter from the IRS with the EIN, the state license, and a voided check',
    'A chart of owners, with shares, and the facts of each person and company in it',
    'The bill of sale, if it was bought',
  ],
  'CMS-20134': ['The recognition letter of the CDC', 'The names, numbers and birth dates of all coaches'],
  'OPT-OUT': [
    'NPI, license and, if you want to order, Social Security number',
    'The private contract that patients sign',
  ],
}

export const situations = {
  texts,
  needs,
  needTitle: 'What to have at hand',
  groups,
  filers,
  title: 'What brings you here?',
  intro: 'Choose what fits best. We work out what has to be filed, who signs, and what it costs.',
  byForm: 'I know which form I need: start it',
  planTitle: 'What will be filed',
  step: 'Application',
  by: 'Filed by',
  signs: 'Signed by',
  fee: 'Fee',
  why: 'Rule',
  maybe: 'only if it applies to you',
  noRecord:
    'You have no enrollment that this could be about. Pick another situation, or ask for access to the provider.',
  noOrganization:
    'Your account does not act for an organization yet. Ask for access to it, or have its official start this one.',
  otherTells: 'Tell them. Their application is theirs to file; yours can be prepared now.',
  aboutTitle: 'Which enrollments is it about?',
  about: (id: string, name: string) => `${name}, enrollment ${id}`,
  forWhom: 'Which organization?',
  practitioner: 'How do you practice?',
  practitionerOptions: { physician: 'As a physician', 'non-physician': 'As another kind of practitioner' },
  state: 'Which state is it for?',
  begin: 'Start',
  together:
    'These are prepared as one packet and sent together, when the last of them is signed. Each has its own signature and tracking number.',
  openAlready: 'Go to the open application',
}
