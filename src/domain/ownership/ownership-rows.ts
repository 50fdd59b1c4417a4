/**
 * A structure as an indented list: the enrolled organization, below it who has to do with it, below each its own
 * owners, as deep as it goes. Whoever comes again is named and not opened again. Pure.
 */
import type { Interest, OwnershipParty, OwnershipStructure } from './party.ts'

export interface OwnershipRow {
  /** 1 for those directly at the enrolled organization. */
  readonly depth: number
  readonly party: OwnershipParty
  /** What the party is to the one that it stands under; several when it has several roles. */
  readonly interests: readonly Interest[]
  /** Its own owners are shown where it came first. */
  readonly shownBefore: boolean
  /** It owns, through others, the very one under which it stands. */
  readonly closesCircle: boolean
}

/** Greatest share first, then by name; those without a share last. */
export function ownershipRows(s: OwnershipStructure): readonly OwnershipRow[] {
  const partyOf = new Map(s.parties.map((p) => [p.id, p]))
  const below = new Map<string, Map<string, Interest[]>>()
  for (const i of s.interests) {
    const owners = below.get(i.owned) ?? new Map<string, Interest[]>()
    owners.set(i.owner, [...(owners.get(i.owner) ?? []), i])
    below.set(i.owned, owners)
  }
  const sorted = (id: string): readonly (readonly [string, readonly Interest[]])[] =>
    [...(below.get(id) ?? [])].sort(
      ([a, x], [b, y]) =>
        greatest(y) - greatest(x) || partyOf.get(a)!.name.localeCompare(partyOf.get(b)!.name) || (a < b ? -1 : 1),
    )
  const rows: OwnershipRow[] = []
  const opened = new Set([s.root])
  const way: { readonly id: string; readonly left: (readonly [string, readonly Interest[]])[] }[] = [
    { id: s.root, left: sorted(s.root).toReversed() },
  ]
  const on = new Set([s.root])
  while (way.length > 0) {
    const here = way.at(-1)!
    const next = here.left.pop()
    if (!next) {
      on.delete(here.id)
      way.pop()
      continue
    }
    const [id, interests] = next
    const party = partyOf.get(id)
    if (!party) throw new Error(`no party ${id}`)
    const shownBefore = opened.has(id) && below.has(id)
    rows.push({ depth: way.length, party, interests, shownBefore, closesCircle: on.has(id) })
    if (opened.has(id)) continue
    opened.add(id)
    on.add(id)
    way.push({ id, left: sorted(id).toReversed() })
  }
  return rows
}

const greatest = (list: readonly Interest[]): number => Math.max(-1, ...list.map((i) => i.percent ?? -1))
