/**
 * Daniel Okafor, a nurse practitioner in Columbus, Ohio, new to Medicare, whom a group pays for all his work.
 * Invented; his numbers are from ranges that were never issued.
 */
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import { birth } from '#forms/cms855i/birth.ts'
import { business } from '#forms/cms855i/business.ts'
import { correspondence, newPatients, recordsCorrespondence } from '#forms/cms855i/correspondence.ts'
import { credentials, licenses } from '#forms/cms855i/credentials.ts'
import { enrollment, priorEnrollment } from '#forms/cms855i/enrollment.ts'
import { identifiers } from '#forms/cms855i/identifiers.ts'
import { legalHistory } from '#forms/cms855i/legal-actions.ts'
import { legalName } from '#forms/cms855i/legal-name.ts'
import { advancedPractice } from '#forms/cms855i/practitioner-training.ts'
import { practitionerType } from '#forms/cms855i/practitioner-type.ts'
import { reassignments } from '#forms/cms855i/reassignments.ts'
import { school } from '#forms/cms855i/school.ts'
import type { File } from '#forms/kit/section.ts'
import { item, only } from './answered.ts'

export const okaforNpi = withCheckDigit('200000444')

export const npOkafor = {
  enrollment: only(enrollment, { practitioner: 'non-physician', state: 'OH' }),
  'prior-enrollment': only(priorEnrollment, { enrolled: 'no' }),
  'legal-name': only(legalName, { first: 'Daniel', last: 'Okafor', suffix: 'Jr.', credential: 'NP' }),
  birth: only(birth, { bornOn: '1991-11-02', inUnitedStates: 'no', country: 'Nigeria', sex: 'male' }),
  identifiers: only(identifiers, { npi: okaforNpi, ssn: '900-77-1234' }),
  school: only(school, { name: 'Scioto College of Nursing', graduated: '2018' }),
  credentials: only(credentials, { licensed: 'yes', certified: 'no', dea: 'no' }),
  licenses: [
    item('oh', licenses, {
      number: 'APRN.CNP.90044',
      state: 'OH',
      issuedOn: '2018-09-01',
      expiresOn: '2027-10-31',
      compact: 'no',
      temporary: 'no',
    }),
  ],
  'practitioner-type': only(practitionerType, { type: '50' }),
  'advanced-practice': only(advancedPractice, {
    degree: 'master',
    program: 'Scioto College of Nursing',
    degreeYear: '2018',
    body: 'American Academy of Nurse Practitioners Certification Board',
    certifiedOn: '2018-08-15',
    expiresOn: '2028-08-14',
  }),
  'new-patients': only(newPatients, { accepting: 'yes' }),
  correspondence: only(correspondence, {
    line1: '1200 Olentangy Way',
    line2: 'Apt 3',
    city: 'Columbus',
    state: 'OH',
    zip: '43201',
    phone: '(614) 555-0128',
    email: 'daniel.okafor@example.com',
  }),
  'records-correspondence': only(recordsCorrespondence, { same: 'yes' }),
  'legal-history': only(legalHistory, { any: 'no' }),
  business: only(business, { paidThrough: 'reassignment' }),
  reassignments: [
    item('group', reassignments, {
      to: 'organization',
      legalName: 'High Street Primary Care Inc',
      ein: '08-2223334',
      npi: withCheckDigit('200000555'),
      startsOn: '2026-12-01',
      line1: '300 N High St',
      city: 'Columbus',
      state: 'OH',
      zip: '43215',
      second: 'yes',
      secondLine1: '18 Mill Rd',
      secondCity: 'Dublin',
      secondState: 'OH',
      secondZip: '43017',
    }),
  ],
} as const satisfies File
