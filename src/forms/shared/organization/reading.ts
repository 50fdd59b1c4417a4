/** What the program reads out of the form of an organization. Pure. */
import { type OrganizationFacts, organizationDocuments } from '#domain/application/organization-documents.ts'
import { type Day, day, earlier } from '#domain/dates.ts'
import type { EnrolledFacts, EnrolledLocation, EnrolledOfficial } from '#domain/enrollment/enrolled-facts.ts'
import type { SupplierType } from '#domain/enrollment/supplier-types.ts'
import type { Address } from '#domain/party/address.ts'
import type { ComparisonFacts } from '#domain/review/comparison/comparison.ts'
import type { FormReading } from '../../form-reading.ts'
import { type Form, relevant } from '../../kit/form.ts'
import { type Answers, type File, type Item, ONLY_ITEM } from '../../kit/section.ts'
import { organizationParties } from './parties.ts'

/** What differs from form to form. */
export interface OrganizationForm {
  readonly form: Form
  readonly family: string
  readonly changeable: readonly string[]
  /** The code of the public files and whose rule dates it; undefined while the file does not say. */
  readonly typeOf: (file: File) => { readonly code: string; readonly dated: SupplierType } | undefined
  /** Facts beside those that every form tells. */
  readonly facts: (file: File) => Partial<OrganizationFacts>
}

const said = (v: unknown): string => (typeof v === 'string' ? v : '')
const only = (file: File, section: string): Answers => file[section]?.[0]?.answers ?? {}
const field = (section: string, item: string, question: string): string => `${section}/${item}/${question}`

export const organizationReading = (o: OrganizationForm): FormReading => ({
  form: o.form,
  enrolls: 'organization',
  family: o.family,
  changeable: o.changeable,
  always: ['enrollment', 'organization', 'authorized-official'],
  legalName: (file) => said(only(file, 'organization').legalName),
  signerName: (file) => fullName(only(file, 'authorized-official')),
  comparisonFacts: (file) => comparisonFacts(relevant(o.form, file)),
  namedParties: (file) => organizationParties(relevant(o.form, file)),
  documents: (file) => organizationDocuments(documentFacts(relevant(o.form, file), o)),
  enrolledFacts: (file) => enrolledFacts(relevant(o.form, file), o),
  supplierType(file) {
    const type = o.typeOf(file)
    if (!type) throw new Error('an application under review says what enrolls')
    return type.dated
  },
})

/** The registry has no specialty of an organization that the crosswalk knows, so none is compared. */
function comparisonFacts(file: File): ComparisonFacts {
  const { legalName, npi, ein } = only(file, 'organization')
  const mail = file.correspondence?.[0]
  const place = (section: string, { id, answers }: Item) => ({
    field: field(section, id, 'line1'),
    said: streetOf(answers),
  })
  return {
    npi: { field: field('organization', ONLY_ITEM, 'npi'), said: said(npi) },
    entityType: 2,
    name: { field: field('organization', ONLY_ITEM, 'legalName'), said: { organization: said(legalName) } },
    practiceAddresses: (file['practice-locations'] ?? []).map((i) => place('practice-locations', i)),
    ...(mail && { correspondence: place('correspondence', mail) }),
    ...(ein !== undefined && {
      taxId: { field: field('organization', ONLY_ITEM, 'ein'), said: said(ein), kind: 'ein' as const },
    }),
  }
}

const HISTORIES = [
  'legal-history',
  'owners-legal-history',
  'individuals-legal-history',
  'facility-legal-history',
] as const

function documentFacts(file: File, o: OrganizationForm): OrganizationFacts {
  const yes = (section: string, question: string): boolean => only(file, section)[question] === true
  const structure = only(file, 'structure')
  return {
    licensed: yes('credentials', 'licensed'),
    certified: yes('credentials', 'certified'),
    accredited: yes('credentials', 'accredited'),
    nonProfit: structure.taxStatus === 'non-profit',
    government: structure.taxStatus === 'government' || structure.kind === 'government',
    bankAccount: file['electronic-payment'] !== undefined,
    adverseAction: HISTORIES.some((s) => yes(s, 'any')),
    participates: yes('participation', 'participates'),
    ownedByOthers: yes('owners', 'any'),
    nursingFacility: false,
    takesOver: !['new', ''].includes(said(only(file, 'enrollment').how)),
    diagnosticTesting: false,
    airAmbulance: yes('ambulance', 'air'),
    paramedicIntercept: yes('ambulance', 'intercept'),
    treatsOpioidUse: file['opioid-program'] !== undefined,
    preventsDiabetes: false,
    newHomeHealthAgency: false,
    rentsTherapySpace: only(file, 'therapy-group').tenure === 'lease',
    ...o.facts(file),
  }
}

function enrolledFacts(file: File, o: OrganizationForm): EnrolledFacts {
  const { legalName, doingBusinessAs, ein } = only(file, 'organization')
  const locations = (file['practice-locations'] ?? []).map(locationOf)
  const begins = locations.map((l) => l.from)
  return {
    specialty: sure(o.typeOf(file)?.code),
    state: sure(only(file, 'enrollment').state),
    displayName: sure(legalName),
    locations,
    reassignments: [],
    firstServiceOn: begins.length > 0 ? begins.reduce(earlier) : undefined,
    organization: {
      ein: sure(ein),
      ...(doingBusinessAs !== undefined && { doingBusinessAs: sure(doingBusinessAs) }),
      officials: [
        ...(file['authorized-official'] ?? []).map((i) => officialIn('authorized-official', i.answers)),
        ...(file['delegated-officials'] ?? []).map((i) => officialIn('delegated-official', i.answers)),
      ],
    },
  }
}

const fullName = ({ first, middle, last, suffix }: Answers): string =>
  [first, middle, last, suffix].filter(Boolean).join(' ')

const officialIn = (role: EnrolledOfficial['role'], a: Answers): EnrolledOfficial => ({
  name: fullName(a),
  title: sure(a.title),
  role,
})

const locationOf = ({ id, answers: a }: Item): EnrolledLocation => ({
  itemId: id,
  name: a.name === undefined ? undefined : sure(a.name),
  address: { ...streetOf(a), ...(a.phone !== undefined && { phone: sure(a.phone) }) },
  public: true,
  from: dayOf(a.firstPatientOn),
})

const streetOf = (a: Answers): Address => ({
  line1: said(a.line1),
  ...(a.line2 !== undefined && { line2: said(a.line2) }),
  city: said(a.city),
  state: said(a.state),
  zip: said(a.zip),
})

const sure = (value: unknown): string => {
  if (typeof value !== 'string' || value === '') throw new Error('an approved application is not complete')
  return value
}
const dayOf = (value: unknown): Day => day(sure(value))
