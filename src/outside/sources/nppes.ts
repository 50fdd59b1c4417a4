/**
 * The NPPES dissemination file (monthly, weekly; V1 with 329 columns, V2 with 330), read by column name.
 * A deactivated NPI has nothing but its number and the day. Authority: CMS "NPPES Data Dissemination" readme.
 */
import type { Address } from '#domain/party/address.ts'
import type { RegistryName, RegistryProvider, RegistryTaxonomy } from '#domain/party/registry-provider.ts'
import type { Cells, Column, ColumnFinder } from './cells.ts'
import type { SourceLayout } from './layout.ts'
import { nppesAddress, nppesColumns, nppesPerson, nppesUnread, taxonomySlots } from './nppes-columns.ts'
import { moreReader, type Writable } from './nppes-files/main-file-more.ts'

export const nppes: SourceLayout<RegistryProvider> = {
  source: 'nppes',
  required: nppesColumns,
  known: nppesUnread,
  key: (row) => row.npi,
  reader(find) {
    const column = {
      npi: find('NPI'),
      entity: find('Entity Type Code'),
      organization: find('Provider Organization Name (Legal Business Name)'),
      otherOrganization: find('Provider Other Organization Name'),
      last: find(nppesPerson.legal.last),
      sex: find('Provider Sex Code', 'Provider Gender Code'),
      sole: find('Is Sole Proprietor'),
      enumerated: find('Provider Enumeration Date'),
      updated: find('Last Update Date'),
      deactivated: find('NPI Deactivation Date'),
      reactivated: find('NPI Reactivation Date'),
      officialTitle: find('Authorized Official Title or Position'),
      officialPhone: find('Authorized Official Telephone Number'),
    }
    const person = nameReader(find, nppesPerson.legal)
    const otherPerson = nameReader(find, nppesPerson.other)
    const official = nameReader(find, nppesPerson.official)
    const mailing = addressReader(find, nppesAddress.mailing)
    const practice = addressReader(find, nppesAddress.practice)
    const taxonomies = taxonomyReader(find)
    const more = moreReader(find)

    return (cells) => {
      const npi = cells.npi(column.npi)
      const deactivatedOn = cells.slashDate(column.deactivated)
      const entity = cells.choice(column.entity, '1', '2')
      if (entity === undefined) {
        if (deactivatedOn === undefined) cells.fault(column.entity, 'missing')
        return { npi, entityType: undefined, otherNames: [], taxonomies: [], ...(deactivatedOn && { deactivatedOn }) }
      }
      const isPerson = entity === '1'
      const name = isPerson ? person(cells) : undefined
      if (isPerson && name === undefined) cells.fault(column.last, 'missing')
      const organization = isPerson ? undefined : cells.required(column.organization)
      const otherName = isPerson ? otherPerson(cells) : cells.optional(column.otherOrganization)
      const officialName = isPerson ? undefined : official(cells)
      const title = officialName && cells.optional(column.officialTitle)
      const phone = officialName && cells.optional(column.officialPhone)
      const sex = cells.text(column.sex)
      const sole = cells.text(column.sole)
      const otherNames = otherName ? [otherName] : none
      // Assigned one by one: of a file of nine million each copy of an object is seen.
      const read: Writable<RegistryProvider> = { npi, entityType: isPerson ? 1 : 2, otherNames, taxonomies: none }
      if (name) read.person = name
      if (organization) read.organization = organization
      if (sex === 'F' || sex === 'M' || sex === 'X') read.sex = sex
      if (sole === 'Y' || sole === 'N' || sole === 'X') read.soleProprietor = sole
      put(read, 'mailing', mailing(cells))
      put(read, 'practice', practice(cells))
      read.taxonomies = taxonomies(cells)
      if (officialName) read.authorizedOfficial = { ...officialName, ...(title && { title }), ...(phone && { phone }) }
      put(read, 'enumeratedOn', cells.slashDate(column.enumerated))
      put(read, 'updatedOn', cells.slashDate(column.updated))
      if (deactivatedOn) read.deactivatedOn = deactivatedOn
      put(read, 'reactivatedOn', cells.slashDate(column.reactivated))
      more(cells, read)
      return read
    }
  },
}

const none: readonly never[] = []

function put<K extends keyof RegistryProvider>(
  read: Writable<RegistryProvider>,
  part: K,
  value: RegistryProvider[K] | undefined,
): void {
  if (value !== undefined) read[part] = value
}

type NameColumns = (typeof nppesPerson)[keyof typeof nppesPerson]

/** Reads a name; undefined when there is no last name. */
function nameReader(find: ColumnFinder, names: NameColumns): (cells: Cells) => RegistryName | undefined {
  const lastColumn = find(names.last)
  const firstColumn = find(names.first)
  const middleColumn = find(names.middle)
  const prefixColumn = find(names.prefix)
  const suffixColumn = find(names.suffix)
  const credentialColumn = find(names.credential)
  return (cells) => {
    const last = cells.text(lastColumn)
    if (last === '') return undefined
    const name: Writable<RegistryName> = { last, first: cells.text(firstColumn) }
    const middle = cells.text(middleColumn)
    if (middle !== '') name.middle = middle
    const prefix = cells.text(prefixColumn)
    if (prefix !== '') name.prefix = prefix
    const suffix = cells.text(suffixColumn)
    if (suffix !== '') name.suffix = suffix
    const credential = cells.text(credentialColumn)
    if (credential !== '') name.credential = credential
    return name
  }
}

/** Reads an address; undefined when it has neither a street nor a city. */
function addressReader(
  find: ColumnFinder,
  names: Readonly<Record<keyof Address, string>>,
): (cells: Cells) => Address | undefined {
  const at = Object.fromEntries(Object.entries(names).map(([part, name]) => [part, find(name)])) as Record<
    keyof Address,
    Column
  >
  return (cells) => {
    const line1 = cells.text(at.line1)
    const city = cells.text(at.city)
    if (line1 === '' && city === '') return undefined
    const address: Writable<Address> = { line1, city, state: cells.text(at.state), zip: cells.text(at.zip) }
    const line2 = cells.text(at.line2)
    if (line2 !== '') address.line2 = line2
    const country = cells.text(at.country)
    if (country !== '') address.country = country
    const phone = cells.text(at.phone)
    if (phone !== '') address.phone = phone
    const fax = cells.text(at.fax)
    if (fax !== '') address.fax = fax
    return address
  }
}

function taxonomyReader(find: ColumnFinder): (cells: Cells) => readonly RegistryTaxonomy[] {
  const slots = taxonomySlots.map((slot) => ({
    code: find(slot.code),
    license: find(slot.license),
    state: find(slot.state),
    primary: find(slot.primary),
  }))
  return (cells) => {
    const found: RegistryTaxonomy[] = []
    for (const slot of slots) {
      const code = cells.text(slot.code)
      // Slots are filled from the first on.
      if (code === '') break
      const license = cells.text(slot.license)
      const licenseState = cells.text(slot.state)
      const taxonomy: Writable<RegistryTaxonomy> = { code, primary: cells.text(slot.primary) === 'Y' }
      if (license !== '') taxonomy.license = license
      if (licenseState !== '') taxonomy.licenseState = licenseState
      found.push(taxonomy)
    }
    return found
  }
}
