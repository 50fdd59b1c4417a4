/** Where a fault of structure was found, as it is told. Pure. */
import type { FaultPlace } from './envelopes.ts'
import { latin } from './x12/delimiters.ts'

/** What is said of a segment besides its place: its name, loop, and which element is wrong in which way. */
export type SegmentPlace = readonly [segmentId: string, loop?: string, element?: number, elementCode?: '1' | '6' | '8']

export function placeOf(
  segment: number,
  offset: number,
  ...[segmentId, loop, element, code]: SegmentPlace
): FaultPlace {
  return {
    offset,
    segment,
    segmentId,
    ...(loop && { loop }),
    ...(element && { element }),
    ...(code && { elementCode: code }),
  }
}

/** Of a segment that is none of an 837. Elements as the segment reader places them; no number outside a set. */
export function unknownPlace(b: Uint8Array, at: Int32Array, offset: number, segment: number | undefined): FaultPlace {
  const id = latin(b, at[0]!, Math.min(at[1]! - 1, at[0]! + 3))
  return {
    offset,
    ...(segment !== undefined && { segment }),
    // A name that cannot be one may be part of a value: it is not repeated.
    ...(/^[A-Z][A-Z0-9]{1,2}$/.test(id) && { segmentId: id }),
  }
}
