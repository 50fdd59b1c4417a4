/** What the program reads out of an opt-out affidavit. Pure. */
import { requiredDocuments } from '#domain/application/document-requirements.ts'
import { day } from '#domain/dates.ts'
import { comparisonFacts } from '../cms855i/comparison-facts.ts'
import { documentFacts } from '../cms855i/document-facts.ts'
import { isPhysician, personFacts, personNamed } from '../cms855o/reading.ts'
import type { FormReading } from '../form-reading.ts'
import { optOutAffidavit } from './index.ts'

export const readingOptOut: FormReading = {
  form: optOutAffidavit,
  enrolls: 'individual',
  family: '14',
  changeable: ['mail', 'profession', 'contracts', 'contacts', 'you'],
  always: ['enrollment', 'legal-name', 'identifiers'],
  legalName: personNamed,
  signerName: personNamed,
  comparisonFacts,
  namedParties: () => [],
  documents: (file) => requiredDocuments(documentFacts(file)),
  enrolledFacts: (file) => {
    const startsOn = file['opt-out']?.[0]?.answers.startsOn
    return { ...personFacts(file), ...(typeof startsOn === 'string' && { firstServiceOn: day(startsOn) }) }
  },
  supplierType: (file) => (isPhysician(file) ? 'physician' : 'non-physician-practitioner'),
}
