/** What the program reads out of a CMS-855S. Pure. */
import type { RequiredDocument } from '#domain/application/document-requirements.ts'
import { day, isDay } from '#domain/dates.ts'
import { type DmeposType, dmeposTypeNames, dmeposTypes } from '#domain/enrollment/dmepos.ts'
import type { Address } from '#domain/party/address.ts'
import type { Fact } from '#domain/review/comparison/comparison.ts'
import type { Party } from '#domain/review/names/name-match.ts'
import { personCalled } from '#domain/review/names/person-called.ts'
import type { FormReading, NamedParty } from '../form-reading.ts'
import { relevant } from '../kit/form.ts'
import { type Answers, type File, ONLY_ITEM } from '../kit/section.ts'
import { withoutRepeats } from '../shared/organization/parties.ts'
import { cms855s } from './index.ts'

const text = (v: unknown): string => (typeof v === 'string' ? v : '')
const only = (file: File, section: string): Answers => file[section]?.[0]?.answers ?? {}
const field = (section: string, item: string, question: string): string => `${section}/${item}/${question}`
const isType = (v: unknown): v is DmeposType => (dmeposTypeNames as readonly unknown[]).includes(v)

const addressOf = (a: Answers): Address => ({
  line1: text(a.line1),
  ...(a.line2 !== undefined && { line2: text(a.line2) }),
  city: text(a.city),
  state: text(a.state),
  zip: text(a.zip),
  ...(a.phone !== undefined && { phone: text(a.phone) }),
})
const addressFact = (section: string, a: Answers): Fact<Address> => {
  const { phone: _, ...said } = addressOf(a)
  return { field: field(section, ONLY_ITEM, 'line1'), said }
}

function namedParties(whole: File): readonly NamedParty[] {
  const file = relevant(cms855s, whole)
  const each = (section: string, party: (a: Answers) => Party): readonly NamedParty[] =>
    (file[section] ?? []).map((i) => ({ id: `${section}/${i.id}`, section, item: i.id, names: [party(i.answers)] }))
  return withoutRepeats([
    ...each('owning-organizations', (a) => ({
      organization: text(a.legalName),
      ...(a.npi !== undefined && { npi: text(a.npi) }),
      state: text(a.state),
    })),
    ...each('owner-interests', (a) =>
      a.what === 'person' ? personCalled(text(a.name)) : { organization: text(a.name) },
    ),
    ...each('owning-individuals', (a) => ({
      last: text(a.last),
      first: text(a.first),
      ...(isDay(text(a.bornOn)) && { bornOn: day(text(a.bornOn)) }),
    })),
    ...(only(file, 'billing-agency').uses === true
      ? each('billing-agency', (a) => ({ organization: text(a.name), state: text(a.state) }))
      : []),
  ])
}

function documents(whole: File): readonly RequiredDocument[] {
  const file = relevant(cms855s, whole)
  const yes = (section: string, question: string): boolean => only(file, section)[question] === true
  const base = '42 CFR 424.510(d)(2)'
  const all: readonly (RequiredDocument | false)[] = [
    {
      slot: 'irs-letter',
      needed: file['business-location'] ? 'always' : 'when asked',
      because: 'paid-under-ein',
      cite: base,
    },
    only(file, 'organization').taxStatus === 'non-profit' && {
      slot: 'non-profit-letter',
      needed: 'always',
      because: 'entity-is-non-profit',
      cite: base,
    },
    yes('credentials', 'licensed') && {
      slot: 'license',
      needed: 'when asked',
      because: 'license-checked-with-board',
      cite: '42 CFR 424.57(c)(1)',
    },
    only(file, 'accreditation').status === 'accredited' && {
      slot: 'accreditation',
      needed: 'always',
      because: 'accreditation-given',
      cite: '42 CFR 424.57(c)(22)',
    },
    file['liability-insurance'] !== undefined && {
      slot: 'liability-insurance',
      needed: 'always',
      because: 'insurance-needed',
      cite: '42 CFR 424.57(c)(10)',
    },
    only(file, 'surety-bond').status === 'bonded' && {
      slot: 'surety-bond',
      needed: 'always',
      because: 'bond-needed',
      cite: '42 CFR 424.57(d)',
    },
    file['electronic-payment'] !== undefined && {
      slot: 'bank-proof',
      needed: 'always',
      because: 'bank-account-given',
      cite: '42 CFR 424.510(e)',
    },
    (yes('legal-history', 'any') || yes('people-legal-history', 'any')) && {
      slot: 'adverse-action',
      needed: 'always',
      because: 'adverse-action-reported',
      cite: base,
    },
    { slot: 'other', needed: 'optional', because: 'anything-else', cite: base },
  ]
  return all.filter((d) => d !== false)
}

const officialNamed = (file: File): string => {
  const { first, middle, last } = only(file, 'authorized-official')
  return [first, middle, last].filter(Boolean).join(' ')
}

export const reading855s: FormReading = {
  form: cms855s,
  enrolls: 'organization',
  family: '30',
  changeable: [
    'place',
    'supplies',
    'assurance',
    'people',
    'mail',
    'money',
    'legal',
    'contacts',
    'standards',
    'business',
  ],
  always: ['enrollment', 'organization', 'identifiers', 'owning-individuals', 'authorized-official'],
  legalName: (file) => text(only(file, 'organization').legalName),
  signerName: officialNamed,
  comparisonFacts: (whole) => {
    const file = relevant(cms855s, whole)
    const { legalName, ein } = only(file, 'organization')
    return {
      npi: { field: field('identifiers', ONLY_ITEM, 'npi'), said: text(only(file, 'identifiers').npi) },
      entityType: 2,
      name: { field: field('organization', ONLY_ITEM, 'legalName'), said: { organization: text(legalName) } },
      practiceAddresses: [addressFact('business-location', only(file, 'business-location'))],
      ...(file.correspondence && { correspondence: addressFact('correspondence', only(file, 'correspondence')) }),
      licenses: (file.licenses ?? []).map((i) => ({
        field: field('licenses', i.id, 'number'),
        said: { number: text(i.answers.number), state: text(i.answers.state) },
      })),
      ...(ein !== undefined && {
        taxId: { field: field('organization', ONLY_ITEM, 'ein'), said: text(ein), kind: 'ein' as const },
      }),
    }
  },
  namedParties,
  documents,
  enrolledFacts: (whole) => {
    const file = relevant(cms855s, whole)
    const { type } = only(file, 'supplier-type')
    const place = only(file, 'business-location')
    if (!isType(type)) throw new Error('an approved application is not complete')
    const from = day(text(place.openSince))
    return {
      specialty: dmeposTypes[type],
      state: text(only(file, 'enrollment').state),
      displayName: text(only(file, 'organization').legalName),
      locations: [
        { itemId: ONLY_ITEM, name: text(place.name) || undefined, address: addressOf(place), public: true, from },
      ],
      reassignments: [],
      firstServiceOn: from,
    }
  },
  supplierType: () => 'dmepos-supplier',
}
