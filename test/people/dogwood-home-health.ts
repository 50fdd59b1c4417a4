/**
 * Dogwood Home Health, a new agency in Columbus, Ohio, owned by two nurses. Invented; its numbers are from ranges that
 * were never issued.
 */
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import { cms855a } from '#forms/cms855a/index.ts'
import { fileOf, type TypedSections } from '#forms/kit/typed-file.ts'
import { fixtureDay } from './answered.ts'

export const dogwoodNpi = withCheckDigit('200000773')
const place = { line1: '55 Dogwood Ln', city: 'Columbus', state: 'OH', zip: '43215' }

export const dogwoodTyped = {
  enrollment: { provider: 'home-health', how: 'new', state: 'OH' },
  'prior-enrollment': { enrolled: 'no' },
  organization: { legalName: 'Dogwood Home Health Inc', ein: '08-6600771', npi: dogwoodNpi },
  structure: {
    kind: 'corporation',
    taxStatus: 'proprietary',
    formedOn: '2026-01-20',
    formedIn: 'OH',
    indianHealth: 'no',
  },
  'provider-numbers': { costReportEnd: '06/30' },
  credentials: { licensed: 'yes', certified: 'no', accredited: 'yes' },
  licenses: { oh: { number: 'HHA-77310', state: 'OH', issuedOn: '2026-03-01', expiresOn: '2028-02-28' } },
  accreditations: {
    survey: { body: 'Accreditation Commission', from: '2026-08-01', to: '2029-07-31', deemed: 'yes' },
  },
  correspondence: { ...place, phone: '(614) 555-0181', email: 'office@dogwood-hh.example' },
  'records-correspondence': { same: 'yes' },
  'legal-history': { any: 'no' },
  'practice-locations': {
    office: {
      name: 'Dogwood Home Health',
      setting: 'main',
      ...place,
      phone: '(614) 555-0181',
      firstPatientOn: '2026-12-10',
    },
  },
  mobile: { base: 'yes', vehicles: 'no' },
  'bases-of-operations': { base: { name: 'Dogwood office', ...place } },
  'home-health-areas': {
    franklin: { state: 'OH', extent: 'county', place: 'Franklin' },
    delaware: { state: 'OH', extent: 'county', place: 'Delaware' },
  },
  'record-storage': { elsewhere: 'no' },
  owners: { any: 'no' },
  individuals: {
    one: {
      first: 'Nadine',
      last: 'Prescott',
      title: 'Chief executive',
      bornOn: '1979-09-09',
      ssn: '900-61-4101',
      roles: 'direct-owner,officer,managing-employee',
      percent: '60',
      since: '2026-01-20',
    },
    two: {
      first: 'Elliot',
      last: 'Vance',
      title: 'Director of nursing',
      bornOn: '1983-02-17',
      ssn: '900-62-4102',
      roles: 'direct-owner,managing-employee',
      percent: '40',
      since: '2026-01-20',
    },
  },
  'individuals-legal-history': { any: 'no' },
  chain: { standing: 'none' },
  payments: { sentTo: 'practice' },
  'electronic-payment': {
    accountName: 'Dogwood Home Health Inc',
    bank: 'Scioto Community Bank',
    accountType: 'checking',
    routing: '123456780',
    account: '000660077100',
  },
  'billing-agency': { uses: 'no' },
  'home-health-funds': {
    visitsFirstQuarter: '240',
    visitsFirstYear: '1300',
    ownFunds: '90000',
    borrowedFunds: '40000',
    bank: 'Scioto Community Bank',
  },
  'nurse-registry': { uses: 'no' },
  'authorized-official': {
    first: 'Nadine',
    last: 'Prescott',
    title: 'Chief executive',
    phone: '(614) 555-0182',
    email: 'nadine@dogwood-hh.example',
  },
} satisfies TypedSections

export const dogwoodHomeHealth = fileOf(cms855a, dogwoodTyped, fixtureDay)
