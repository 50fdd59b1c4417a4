/** 4: what the person practices as; only these may opt out (42 CFR 405.400). */
import { optOutSpecialties, optOutTypes } from '#domain/enrollment/ordering-types.ts'
import { specialty, yesNo } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'

export const optOutSpecialty = section({
  id: 'physician-specialty',
  when: { section: 'enrollment', question: 'practitioner', is: 'physician' },
  questions: {
    primary: { kind: specialty(...optOutSpecialties), paper: '4', sensitivity: 'public', prefill: 'specialty' },
  },
})

export const optOutType = section({
  id: 'practitioner-type',
  when: { section: 'enrollment', question: 'practitioner', is: 'non-physician' },
  questions: {
    type: { kind: specialty(...optOutTypes), paper: '4', sensitivity: 'public', prefill: 'practitioner-type' },
  },
})

export const credentials = section({
  id: 'credentials',
  questions: { licensed: { kind: yesNo, paper: '4', sensitivity: 'internal' } },
})
