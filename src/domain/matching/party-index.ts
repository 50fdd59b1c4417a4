/**
 * A list made ready for being asked about people and organizations: one at a time at the desk, or everybody in
 * the monthly screening. The smaller side is the one to index. An equal NPI or tax id always alerts. Pure.
 */
import { type BlockIndex, blockIndex, candidates, Seen } from './block-index.ts'
import { mayBeAlike } from './compare-names.ts'
import { comparePeople, placeBits } from './compare-people.ts'
import { type Frequencies, frequenciesOf } from './frequencies.ts'
import { type MatchParty, matchFields, matchLevels } from './match-party.ts'
import { NamePool } from './name-pool.ts'
import { compareWords, Organizations, organizationCandidates, type WordIndex, wordIndex } from './organizations.ts'
import { at, PackedPeople, STRIDE } from './packed-people.ts'
import { notePlain, scratch } from './scratch.ts'
import { weights } from './weights.ts'

/** Names of people and organizations, packed; `owner` of a record says whose name it is. */
export class PackedParties {
  readonly pool: NamePool
  readonly people: PackedPeople
  readonly organizations: Organizations

  constructor(pool: NamePool = new NamePool()) {
    this.pool = pool
    this.people = new PackedPeople(pool)
    this.organizations = new Organizations(pool)
  }

  /** Adds one name of `owner`; a name that is both a person's and an organization's is added as both. */
  add(who: MatchParty, owner: number): void {
    if (who.organization) this.organizations.add(who, owner)
    if (who.last || !who.organization) this.people.add(who, owner)
  }
}

export interface PartyIndex {
  readonly list: PackedParties
  readonly frequencies: Frequencies
  readonly blocks: BlockIndex
  readonly words: WordIndex
  readonly seen: Seen
  /** Records by NPI and by tax id: of people, and of organizations as their negative less one. */
  readonly byNpi: ReadonlyMap<number, readonly number[]>
  readonly byTaxId: ReadonlyMap<string, readonly number[]>
}

/** `rows` is the size of the whole list when only the rows that came near are packed. */
export function indexParties(list: PackedParties, rows?: number): PartyIndex {
  const byNpi = new Map<number, number[]>()
  const byTaxId = new Map<string, number[]>()
  const keep = <K>(map: Map<K, number[]>, key: K, ref: number) => {
    const known = map.get(key)
    if (known) known.push(ref)
    else map.set(key, [ref])
  }
  const sides = [list.people, list.organizations.facts] as const
  sides.forEach((side, isOrganization) => {
    for (let i = 0; i < side.length; i++)
      if (side.npis[i] !== 0) keep(byNpi, side.npis[i]!, isOrganization ? -i - 1 : i)
    for (const [i, id] of side.taxIds) keep(byTaxId, id, isOrganization ? -i - 1 : i)
  })
  return {
    list,
    frequencies: frequenciesOf(list.people, rows),
    blocks: blockIndex(list.people),
    words: wordIndex(list.organizations),
    seen: new Seen(list.people.length),
    byNpi,
    byTaxId,
  }
}

/** Told of each pair worth a look: the owner of the name asked about, the owner of the list's, bits; scratch has why. */
export type Sees = (asked: number, listed: number, bits: number) => void

const ownerOf = (side: PackedPeople, place: number): number => side.records[place * STRIDE + at.owner]!

const npiOf = (a: PackedPeople, i: number, b: PackedPeople, p: number): number => {
  const [x, y] = [a.npis[i]!, b.npis[p]!]
  if (x === 0 || y === 0) return 0
  notePlain('npi', x === y)
  return x === y ? weights.npi.equal : weights.npi.differs
}
const taxIdOf = (a: PackedPeople, i: number, b: PackedPeople, p: number): number => {
  const x = a.taxIds.size > 0 ? a.taxIds.get(i) : undefined
  const y = x && b.taxIds.get(p)
  if (!x || !y) return 0
  notePlain('taxId', x === y)
  return x === y ? weights.taxId.equal : weights.taxId.differs
}

