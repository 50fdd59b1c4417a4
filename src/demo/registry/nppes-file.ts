/** Writes parties as lines of the NPPES file, V2: 330 quoted columns. The reverse of outside/sources/nppes.ts. */
import type { Day } from '#domain/dates.ts'
import type { Address } from '#domain/party/address.ts'
import type { RegistryName } from '#domain/party/registry-provider.ts'
import { nppesAddress, nppesHeader, nppesPerson, taxonomySlots } from '#outside/sources/nppes-columns.ts'
import type { DemoParty } from '../accounts/people.ts'

const place = new Map(nppesHeader.map((name, i) => [name, i]))
const at = (name: string): number => {
  const i = place.get(name)
  if (i === undefined) throw new Error(`no such NPPES column: ${name}`)
  return i
}
const placesOf = <K extends string>(names: Readonly<Record<K, string>>): Readonly<Record<K, number>> =>
  Object.fromEntries(Object.entries<string>(names).map(([k, name]) => [k, at(name)])) as Record<K, number>

const column = placesOf({
  npi: 'NPI',
  entity: 'Entity Type Code',
  ein: 'Employer Identification Number (EIN)',
  organization: 'Provider Organization Name (Legal Business Name)',
  otherOrganization: 'Provider Other Organization Name',
  otherOrganizationType: 'Provider Other Organization Name Type Code',
  otherNameType: 'Provider Other Last Name Type Code',
  enumerated: 'Provider Enumeration Date',
  updated: 'Last Update Date',
  deactivated: 'NPI Deactivation Date',
  reactivated: 'NPI Reactivation Date',
  sex: 'Provider Sex Code',
  title: 'Authorized Official Title or Position',
  officialPhone: 'Authorized Official Telephone Number',
  sole: 'Is Sole Proprietor',
  subpart: 'Is Organization Subpart',
  parent: 'Parent Organization LBN',
  parentTin: 'Parent Organization TIN',
  certified: 'Certification Date',
})
const legal = placesOf(nppesPerson.legal)
const other = placesOf(nppesPerson.other)
const officialName = placesOf(nppesPerson.official)
const mailing = placesOf(nppesAddress.mailing)
const practice = placesOf(nppesAddress.practice)
const slots = taxonomySlots.map(placesOf)

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
const slash = (d: Day | undefined): string => (d ? `${d.slice(5, 7)}/${d.slice(8)}/${d.slice(0, 4)}` : '')

export const nppesHeaderLine = `${nppesHeader.map(quoted).join(',')}\n`

/** One line. A deactivated party that did not come back has its number and the day, as in the real file. */
export function nppesLine(p: DemoParty): string {
  const cells: string[] = new Array(nppesHeader.length).fill('')
  cells[column.npi] = p.npi
  cells[column.deactivated] = slash(p.deactivatedOn)
  if (p.deactivatedOn === undefined || p.reactivatedOn !== undefined) fill(cells, p)
  return `${cells.map(quoted).join(',')}\n`
}

function fill(cells: string[], p: DemoParty): void {
  cells[column.entity] = String(p.entityType)
  putName(cells, legal, p.person)
  putAddress(cells, mailing, p.mailing)
  putAddress(cells, practice, p.practice)
  cells[column.enumerated] = slash(p.enumeratedOn)
  cells[column.updated] = slash(p.updatedOn)
  cells[column.certified] = slash(p.updatedOn)
  cells[column.reactivated] = slash(p.reactivatedOn)
  cells[column.sex] = p.sex ?? ''
  cells[column.sole] = p.soleProprietor ?? ''
  for (const [i, t] of p.taxonomies.entries()) {
    const slot = slots[i]!
    cells[slot.code] = t.code
    cells[slot.license] = t.license ?? ''
    cells[slot.state] = t.licenseState ?? ''
    cells[slot.primary] = t.primary ? 'Y' : 'N'
  }
  const [otherName] = p.otherNames
  if (typeof otherName === 'string') {
    cells[column.otherOrganization] = otherName
    cells[column.otherOrganizationType] = '3'
  } else if (otherName) {
    putName(cells, other, otherName)
    cells[column.otherNameType] = '1'
  }
  if (p.entityType !== 2) return
  cells[column.ein] = '<UNAVAIL>'
  cells[column.organization] = p.organization ?? ''
  putName(cells, officialName, p.authorizedOfficial)
  cells[column.title] = p.authorizedOfficial?.title ?? ''
  cells[column.officialPhone] = p.authorizedOfficial?.phone ?? ''
  cells[column.subpart] = p.parent ? 'Y' : 'N'
  if (p.parent) {
    cells[column.parent] = p.parent
    cells[column.parentTin] = '<UNAVAIL>'
  }
}

function putName(cells: string[], to: Readonly<Record<keyof RegistryName, number>>, name?: RegistryName): void {
  for (const [part, i] of Object.entries(to)) cells[i] = name?.[part as keyof RegistryName] ?? ''
}

function putAddress(cells: string[], to: Readonly<Record<keyof Address, number>>, address?: Address): void {
  for (const [part, i] of Object.entries(to)) cells[i] = address?.[part as keyof Address] ?? ''
}
