/**
 * Where the earlier periods and the reassignments of a record stand: one word has their beginning and their number,
 * so that the record after it need not be read, which is in another line of memory every fourth time. Pure.
 */
import { EXTRAS, RECORD, type Snapshot } from './snapshot.ts'

/** Seven bits for the number; the rest counts pairs of words from the beginning of the extras. */
const SHIFT = 7
/** Stands for so many and more: they end where those of the next record begin. */
const MANY = 127
const MOST_PAIRS = 2 ** (32 - SHIFT)

/** The word of a record whose extras are the words `from` to `end` (excluded). */
export function extrasWord(from: number, end: number): number {
  if (end >> 1 >= MOST_PAIRS) throw new RangeError('more periods and reassignments than one snapshot holds')
  return ((from >> 1) << SHIFT) | Math.min(MANY, (end - from) >> 1)
}

export const extrasFrom = (s: Pick<Snapshot, 'records'>, record: number): number =>
  (s.records[record * RECORD + EXTRAS]! >>> SHIFT) << 1

export function extrasEnd(s: Pick<Snapshot, 'records'>, record: number): number {
  const word = s.records[record * RECORD + EXTRAS]!
  const count = word & MANY
  return count === MANY ? extrasFrom(s, record + 1) : ((word >>> SHIFT) + count) << 1
}
