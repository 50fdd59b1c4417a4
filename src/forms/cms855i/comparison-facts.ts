/**
 * What of a CMS-855I is compared with the registry and the exclusion list, before signing and at the desk:
 * the practitioner, and every other person and organization that the file names. Pure.
 */
import { type Day, isDay } from '#domain/dates.ts'
import type { Address } from '#domain/party/address.ts'
import type { ComparisonFacts, Fact, PersonName } from '#domain/review/comparison/comparison.ts'
import type { Party } from '#domain/review/names/name-match.ts'
import { personCalled } from '#domain/review/names/person-called.ts'
import type { NamedParty } from '../form-reading.ts'
import { relevant } from '../kit/form.ts'
import { type Answers, type File, type Item, ONLY_ITEM } from '../kit/section.ts'
import { cms855i } from './index.ts'

const text = (v: unknown): string => (typeof v === 'string' ? v : '')
const only = (file: File, section: string): Answers => file[section]?.[0]?.answers ?? {}

/** "section/item/question": what a finding is about, so that a page can link to it. */
export const fieldOf = (section: string, item: string, question: string): string => `${section}/${item}/${question}`

/** `taxonomies` are the codes that the crosswalk gives for a specialty; absent when it was not loaded. */
export function comparisonFacts(
  whole: File,
  taxonomies: (specialty: string) => readonly string[] | undefined,
): ComparisonFacts {
  const file = relevant(cms855i, whole)
  const name = nameOf(only(file, 'legal-name'))
  const { npi, ssn } = only(file, 'identifiers')
  const born = only(file, 'birth').bornOn
  const specialty = specialtyOf(file)
  const practice = (file['practice-locations'] ?? []).map((i) => addressFact('practice-locations', i))
  const mail = file.correspondence?.[0]
  const listed = specialty && taxonomies(specialty.said)
  return {
    npi: { field: fieldOf('identifiers', ONLY_ITEM, 'npi'), said: text(npi) },
    entityType: 1,
    name: { field: fieldOf('legal-name', ONLY_ITEM, 'last'), said: name },
    otherNames: (file['other-names'] ?? []).map((i) => nameOf(i.answers)),
    ...(isDay(text(born)) && { bornOn: text(born) as Day }),
    ...(specialty && { specialty: { ...specialty, ...(listed && { taxonomies: listed }) } }),
    practiceAddresses: practice,
    ...(mail && { correspondence: addressFact('correspondence', mail) }),
    licenses: (file.licenses ?? []).map((i) => ({
      field: fieldOf('licenses', i.id, 'number'),
      said: { number: text(i.answers.number), state: text(i.answers.state) },
    })),
    ...(ssn !== undefined && {
      taxId: { field: fieldOf('identifiers', ONLY_ITEM, 'ssn'), said: text(ssn), kind: 'ssn' as const },
    }),
  }
}

function specialtyOf(file: File): Fact<string> | undefined {
  const { primary } = only(file, 'physician-specialty')
  const { type } = only(file, 'practitioner-type')
  if (primary !== undefined) return { field: fieldOf('physician-specialty', ONLY_ITEM, 'primary'), said: text(primary) }
  return type === undefined ? undefined : { field: fieldOf('practitioner-type', ONLY_ITEM, 'type'), said: text(type) }
}

const nameOf = (a: Answers): PersonName => ({
  last: text(a.last),
  first: text(a.first),
  ...(a.middle !== undefined && { middle: text(a.middle) }),
  ...(a.suffix !== undefined && { suffix: text(a.suffix) }),
})

const addressFact = (section: string, { id, answers: a }: Item): Fact<Address> => ({
  field: fieldOf(section, id, 'line1'),
  said: {
    line1: text(a.line1),
    ...(a.line2 !== undefined && { line2: text(a.line2) }),
    city: text(a.city),
    state: text(a.state),
    zip: text(a.zip),
  },
})

/** Managing employees, the owned entity, the billing agency and everybody to whom payment is reassigned. */
export function namedParties(whole: File): readonly NamedParty[] {
  const file = relevant(cms855i, whole)
  const each = (section: string, party: (a: Answers) => Party | undefined) =>
    (file[section] ?? []).flatMap((i): NamedParty[] => {
      const found = party(i.answers)
      return found ? [{ id: `${section}/${i.id}`, section, item: i.id, names: [found] }] : []
    })
  const organization = (name: unknown, npi?: unknown, state?: unknown): Party | undefined =>
    text(name) === ''
      ? undefined
      : {
          organization: text(name),
          ...(npi !== undefined && { npi: text(npi) }),
          ...(state !== undefined && { state: text(state) }),
        }
  return [
    ...each('entity', (a) => organization(a.legalName, a.npi)),
    ...each('reassignments', (a) =>
      a.to === 'individual'
        ? { ...personCalled(text(a.legalName)), npi: text(a.npi) }
        : organization(a.legalName, a.npi, a.state),
    ),
    ...each('managing-employees', (a) => ({
      ...nameOf(a),
      ...(isDay(text(a.bornOn)) && { bornOn: text(a.bornOn) as Day }),
    })),
    ...each('billing-agency', (a) => organization(a.name, undefined, a.state)),
  ]
}
