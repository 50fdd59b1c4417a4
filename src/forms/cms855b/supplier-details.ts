/** 2C and 2E: what only departments of hospitals and groups of therapists are asked. */
import { choice, text, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { isCcnAt } from '../shared/ccn.ts'

export const hospitalDepartment = section({
  id: 'hospital-department',
  when: { section: 'enrollment', question: 'supplier', is: 'hospital-department' },
  questions: {
    hospital: { kind: text(70), paper: '2C', sensitivity: 'internal' },
    ccn: { kind: text(12), paper: '2C', sensitivity: 'internal' },
    billing: { kind: choice('departments', 'all'), paper: '2C', sensitivity: 'internal' },
    departments: {
      kind: text(200),
      paper: '2C',
      sensitivity: 'internal',
      when: { question: 'billing', is: 'departments' },
    },
  },
  checks: [isCcnAt('ccn')],
})

/** Given with the tie-in notice, so a new supplier has none yet. */
export const supplierNumbers = section({
  id: 'provider-numbers',
  when: { section: 'enrollment', question: 'supplier', is: ['asc', 'portable-xray'] },
  questions: { ccn: { kind: text(12), paper: '2A', sensitivity: 'public', optional: true } },
  checks: [isCcnAt('ccn')],
})

/** 42 CFR 410.59, 410.60: therapists in private practice. */
export const therapyGroup = section({
  id: 'therapy-group',
  when: { section: 'enrollment', question: 'supplier', is: 'therapy-group' },
  questions: {
    homesOnly: { kind: yesNo, paper: '2E', sensitivity: 'internal' },
    tenure: {
      kind: choice('own', 'lease'),
      paper: '2E',
      sensitivity: 'internal',
      when: { question: 'homesOnly', is: false },
    },
    exclusive: { kind: yesNo, paper: '2E', sensitivity: 'internal', when: { question: 'homesOnly', is: false } },
    elsewhere: { kind: yesNo, paper: '2E', sensitivity: 'internal' },
  },
})
