/**
 * What the main file of NPPES says beside names and addresses: numbers that others gave, kinds of groups, parents,
 * certification. None of these columns is required: older files lack some. Read apart, so that the rest stays quick.
 */
import type { RegistryIdentifier, RegistryProvider } from '#domain/party/registry-provider.ts'
import type { Cells, ColumnFinder } from '../cells.ts'

const numbered = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1)

export type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** Adds it to what was read of the record before. */
export function moreReader(find: ColumnFinder): (cells: Cells, read: Writable<RegistryProvider>) => void {
  const personKind = find('Provider Other Last Name Type Code')
  const organizationKind = find('Provider Other Organization Name Type Code')
  const subpart = find('Is Organization Subpart')
  const parent = find('Parent Organization LBN')
  const certified = find('Certification Date')
  const groups = numbered(15).map((n) => find(`Healthcare Provider Taxonomy Group_${n}`))
  const slots = numbered(50).map((n) => ({
    identifier: find(`Other Provider Identifier_${n}`),
    code: find(`Other Provider Identifier Type Code_${n}`),
    state: find(`Other Provider Identifier State_${n}`),
    issuer: find(`Other Provider Identifier Issuer_${n}`),
  }))

  function identifiersOf(cells: Cells): readonly RegistryIdentifier[] {
    const found: RegistryIdentifier[] = []
    for (const slot of slots) {
      const identifier = cells.text(slot.identifier)
      // Slots are filled from the first on.
      if (identifier === '') break
      const state = cells.text(slot.state)
      const issuer = cells.text(slot.issuer)
      const code = cells.text(slot.code).padStart(2, '0')
      found.push({ code, identifier, ...(state && { state }), ...(issuer && { issuer }) })
    }
    return found
  }

  return (cells, read) => {
    const kind = read.otherNames.length > 0 ? cells.text(read.entityType === 1 ? personKind : organizationKind) : ''
    if (kind !== '') read.otherNameKind = kind
    const identifiers = identifiersOf(cells)
    if (identifiers.length > 0) read.identifiers = identifiers
    const isSubpart = read.entityType === 2 ? cells.text(subpart) : ''
    if (isSubpart !== '') read.subpart = isSubpart === 'Y'
    const parentName = isSubpart === 'Y' ? cells.text(parent) : ''
    if (parentName !== '') read.parentName = parentName
    const certifiedOn = cells.slashDate(certified)
    if (certifiedOn) read.certifiedOn = certifiedOn
    for (const [i, taxonomy] of read.taxonomies.entries()) {
      const group = cells.text(groups[i]!)
      if (group !== '') read.taxonomies = read.taxonomies.with(i, { ...taxonomy, group })
    }
  }
}
