/** 1A, 2A and 2F-2H: what enrolls, in which state, and what it takes over. */
import { partATypeNames } from '#domain/enrollment/organization-types.ts'
import { choice, date, ein, text, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { isCcnAt } from '../shared/ccn.ts'
import { where } from '../shared/organization/enrollment.ts'

export const enrollment = section({
  id: 'enrollment',
  questions: {
    provider: { kind: choice(...partATypeNames), paper: '2A', sensitivity: 'public' },
    otherProvider: { kind: text(60), paper: '2A', sensitivity: 'public', when: { question: 'provider', is: 'other' } },
    how: {
      kind: choice('new', 'ownership-change', 'acquisition', 'consolidation'),
      paper: '1A',
      sensitivity: 'internal',
    },
    ...where('1A'),
  },
})

const party = {
  legalName: { kind: text(70), paper: '2G', sensitivity: 'internal' },
  ein: { kind: ein, paper: '2G', sensitivity: 'internal' },
  ccn: { kind: text(12), paper: '2G', sensitivity: 'internal' },
} as const

/** 2G: the provider that is acquired gives up its number and goes on under the other one. */
export const acquisition = section({
  id: 'acquisition',
  when: { section: 'enrollment', question: 'how', is: 'acquisition' },
  questions: {
    part: { kind: choice('acquired', 'acquiring'), paper: '2G', sensitivity: 'internal' },
    ...party,
    on: { kind: date(), paper: '2G', sensitivity: 'internal' },
  },
  checks: [isCcnAt('ccn')],
})

/** 2H: two or more providers become a new one; their old numbers end. */
export const consolidation = section({
  id: 'consolidation',
  when: { section: 'enrollment', question: 'how', is: 'consolidation' },
  questions: {
    on: { kind: date(), paper: '2H', sensitivity: 'internal' },
    newName: { kind: text(70), paper: '2H', sensitivity: 'internal' },
  },
})

export const consolidated = section({
  id: 'consolidated',
  repeats: { min: 2, max: 20 },
  when: { section: 'enrollment', question: 'how', is: 'consolidation' },
  questions: {
    legalName: { ...party.legalName, paper: '2H' },
    ein: { ...party.ein, paper: '2H' },
    ccn: { ...party.ccn, paper: '2H' },
    staysOpen: { kind: yesNo, paper: '2H', sensitivity: 'internal' },
  },
  checks: [isCcnAt('ccn')],
})
