/** What the program reads out of a CMS-855I. Pure. */
import { requiredDocuments } from '#domain/application/document-requirements.ts'
import type { FormReading } from '../form-reading.ts'
import type { File } from '../kit/section.ts'
import { enrolledFacts } from './apply-to-enrollment.ts'
import { always855i, changeableTasks } from './change.ts'
import { comparisonFacts, namedParties } from './comparison-facts.ts'
import { documentFacts } from './document-facts.ts'
import { cms855i } from './index.ts'

/** "Rosa Maria Vega": as it is shown, and as it has to be typed. */
function legalName(file: File): string {
  const { first, middle, last, suffix } = file['legal-name']?.[0]?.answers ?? {}
  return [first, middle, last, suffix].filter(Boolean).join(' ')
}

export const reading855i: FormReading = {
  form: cms855i,
  enrolls: 'individual',
  family: '14',
  changeable: changeableTasks,
  always: always855i,
  legalName,
  signerName: legalName,
  comparisonFacts,
  namedParties,
  documents: (file) => requiredDocuments(documentFacts(file)),
  enrolledFacts,
  supplierType: (file) =>
    file.enrollment?.[0]?.answers.practitioner === 'physician' ? 'physician' : 'non-physician-practitioner',
}
