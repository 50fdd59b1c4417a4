/**
 * Tamsin Imani, a resident in internal medicine in Illinois who orders tests and never bills. Invented; her numbers
 * are from ranges that were never issued.
 */
import { birth } from '#forms/cms855i/birth.ts'
import { correspondence } from '#forms/cms855i/correspondence.ts'
import { credentials, licenses } from '#forms/cms855i/credentials.ts'
import { identifiers } from '#forms/cms855i/identifiers.ts'
import { legalHistory } from '#forms/cms855i/legal-actions.ts'
import { legalName } from '#forms/cms855i/legal-name.ts'
import { school } from '#forms/cms855i/school.ts'
import { enrollment, graduateTraining, orderOnly } from '#forms/cms855o/ordering.ts'
import { physicianSpecialty } from '#forms/cms855o/profession.ts'
import type { File } from '#forms/kit/section.ts'
import { item, only } from './answered.ts'

/** The same answers for anybody: the journey takes a name and a number that the registry of the demonstration has. */
export const residentOrdering = (who: {
  npi: string
  first: string
  middle?: string
  last: string
  ssn: string
  bornOn: string
}) =>
  ({
    enrollment: only(enrollment, { practitioner: 'physician', state: 'IL' }),
    'order-only': only(orderOnly, { why: 'in-training' }),
    'graduate-training': only(graduateTraining, {
      level: 'resident',
      program: 'Prairie State University Hospital',
      accredited: 'yes',
      mayOrder: 'yes',
      endsOn: '2028-06-30',
    }),
    'legal-name': only(legalName, {
      first: who.first,
      ...(who.middle && { middle: who.middle }),
      last: who.last,
      credential: 'MD',
    }),
    birth: only(birth, { bornOn: who.bornOn, inUnitedStates: 'yes', state: 'IL', sex: 'female' }),
    identifiers: only(identifiers, { npi: who.npi, ssn: who.ssn }),
    school: only(school, { name: 'Prairie State University', graduated: '2024' }),
    credentials: only(credentials, { licensed: 'yes', certified: 'no', dea: 'no' }),
    licenses: [
      item('il', licenses, {
        number: '125990001',
        state: 'IL',
        issuedOn: '2024-07-01',
        expiresOn: '2027-06-30',
        compact: 'no',
        temporary: 'no',
      }),
    ],
    'legal-history': only(legalHistory, { any: 'no' }),
    'physician-specialty': only(physicianSpecialty, { primary: '11' }),
    correspondence: only(correspondence, {
      line1: '14 Campus Dr',
      city: 'Springfield',
      state: 'IL',
      zip: '62701',
      phone: '(217) 555-0134',
      email: 'tamsin.imani@example.com',
    }),
  }) as const satisfies File

export const drImani = residentOrdering({
  npi: '2000007775',
  first: 'Tamsin',
  last: 'Imani',
  ssn: '900-31-4455',
  bornOn: '1997-04-18',
})
