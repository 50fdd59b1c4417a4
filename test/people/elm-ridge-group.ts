/**
 * Elm Ridge Medical Group, fourteen physicians in four offices around Springfield, Illinois; two of them own most of
 * it, a management company runs its back office. Invented; its numbers are from ranges that were never issued.
 */
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import { cms855b } from '#forms/cms855b/index.ts'
import { fileOf, type TypedSections } from '#forms/kit/typed-file.ts'
import { fixtureDay } from './answered.ts'

export const elmRidgeNpi = withCheckDigit('200000551')

const doctors = [
  ['Harriet', 'Sandoval'],
  ['Owen', 'Castellanos'],
  ['Priya', 'Raghunathan'],
  ['Marcus', 'Delacroix'],
  ['Ingrid', 'Halvorsen'],
  ['Tobias', 'Nakagawa'],
  ['Ruth', 'Abernathy'],
  ['Samuel', 'Okonkwo'],
  ['Lena', 'Fitzwilliam'],
  ['Dmitri', 'Volkov'],
  ['Carmen', 'Iglesias'],
  ['Walter', 'Brzezinski'],
  ['Amara', 'Lindqvist'],
  ['Jonah', 'Pettigrew'],
] as const

const people = doctors.map(([first, last], i) => {
  const share = i < 2 ? { roles: 'direct-owner,officer,managing-employee', percent: i === 0 ? '40' : '30' } : undefined
  return [
    `doctor-${i + 1}`,
    {
      first,
      last,
      title: i === 0 ? 'President' : i === 1 ? 'Treasurer' : 'Member of the board',
      bornOn: `19${60 + i}-0${(i % 9) + 1}-15`,
      ssn: `900-${40 + i}-${2000 + i * 37}`,
      roles: share?.roles ?? 'director',
      percent: share?.percent,
      since: '2014-04-01',
    },
  ] as const
})

const office = (name: string, line1: string, city: string, zip: string, firstPatientOn: string) => ({
  name,
  setting: 'office',
  line1,
  city,
  state: 'IL',
  zip,
  phone: '(217) 555-0161',
  firstPatientOn,
})

export const elmRidgeTyped = {
  enrollment: { supplier: 'clinic', groupOf: 'physicians', state: 'IL', startsOn: '2026-12-01' },
  'prior-enrollment': { enrolled: 'no' },
  organization: {
    legalName: 'Elm Ridge Medical Group LLC',
    doingBusinessAs: 'Elm Ridge Family Care',
    ein: '08-4400551',
    npi: elmRidgeNpi,
  },
  structure: { kind: 'llc', taxStatus: 'proprietary', formedOn: '2014-04-01', formedIn: 'IL', indianHealth: 'no' },
  credentials: { licensed: 'no', certified: 'yes', accredited: 'no' },
  certifications: {
    clia: {
      title: 'CLIA certificate of waiver',
      body: 'Centers for Medicare & Medicaid Services',
      number: '14D0955101',
      issuedOn: '2025-02-01',
      expiresOn: '2027-01-31',
    },
  },
  correspondence: {
    attention: 'Enrollment',
    line1: '1400 Elm Ridge Rd',
    line2: 'Ste 300',
    city: 'Springfield',
    state: 'IL',
    zip: '62704-1180',
    phone: '(217) 555-0160',
    email: 'enrollment@elm-ridge.example',
  },
  'records-correspondence': { same: 'yes' },
  'legal-history': { any: 'no' },
  'practice-locations': {
    main: office('Elm Ridge Family Care', '1400 Elm Ridge Rd', 'Springfield', '62704', '2026-12-01'),
    north: office('Elm Ridge North', '22 Sangamon Ave', 'Springfield', '62702', '2026-12-01'),
    chatham: office('Elm Ridge Chatham', '9 Gordon Dr', 'Chatham', '62629', '2026-12-15'),
    lincoln: office('Elm Ridge Lincoln', '310 Pulaski St', 'Lincoln', '62656', '2027-01-04'),
  },
  'home-visits': { any: 'yes' },
  'home-visit-areas': { sangamon: { state: 'IL', extent: 'county', place: 'Sangamon' } },
  mobile: { base: 'no', vehicles: 'no' },
  'record-storage': { elsewhere: 'yes' },
  'record-stores': { cloud: { medium: 'electronic', name: 'Ridgeline Records' } },
  owners: { any: 'yes' },
  'owner-organizations': {
    management: {
      legalName: 'Prairie Practice Services Inc',
      ein: '08-4400552',
      line1: 'PO Box 77',
      city: 'Decatur',
      state: 'IL',
      zip: '62521',
      kinds: 'corporation,management-services,for-profit',
      roles: 'managing-control',
      since: '2019-01-01',
    },
  },
  'owners-legal-history': { any: 'no' },
  individuals: Object.fromEntries(people),
  'individuals-legal-history': { any: 'no' },
  payments: { sentTo: 'correspondence' },
  'electronic-payment': {
    accountName: 'Elm Ridge Medical Group LLC',
    bank: 'Sangamon Valley Bank',
    accountType: 'checking',
    routing: '123456780',
    account: '000440055100',
  },
  participation: { participates: 'yes' },
  'billing-agency': { uses: 'no' },
  'contact-persons': {
    clerk: {
      first: 'Paula',
      last: 'Weston',
      relation: 'credentialing',
      phone: '(217) 555-0162',
      email: 'paula@elm-ridge.example',
    },
  },
  'authorized-official': {
    first: 'Harriet',
    last: 'Sandoval',
    title: 'President',
    phone: '(217) 555-0163',
    email: 'harriet@elm-ridge.example',
  },
  'delegated-officials': {
    treasurer: { first: 'Owen', last: 'Castellanos', title: 'Treasurer', phone: '(217) 555-0164' },
  },
} satisfies TypedSections

export const elmRidgeGroup = fileOf(cms855b, elmRidgeTyped, fixtureDay)
