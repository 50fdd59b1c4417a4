/**
 * What an invented practitioner would type into a CMS-855I where the registry is silent. Pure, and the same for the
 * same NPI. Numbers are from ranges that were never issued: SSN area 9xx, EIN prefix 08.
 */
import { addDays, type Day, day } from '#domain/dates.ts'
import { specialties } from '#domain/enrollment/specialties.ts'
import { guessSpecialty } from '#domain/enrollment/taxonomy-crosswalk.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import { titleCase } from '#domain/party/title-case.ts'
import type { Typed } from '#forms/kit/answers.ts'
import { ONLY_ITEM } from '#forms/kit/section.ts'
import { between, chance, digits, pick } from '../chance.ts'
import { type DemoGroup, deaNumber, ein, licenses, managerOf, reassignment } from './application-items.ts'

export interface Circumstances {
  /** The day on which it is filled in. */
  readonly on: Day
  readonly bornOn?: Day
  readonly ssn?: string
  /** A group that is paid for some or all of the work. */
  readonly group?: DemoGroup
  /** Had an adverse action, whatever chance says. */
  readonly adverse?: boolean
  /** Is managed by the one whom another application names as well. */
  readonly sharesManager?: boolean
  /** Moved since the registry was told: the practice street differs from it. */
  readonly moved?: boolean
}

/** Typed answers by section and item; those that the registry prefills are left out. */
export type TypedFile = Readonly<Record<string, Readonly<Record<string, Typed>>>>

const only = (typed: Typed): Readonly<Record<string, Typed>> => ({ [ONLY_ITEM]: typed })

/** What somebody does for a living decides which credentials there are. */
const prescribes: readonly string[] = ['50', '97']

