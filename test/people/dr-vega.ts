/**
 * Rosa Vega, a family physician in Springfield, Illinois, who owns her practice alone as an LLC and also works
 * for a group. Invented; her numbers are from ranges that were never issued.
 */
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import { birth } from '#forms/cms855i/birth.ts'
import { business, entity, entityLegalHistory } from '#forms/cms855i/business.ts'
import { correspondence, newPatients, recordsCorrespondence } from '#forms/cms855i/correspondence.ts'
import { certifications, credentials, deaRegistrations, licenses } from '#forms/cms855i/credentials.ts'
import { enrollment, priorEnrollment } from '#forms/cms855i/enrollment.ts'
import { homeVisitAreas, homeVisits } from '#forms/cms855i/home-visits.ts'
import { identifiers } from '#forms/cms855i/identifiers.ts'
import { contacts } from '#forms/cms855i/index.ts'
import { legalActions, legalHistory } from '#forms/cms855i/legal-actions.ts'
import { legalName } from '#forms/cms855i/legal-name.ts'
import { management, managementLegalHistory, managingEmployees } from '#forms/cms855i/managing-employees.ts'
import { billingAgency, electronicPayment, participation } from '#forms/cms855i/money.ts'
import { otherNames } from '#forms/cms855i/other-names.ts'
import { payments } from '#forms/cms855i/payments.ts'
import { physicianSpecialty } from '#forms/cms855i/physician-specialty.ts'
import { practiceLocations } from '#forms/cms855i/practice-locations.ts'
import { reassignments } from '#forms/cms855i/reassignments.ts'
import { recordStorage, recordStores } from '#forms/cms855i/record-storage.ts'
import { residency } from '#forms/cms855i/residency.ts'
import { school } from '#forms/cms855i/school.ts'
import type { File } from '#forms/kit/section.ts'
import { item, only } from './answered.ts'

export const vegaNpi = withCheckDigit('200000111')
const practiceNpi = withCheckDigit('200000222')
const groupNpi = withCheckDigit('200000333')

