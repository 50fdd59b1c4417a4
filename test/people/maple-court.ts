/**
 * Maple Court Nursing Center in Peoria, Illinois, which a fund owns through a holding company and which rents its
 * building from a trust of the same fund. Invented; its numbers are from ranges that were never issued.
 */
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import { cms855a } from '#forms/cms855a/index.ts'
import { fileOf, type TypedSections } from '#forms/kit/typed-file.ts'
import { fixtureDay } from './answered.ts'

export const mapleCourtNpi = withCheckDigit('200000662')

const mail = { line1: '800 Lakeshore Plz', city: 'Chicago', state: 'IL', zip: '60611' }
const person = (first: string, last: string, title: string, n: number) => ({
  first,
  last,
  title,
  bornOn: `19${50 + n}-03-0${n}`,
  ssn: `900-5${n}-310${n}`,
  since: '2026-02-01',
})

export const mapleCourtTyped = {
  enrollment: { provider: 'skilled-nursing', how: 'ownership-change', state: 'IL' },
  'prior-enrollment': { enrolled: 'no' },
  'ownership-change': {
    sellerName: 'Maple Court Homes Inc',
    sellerEin: '08-5500660',
    sellerCcn: '14-5977',
    on: '2026-12-31',
    acceptsAgreement: 'yes',
  },
  organization: { legalName: 'Maple Court Operations LLC', ein: '08-5500661', npi: mapleCourtNpi },
  structure: { kind: 'llc', taxStatus: 'proprietary', formedOn: '2025-11-10', formedIn: 'DE', indianHealth: 'no' },
  'provider-numbers': { ccn: '145977', costReportEnd: '12/31' },
  credentials: { licensed: 'yes', certified: 'no', accredited: 'no' },
  licenses: { il: { number: 'SNF-0055977', state: 'IL', issuedOn: '2025-07-01', expiresOn: '2027-06-30' } },
  correspondence: {
    ...mail,
    phone: '(312) 555-0171',
    email: 'compliance@maple-court.example',
  },
  'records-correspondence': { same: 'yes' },
  'legal-history': { any: 'yes' },
  'legal-actions': {
    survey: {
      kind: 'accreditation-action',
      on: '2021-05-12',
      takenBy: 'An accrediting organization',
      resolution: 'Restored on 2021-11-01 after a new survey.',
    },
  },
  'practice-locations': {
    home: {
      name: 'Maple Court Nursing Center',
      setting: 'main',
      line1: '77 Maple Ct',
      city: 'Peoria',
      state: 'IL',
      zip: '61602',
      phone: '(309) 555-0172',
      firstPatientOn: '2026-12-31',
    },
  },
  mobile: { base: 'no', vehicles: 'no' },
  'record-storage': { elsewhere: 'no' },
  'facility-people': {
    administrator: { ...person('Gloria', 'Ferreira', 'Administrator', 1), roles: 'administrator,managing-employee' },
    'medical-director': { ...person('Anselm', 'Whitlock', 'Medical director', 2), roles: 'medical-director' },
    chair: { ...person('Beatrix', 'Stone', 'Chair', 3), roles: 'governing-body,officer,owner', percent: '2.5' },
  },
  'facility-owners': {
    holding: {
      legalName: 'Maple Holdings LLC',
      ein: '08-5500662',
      ...mail,
      kinds: 'llc,holding-company,created-to-acquire',
      roles: 'owner',
      percent: '97.5',
      since: '2026-02-01',
    },
    fund: {
      legalName: 'Lakeshore Care Fund II LP',
      ein: '08-5500663',
      ...mail,
      kinds: 'private-equity,investment-firm',
      roles: 'indirect-owner',
      percent: '87.75',
      since: '2026-02-01',
    },
  },
  'disclosable-parties': {
    landlord: {
      what: 'organization',
      name: 'Lakeshore Senior Property Trust',
      ein: '08-5500664',
      ...mail,
      does: 'real-estate',
      services: 'Leases the building and the grounds to the facility.',
      kinds: 'reit',
      since: '2026-02-01',
    },
    bookkeeper: {
      what: 'person',
      name: 'Conrad Ellery',
      ssn: '900-59-3109',
      ...mail,
      does: 'financial-services',
      services: 'Keeps the books and files the cost report.',
      since: '2026-03-01',
    },
  },
  'party-members': {
    fund: { party: 'Maple Holdings LLC', name: 'Lakeshore Care Fund II LP', position: 'owner', percent: '90' },
    family: { party: 'Maple Holdings LLC', name: 'Beatrix Stone', position: 'owner', percent: '10' },
    adviser: {
      party: 'Lakeshore Care Fund II LP',
      name: 'Lakeshore Advisers LLC',
      position: 'partner',
      percent: '2',
    },
    trustee: { party: 'Lakeshore Senior Property Trust', name: 'Miriam Oakes', position: 'trustee' },
    holder: { party: 'Lakeshore Senior Property Trust', name: 'Miriam Oakes', position: 'shareholder', percent: '12' },
  },
  'facility-legal-history': { any: 'no' },
  chain: { standing: 'joined', since: '2026-12-31' },
  'chain-home-office': {
    legalName: 'Lakeshore Care Management LLC',
    ein: '08-5500665',
    costReportEnd: '12/31',
    ...mail,
    relation: 'managed',
  },
  'chain-administrator': {
    first: 'Rupert',
    last: 'Langley',
    title: 'Chief executive',
    bornOn: '1968-06-06',
    ssn: '900-57-3107',
  },
  payments: { sentTo: 'practice' },
  'electronic-payment': {
    accountName: 'Maple Court Operations LLC',
    bank: 'Bank of the Illinois River',
    accountType: 'checking',
    routing: '123456780',
    account: '000550066100',
  },
  'billing-agency': { uses: 'no' },
  'authorized-official': {
    first: 'Beatrix',
    last: 'Stone',
    title: 'Chair',
    phone: '(312) 555-0173',
    email: 'beatrix@maple-court.example',
  },
} satisfies TypedSections

export const mapleCourt = fileOf(cms855a, mapleCourtTyped, fixtureDay)
