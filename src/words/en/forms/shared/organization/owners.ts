/** English words of owners, people with control, and officials. */
import type { OwnershipRole } from '#domain/enrollment/ownership-roles.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import type * as official from '#forms/shared/organization/officials.ts'
import type * as own from '#forms/shared/organization/owners.ts'
import { addressWords, mailLine } from '../address.ts'
import { actionItem, actionQuestions, anyActionWords } from '../adverse-legal-action.ts'
import { personNameWords } from '../person-name.ts'
import { bornOnWords, ssnWords } from '../restricted.ts'

export const roleWords: Readonly<Record<OwnershipRole, string>> = {
  'direct-owner': 'Owns 5% or more directly',
  'indirect-owner': 'Owns 5% or more through another organization',
  mortgage: 'Holds a mortgage of 5% or more',
  security: 'Holds another security interest of 5% or more',
  'general-partner': 'General partner',
  'limited-partner': 'Limited partner',
  officer: 'Officer of the corporation',
  director: 'Director of the corporation',
  'managing-employee': 'Managing employee, employed',
  'contracted-managing-employee': 'Managing employee, under contract',
  'managing-control': 'Runs the operations or manages in another way',
}

export const kindWords = {
  corporation: 'Corporation',
  llc: 'Limited liability company',
  'medical-provider': 'Medical provider or supplier',
  'management-services': 'Management services company',
  'medical-staffing': 'Medical staffing company',
  'holding-company': 'Holding company',
  'investment-firm': 'Investment firm',
  'financial-institution': 'Bank or other financial institution',
  'consulting-firm': 'Consulting firm',
  'for-profit': 'For profit',
  'non-profit': 'Non-profit',
  'private-equity': 'Private equity company',
  reit: 'Real estate investment trust',
  'chain-home-office': 'Home office of a chain',
  'created-to-acquire': 'Created only to buy this organization',
  other: 'Something else',
} as const

const shareWords = {
  percent: {
    ask: 'How many percent are held directly?',
    hint: 'The exact share, such as 51 or 12.5',
  },
  indirectPercent: {
    ask: 'How many percent are owned through others?',
    hint: 'Multiply down the chain: 50% of a company that owns 80% is 40%.',
  },
  since: { ask: 'Since when?' },
} as const

export const owners = {
  title: 'Organizations that own or manage',
  questions: {
    any: {
      ask: 'Does any other organization own a part of this one, lend to it against security, or manage it?',
      hint: 'Owning 5% or more, directly or through others, any share of a partnership, or running it day by day.',
    },
  },
} satisfies WordsFor<ReturnType<typeof own.anyOwners>>

export const ownerOrganizations = {
  title: 'Owning and managing organizations',
  intro: 'Add each organization once, with everything it is to you.',
  item: { one: 'organization', many: 'organizations' },
  questions: {
    legalName: { ask: 'Legal business name' },
    doingBusinessAs: { ask: 'Other name it does business under' },
    ein: { ask: 'EIN', hint: 'Nine digits' },
    npi: { ask: 'NPI', hint: 'Leave empty if it has none' },
    ...addressWords('', mailLine),
    kinds: { ask: 'What is it? Pick all that fit.', options: kindWords },
    roles: { ask: 'What is it to you? Pick all that fit.', options: roleWords },
    ...shareWords,
  },
} satisfies WordsFor<ReturnType<typeof own.ownerOrganizations>>

export const ownersLegalHistory = {
  title: 'Adverse legal actions against these organizations',
  questions: anyActionWords('Has a final adverse legal action ever been taken against any of them?'),
} satisfies WordsFor<ReturnType<typeof own.ownersLegalHistory>>

const whoQuestions = { who: { ask: 'Who was it taken against?' }, ...actionQuestions } as const

export const ownersLegalActions = {
  title: 'Actions taken against these organizations',
  item: actionItem,
  questions: whoQuestions,
} satisfies WordsFor<ReturnType<typeof own.ownersLegalActions>>

export const individuals = {
  title: 'People who own, direct or manage',
  intro:
    'Add each person once, with every role: owners of 5% or more, partners, officers, directors, managing employees, and each official who signs.',
  item: { one: 'person', many: 'people' },
  questions: {
    ...personNameWords,
    title: { ask: 'Title', hint: 'Such as chief executive or office manager' },
    bornOn: bornOnWords,
    birthPlace: { ask: 'Place of birth', hint: 'City and state or country' },
    ssn: ssnWords,
    roles: { ask: 'What do they do or own? Pick all that fit.', options: roleWords },
    ...shareWords,
  },
} satisfies WordsFor<ReturnType<typeof own.individuals>>

export const individualsLegalHistory = {
  title: 'Adverse legal actions against these people',
  questions: anyActionWords('Has a final adverse legal action ever been taken against any of them?'),
} satisfies WordsFor<ReturnType<typeof own.individualsLegalHistory>>

export const individualsLegalActions = {
  title: 'Actions taken against these people',
  item: actionItem,
  questions: whoQuestions,
} satisfies WordsFor<ReturnType<typeof own.individualsLegalActions>>

export const authorizedOfficial = {
  title: 'Authorized official',
  intro:
    'The one who signs. It is someone with the power to bind the organization, such as its chief executive, a general partner or the chair of its board.',
  questions: {
    ...personNameWords,
    title: { ask: 'Title' },
    phone: { ask: 'Phone number' },
    email: { ask: 'E-mail address' },
  },
} satisfies WordsFor<ReturnType<typeof official.authorizedOfficial>>

export const delegatedOfficials = {
  title: 'Delegated officials',
  intro: 'They may sign later changes. You do not have to name anyone.',
  item: { one: 'delegated official', many: 'delegated officials' },
  questions: { ...personNameWords, title: { ask: 'Title' }, phone: { ask: 'Phone number' } },
} satisfies WordsFor<ReturnType<typeof official.delegatedOfficials>>
