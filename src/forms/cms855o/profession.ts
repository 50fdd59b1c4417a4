/** 4A and 4B: one specialty of a physician, or the type of another eligible professional. */
import { orderingSpecialties, orderingTypes } from '#domain/enrollment/ordering-types.ts'
import { specialty, text } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'

export const physicianSpecialty = section({
  id: 'physician-specialty',
  when: { section: 'enrollment', question: 'practitioner', is: 'physician' },
  questions: {
    primary: { kind: specialty(...orderingSpecialties), paper: '4A', sensitivity: 'public', prefill: 'specialty' },
    other: { kind: text(60), paper: '4A', sensitivity: 'public', when: { question: 'primary', is: '99' } },
  },
})

export const professionalType = section({
  id: 'practitioner-type',
  when: { section: 'enrollment', question: 'practitioner', is: 'non-physician' },
  questions: {
    type: { kind: specialty(...orderingTypes), paper: '4B', sensitivity: 'public', prefill: 'practitioner-type' },
  },
})