/** Asks the list about one packed person. `least` bits are worth telling; `everyRow` is for the few that came near. */
export function probePerson(
  index: PartyIndex,
  who: PackedPeople,
  i: number,
  least: number,
  sees: Sees,
  everyRow = false,
): void {
  const { people, pool } = index.list
  const r = who.records
  const o = i * STRIDE
  const [last, first, owner] = [r[o + at.last]!, r[o + at.first]!, r[o + at.owner]!]
  const look = (place: number, isAsked: boolean) => {
    const p = place * STRIDE
    const [otherLast, otherFirst] = [people.records[p + at.last]!, people.records[p + at.first]!]
    // Born on one day and nothing else alike: nine tenths of all candidates end here.
    if (
      !isAsked &&
      last !== otherLast &&
      first !== otherFirst &&
      !mayBeAlike(pool, last, otherLast) &&
      !mayBeAlike(pool, first, otherFirst) &&
      last !== otherFirst
    )
      return
    const bits =
      comparePeople(pool, index.frequencies, r, o, people.records, p) +
      npiOf(who, i, people, place) +
      taxIdOf(who, i, people, place)
    if (bits >= least || isAsked) sees(owner, ownerOf(people, place), bits)
  }
  if (everyRow) for (let place = 0; place < people.length; place++) look(place, false)
  else candidates(index.blocks, people, index.seen, r, o, (place) => look(place, false))
  for (const ref of identical(index, who, i))
    if (ref >= 0) look(ref, true)
    else byNumber(index.list.organizations.facts, -ref - 1, who, i, sees)
}

/** A person and an organization with one number: nothing else can be compared. */
function byNumber(listed: PackedPeople, place: number, who: PackedPeople, i: number, sees: Sees): void {
  scratch.level.fill(0)
  const bits = npiOf(who, i, listed, place) + taxIdOf(who, i, listed, place)
  sees(ownerOf(who, i), ownerOf(listed, place), bits)
}

/** Records of the list with the same NPI or tax id. */
function identical(index: PartyIndex, who: PackedPeople, i: number): readonly number[] {
  const byNpi = who.npis[i] === 0 ? undefined : index.byNpi.get(who.npis[i]!)
  const id = who.taxIds.size === 0 ? undefined : who.taxIds.get(i)
  const byId = id === undefined ? undefined : index.byTaxId.get(id)
  return byNpi && byId ? [...new Set([...byNpi, ...byId])] : (byNpi ?? byId ?? none)
}
const none: readonly number[] = []

/** Asks the list about one packed organization, and about people who bear its NPI or tax id. */
export function probeOrganization(index: PartyIndex, who: Organizations, i: number, least: number, sees: Sees): void {
  const { organizations } = index.list
  const look = (place: number, isAsked: boolean) => {
    scratch.level.fill(0)
    const said = compareWords(
      index.list.pool,
      index.words,
      who.words[i]!,
      organizations.words[place]!,
      organizations.isCut[place]!,
    )
    const field = matchFields.indexOf('organization')
    scratch.level[field] = matchLevels.organization.indexOf(said.level) + 1
    scratch.bits[field] = said.bits
    const bits =
      said.bits +
      placeBits(index.frequencies, who.facts.records, i * STRIDE, organizations.facts.records, place * STRIDE) +
      npiOf(who.facts, i, organizations.facts, place) +
      taxIdOf(who.facts, i, organizations.facts, place)
    if (bits >= least || isAsked) sees(ownerOf(who.facts, i), ownerOf(organizations.facts, place), bits)
  }
  organizationCandidates(index.words, index.list.pool, who.words[i]!, (place) => look(place, false))
  for (const ref of identical(index, who.facts, i))
    if (ref < 0) look(-ref - 1, true)
    else byNumber(index.list.people, ref, who.facts, i, sees)
}
