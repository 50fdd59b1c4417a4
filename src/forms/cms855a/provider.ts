/** 2A2, 2A3 and 2B: what hospitals are asked, and the numbers and the cost report year of every provider. */
import { choices, text, yesNo } from '../kit/kinds.ts'
import { type Check, section } from '../kit/section.ts'
import { isCcnAt } from '../shared/ccn.ts'

const isHospital = {
  section: 'enrollment',
  question: 'provider',
  is: ['hospital', 'critical-access', 'rural-emergency'],
} as const

/** A month and a day, such as 06/30; a year's end has no year. */
export const monthAndDay = (at: string): Check => ({
  id: `${at}-month-and-day`.toLowerCase(),
  at,
  code: 'not-a-date',
  holds: (a) => /^(0[1-9]|1[0-2])\/(0[1-9]|[12]\d|3[01])$/.test(String(a[at])),
})

export const providerNumbers = section({
  id: 'provider-numbers',
  questions: {
    // Given with the tie-in notice, so a new provider has none yet.
    ccn: { kind: text(12), paper: '2B', sensitivity: 'public', optional: true },
    costReportEnd: { kind: text(5), paper: '2B', sensitivity: 'internal' },
  },
  checks: [isCcnAt('ccn'), monthAndDay('costReportEnd')],
})

export const hospital = section({
  id: 'hospital',
  when: isHospital,
  questions: {
    kinds: {
      kind: choices(
        'general',
        'alcohol-drug',
        'childrens',
        'long-term',
        'psychiatric',
        'rehabilitation',
        'short-term',
        'specialty',
        'swing-bed',
        'psychiatric-unit',
        'rehabilitation-unit',
        'other',
      ),
      paper: '2A2',
      sensitivity: 'public',
    },
    otherKind: { kind: text(60), paper: '2A2', sensitivity: 'public', when: { question: 'kinds', is: 'other' } },
    compliancePlan: { kind: yesNo, paper: '2A3', sensitivity: 'internal' },
    physicianOwned: { kind: yesNo, paper: '2A3', sensitivity: 'public' },
  },
})
