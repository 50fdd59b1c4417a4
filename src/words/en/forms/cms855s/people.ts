/** English words of the CMS-855S: owners, managers and the official who signs. */
import type * as sections from '#forms/cms855s/people.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import { addressWords } from '../shared/address.ts'
import { personNameWords } from '../shared/person-name.ts'

const share = { ask: 'What share do they own?', hint: 'In percent, such as 12.5. Leave empty if none.' }

export const owningOrganizations = {
  title: 'Companies that own or run the business',
  intro: 'Name each with a share of 5% or more, direct or not, and each that runs it. If there are none, go on.',
  item: { one: 'company', many: 'companies' },
  questions: {
    legalName: { ask: 'What is its legal name?' },
    ein: { ask: 'What is its EIN?', hint: 'Nine digits' },
    npi: { ask: 'What is its NPI?', hint: 'Leave empty if it has none' },
    ...addressWords(''),
    roles: {
      ask: 'What is its part?',
      options: {
        'direct-owner': 'Owns 5% or more',
        'indirect-owner': 'Owns 5% or more through another company',
        partner: 'Is a partner',
        lender: 'Holds a mortgage or security of 5% or more',
        manager: 'Runs the business',
      },
    },
    share,
    since: { ask: 'Since when?' },
  },
} satisfies WordsFor<typeof sections.owningOrganizations>

export const owningIndividuals = {
  title: 'People who own or run the business',
  intro: 'Name each owner of 5% or more, each officer and director, each manager, and each official who may sign.',
  item: { one: 'person', many: 'people' },
  questions: {
    ...personNameWords,
    bornOn: {
      ask: 'Date of birth',
      why: 'Medicare checks everyone who owns or runs a supplier against the lists of excluded people. It is encrypted.',
    },
    ssn: {
      ask: 'Social Security number',
      hint: 'Nine digits',
      why: 'Federal law asks for it (42 U.S.C. 1320a-3a). It is encrypted and shown only as its last four digits.',
    },
    roles: {
      ask: 'What is their part?',
      options: {
        'direct-owner': 'Owns 5% or more',
        'indirect-owner': 'Owns 5% or more through a company',
        partner: 'Is a partner',
        officer: 'Is an officer',
        director: 'Is a director',
        'managing-employee': 'Is a manager on the payroll',
        'contracted-manager': 'Is a manager under contract',
        'authorized-official': 'May sign for the business (authorized official)',
        'delegated-official': 'May report changes (delegated official)',
      },
    },
    share,
    since: { ask: 'Since when?' },
  },
} satisfies WordsFor<typeof sections.owningIndividuals>

export const authorizedOfficial = {
  title: 'The official who signs',
  intro: 'This person must be named among the owners and managers, with the part of authorized official.',
  questions: {
    first: { ask: 'First name' },
    middle: { ask: 'Middle name' },
    last: { ask: 'Last name' },
    title: { ask: 'Title', hint: 'Such as owner or chief executive' },
    phone: { ask: 'Phone number' },
  },
} satisfies WordsFor<typeof sections.authorizedOfficial>
