/**
 * People as twelve whole numbers a record, so that millions fit in memory and comparing them makes no object.
 * A party that goes by several names has a record for each; `owner` says whose it is. Pure.
 */
import { hashText, withRoom } from './growing.ts'
import type { MatchParty } from './match-party.ts'
import { type NamePool, suffixOfText } from './name-pool.ts'

/** Where each fact stands within a record. */
export const at = {
  last: 0,
  partA: 1,
  partB: 2,
  first: 3,
  middle: 4,
  /** 19700304, or 0. */
  born: 5,
  suffix: 6,
  state: 7,
  zip: 8,
  city: 9,
  street: 10,
  owner: 11,
} as const
export const STRIDE = 12

export class PackedPeople {
  readonly pool: NamePool
  records = new Int32Array(STRIDE * 64)
  /** NPI of each record as a number; 0 for none. */
  npis = new Float64Array(64)
  /** Tax ids of the records that have one. */
  readonly taxIds = new Map<number, string>()
  length = 0

  constructor(pool: NamePool) {
    this.pool = pool
  }

  /** Adds one name of the party `owner`; gives its place. */
  add(who: MatchParty, owner: number): number {
    const place = this.length++
    this.records = withRoom(this.records, (place + 1) * STRIDE)
    this.npis = withRoom(this.npis, place + 1)
    const r = this.records
    const o = place * STRIDE
    const last = this.pool.name(who.last)
    const first = this.pool.name(who.first)
    r[o + at.last] = last.whole
    r[o + at.partA] = last.partA
    r[o + at.partB] = last.partB
    r[o + at.first] = first.firstWord
    r[o + at.middle] = this.pool.name(who.middle).firstWord || secondWord(this.pool, who.first)
    r[o + at.born] = who.bornOn ? dayNumber(who.bornOn) : 0
    r[o + at.suffix] = (who.suffix && suffixOfText(who.suffix)) || last.suffix || first.suffix
    r[o + at.state] = stateNumber(who.state)
    r[o + at.zip] = zipNumber(who.zip)
    r[o + at.city] = who.city ? hashText(who.city.trim().toUpperCase()) : 0
    r[o + at.street] = who.line1 ? streetHash(who.line1) : 0
    r[o + at.owner] = owner
    this.npis[place] = npiNumber(who.npi)
    if (who.taxId) this.taxIds.set(place, who.taxId)
    return place
  }
}

const dayNumber = (d: string): number =>
  (d.charCodeAt(0) - 48) * 10_000_000 +
  (d.charCodeAt(1) - 48) * 1_000_000 +
  (d.charCodeAt(2) - 48) * 100_000 +
  (d.charCodeAt(3) - 48) * 10_000 +
  (d.charCodeAt(5) - 48) * 1_000 +
  (d.charCodeAt(6) - 48) * 100 +
  (d.charCodeAt(8) - 48) * 10 +
  (d.charCodeAt(9) - 48)

/** "MARY ANN" in the box of the first name: the second word is a middle name. */
const secondWord = (pool: NamePool, first: string | undefined): number => {
  const space = first?.trim().indexOf(' ') ?? -1
  return space < 0 ? 0 : pool.name(first!.trim().slice(space + 1)).firstWord
}

/** Two letters as 1 to 676; 0 for anything else. Upper and lower case are one. */
export function stateNumber(state: string | undefined): number {
  if (state?.length !== 2) return 0
  const [a, b] = [(state.charCodeAt(0) & 31) - 1, (state.charCodeAt(1) & 31) - 1]
  return a < 0 || b < 0 || a > 25 || b > 25 ? 0 : a * 26 + b + 1
}

/** The first five digits; 0 where they are none or all zeros. */
function zipNumber(zip: string | undefined): number {
  if (!zip || zip.length < 5) return 0
  const five = Number(zip.slice(0, 5))
  return Number.isInteger(five) ? five : 0
}

/** Ten zeros stand for "none" in published lists. */
export function npiNumber(npi: string | undefined): number {
  if (npi?.length !== 10) return 0
  const number = Number(npi)
  return Number.isInteger(number) ? number : 0
}

/** House number and the first word of the street, so that "AVE" and "AVENUE" or a suite do not part. */
function streetHash(line1: string): number {
  const said = /^\s*(\d+)[A-Z]?\s+(?:[NSEW]\.?\s+)?([A-Z0-9]+)/i.exec(line1)
  return said ? hashText(`${said[1]} ${said[2]!.toUpperCase()}`) : 0
}
