/** English words of the CMS-855I: management. */
import type * as sections from '#forms/cms855i/managing-employees.ts'
import type { WordsFor } from '#forms/kit/words.ts'
import { actionItem, actionQuestions, anyActionWords } from '../shared/adverse-legal-action.ts'
import { personNameWords } from '../shared/person-name.ts'

export const management = {
  title: 'People who run your practice',
  questions: {
    any: {
      ask: 'Does anyone other than you run the practice day by day?',
      hint: 'Such as a general manager, an office manager or an administrator. Include people under contract.',
    },
  },
} satisfies WordsFor<typeof sections.management>

export const managingEmployees = {
  title: 'Managing employees',
  item: { one: 'managing employee', many: 'managing employees' },
  questions: {
    ...personNameWords,
    bornOn: {
      ask: 'Date of birth',
      why: 'Medicare checks everyone who runs a practice against the lists of excluded people. The date is encrypted.',
    },
    ssn: {
      ask: 'Social Security number',
      hint: 'Nine digits',
      why: 'Federal law asks for it (42 U.S.C. 1320a-3a). It is encrypted and shown only as its last four digits.',
    },
    role: { ask: 'How do they work for you?', options: { employee: 'As an employee', contracted: 'Under a contract' } },
    since: { ask: 'Since when?' },
  },
} satisfies WordsFor<typeof sections.managingEmployees>

export const managementLegalHistory = {
  title: 'Adverse legal actions against managing employees',
  questions: anyActionWords('Has a final adverse legal action ever been taken against any of them?'),
} satisfies WordsFor<typeof sections.managementLegalHistory>

export const managementLegalActions = {
  title: 'Actions taken against managing employees',
  item: actionItem,
  questions: { who: { ask: 'Who was it taken against?', hint: 'First and last name' }, ...actionQuestions },
} satisfies WordsFor<typeof sections.managementLegalActions>
