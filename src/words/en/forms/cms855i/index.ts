/** The English catalog of the CMS-855I: it does not compile while a task, section, question or option lacks words. */
import type { tasks855i } from '#forms/cms855i/index.ts'
import type { FormWordsFor } from '#forms/kit/words.ts'
import * as business from './business.ts'
import { contacts } from './contacts.ts'
import * as credentials from './credentials.ts'
import * as enrollment from './enrollment.ts'
import * as legal from './legal.ts'
import * as locations from './locations.ts'
import * as mail from './mail.ts'
import * as management from './management.ts'
import * as money from './money.ts'
import { reassignments } from './reassignments.ts'
import * as specialty from './specialty.ts'
import * as training from './training.ts'
import * as you from './you.ts'

export const cms855iEn: FormWordsFor<typeof tasks855i> = {
  title: 'Medicare enrollment for physicians and other practitioners',
  short: 'CMS-855I',
  tasks: {
    enrollment: { title: 'Say what you are enrolling as', hint: 'Your answers decide what we ask later' },
    you: { title: 'Tell us who you are' },
    credentials: { title: 'Add your licenses and certifications' },
    specialty: { title: 'Choose your specialty' },
    mail: { title: 'Say where we write to you' },
    legal: { title: 'Report adverse legal actions' },
    business: { title: 'Say how you are paid' },
    locations: { title: 'Add your practice locations' },
    reassignments: { title: 'Add your reassignments' },
    management: { title: 'Name the people who run your practice' },
    money: { title: 'Set up payment' },
    contacts: { title: 'Name people we may call', hint: 'You do not have to name anyone' },
  },
  sections: {
    enrollment: enrollment.enrollment,
    'prior-enrollment': enrollment.priorEnrollment,
    'legal-name': you.legalName,
    'other-names': you.otherNames,
    birth: you.birth,
    identifiers: you.identifiers,
    school: you.school,
    credentials: credentials.credentials,
    licenses: credentials.licenses,
    certifications: credentials.certifications,
    'dea-registrations': credentials.deaRegistrations,
    'physician-specialty': specialty.physicianSpecialty,
    'practitioner-type': specialty.practitionerType,
    'advanced-practice': training.advancedPractice,
    counseling: training.counseling,
    dietetics: training.dietetics,
    'clinical-psychologist': training.clinicalPsychologist,
    'independent-psychologist': training.independentPsychologist,
    'therapy-practice': training.therapyPractice,
    residency: specialty.residency,
    'new-patients': specialty.newPatients,
    correspondence: mail.correspondence,
    'records-correspondence': mail.recordsCorrespondence,
    'legal-history': legal.legalHistory,
    'legal-actions': legal.legalActions,
    business: business.business,
    'sole-proprietor': business.soleProprietor,
    entity: business.entity,
    'entity-legal-history': business.entityLegalHistory,
    'entity-legal-actions': business.entityLegalActions,
    'practice-locations': locations.practiceLocations,
    'home-visits': locations.homeVisits,
    'home-visit-areas': locations.homeVisitAreas,
    'record-storage': locations.recordStorage,
    'record-stores': locations.recordStores,
    reassignments,
    management: management.management,
    'managing-employees': management.managingEmployees,
    'management-legal-history': management.managementLegalHistory,
    'management-legal-actions': management.managementLegalActions,
    payments: money.payments,
    'electronic-payment': money.electronicPayment,
    participation: money.participation,
    'billing-agency': money.billingAgency,
    'contact-persons': contacts,
  },
}
