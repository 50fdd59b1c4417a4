import { dayNumber, OPEN_DAY, packSpan } from './packing.ts'
import type { Known } from './rows.ts'

/** The days on which a version was what we knew: until the day before it was superseded. Pure. */
export const knownSpan = (known: Known): number =>
  packSpan(dayNumber(known.knownFrom), known.knownTo === undefined ? OPEN_DAY : dayNumber(known.knownTo) - 1)

/** Was it never superseded? Its last day is then the open one. */
export const isCurrent = (known: number): boolean => (known & 0xffff) === 0xffff
