/**
 * What the NPI registry already knows, as answers to start from. Pure. Nothing here overwrites an answer:
 * the caller keeps what the person gave, and shows where the rest came from.
 */
import { specialties } from '#domain/enrollment/specialties.ts'
import { guessSpecialty } from '#domain/enrollment/taxonomy-crosswalk.ts'
import { type Address, formatZip } from '#domain/party/address.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import { titleCase } from '#domain/party/title-case.ts'
import { type Form, sectionsOf } from './form.ts'
import { type Answers, type File, type Item, ONLY_ITEM, type Section } from './section.ts'

export interface Prefilled {
  readonly file: File
  /** The answers that came from the registry, as "section.question". */
  readonly from: ReadonlySet<string>
}

/** Registry text by the name that questions use in `prefill`; undefined where the registry is silent. */
export type Fields = Readonly<Record<string, string | undefined>>

const cased = (text: string | undefined): string | undefined => text && titleCase(text)

const addressFields = (name: string, a: Address | undefined): Fields =>
  a === undefined || (a.country !== undefined && a.country !== 'US')
    ? {}
    : {
        [`${name}.line1`]: cased(a.line1),
        [`${name}.line2`]: cased(a.line2),
        [`${name}.city`]: cased(a.city),
        [`${name}.state`]: a.state,
        [`${name}.zip`]: formatZip(a.zip),
        [`${name}.phone`]: a.phone,
        [`${name}.fax`]: a.fax,
      }

function fieldsOf(p: RegistryProvider): Fields {
  const taxonomy = p.taxonomies.find((t) => t.primary) ?? p.taxonomies[0]
  const guess = taxonomy && guessSpecialty(taxonomy.code)
  const kind = guess && specialties[guess].kind
  return {
    npi: p.npi,
    'person.first': cased(p.person?.first),
    'person.middle': cased(p.person?.middle),
    'person.last': cased(p.person?.last),
    'person.suffix': cased(p.person?.suffix),
    'person.credential': p.person?.credential,
    'organization.name': cased(p.organization),
    'official.first': cased(p.authorizedOfficial?.first),
    'official.middle': cased(p.authorizedOfficial?.middle),
    'official.last': cased(p.authorizedOfficial?.last),
    'official.title': cased(p.authorizedOfficial?.title),
    'official.phone': p.authorizedOfficial?.phone,
    sex: p.sex === 'F' ? 'female' : p.sex === 'M' ? 'male' : undefined,
    practitioner: kind,
    specialty: kind === 'physician' ? guess : undefined,
    'practitioner-type': kind === 'non-physician' ? guess : undefined,
    ...addressFields('mailing', p.mailing),
    ...addressFields('practice', p.practice),
  }
}

/** One set of fields for each license that has both a number and a state; the same license once. */
function licenseFields(p: RegistryProvider): readonly Fields[] {
  const seen = new Map<string, Fields>()
  for (const t of p.taxonomies)
    if (t.license && t.licenseState)
      seen.set(`${t.licenseState} ${t.license}`, { 'license.number': t.license, 'license.state': t.licenseState })
  return [...seen.values()]
}

/** The answers of one item that the fields can give. What the question itself would refuse is left out. */
function answersFrom(s: Section, fields: Fields): Answers {
  const answers: Record<string, unknown> = {}
  for (const [name, q] of Object.entries(s.questions)) {
    const typed = q.prefill === undefined ? undefined : fields[q.prefill]?.trim()
    if (!typed) continue
    const parsed = q.kind.parse(typed)
    if (parsed.ok) answers[name] = parsed.value
  }
  return answers
}

/** The application as far as the registry can fill it. Repeating items are named "registry-1" and so on. */
export const prefillFromRegistry = (form: Form, p: RegistryProvider): Prefilled =>
  filled(form, fieldsOf(p), licenseFields(p))

/** The application as far as single facts can fill it; they are said by us, not by the registry. */
export const prefillOf = (form: Form, fields: Fields): Prefilled => ({
  ...filled(form, fields, []),
  from: new Set(),
})

function filled(form: Form, fields: Fields, licenses: readonly Fields[]): Prefilled {
  const file: Record<string, readonly Item[]> = {}
  const from = new Set<string>()
  for (const s of sectionsOf(form)) {
    const sets = s.id === 'licenses' ? licenses : [fields]
    const items = sets
      .map((set) => answersFrom(s, set))
      .filter((answers) => Object.keys(answers).length > 0)
      .map((answers, i): Item => ({ id: s.repeats ? `registry-${i + 1}` : ONLY_ITEM, answers }))
    if (items.length === 0) continue
    file[s.id] = items
    for (const item of items) for (const name of Object.keys(item.answers)) from.add(`${s.id}.${name}`)
  }
  return { file, from }
}
