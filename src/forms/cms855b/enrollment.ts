/** 1A and 2B: what enrolls, in which state. One application for each type of supplier. */
import { partBTypeNames } from '#domain/enrollment/organization-types.ts'
import { choice, text } from '../kit/kinds.ts'
import { section } from '../kit/section.ts'
import { howIt, where } from '../shared/organization/enrollment.ts'

export const enrollment = section({
  id: 'enrollment',
  questions: {
    supplier: { kind: choice(...partBTypeNames), paper: '2B', sensitivity: 'public' },
    otherSupplier: {
      kind: text(60),
      paper: '2B',
      sensitivity: 'public',
      when: { question: 'supplier', is: 'other' },
    },
    // Groups of physicians and of other practitioners pay no fee (42 CFR 424.514(c), "institutional provider").
    groupOf: {
      kind: choice('physicians', 'non-physicians'),
      paper: '2B',
      sensitivity: 'internal',
      when: { question: 'supplier', is: 'clinic' },
    },
    how: {
      kind: howIt,
      paper: '1A',
      sensitivity: 'internal',
      when: { question: 'supplier', is: ['asc', 'portable-xray'] },
    },
    ...where('1A'),
  },
})
