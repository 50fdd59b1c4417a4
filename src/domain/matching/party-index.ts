/**
 * A list made ready for being asked about people and organizations: one at a time at the desk, or everybody in
 * the monthly screening. The smaller side is the one to index. An equal NPI or tax id always alerts. Pure.
 */
import { type BlockIndex, blockIndex } from './block-index.ts'
import { findCandidates, found, isNear, Seen, TOGETHER } from './candidates.ts'
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
  const x = a.npis[i]!
  if (x === 0) return 0
  const y = b.npis[p]!
  if (y === 0) return 0
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

/** Asks the list about the packed people `from` to `to` (without it), in their order. `least` bits are worth telling. */
export function probePeople(
  index: PartyIndex,
  who: PackedPeople,
  from: number,
  to: number,
  least: number,
  sees: Sees,
): void {
  for (let some = from; some < to; some += TOGETHER) {
    const end = Math.min(some + TOGETHER, to)
    findCandidates(index.blocks, index.list.people, index.frequencies, index.seen, who, some, end)
    for (let i = some, k = 0; i < end; i++) {
      for (const past = found.ends[i - some]!; k < past; k++) look(index, who, i, found.places[k]!, least, sees)
      lookByNumber(index, who, i, sees)
    }
  }
}

/** Asks every row of a short list, which is what came near, about one packed person. */
export function probeEveryRow(index: PartyIndex, who: PackedPeople, i: number, sees: Sees): void {
  const { people } = index.list
  for (let place = 0; place < people.length; place++)
    if (isNear(people, place, who.records, i * STRIDE)) look(index, who, i, place, Number.NEGATIVE_INFINITY, sees)
  lookByNumber(index, who, i, sees)
}

function lookByNumber(index: PartyIndex, who: PackedPeople, i: number, sees: Sees): void {
  for (const ref of identical(index, who, i))
    if (ref >= 0) look(index, who, i, ref, Number.NEGATIVE_INFINITY, sees)
    else byNumber(index.list.organizations.facts, -ref - 1, who, i, sees)
}

/** Compares with one record. An equal NPI or tax id below `least` is told of by way of the number. */
function look(index: PartyIndex, who: PackedPeople, i: number, place: number, least: number, sees: Sees): void {
  const { people, pool } = index.list
  const named = comparePeople(pool, index.frequencies, who.records, i * STRIDE, people.records, place * STRIDE, least)
  if (named === Number.NEGATIVE_INFINITY) return
  const bits = named + npiOf(who, i, people, place) + taxIdOf(who, i, people, place)
  if (bits >= least) sees(ownerOf(who, i), ownerOf(people, place), bits)
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
