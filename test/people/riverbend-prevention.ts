/** Riverbend Prevention, a diabetes prevention program of a non-profit in Iowa. Invented, like its numbers. */
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import { cms20134 } from '#forms/cms20134/index.ts'
import { fileOf, type TypedSections } from '#forms/kit/typed-file.ts'
import { fixtureDay } from './answered.ts'

export const riverbendNpi = withCheckDigit('200000884')
const place = { line1: '12 Riverbend Way', city: 'Davenport', state: 'IA', zip: '52801' }

export const riverbendTyped = {
  enrollment: { state: 'IA' },
  'prior-enrollment': { enrolled: 'no' },
  organization: { legalName: 'Riverbend Prevention Inc', ein: '08-7700881', npi: riverbendNpi },
  structure: { kind: 'corporation', taxStatus: 'non-profit', indianHealth: 'no' },
  recognition: { status: 'full', code: '9912345', from: '2025-05-01' },
  correspondence: { ...place, phone: '(563) 555-0191', email: 'office@riverbend.example' },
  'records-correspondence': { same: 'yes' },
  'legal-history': { any: 'no' },
  'practice-locations': {
    office: {
      name: 'Riverbend Prevention',
      setting: 'administrative',
      ...place,
      phone: '(563) 555-0191',
      firstPatientOn: '2027-01-05',
    },
  },
  owners: { any: 'no' },
  individuals: {
    director: {
      first: 'Thea',
      last: 'Moreau',
      title: 'Executive director',
      bornOn: '1971-12-01',
      ssn: '900-71-5101',
      roles: 'officer,managing-employee',
      since: '2020-01-01',
    },
  },
  'individuals-legal-history': { any: 'no' },
  coaches: {
    one: {
      first: 'Idris',
      last: 'Calloway',
      bornOn: '1990-04-04',
      ssn: '900-72-5102',
      npi: withCheckDigit('200000885'),
      from: '2027-01-01',
    },
  },
  payments: { sentTo: 'practice' },
  'electronic-payment': {
    accountName: 'Riverbend Prevention Inc',
    bank: 'Mississippi Bank',
    accountType: 'checking',
    routing: '123456780',
    account: '000770088100',
  },
  'billing-agency': { uses: 'no' },
  'authorized-official': {
    first: 'Thea',
    last: 'Moreau',
    title: 'Executive director',
    phone: '(563) 555-0192',
    email: 'thea@riverbend.example',
  },
} satisfies TypedSections

export const riverbendPrevention = fileOf(cms20134, riverbendTyped, fixtureDay)
