/**
 * Which NPIs the registry knows, one bit each in pages that exist only where an NPI does, and the few
 * that were deactivated with their days. At nine million NPIs a little over 1.4 bytes each. Pure.
 */
import { allocate, indexOf, lookUp } from './columns.ts'
import { dayNumber, KEYS, npiKey, OPEN_DAY, packSpan } from './packing.ts'
import type { RegistryRow } from './rows.ts'

export interface RegistrySet {
  /** Page number + 1 of each 65,536 keys; 0 where there is none. */
  readonly pages: Int32Array
  readonly bits: Int32Array
  /** Key to the span of days on which it is deactivated. */
  readonly stopped: Int32Array
  readonly count: number
}

const PAGE_WORDS = 2048

/** Takes NPI keys one by one; a key that came before is left out. */
export interface RegistryCollector {
  add(key: number, stopped?: number): void
  settle(shared: boolean): RegistrySet
}

export function collectRegistry(): RegistryCollector {
  const pages = new Int32Array(Math.ceil(KEYS / 65_536))
  let bits = new Int32Array(PAGE_WORDS * 16)
  const stopped: (readonly [number, number])[] = []
  let used = 0
  let count = 0
  return {
    add(key, span) {
      if (pages[key >>> 16] === 0) {
        pages[key >>> 16] = ++used
        if (used * PAGE_WORDS > bits.length) {
          const wider = new Int32Array(bits.length * 2)
          wider.set(bits)
          bits = wider
        }
      }
      const at = (pages[key >>> 16]! - 1) * PAGE_WORDS + ((key & 0xffff) >>> 5)
      const mask = 1 << (key & 31)
      if ((bits[at]! & mask) !== 0) return
      bits[at]! |= mask
      count++
      if (span !== undefined) stopped.push([key, span])
    },
    settle(shared) {
      const columns = { pages: allocate(pages.length, shared), bits: allocate(used * PAGE_WORDS, shared) }
      columns.pages.set(pages)
      columns.bits.set(bits.subarray(0, used * PAGE_WORDS))
      return { ...columns, stopped: indexOf(stopped, stopped.length, shared), count }
    },
  }
}

/** Reads registry rows once. A row whose NPI is not valid is left out. */
export function buildRegistrySet(rows: Iterable<RegistryRow>, shared: boolean): RegistrySet {
  const set = collectRegistry()
  for (const row of rows) {
    const key = npiKey(row.npi)
    if (key >= 0) set.add(key, stoppedSpan(row))
  }
  return set.settle(shared)
}

/** The days on which a row's NPI is deactivated: from its deactivation until the day before it came back. */
export function stoppedSpan({ deactivatedOn, reactivatedOn }: RegistryRow): number | undefined {
  if (deactivatedOn === undefined) return undefined
  const back = reactivatedOn !== undefined && reactivatedOn >= deactivatedOn ? dayNumber(reactivatedOn) - 1 : OPEN_DAY
  return packSpan(dayNumber(deactivatedOn), back)
}

export type RegistryState = 'active' | 'deactivated' | 'absent'

/** Its span of deactivation; undefined when it never was, -1 (which packs no span) when the registry does not have it. */
export function stoppedOf(set: RegistrySet, key: number): number | undefined {
  const page = set.pages[key >>> 16]!
  if (page === 0) return -1
  if ((set.bits[(page - 1) * PAGE_WORDS + ((key & 0xffff) >>> 5)]! & (1 << (key & 31))) === 0) return -1
  const span = lookUp(set.stopped, key)
  return span === -1 ? undefined : span
}

/** Reads what `registryState` will need; the number means nothing. -1, which is no key, is somewhere too. */
export const touchRegistry = (set: RegistrySet, key: number): number =>
  set.bits[((set.pages[key >>> 16] ?? 1) - 1) * PAGE_WORDS + ((key & 0xffff) >>> 5)] ?? 0

export function registryState(set: RegistrySet, key: number, on: number): RegistryState {
  const span = stoppedOf(set, key)
  if (span === -1) return 'absent'
  return span !== undefined && isWithin(span, on) ? 'deactivated' : 'active'
}

/** A day beyond what a span can hold is within one that still runs. */
export const isWithin = (span: number, on: number): boolean =>
  span >>> 16 <= on && (on <= (span & 0xffff) || (span & 0xffff) === 0xffff)
