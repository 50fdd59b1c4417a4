/** What changed from one structure to another, and what other filings say of the same two parties. Pure. */
import { nameKey } from '../party/name-key.ts'
import type { Interest, OwnershipStructure } from './party.ts'
import type { InterestRole } from './roles.ts'

export interface InterestChange {
  readonly what: 'added' | 'removed' | 'changed'
  readonly owner: string
  readonly owned: string
  readonly role: InterestRole
  readonly was: Interest | undefined
  readonly is: Interest | undefined
}

/** Parties are the same by name, because two filings number them each for itself. Names are those of the newer one. */
export function compareStructures(was: OwnershipStructure, is: OwnershipStructure): readonly InterestChange[] {
  const before = byKey(was)
  const after = byKey(is)
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key): readonly InterestChange[] => {
    const [a, b] = [before.get(key), after.get(key)]
    if (a && b && a.interest.percent === b.interest.percent && a.interest.from === b.interest.from) return []
    const { owner, owned, interest } = (b ?? a)!
    return [
      {
        what: !a ? 'added' : !b ? 'removed' : 'changed',
        owner,
        owned,
        role: interest.role,
        was: a?.interest,
        is: b?.interest,
      },
    ]
  })
}

interface Named {
  readonly owner: string
  readonly owned: string
  readonly interest: Interest
}
function byKey(s: OwnershipStructure): ReadonlyMap<string, Named> {
  const names = new Map(s.parties.map((p) => [p.id, p.name]))
  const keyOf = (id: string) => (id === s.root ? '' : nameKey(names.get(id) ?? id))
  return new Map(
    s.interests.map((i) => [
      `${keyOf(i.owner)}|${keyOf(i.owned)}|${i.role}`,
      { owner: names.get(i.owner) ?? i.owner, owned: names.get(i.owned) ?? i.owned, interest: i },
    ]),
  )
}
