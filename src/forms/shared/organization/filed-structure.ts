/**
 * The ownership structure that the answers to an organization's form draw: everybody entered once, whatever section
 * names them, by tax number, else by name. Pure.
 */
import { day, isDay } from '#domain/dates.ts'
import type { Interest, OwnershipParty, OwnershipStructure } from '#domain/ownership/party.ts'
import { type InterestRole, isHeldShare } from '#domain/ownership/roles.ts'
import { nameKey } from '#domain/party/name-key.ts'
import type { Answers, File } from '../../kit/section.ts'
import { partyKindOf, type ReadInterest, readersOf } from './interest-readers.ts'

export interface FiledParty extends OwnershipParty {
  /** Of whoever gave one; never for a page. */
  readonly taxId?: string
  readonly npi?: string
}
export interface FiledStructure extends OwnershipStructure {
  readonly parties: readonly FiledParty[]
}

type Growing = { -readonly [K in keyof FiledParty]: FiledParty[K] }

/** `name`, `ein` and `npi` are those of the organization that applies. */
export function filedStructure(
  file: File,
  root: { readonly name: string; readonly ein?: string; readonly npi?: string },
): FiledStructure {
  const parties: Growing[] = []
  const byName = new Map<string, Growing>()
  const byTaxId = new Map<string, Growing>()
  const party = (p: Omit<Growing, 'id'>): string => {
    const key = nameKey(p.name)
    // Two people may have one name; two of one name and different numbers are two.
    const named = byName.get(key)
    const there =
      (p.taxId ? byTaxId.get(p.taxId) : undefined) ??
      (named && !(named.taxId && p.taxId && named.taxId !== p.taxId) ? named : undefined)
    const found: Growing = there ?? { ...p, id: `p${parties.length}` }
    if (!there) parties.push(found)
    if (there) {
      const { kinds } = there
      Object.assign(there, { ...p, ...there, kinds: [...new Set([...kinds, ...p.kinds])] })
    }
    byName.set(key, found)
    if (found.taxId) byTaxId.set(found.taxId, found)
    return found.id
  }
  const rootId = party({
    kind: 'organization',
    name: root.name,
    kinds: [],
    ...(root.ein && { taxId: root.ein }),
    ...(root.npi && { npi: root.npi }),
  })
  const interests: Interest[] = []
  const add = (r: ReadInterest, a: Answers) => {
    const owner = party(r.party)
    const owned = r.of === undefined ? rootId : party(ofName(r.of, byName))
    const from = typeof a.since === 'string' && isDay(a.since) ? { from: day(a.since) } : {}
    for (const { role, percent } of sharesOf(r))
      interests.push({ owner, owned, role, ...from, ...(percent !== undefined && { percent }) })
  }
  for (const [section, read] of readersOf)
    for (const { answers } of file[section] ?? []) {
      const found = read(answers)
      if (found && found.party.name !== '') add(found, answers)
    }
  return { root: rootId, parties, interests }
}

/** A name that no section has is an organization all the same. */
const ofName = (name: string, known: ReadonlyMap<string, Growing>): Omit<Growing, 'id'> => ({
  kind: known.get(nameKey(name))?.kind ?? partyKindOf(name, 'organization'),
  name,
  kinds: [],
})

/** One number was asked for all that is held: it belongs to the first share that multiplies, else to the loan. */
function sharesOf(r: ReadInterest): readonly { readonly role: InterestRole; readonly percent?: number }[] {
  const bearer = r.roles.find(isHeldShare) ?? r.roles.find((x) => x === 'mortgage' || x === 'security')
  return r.roles.map((role) => {
    const percent = role === bearer ? r.percent : role === 'indirect-owner' ? r.indirectPercent : undefined
    return { role, ...(percent !== undefined && { percent }) }
  })
}
