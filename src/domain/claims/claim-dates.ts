/** What a DTP of a claim or of one of its lines says of the days it is for. Pure. */
import type { ClaimBlock } from './claim-block.ts'
import { countAt, dayAt } from './x12/fields.ts'

/** DTP01: date of service, of the statement, of admission; the last only where nothing better is said. */
const SERVICE = 472
const STATEMENT = 434
const ADMISSION = 435

/** Puts them down; false: a date that is none. Elements as the segment reader places them, three at least. */
export function readDays(work: ClaimBlock, ofLine: boolean, b: Uint8Array, at: Int32Array): boolean {
  if (at[2]! - at[1]! !== 4) return true
  const q = countAt(b, at[1]!, at[2]! - 1)
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
