/**
 * A provider as the NPI registry API, version 2.1, writes it today: every value a text, keys in its order, absent parts
 * left out or null just as there. What the published files do not say cannot be told: the hour of the epochs, and "--"
 * where a person chose no prefix. Pure. Authority: recorded answers; npiregistry.cms.hhs.gov/api-page.
 */
import type { Day } from '../dates.ts'
import { nameKey } from '../party/name-key.ts'
import type { RegistryName, RegistryProvider, RegistryTaxonomy } from '../party/registry-provider.ts'
import { addressOf, alphabetical, endpointOf } from './nppes-address.ts'
import type { SideRows } from './side-rows.ts'

export type NppesRecord = ReturnType<typeof nppesRecord>

const nameKinds: Readonly<Record<string, string>> = {
  1: 'Former Name',
  2: 'Professional Name',
  3: 'Doing Business As',
  4: 'Former Legal Business Name',
  5: 'Other Name',
}
const identifierKinds: Readonly<Record<string, string>> = {
  '01': 'Other (non-Medicare)',
  '02': 'MEDICARE UPIN',
  '04': 'MEDICARE ID-TYPE UNSPECIFIED',
  '05': 'MEDICAID',
  '06': 'MEDICARE OSCAR/CERTIFICATION',
  '07': 'MEDICARE NSC',
  '08': 'MEDICARE PIN',
}

/** `taxonomyName` gives the words of a code, or nothing. */
export function nppesRecord(p: RegistryProvider, side: SideRows, taxonomyName: (code: string) => string | undefined) {
  return {
    addresses: [
      ...(p.mailing ? [addressOf(p.mailing, 'MAILING')] : []),
      ...(p.practice ? [addressOf(p.practice, 'LOCATION')] : []),
    ],
    basic: alphabetical(p.entityType === 1 ? personOf(p) : organizationOf(p)),
    created_epoch: epochOf(p.enumeratedOn),
    endpoints: side.endpoints.map(endpointOf),
    enumeration_type: `NPI-${p.entityType}`,
    identifiers: (p.identifiers ?? []).map((i) => ({
      code: i.code,
      desc: identifierKinds[i.code] ?? '',
      identifier: i.identifier,
      issuer: i.issuer ?? null,
      state: i.state ?? null,
    })),
    last_updated_epoch: epochOf(p.updatedOn),
    number: p.npi,
    other_names: otherNamesOf(p, side),
    practiceLocations: side.locations.map((a) => addressOf(a, 'LOCATION')),
    taxonomies: p.taxonomies.map((t) => ({
      code: t.code,
      desc: taxonomyName(t.code) ?? null,
      license: t.license ?? null,
      primary: t.primary,
      state: t.licenseState ?? null,
      taxonomy_group: groupOf(t),
    })),
  }
}

const epochOf = (d: Day | undefined): string => (d ? String(Date.parse(`${d}T00:00:00Z`)) : '')
const yesNo = (is: boolean): string => (is ? 'YES' : 'NO')

const datesOf = (p: RegistryProvider) => ({
  ...(p.certifiedOn && { certification_date: p.certifiedOn }),
  ...(p.enumeratedOn && { enumeration_date: p.enumeratedOn }),
  ...(p.updatedOn && { last_updated: p.updatedOn }),
  status: 'A',
})

function personOf(p: RegistryProvider) {
  const n = p.person
  return {
    ...(n?.credential && { credential: n.credential }),
    first_name: n?.first ?? '',
    last_name: n?.last ?? '',
    ...(n?.middle && { middle_name: n.middle }),
    ...(n?.prefix && { name_prefix: n.prefix }),
    ...(n?.suffix && { name_suffix: n.suffix }),
    ...(p.sex && { sex: p.sex }),
    ...(p.soleProprietor && { sole_proprietor: p.soleProprietor === 'X' ? 'X' : yesNo(p.soleProprietor === 'Y') }),
    ...datesOf(p),
  }
}

function organizationOf(p: RegistryProvider) {
  const official = p.authorizedOfficial
  return {
    ...(official && {
      ...(official.credential && { authorized_official_credential: official.credential }),
      authorized_official_first_name: official.first,
      authorized_official_last_name: official.last,
      ...(official.middle && { authorized_official_middle_name: official.middle }),
      ...(official.prefix && { authorized_official_name_prefix: official.prefix }),
      ...(official.suffix && { authorized_official_name_suffix: official.suffix }),
      // Without hyphens, other than the telephones of addresses.
      ...(official.phone && { authorized_official_telephone_number: official.phone }),
      ...(official.title && { authorized_official_title_or_position: official.title }),
    }),
    organization_name: p.organization ?? '',
    ...(p.subpart !== undefined && { organizational_subpart: yesNo(p.subpart) }),
    ...(p.parentName && { parent_organization_legal_business_name: p.parentName }),
    ...datesOf(p),
  }
}

/** Those of the side file, and that of the main file when it is none of them. */
function otherNamesOf(p: RegistryProvider, side: SideRows) {
  const kind = p.otherNameKind ?? '5'
  const known = new Set(side.otherNames.map((n) => nameKey(n.name)))
  const own = p.otherNames.flatMap((n): readonly Readonly<Record<string, string>>[] =>
    typeof n !== 'string'
      ? [personNameOf(n, kind)]
      : known.has(nameKey(n))
        ? []
        : [{ code: kind, organization_name: n, type: nameKinds[kind] ?? 'Other Name' }],
  )
  return [
    ...own,
    ...side.otherNames.map((n) => ({
      code: n.kind,
      organization_name: n.name,
      type: nameKinds[n.kind] ?? 'Other Name',
    })),
  ]
}

const personNameOf = (n: RegistryName, kind: string) => ({
  code: kind,
  ...(n.credential && { credential: n.credential }),
  first_name: n.first,
  last_name: n.last,
  ...(n.middle && { middle_name: n.middle }),
  ...(n.prefix && { prefix: n.prefix }),
  ...(n.suffix && { suffix: n.suffix }),
  type: nameKinds[kind] ?? 'Other Name',
})

/** "193400000X SINGLE SPECIALTY  GROUP" of the file is "193400000X - Single Specialty Group" of the API. */
function groupOf({ group }: RegistryTaxonomy): string {
  const parts = /^(\w{10})[\s-]+(.+)$/.exec(group ?? '')
  if (!parts) return group ?? ''
  const words = parts[2]!.toLowerCase().replace(/\s+/g, ' ')
  return `${parts[1]} - ${words.replace(/(^|[ -])\p{L}/gu, (m) => m.toUpperCase())}`
}
