/** 2H: the type of a non-physician practitioner; one type per application. */
import { nonPhysicianTypes } from '#domain/enrollment/specialties.ts'
import { specialty, text } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'

export const practitionerType = section({
  id: 'practitioner-type',
  when: { section: 'enrollment', question: 'practitioner', is: 'non-physician' },
  questions: {
    type: { kind: specialty(...nonPhysicianTypes), paper: '2H', sensitivity: 'public', prefill: 'practitioner-type' },
    other: { kind: text(60), paper: '2H', sensitivity: 'public', when: { question: 'type', is: '88' } },
  },
})
