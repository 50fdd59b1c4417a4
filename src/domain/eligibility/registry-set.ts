/**
 * Which NPIs the registry knows, one bit each in pages that exist only where an NPI does, and the few
 * that were deactivated with their days. At nine million NPIs a little over 1.4 bytes each. Pure.
 */
import { allocate, growing, indexOf, lookUp, settled } from './columns.ts'
import { dayNumber, KEYS, npiKey, OPEN_DAY, packSpan, spanFrom, spanTo } from './packing.ts'
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

/** Reads registry rows once. A row whose NPI is not valid is left out. */
export function buildRegistrySet(rows: Iterable<RegistryRow>, shared: boolean): RegistrySet {
  const pages = allocate(Math.ceil(KEYS / 65_536), shared)
  const bits = growing()
  const blank = new Array<number>(PAGE_WORDS).fill(0)
  const stopped: (readonly [number, number])[] = []
  let used = 0
  let count = 0
  for (const row of rows) {
    const key = npiKey(row.npi)
    if (key < 0) continue
    if (pages[key >>> 16] === 0) {
      pages[key >>> 16] = ++used
      bits.push(...blank)
    }
    const at = (pages[key >>> 16]! - 1) * PAGE_WORDS + ((key & 0xffff) >>> 5)
    const view = bits.view()
    const mask = 1 << (key & 31)
    if ((view[at]! & mask) !== 0) continue
    view[at] = view[at]! | mask
    count++
    const span = stoppedSpan(row)
    if (span !== undefined) stopped.push([key, span])
  }
  return { pages, bits: settled(bits, shared), stopped: indexOf(stopped, stopped.length, shared), count }
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

export function registryState(set: RegistrySet, key: number, on: number): RegistryState {
  const span = stoppedOf(set, key)
  if (span === -1) return 'absent'
  return span !== undefined && isWithin(span, on) ? 'deactivated' : 'active'
}

export const isWithin = (span: number, on: number): boolean => spanFrom(span) <= on && on <= spanTo(span)
