/** Data types of FHIR R4 from ours: concepts, identifiers, names, addresses, periods, references. Pure. */
import type { Day } from '../dates.ts'
import { type EnrollmentPeriod, enrollmentStatuses } from '../enrollment/enrollment.ts'
import { type Address, formatZip } from '../party/address.ts'
import type { RegistryName, RegistryTaxonomy } from '../party/registry-provider.ts'
import { titleCase } from '../party/title-case.ts'
import { type FhirElement, type FhirType, list } from './resource.ts'
import { systems } from './systems.ts'

export const concept = (system: string, code: string, display?: string): FhirElement => ({
  coding: [{ system, code, display }],
  text: display,
})

export const reference = (type: FhirType, id: string, display?: string): FhirElement => ({
  reference: `${type}/${id}`,
  type,
  display,
})

export const npiIdentifier = (npi: string): FhirElement => ({
  use: 'official',
  type: concept(systems.identifierType, 'NPI', 'National provider identifier'),
  system: systems.npi,
  value: npi,
})

export const enrollmentIdentifier = (system: string, id: string): FhirElement => ({
  type: concept(systems.identifierType, 'PRN', 'Provider number'),
  system,
  value: id,
})

/** `hidden`: only the city, state and country of it. */
export const addressOf = (a: Address, hidden = false): FhirElement => {
  const city = titleCase(a.city)
  const lines = hidden ? [] : [a.line1, a.line2].flatMap((l) => (l ? [titleCase(l)] : []))
  const zip = hidden ? undefined : formatZip(a.zip)
  return {
    type: 'physical',
    text: [...lines, city, [a.state, zip].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    line: list(lines),
    city: city || undefined,
    state: a.state || undefined,
    postalCode: zip || undefined,
    country: a.country || 'US',
  }
}

export const phones = (a: Pick<Address, 'phone' | 'fax'> | undefined): readonly FhirElement[] | undefined =>
  list([
    ...(a?.phone ? [{ system: 'phone', value: a.phone, use: 'work' }] : []),
    ...(a?.fax ? [{ system: 'fax', value: a.fax, use: 'work' }] : []),
  ])

export function humanName(n: RegistryName): FhirElement {
  const given = [n.first, n.middle].flatMap((g) => (g ? [titleCase(g)] : []))
  const family = titleCase(n.last)
  const [prefix, suffix] = [n.prefix && titleCase(n.prefix), n.suffix && titleCase(n.suffix)]
  const suffixes = [suffix, n.credential].flatMap((s) => (s ? [s] : []))
  return {
    use: 'official',
    text: [prefix, ...given, family, ...suffixes].filter(Boolean).join(' '),
    family,
    given: list(given),
    prefix: prefix ? [prefix] : undefined,
    suffix: list(suffixes),
  }
}

/** The registry's taxonomies, the primary one first, and the Medicare provider type beside it. */
export function specialties(
  taxonomies: readonly RegistryTaxonomy[],
  own: { readonly system: string; readonly code: string; readonly name: string },
): readonly FhirElement[] {
  const sorted = [...taxonomies].sort((a, b) => Number(b.primary) - Number(a.primary))
  const ownCoding = { system: own.system, code: own.code, display: own.name }
  if (sorted.length === 0) return [{ coding: [ownCoding], text: own.name }]
  return sorted.map((t, i) => ({
    coding: [{ system: systems.taxonomy, code: t.code }, ...(i === 0 ? [ownCoding] : [])],
    text: i === 0 ? own.name : undefined,
  }))
}

/** From the first day of being enrolled to the last; open while a period of it runs. Undefined when it never was. */
export function enrolledPeriod(periods: readonly EnrollmentPeriod[]): FhirElement | undefined {
  const enrolled = periods.filter(
    ({ status }) => enrollmentStatuses[status].claims !== 'not-payable' || enrollmentStatuses[status].mayOrder,
  )
  if (enrolled.length === 0) return undefined
  const [start] = enrolled.map((p) => p.from).sort()
  if (enrolled.some((p) => p.to === undefined)) return { start }
  return {
    start,
    end: enrolled
      .map((p) => p.to!)
      .sort()
      .at(-1),
  }
}

export const span = (from: Day, to: Day | undefined): FhirElement => ({ start: from, end: to })
