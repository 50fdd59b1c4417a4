/** 2A: the numbers that say who is enrolling. */
import { npi, ssn } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'

export const identifiers = section({
  id: 'identifiers',
  questions: {
    npi: { kind: npi, paper: '2A', sensitivity: 'public', prefill: 'npi' },
    ssn: { kind: ssn, paper: '2A', sensitivity: 'restricted' },
  },
})
