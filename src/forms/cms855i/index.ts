/**
 * The CMS-855I for physicians and non-physician practitioners, with the CMS-588 and CMS-460 that go with it.
 * Sections 5, 7, 9, 10 and 11 are blank on the form; 12 is documents, 14 and 15 are the signature.
 */
import { form, type Task } from '../kit/form.ts'
import { contactPersons } from '../shared/contact-person.ts'
import { birth } from './birth.ts'
import { business, entity, entityLegalActions, entityLegalHistory, soleProprietor } from './business.ts'
import { correspondence, newPatients, recordsCorrespondence } from './correspondence.ts'
import { certifications, credentials, deaRegistrations, licenses } from './credentials.ts'
import { enrollment, priorEnrollment } from './enrollment.ts'
import { homeVisitAreas, homeVisits } from './home-visits.ts'
import { identifiers } from './identifiers.ts'
import { legalActions, legalHistory } from './legal-actions.ts'
import { legalName } from './legal-name.ts'
import { management, managementLegalActions, managementLegalHistory, managingEmployees } from './managing-employees.ts'
import { billingAgency, electronicPayment, participation } from './money.ts'
import { otherNames } from './other-names.ts'
import { payments } from './payments.ts'
import { physicianSpecialty } from './physician-specialty.ts'
import { practiceLocations } from './practice-locations.ts'
import {
  advancedPractice,
  clinicalPsychologist,
  counseling,
  dietetics,
  independentPsychologist,
  therapyPractice,
} from './practitioner-training.ts'
import { practitionerType } from './practitioner-type.ts'
import { reassignments } from './reassignments.ts'
import { recordStorage, recordStores } from './record-storage.ts'
import { residency } from './residency.ts'
import { school } from './school.ts'

export const contacts = contactPersons('contact-persons', '13')

export const tasks855i = [
  { id: 'enrollment', sections: [enrollment, priorEnrollment] },
  { id: 'you', sections: [legalName, otherNames, birth, identifiers, school] },
  { id: 'credentials', sections: [credentials, licenses, certifications, deaRegistrations] },
  {
    id: 'specialty',
    sections: [
      physicianSpecialty,
      practitionerType,
      advancedPractice,
      counseling,
      dietetics,
      clinicalPsychologist,
      independentPsychologist,
      therapyPractice,
      residency,
      newPatients,
    ],
  },
  { id: 'mail', sections: [correspondence, recordsCorrespondence] },
  { id: 'legal', sections: [legalHistory, legalActions] },
  { id: 'business', sections: [business, soleProprietor, entity, entityLegalHistory, entityLegalActions] },
  { id: 'locations', sections: [practiceLocations, homeVisits, homeVisitAreas, recordStorage, recordStores] },
  { id: 'reassignments', sections: [reassignments] },
  { id: 'management', sections: [management, managingEmployees, managementLegalHistory, managementLegalActions] },
  { id: 'money', sections: [payments, electronicPayment, participation, billingAgency] },
  { id: 'contacts', sections: [contacts] },
] as const satisfies readonly Task[]

export const cms855i = form({ id: 'CMS-855I', edition: '05/23', tasks: tasks855i })