export function typedAnswers(p: RegistryProvider, c: Circumstances): TypedFile {
  const { npi } = p
  const share = (question: string) => chance(npi, question)
  const state = p.practice!.state
  const year = Number(c.on.slice(0, 4))
  const specialty = guessSpecialty((p.taxonomies.find((t) => t.primary) ?? p.taxonomies[0]!).code)
  const isPhysician = specialty !== undefined && specialties[specialty].kind === 'physician'
  const bornOn = c.bornOn ?? addDays(p.enumeratedOn ?? day('2010-01-01'), -between(npi, 'born', 27 * 365, 48 * 365))
  const graduated = String(Math.min(Number(bornOn.slice(0, 4)) + 26, year - 1))
  const [first, last] = [titleCase(p.person!.first), titleCase(p.person!.last)]
  const place = titleCase(p.practice!.city)
  const school = `${pick(npi, 'school', ['Riverbend', 'Summit', 'Granite', 'Harbor', 'Northstar'])} College of ${isPhysician ? 'Medicine' : 'Health Sciences'}`
  const mailbox = `${first}.${last}`.toLowerCase().replace(/[^a-z.]/g, '')
  const email = `${mailbox}@practice.example`
  const phone = `${p.practice?.phone?.slice(0, 3) ?? '217'}55501${digits(npi, 'phone', 2)}`
  const hasGroup = c.group !== undefined
  const paidThrough = !hasGroup ? 'own-practice' : share('only the group') < 0.5 ? 'reassignment' : 'both'
  const owns = share('owns a company') < 0.35
  const practice = owns
    ? `${last} ${isPhysician ? 'Medical' : 'Health'} LLC`
    : `${first} ${last}, ${p.person?.credential ?? ''}`
  const hasDea = isPhysician || prescribes.includes(specialty ?? '')
  const issued = `${graduated}-07-01`
  const expires = `${year + between(npi, 'expires', 1, 3)}-07-31`
  const manager = c.sharesManager || share('manager') < 0.3
  return {
    'prior-enrollment': only({ enrolled: 'no' }),
    birth: only({
      bornOn,
      inUnitedStates: 'yes',
      state: pick(npi, 'birthplace', ['IL', 'OH', 'TX', 'NM', 'GA', state]),
    }),
    identifiers: only({
      ssn:
        c.ssn ?? `9${digits(npi, 'ssn', 2)}${between(npi, 'ssn middle', 10, 99)}${between(npi, 'ssn end', 1000, 9999)}`,
    }),
    school: only({ name: school, place: `${place}, ${state}`, graduated }),
    credentials: only({ licensed: 'yes', certified: isPhysician ? 'yes' : 'no', dea: hasDea ? 'yes' : 'no' }),
    licenses: licenses(p, { issuedOn: issued, expiresOn: expires, compact: 'no', temporary: 'no' }),
    certifications: {
      board: {
        title: 'Board certification',
        body: 'American Board of the Specialty',
        number: digits(npi, 'board', 6),
        issuedOn: issued,
      },
    },
    'dea-registrations': {
      dea: { number: deaNumber(npi, last), state, issuedOn: addDays(c.on, -400), expiresOn: addDays(c.on, 690) },
    },
    'advanced-practice': only({
      degree: 'master',
      program: school,
      degreeYear: graduated,
      body: 'National Certification Board of the Profession',
      number: digits(npi, 'certificate', 7),
      certifiedOn: issued,
      expiresOn: `${year + 2}-06-30`,
    }),
    counseling: only({ degree: 'master', field: 'Social work', supervised: 'yes' }),
    'therapy-practice': only({ homesOnly: 'no', office: 'yes', tenure: 'lease', exclusive: 'yes', elsewhere: 'no' }),
    residency: only({ inTraining: 'no' }),
    'new-patients': only({ accepting: share('new patients') < 0.85 ? 'yes' : 'no' }),
    correspondence: only({ email, phone }),
    'records-correspondence': only({ same: 'yes' }),
    'legal-history': only({ any: c.adverse || share('legal history') < 0.08 ? 'yes' : 'no' }),
    'legal-actions': {
      action: {
        kind: 'license-action',
        on: addDays(c.on, -2_200),
        takenBy: 'Board of Medicine of a neighboring state',
        resolution: 'Reprimand for late continuing education. Resolved within the same year.',
      },
    },
    business: only({
      paidThrough,
      ...(paidThrough !== 'reassignment' && { structure: owns ? 'sole-owner' : 'sole-proprietor' }),
    }),
    'sole-proprietor': only({ paidUnder: 'ssn' }),
    entity: only({
      legalName: practice,
      kind: 'llc',
      taxStatus: 'disregarded',
      ein: ein(npi),
      npi: withCheckDigit(`2009${npi.slice(4, 9)}`),
      formedOn: addDays(c.on, -between(npi, 'formed', 400, 3_000)),
      formedIn: state,
    }),
    'entity-legal-history': only({ any: 'no' }),
    'practice-locations': {
      'registry-1': {
        name: practice,
        setting: 'office',
        firstPatientOn: addDays(c.on, between(npi, 'first patient', -20, 35)),
        ...(c.moved && {
          line1: `${between(npi, 'new number', 100, 990)} ${pick(npi, 'new street', ['Larkspur Ave', 'Westgate Blvd', 'Foxglove Ln'])}`,
        }),
      },
    },
    'home-visits': only({ any: 'no' }),
    'record-storage': only({ elsewhere: 'no' }),
    reassignments: c.group ? { group: reassignment(c.group, c.on) } : {},
    management: only({ any: manager ? 'yes' : 'no' }),
    'managing-employees': {
      manager: managerOf(c.sharesManager ? 'shared' : npi, c.sharesManager ? day('2026-01-01') : c.on),
    },
    'management-legal-history': only({ any: 'no' }),
    payments: only({ sentTo: 'practice' }),
    'electronic-payment': only({
      accountName: practice,
      bank: `${place} Community Bank`,
      bankPhone: phone,
      accountType: 'checking',
      routing: '123456780',
      account: `000${digits(npi, 'account', 7)}`,
    }),
    participation: only({ participates: share('participates') < 0.9 ? 'yes' : 'no' }),
    'billing-agency': only({ uses: 'no' }),
    'contact-persons': {
      office: {
        first: 'June',
        last: 'Calderon',
        relation: 'staff',
        phone,
        email: `office.${mailbox}@practice.example`,
      },
    },
  }
}
