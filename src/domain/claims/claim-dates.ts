/** What a DTP of a claim or of one of its lines says of the days it is for. Pure. */
import type { ClaimBlock } from './claim-block.ts'
import { dayAt } from './x12/fields.ts'

/** Three digits as one number, the first one highest. */
const packed = (text: string): number => (text.charCodeAt(0) << 16) | (text.charCodeAt(1) << 8) | text.charCodeAt(2)
/** DTP01: date of service, of the statement, of admission; the last only where nothing better is said. */
const SERVICE = packed('472')
const STATEMENT = packed('434')
const ADMISSION = packed('435')

/** Puts them down; false: a date that is none. Elements as the segment reader places them, three at least. */
export function readDays(work: ClaimBlock, ofLine: boolean, b: Uint8Array, at: Int32Array): boolean {
  if (at[2]! - at[1]! !== 4) return true
  const q = (b[at[1]!]! << 16) | (b[at[1]! + 1]! << 8) | b[at[1]! + 2]!
  if (q !== SERVICE && q !== STATEMENT && q !== ADMISSION) return true
  if (q === ADMISSION && (ofLine || work.from[work.count]! >= 0)) return true
  const from = at[3]!
  const end = at[4]! - 1
  const first = dayAt(b, from, end)
  const second = b[from + 8] === 45 && end - from >= 17 ? dayAt(b, from + 9, end) : first
  if (first < 0 || second < first) return false
  work.days(ofLine, first, q === ADMISSION ? first : second)
  return true
}
