/** What the program reads out of a CMS-855O. Its sections are those of the CMS-855I, so its facts are read alike. Pure. */
import { requiredDocuments } from '#domain/application/document-requirements.ts'
import type { EnrolledFacts } from '#domain/enrollment/enrolled-facts.ts'
import { comparisonFacts } from '../cms855i/comparison-facts.ts'
import { documentFacts } from '../cms855i/document-facts.ts'
import type { FormReading } from '../form-reading.ts'
import type { File } from '../kit/section.ts'
import { cms855o } from './index.ts'

/** "Rosa Maria Vega": as it is shown, and as it has to be typed. */
export function personNamed(file: File): string {
  const { first, middle, last, suffix } = file['legal-name']?.[0]?.answers ?? {}
  return [first, middle, last, suffix].filter(Boolean).join(' ')
}

/** The facts of a person who enrolls without billing: no places, nobody who is paid. */
export function personFacts(file: File): EnrolledFacts {
  const specialty = file['physician-specialty']?.[0]?.answers.primary ?? file['practitioner-type']?.[0]?.answers.type
  const state = file.enrollment?.[0]?.answers.state
  if (typeof specialty !== 'string' || typeof state !== 'string')
    throw new Error('an approved application is not complete')
  return {
    specialty,
    state,
    displayName: personNamed(file),
    locations: [],
    reassignments: [],
    firstServiceOn: undefined,
  }
}

export const isPhysician = (file: File): boolean => file.enrollment?.[0]?.answers.practitioner === 'physician'

export const reading855o: FormReading = {
  form: cms855o,
  enrolls: 'individual',
  family: '33',
  changeable: ['mail', 'credentials', 'legal', 'profession', 'ordering', 'contacts', 'you'],
  always: ['enrollment', 'legal-name', 'identifiers'],
  legalName: personNamed,
  signerName: personNamed,
  comparisonFacts,
  namedParties: () => [],
  documents: (file) =>
    requiredDocuments({ ...documentFacts(file), inTraining: file['graduate-training'] !== undefined }),
  enrolledFacts: personFacts,
  supplierType: (file) => (isPhysician(file) ? 'physician' : 'non-physician-practitioner'),
}
