/** 6: the people who run the practice day by day, and adverse legal actions against them (42 CFR 424.502). */
import { choice, date, ssn, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { adverseActionsOf, hasAdverseActions } from '../shared/adverse-legal-action.ts'
import { personName } from '../shared/person-name.ts'
import { ownPractice } from './business.ts'

export const management = section({
  id: 'management',
  when: ownPractice,
  questions: { any: { kind: yesNo, paper: '6', sensitivity: 'internal' } },
})

const managed = { section: 'management', question: 'any', is: true } as const

export const managingEmployees = section({
  id: 'managing-employees',
  repeats: { min: 1, max: 100 },
  when: managed,
  questions: {
    ...personName('6A', 'internal'),
    bornOn: { kind: date('past'), paper: '6A', sensitivity: 'restricted' },
    ssn: { kind: ssn, paper: '6A', sensitivity: 'restricted' },
    role: { kind: choice('employee', 'contracted'), paper: '6A', sensitivity: 'internal' },
    since: { kind: date('past'), paper: '6A', sensitivity: 'internal' },
  },
  checks: [
    {
      id: 'born-before-hired',
      at: 'since',
      code: 'date-before',
      holds: (a) => String(a.since) > String(a.bornOn ?? ''),
    },
  ],
})

export const managementLegalHistory = hasAdverseActions('management-legal-history', '6B', managed)

export const managementLegalActions = adverseActionsOf('management-legal-actions', '6B', {
  section: 'management-legal-history',
  question: 'any',
  is: true,
})
