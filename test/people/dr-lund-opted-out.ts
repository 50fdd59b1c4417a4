/** Henrik Lund, a psychiatrist in Ohio who treats Medicare patients under private contracts. Invented. */
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import { birth } from '#forms/cms855i/birth.ts'
import { correspondence } from '#forms/cms855i/correspondence.ts'
import { licenses } from '#forms/cms855i/credentials.ts'
import { identifiers } from '#forms/cms855i/identifiers.ts'
import { legalName } from '#forms/cms855i/legal-name.ts'
import { enrollment } from '#forms/cms855o/ordering.ts'
import type { File } from '#forms/kit/section.ts'
import { standing } from '#forms/opt-out/index.ts'
import { optOut, privateContracts } from '#forms/opt-out/private-contracts.ts'
import { credentials, optOutSpecialty } from '#forms/opt-out/profession.ts'
import { item, only } from './answered.ts'

export const drLund = {
  enrollment: only(enrollment, { practitioner: 'physician', state: 'OH' }),
  'opt-out': only(optOut, { participates: 'no', startsOn: '2026-12-01', before: 'no', orders: 'yes' }),
  'legal-name': only(legalName, { first: 'Henrik', last: 'Lund', credential: 'MD' }),
  birth: only(birth, { bornOn: '1969-09-02', inUnitedStates: 'no', country: 'Denmark', sex: 'male' }),
  identifiers: only(identifiers, { npi: withCheckDigit('200000812'), ssn: '900-55-7810' }),
  'physician-specialty': only(optOutSpecialty, { primary: '26' }),
  credentials: only(credentials, { licensed: 'yes' }),
  licenses: [
    item('oh', licenses, {
      number: '35.900812',
      state: 'OH',
      issuedOn: '2001-03-01',
      expiresOn: '2027-03-31',
      compact: 'no',
      temporary: 'no',
    }),
  ],
  'private-contracts': only(privateContracts, {
    terms: 'in-writing,patient-pays,no-claims,no-limits,no-medigap,not-in-emergency,copy-given,kept',
  }),
  standing: only(standing, { excluded: 'no' }),
  correspondence: only(correspondence, {
    line1: '88 Larch Ct',
    city: 'Columbus',
    state: 'OH',
    zip: '43201',
    phone: '(614) 555-0177',
    email: 'henrik.lund@example.com',
  }),
} as const satisfies File
