/** Recorded answers of the NPI registry API, written back as the files of NPPES from which the registry is loaded. */
import { nppesAddress, nppesHeader, nppesPerson, taxonomySlots } from '#outside/sources/nppes-columns.ts'
import { endpoints, locations, otherNames } from '#outside/sources/nppes-files/side-layouts.ts'

type Texts = Readonly<Record<string, string | null | undefined>>
export interface Recorded {
  readonly number: string | number
  readonly enumeration_type: string
  readonly basic: Texts
  readonly addresses: readonly Texts[]
  readonly practiceLocations?: readonly Texts[]
  readonly endpoints?: readonly Texts[]
  readonly identifiers: readonly Texts[]
  readonly other_names: readonly Texts[]
  readonly taxonomies: readonly (Texts & { readonly primary: never })[]
}

const quoted = (cells: readonly string[]) => `${cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')}\n`
const digits = (phone: string | null | undefined) => (phone ?? '').replace(/^(\d{3})-(\d{3})-(\d{4})$/, '$1$2$3')
const slash = (day: string | null | undefined) => (day ? `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}` : '')
const flag = (word: string | null | undefined) => (word === 'YES' ? 'Y' : word === 'NO' ? 'N' : (word ?? ''))
const requiredOf = (layout: { readonly required: readonly unknown[] }) => layout.required as readonly string[]

/** The four files. */
export function filesOf(records: readonly Recorded[]) {
  const rows = (header: readonly string[], of: (r: Recorded) => readonly (readonly string[])[]) =>
    quoted(header) + records.flatMap(of).map(quoted).join('')
  return {
    main: rows(nppesHeader, (r) => [mainRow(r)]),
    otherNames: rows(requiredOf(otherNames), (r) =>
      r.other_names.flatMap((n) =>
        n.organization_name ? [[String(r.number), n.organization_name, n.code ?? '5']] : [],
      ),
    ),
    locations: rows(requiredOf(locations), (r) =>
      (r.practiceLocations ?? []).map((a) => [
        String(r.number),
        ...['address_1', 'address_2', 'city', 'state', 'postal_code', 'country_code'].map((k) => a[k] ?? ''),
        digits(a.telephone_number),
        digits(a.fax_number),
      ]),
    ),
    endpoints: rows(requiredOf(endpoints), (r) =>
      (r.endpoints ?? []).map((e) => [String(r.number), ...endpointKeys.map((k) => e[k] ?? '')]),
    ),
  }
}
/** In the order of the file's columns. */
const endpointKeys = [
  'endpointType',
  'endpointTypeDescription',
  'endpoint',
  'affiliation',
  'endpointDescription',
  'affiliationName',
  'use',
  'useDescription',
  'useOtherDescription',
  'contentType',
  'contentTypeDescription',
  'contentOtherDescription',
  'address_1',
  'address_2',
  'city',
  'state',
  'country_code',
  'postal_code',
]

function mainRow(r: Recorded): readonly string[] {
  const cells = new Map<string, string | null | undefined>()
  const b = r.basic
  const isPerson = r.enumeration_type === 'NPI-1'
  const put = (names: Readonly<Record<string, string>>, values: Texts) => {
    for (const [part, name] of Object.entries(names)) cells.set(name, values[part])
  }
  cells.set('NPI', String(r.number)).set('Entity Type Code', isPerson ? '1' : '2')
  cells.set('Provider Enumeration Date', slash(b.enumeration_date)).set('Last Update Date', slash(b.last_updated))
  cells.set('Certification Date', slash(b.certification_date)).set('Provider Sex Code', b.sex ?? b.gender)
  cells
    .set('Is Sole Proprietor', flag(b.sole_proprietor))
    .set('Is Organization Subpart', flag(b.organizational_subpart))
  if (isPerson) put(nppesPerson.legal, nameOf(b, 'name_'))
  else {
    cells.set('Provider Organization Name (Legal Business Name)', b.organization_name)
    const official = Object.fromEntries(
      Object.entries(b).flatMap(([k, v]) => (k.startsWith('authorized_official_') ? [[k.slice(20), v]] : [])),
    )
    put(nppesPerson.official, nameOf(official, 'name_'))
    cells.set('Authorized Official Title or Position', official.title_or_position)
    cells.set('Authorized Official Telephone Number', official.telephone_number)
  }
  const [other] = r.other_names.filter((n) => n.last_name)
  if (other) {
    put(nppesPerson.other, nameOf(other, ''))
    cells.set('Provider Other Last Name Type Code', other.code)
  }
  for (const a of r.addresses)
    put(nppesAddress[a.address_purpose === 'MAILING' ? 'mailing' : 'practice'], {
      line1: a.address_1,
      line2: a.address_2,
      city: a.city,
      state: a.state,
      zip: a.postal_code,
      country: a.country_code,
      phone: digits(a.telephone_number),
      fax: digits(a.fax_number),
    })
  for (const [i, t] of r.taxonomies.entries()) {
    put(taxonomySlots[i]!, { code: t.code, license: t.license, state: t.state, primary: t.primary ? 'Y' : 'N' })
    cells.set(`Healthcare Provider Taxonomy Group_${i + 1}`, t.taxonomy_group)
  }
  for (const [i, o] of r.identifiers.entries()) {
    cells.set(`Other Provider Identifier_${i + 1}`, o.identifier)
    cells.set(`Other Provider Identifier Type Code_${i + 1}`, String(Number(o.code)))
    cells.set(`Other Provider Identifier State_${i + 1}`, o.state)
    cells.set(`Other Provider Identifier Issuer_${i + 1}`, o.issuer)
  }
  return nppesHeader.map((name) => cells.get(name) ?? '')
}

/** "--" is how the API shows that no prefix or suffix was chosen; the files have nothing there. */
const nameOf = (n: Texts, prefix: string): Texts => ({
  last: n.last_name,
  first: n.first_name,
  middle: n.middle_name,
  prefix: n[`${prefix}prefix`]?.replace('--', ''),
  suffix: n[`${prefix}suffix`]?.replace('--', ''),
  credential: n.credential,
})
