/** English words of the CMS-855S: the business and the location. */
import type { credentials as credentialsSection } from '#forms/cms855s/index.ts'
import type * as business from '#forms/cms855s/organization.ts'
import type * as sections from '#forms/cms855s/place.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import { addressWords } from '../shared/address.ts'

export const enrollment = {
  title: 'The enrollment',
  intro: 'Each location is enrolled on its own. If you have more than one, send one application for each.',
  questions: {
    state: { ask: 'Which state is the location in?', why: 'The state decides which contractor reviews this.' },
    startsOn: { ask: 'When do you want to start billing Medicare?', hint: 'Leave empty if you are not sure' },
  },
} satisfies WordsFor<typeof business.enrollment>

export const organization = {
  title: 'The business',
  questions: {
    legalName: { ask: 'What is the legal business name?', hint: 'Exactly as the IRS has it, with Inc or LLC' },
    doingBusinessAs: { ask: 'What name do customers see?', hint: 'Leave empty if it is the same' },
    ein: { ask: 'What is its EIN?', hint: 'Nine digits' },
    structure: {
      ask: 'How is it set up?',
      options: {
        corporation: 'Corporation',
        llc: 'Limited liability company',
        partnership: 'Partnership',
        government: 'Part of a government',
        other: 'In another way',
      },
    },
    taxStatus: {
      ask: 'What is its tax status?',
      options: { proprietary: 'For profit', 'non-profit': 'Non-profit', disregarded: 'Disregarded entity' },
    },
    formedOn: { ask: 'When was it formed?' },
    formedIn: { ask: 'In which state?' },
  },
} satisfies WordsFor<typeof business.organization>

export const identifiers = {
  title: 'The numbers',
  questions: {
    npi: { ask: 'What is the NPI of this location?', hint: 'Ten digits. Each location needs an NPI of its own.' },
    ptan: { ask: 'What is its supplier number (PTAN)?', hint: 'Leave empty if it is new' },
  },
} satisfies WordsFor<typeof business.identifiers>

export const place = {
  title: 'The location',
  intro: 'An inspector will come without notice. The place must be open and look as you say here.',
  questions: {
    name: { ask: 'What is on the sign?', hint: 'The name customers see at this place' },
    ...addressWords('', { line1: { hint: 'A place we can visit. Not a P.O. box.' } }),
    phone: { ask: 'Phone number', hint: 'A business line. A cell phone or an answering service is not enough.' },
    phoneListed: { ask: 'Is the number listed under the name of the business?' },
    openSince: { ask: 'When did it open, or when will it?' },
    shared: {
      ask: 'Does another Medicare supplier or provider use this place?',
      options: {
        no: 'No',
        'same-owner': 'Yes, one with the same owner',
        exempt: 'Yes, and the rule allows it, as in a doctor office',
        yes: 'Yes, another one',
      },
      why: 'Medicare allows two suppliers in one place only in a few cases.',
    },
  },
} satisfies WordsFor<typeof sections.place>

export const hours = {
  title: 'When it is open',
  questions: {
    exempt: {
      ask: 'May this place open fewer than 30 hours a week?',
      hint: 'Doctors, therapists, and makers of custom braces and limbs may.',
    },
    weekly: { ask: 'How many hours a week is it open?', hint: 'At least 30' },
    posted: { ask: 'Are the hours posted where the public sees them?' },
    words: { ask: 'What are the posted hours?', hint: 'For example: Monday to Friday, 9 to 5' },
    squareFeet: { ask: 'How many square feet is it?', hint: 'At least 200' },
    staffed: { ask: 'Is somebody there in all posted hours?' },
  },
} satisfies WordsFor<typeof sections.hours>

export const credentials = {
  title: 'Licenses',
  questions: {
    licensed: {
      ask: 'Does the state ask for a license for what you supply?',
      hint: 'Such as one for oxygen, bedding or a pharmacy',
    },
  },
} satisfies WordsFor<typeof credentialsSection>
