/** English words of the attachment of nursing facilities. */
import type * as facility from '#forms/cms855a/nursing-facility.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import { addressWords, mailLine } from '../shared/address.ts'
import { actionItem, actionQuestions, anyActionWords } from '../shared/adverse-legal-action.ts'
import { kindWords } from '../shared/organization/owners.ts'
import { personNameWords } from '../shared/person-name.ts'
import { bornOnWords, ssnWords } from '../shared/restricted.ts'

const percent = { ask: 'How many percent?', hint: 'The exact share, however small' } as const
const since = { ask: 'Since when?' } as const

export const facilityPeople = {
  title: 'People who govern, own or manage the facility',
  intro: 'Add everyone, also owners of less than 5%. Name the administrator and the medical director.',
  item: { one: 'person', many: 'people' },
  questions: {
    ...personNameWords,
    title: { ask: 'Title' },
    bornOn: bornOnWords,
    ssn: ssnWords,
    roles: {
      ask: 'What do they do or own? Pick all that fit.',
      options: {
        'governing-body': 'Member of the governing body',
        officer: 'Officer',
        director: 'Director',
        member: 'Member of the company',
        partner: 'Partner',
        trustee: 'Trustee',
        'managing-employee': 'Managing employee',
        administrator: 'Administrator',
        'medical-director': 'Medical director',
        owner: 'Owner',
      },
    },
    percent,
    since,
  },
} satisfies WordsFor<typeof facility.facilityPeople>

export const facilityOwners = {
  title: 'Organizations that own or manage the facility',
  item: { one: 'organization', many: 'organizations' },
  questions: {
    legalName: { ask: 'Legal business name' },
    doingBusinessAs: { ask: 'Other name it does business under' },
    ein: { ask: 'EIN', hint: 'Nine digits' },
    ...addressWords('', mailLine),
    kinds: { ask: 'What is it? Pick all that fit.', options: kindWords },
    roles: {
      ask: 'What is it to the facility? Pick all that fit.',
      options: {
        owner: 'Owns a part directly',
        'indirect-owner': 'Owns a part through others',
        partner: 'Partner',
        member: 'Member of the company',
        mortgage: 'Holds a mortgage or other security',
        'managing-control': 'Runs or manages it',
      },
    },
    percent,
    since,
  },
} satisfies WordsFor<typeof facility.facilityOwners>

export const disclosableParties = {
  title: 'Additional disclosable parties',
  intro:
    'These have a say in how the facility is run, lend or lease it its property, or give it management, clinical or financial services. Therapy contractors count. Laundry and kitchen services do not.',
  item: { one: 'party', many: 'parties' },
  questions: {
    what: {
      ask: 'Is it an organization or a person?',
      options: { organization: 'An organization', person: 'A person' },
    },
    name: { ask: 'Legal name' },
    ein: { ask: 'EIN', hint: 'Nine digits' },
    ssn: ssnWords,
    ...addressWords('', mailLine),
    does: {
      ask: 'What does it do for the facility? Pick all that fit.',
      options: {
        control: 'Controls its operations, money or management',
        policies: 'Sets its policies or procedures',
        'cash-management': 'Manages its cash',
        'real-estate': 'Leases it property, or owns 5% or more of its property',
        administrative: 'Gives management or administrative services',
        'clinical-consulting': 'Gives management or clinical advice',
        'financial-services': 'Gives accounting or financial services',
      },
    },
    services: { ask: 'Describe it in your own words' },
    kinds: { ask: 'What kind of organization is it? Pick all that fit.', options: kindWords },
    since,
  },
} satisfies WordsFor<typeof facility.disclosableParties>

export const partyMembers = {
  title: 'How these owners and parties are made up',
  intro:
    'Add the officers, members, partners and owners of each owner and each disclosable party above, as far up as it goes. We draw the chart and multiply the shares for you.',
  item: { one: 'member', many: 'members' },
  questions: {
    party: { ask: 'Which party?', hint: 'Its name as above' },
    name: { ask: 'Who belongs to it?' },
    position: {
      ask: 'As what?',
      options: {
        officer: 'Officer',
        director: 'Director',
        member: 'Member',
        manager: 'Manager',
        partner: 'Partner',
        trustee: 'Trustee',
        shareholder: 'Shareholder of 5% or more',
        owner: 'Owner',
      },
    },
    percent,
  },
} satisfies WordsFor<typeof facility.partyMembers>

export const facilityLegalHistory = {
  title: 'Adverse legal actions against them',
  questions: anyActionWords('Has a final adverse legal action ever been taken against any of these people or parties?'),
} satisfies WordsFor<typeof facility.facilityLegalHistory>

export const facilityLegalActions = {
  title: 'Actions taken against them',
  item: actionItem,
  questions: { who: { ask: 'Who was it taken against?' }, ...actionQuestions },
} satisfies WordsFor<typeof facility.facilityLegalActions>