export const drVega = {
  enrollment: only(enrollment, { practitioner: 'physician', state: 'IL', startsOn: '2026-12-01' }),
  'prior-enrollment': only(priorEnrollment, { enrolled: 'yes', ptan: 'W1204', otherStates: 'Iowa' }),
  'legal-name': only(legalName, { first: 'Rosa', middle: 'Maria', last: 'Vega', credential: 'MD' }),
  'other-names': [item('maiden', otherNames, { kind: 'former', first: 'Rosa', last: 'Quintero' })],
  birth: only(birth, { bornOn: '1980-03-27', inUnitedStates: 'yes', state: 'NM', sex: 'female' }),
  identifiers: only(identifiers, { npi: vegaNpi, ssn: '900-12-3456' }),
  school: only(school, { name: 'Prairie State College of Medicine', place: 'Peoria, Illinois', graduated: '2007' }),
  credentials: only(credentials, { licensed: 'yes', certified: 'yes', dea: 'yes' }),
  licenses: [
    item('il', licenses, {
      number: '036.900111',
      state: 'IL',
      issuedOn: '2010-07-01',
      expiresOn: '2028-07-31',
      compact: 'no',
      temporary: 'no',
    }),
    item('ia', licenses, {
      number: 'MD-90011',
      state: 'IA',
      issuedOn: '2022-01-15',
      expiresOn: '2027-12-31',
      compact: 'yes',
      temporary: 'no',
    }),
  ],
  certifications: [
    item('board', certifications, {
      title: 'Family medicine',
      body: 'Board of Family Medicine',
      number: '90011',
      issuedOn: '2010-12-01',
    }),
  ],
  'dea-registrations': [
    item('il', deaRegistrations, { number: 'BV1234563', state: 'IL', issuedOn: '2024-05-01', expiresOn: '2027-05-31' }),
  ],
  'physician-specialty': only(physicianSpecialty, { primary: '08', secondary1: '38' }),
  residency: only(residency, { inTraining: 'no' }),
  'new-patients': only(newPatients, { accepting: 'yes' }),
  correspondence: only(correspondence, {
    line1: 'PO Box 118',
    city: 'Springfield',
    state: 'IL',
    zip: '62701',
    phone: '(217) 555-0142',
    email: 'rosa.vega@example.com',
  }),
  'records-correspondence': only(recordsCorrespondence, {
    same: 'no',
    attention: 'Medical records',
    line1: '410 Elm St',
    line2: 'Ste 2',
    city: 'Springfield',
    state: 'IL',
    zip: '62701-1204',
    phone: '217-555-0143',
  }),
  'legal-history': only(legalHistory, { any: 'yes' }),
  'legal-actions': [
    item('2014', legalActions, {
      kind: 'license-action',
      on: '2014-02-03',
      takenBy: 'Iowa Board of Medicine',
      state: 'Des Moines, Iowa',
      resolution: 'License suspended for 30 days over late education credits.\nRestored on March 5, 2014.',
    }),
  ],
  business: only(business, { paidThrough: 'both', structure: 'sole-owner' }),
  entity: only(entity, {
    legalName: 'Elm Street Family Medicine LLC',
    kind: 'llc',
    taxStatus: 'disregarded',
    ein: '08-1234567',
    npi: practiceNpi,
    formedOn: '2015-06-01',
    formedIn: 'IL',
  }),
  'entity-legal-history': only(entityLegalHistory, { any: 'no' }),
  'practice-locations': [
    item('elm', practiceLocations, {
      name: 'Elm Street Family Medicine',
      setting: 'office',
      line1: '410 Elm St',
      line2: 'Ste 2',
      city: 'Springfield',
      state: 'IL',
      zip: '62701-1204',
      phone: '2175550142',
      firstPatientOn: '2026-12-01',
      npi: practiceNpi,
    }),
    item('home', practiceLocations, {
      name: 'Elm Street Family Medicine Online',
      setting: 'telehealth',
      hidden: 'yes',
      line1: '9 Orchard Ln',
      city: 'Chatham',
      state: 'IL',
      zip: '62629',
      phone: '2175550144',
      firstPatientOn: '2026-12-15',
    }),
  ],
  'home-visits': only(homeVisits, { any: 'yes' }),
  'home-visit-areas': [
    item('county', homeVisitAreas, { state: 'IL', extent: 'county', place: 'Sangamon' }),
    item('zip', homeVisitAreas, { state: 'IL', extent: 'zip', zip: '62563' }),
  ],
  'record-storage': only(recordStorage, { elsewhere: 'yes' }),
  'record-stores': [item('cloud', recordStores, { medium: 'electronic', name: 'Prairie Charts' })],
  reassignments: [
    item('group', reassignments, {
      to: 'organization',
      legalName: 'Capital Prairie Physicians Inc',
      ein: '07-7654321',
      npi: groupNpi,
      startsOn: '2026-12-01',
      line1: '77 Capitol Ave',
      city: 'Springfield',
      state: 'IL',
      zip: '62704',
      second: 'no',
    }),
  ],
  management: only(management, { any: 'yes' }),
  'managing-employees': [
    item('manager', managingEmployees, {
      first: 'Ida',
      last: 'Brandt',
      bornOn: '1975-09-14',
      ssn: '900-65-4321',
      role: 'employee',
      since: '2016-02-01',
    }),
  ],
  'management-legal-history': only(managementLegalHistory, { any: 'no' }),
  payments: only(payments, { sentTo: 'practice' }),
  'electronic-payment': only(electronicPayment, {
    accountName: 'Elm Street Family Medicine LLC',
    bank: 'Sangamon Savings',
    bankPhone: '2175550190',
    accountType: 'checking',
    routing: '123456780',
    account: '000900123',
  }),
  participation: only(participation, { participates: 'yes' }),
  'billing-agency': only(billingAgency, {
    uses: 'yes',
    name: 'Ledger Lane Billing Inc',
    ein: '09-1112223',
    line1: '5 Ledger Ln',
    city: 'Decatur',
    state: 'IL',
    zip: '62521',
    phone: '2175550177',
  }),
  'contact-persons': [
    item('ida', contacts, {
      first: 'Ida',
      last: 'Brandt',
      relation: 'staff',
      phone: '2175550142',
      email: 'ida.brandt@example.com',
    }),
  ],
} as const satisfies File
