/** English words of what the CMS-855A asks of institutional providers. */
import type * as chains from '#forms/cms855a/chain.ts'
import type * as enroll from '#forms/cms855a/enrollment.ts'
import type * as agency from '#forms/cms855a/home-health.ts'
import type { tasks855a } from '#forms/cms855a/index.ts'
import type * as provider from '#forms/cms855a/provider.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import { partATypeWords } from '../../reference/organization-types.ts'
import { addressWords } from '../shared/address.ts'
import { whereWords } from '../shared/organization/identity.ts'
import { areaWords, locationWords } from '../shared/organization/locations.ts'
import { personNameWords } from '../shared/person-name.ts'
import { bornOnWords, ssnWords } from '../shared/restricted.ts'

const ccn = { ask: 'Certification number (CCN)', hint: 'Six characters, such as 14-1234' } as const
const yearEnd = { ask: 'When does the cost report year end?', hint: 'Month and day, such as 06/30' } as const
const ein = { ask: 'EIN', hint: 'Nine digits' } as const

export const enrollment = {
  title: 'The enrollment',
  intro: 'Each type of provider needs its own enrollment.',
  questions: {
    provider: { ask: 'What does the organization enroll as?', options: partATypeWords },
    otherProvider: { ask: 'What kind of provider is it?' },
    how: {
      ask: 'How does it come to Medicare?',
      options: {
        new: 'As a new provider',
        'ownership-change': 'By a change of ownership: it takes over an enrolled provider',
        acquisition: 'By an acquisition or merger: one number ends, the other goes on',
        consolidation: 'By a consolidation: several providers become a new one',
      },
    },
    ...whereWords,
  },
} satisfies WordsFor<typeof enroll.enrollment>

export const acquisition = {
  title: 'The acquisition or merger',
  questions: {
    part: {
      ask: 'Which part do you have in it?',
      options: { acquired: 'We are taken over', acquiring: 'We take over another provider' },
    },
    legalName: { ask: 'Legal business name of the other provider' },
    ein,
    ccn,
    on: { ask: 'When does it take effect?' },
  },
} satisfies WordsFor<typeof enroll.acquisition>

export const consolidation = {
  title: 'The consolidation',
  questions: {
    on: { ask: 'When does it take effect?' },
    newName: { ask: 'Legal business name of the new provider' },
  },
} satisfies WordsFor<typeof enroll.consolidation>

export const consolidated = {
  title: 'Providers that become one',
  item: { one: 'provider', many: 'providers' },
  questions: {
    legalName: { ask: 'Legal business name' },
    ein,
    ccn,
    staysOpen: { ask: 'Will patients still be treated there?' },
  },
} satisfies WordsFor<typeof enroll.consolidated>

export const providerNumbers = {
  title: 'Numbers and cost report',
  questions: {
    ccn: { ask: ccn.ask, hint: 'Leave empty if it has none yet. It is given after the survey.' },
    costReportEnd: yearEnd,
  },
} satisfies WordsFor<typeof provider.providerNumbers>

export const hospital = {
  title: 'The hospital',
  questions: {
    kinds: {
      ask: 'What kind of hospital is it? Pick all that fit.',
      options: {
        general: 'General or acute care',
        'alcohol-drug': 'Alcohol or drug treatment',
        childrens: 'Children’s',
        'long-term': 'Long-term',
        psychiatric: 'Psychiatric',
        rehabilitation: 'Rehabilitation',
        'short-term': 'Short-term',
        specialty: 'Specialty: heart, bone or surgery',
        'swing-bed': 'With approved swing beds',
        'psychiatric-unit': 'With a psychiatric unit',
        'rehabilitation-unit': 'With a rehabilitation unit',
        other: 'Something else',
      },
    },
    otherKind: { ask: 'What kind is it?' },
    compliancePlan: { ask: 'Does it have a plan that says how every rule is kept and checked?' },
    physicianOwned: { ask: 'Do physicians, or their close family, own a part of it?' },
  },
} satisfies WordsFor<typeof provider.hospital>

type Locations = Extract<(typeof tasks855a)[number], { id: 'locations' }>['sections'][0]
export const practiceLocations = {
  title: 'Where patients are treated',
  intro: 'Add each place that bills under this enrollment.',
  item: { one: 'practice location', many: 'practice locations' },
  questions: {
    ...locationWords,
    setting: {
      ask: 'What kind of place is it?',
      options: {
        main: 'Main location',
        branch: 'Branch of a home health agency',
        'sub-unit': 'Sub-unit of a home health agency',
        'provider-based': 'Department based on the provider',
        'hospice-location': 'Further location of a hospice',
        'therapy-extension': 'Extension site for therapy',
        mobile: 'Mobile unit',
        other: 'Another place',
      },
    },
  },
} satisfies WordsFor<Locations>

export const chain = {
  title: 'Chain',
  questions: {
    standing: {
      ask: 'Does the provider belong to a chain?',
      hint: 'Two or more providers owned, leased or otherwise controlled by one organization with a home office.',
      options: {
        none: 'No',
        joined: 'It has just joined one',
        left: 'It has just left one',
        changed: 'It has moved to another one',
        same: 'Yes, as before',
      },
    },
    since: { ask: 'When was that?' },
  },
} satisfies WordsFor<typeof chains.chain>

export const chainHomeOffice = {
  title: 'Home office of the chain',
  questions: {
    legalName: { ask: 'Legal business name of the home office' },
    ein,
    number: { ask: 'Number of the chain', hint: 'Leave empty if you do not know it' },
    costReportEnd: yearEnd,
    contractor: { ask: 'Medicare contractor of the home office' },
    ...addressWords(''),
    relation: {
      ask: 'What is the provider to the home office?',
      options: {
        'joint-venture': 'In a joint venture or partnership with it',
        related: 'Operated by it, and related to it',
        managed: 'Managed by it, and related to it',
        'wholly-owned': 'Wholly owned by it',
        leased: 'Leased by it',
        other: 'Something else',
      },
    },
  },
} satisfies WordsFor<typeof chains.chainHomeOffice>

export const chainAdministrator = {
  title: 'Administrator of the home office',
  questions: { ...personNameWords, title: { ask: 'Title' }, bornOn: bornOnWords, ssn: ssnWords },
} satisfies WordsFor<typeof chains.chainAdministrator>

export const homeHealthFunds = {
  title: 'Reserve funds',
  intro: 'A new agency needs the money to run its first three months without being paid.',
  questions: {
    visitsFirstQuarter: { ask: 'How many visits do you expect in the first three months?' },
    visitsFirstYear: { ask: 'How many in the first year?' },
    ownFunds: { ask: 'How much of the reserve is your own money?', hint: 'In dollars' },
    borrowedFunds: { ask: 'How much of it is borrowed?', hint: 'In dollars; not more than half' },
    bank: { ask: 'At which bank is it?' },
  },
} satisfies WordsFor<typeof agency.homeHealthFunds>

export const nurseRegistry = {
  title: 'Nurse registry',
  questions: {
    uses: { ask: 'Does the agency use nurses from a registry?' },
    name: { ask: 'Legal business name of the registry' },
    ein,
    ...addressWords(''),
  },
} satisfies WordsFor<typeof agency.nurseRegistry>

export const homeHealthAreas = areaWords('Where the agency visits patients') satisfies WordsFor<
  typeof agency.homeHealthAreas
>
