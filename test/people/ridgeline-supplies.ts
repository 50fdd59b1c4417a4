/** Ridgeline Home Medical, a chain of equipment stores in Illinois: its store in Peoria. Invented. */
import { dmeposStandards } from '#domain/enrollment/dmepos.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import { bond, insurance, standards } from '#forms/cms855s/assurance.ts'
import {
  billingAgency,
  correspondence,
  credentials,
  electronicPayment,
  legalHistory,
  licenses,
  recordsCorrespondence,
} from '#forms/cms855s/index.ts'
import { enrollment, identifiers, organization } from '#forms/cms855s/organization.ts'
import {
  authorizedOfficial,
  owningIndividuals,
  owningOrganizations,
  peopleLegalHistory,
} from '#forms/cms855s/people.ts'
import { hours, place } from '#forms/cms855s/place.ts'
import { accreditation, products, supplierType } from '#forms/cms855s/supplies.ts'
import type { File } from '#forms/kit/section.ts'
import { ownerInterests } from '#forms/shared/organization/owner-interests.ts'
import { item, only } from './answered.ts'

export const ridgelineSupplies = {
  enrollment: only(enrollment, { state: 'IL' }),
  organization: only(organization, {
    legalName: 'Ridgeline Home Medical LLC',
    ein: '08-4410021',
    structure: 'llc',
    taxStatus: 'proprietary',
    formedOn: '2019-02-11',
    formedIn: 'IL',
  }),
  identifiers: only(identifiers, { npi: withCheckDigit('200000913') }),
  'business-location': only(place, {
    name: 'Ridgeline Peoria',
    line1: '900 Knoxville Ave',
    city: 'Peoria',
    state: 'IL',
    zip: '61603',
    phone: '(309) 555-0121',
    phoneListed: 'yes',
    openSince: '2026-10-05',
    shared: 'no',
  }),
  'open-hours': only(hours, {
    exempt: 'no',
    weekly: '44',
    posted: 'yes',
    words: 'Monday to Friday 9 to 5, Saturday 10 to 2',
    squareFeet: '1800',
    staffed: 'yes',
  }),
  credentials: only(credentials, { licensed: 'yes' }),
  licenses: [
    item('hme', licenses, {
      number: '203990012',
      state: 'IL',
      issuedOn: '2026-09-01',
      expiresOn: '2027-12-31',
      compact: 'no',
      temporary: 'no',
    }),
  ],
  'supplier-type': only(supplierType, { type: 'medical-supply-respiratory-therapist', states: 'Illinois' }),
  products: [
    item('oxygen', products, {
      product: 'oxygen-equipment',
      how: 'inventory',
      accredited: 'yes',
      licenseNeeded: 'yes',
    }),
    item('walkers', products, { product: 'walkers', how: 'inventory', accredited: 'yes', licenseNeeded: 'no' }),
  ],
  accreditation: only(accreditation, {
    status: 'accredited',
    body: 'Board of Certification',
    since: '2026-10-01',
    expiresOn: '2027-09-30',
  }),
  correspondence: only(correspondence, {
    line1: '1 Ridgeline Plaza',
    city: 'Bloomington',
    state: 'IL',
    zip: '61701',
    phone: '(309) 555-0100',
    email: 'enrollment@ridgeline.example',
  }),
  'records-correspondence': only(recordsCorrespondence, { same: 'yes' }),
  'liability-insurance': only(insurance, {
    insurer: 'Lakeside Mutual',
    policy: 'GL-77120',
    perIncident: '1000000',
    since: '2026-10-01',
    expiresOn: '2027-09-30',
  }),
  'surety-bond': only(bond, {
    status: 'bonded',
    surety: 'Harbor Surety',
    number: 'HS-44190',
    amount: '50000',
    since: '2026-10-01',
  }),
  'legal-history': only(legalHistory, { any: 'no' }),
  'owning-organizations': [
    item('holding', owningOrganizations, {
      legalName: 'Ridgeline Holdings Inc',
      ein: '08-4410000',
      line1: '1 Ridgeline Plaza',
      city: 'Bloomington',
      state: 'IL',
      zip: '61701',
      roles: 'direct-owner',
      share: '100',
      since: '2019-02-11',
    }),
  ],
  'owner-interests': [
    item('marta', ownerInterests('8'), {
      party: 'Ridgeline Holdings Inc',
      name: 'Marta Ridge',
      what: 'person',
      position: 'owner',
      percent: '60',
    }),
    item('trust', ownerInterests('8'), {
      party: 'Ridgeline Holdings Inc',
      name: 'Ridge Family Trust',
      what: 'organization',
      position: 'owner',
      percent: '40',
    }),
  ],
  'owning-individuals': [
    item('marta', owningIndividuals, {
      first: 'Marta',
      last: 'Ridge',
      bornOn: '1971-06-30',
      ssn: '900-61-2020',
      roles: 'indirect-owner,officer,authorized-official',
      share: '60',
      since: '2019-02-11',
    }),
    item('paul', owningIndividuals, {
      first: 'Paul',
      last: 'Osei',
      bornOn: '1984-01-12',
      ssn: '900-61-2021',
      roles: 'managing-employee',
      since: '2026-09-15',
    }),
  ],
  'people-legal-history': only(peopleLegalHistory, { any: 'no' }),
  'electronic-payment': only(electronicPayment, {
    accountName: 'Ridgeline Home Medical LLC',
    bank: 'Prairie Bank',
    accountType: 'checking',
    routing: '123456780',
    account: '000900555',
  }),
  'billing-agency': only(billingAgency, { uses: 'no' }),
  standards: only(standards, { meets: dmeposStandards.join(',') }),
  'authorized-official': only(authorizedOfficial, {
    first: 'Marta',
    last: 'Ridge',
    title: 'Chief executive',
    phone: '(309) 555-0101',
  }),
} as const satisfies File
