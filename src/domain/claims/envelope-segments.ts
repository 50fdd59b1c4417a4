/** GS, ST, SE, GE and IEA into the record of envelopes. Elements as the segment reader places them. Pure. */
import type { Envelopes } from './envelopes.ts'
import { latin } from './x12/delimiters.ts'
import { countAt } from './x12/fields.ts'
import * as kinds from './x12/segment-kinds.ts'

export interface ReadSegment {
  readonly b: Uint8Array
  readonly at: Int32Array
  readonly last: number
  readonly offset: number
  /** Its number in the set. */
  readonly segments: number
}

export function readEnvelope(log: Envelopes, kind: number, { b, at, last, offset, segments }: ReadSegment): void {
  const text = (k: number): string => (k <= last ? latin(b, at[k]!, at[k + 1]! - 1) : '')
  const count = (k: number): number => (k <= last ? countAt(b, at[k]!, at[k + 1]! - 1) : -1)
  switch (kind) {
    case kinds.GS:
      log.leaveGroup(offset)
      log.openGroup(
        { functionalId: text(1), sender: text(2), receiver: text(3), control: text(6), version: text(8) },
        offset,
      )
      break
    case kinds.ST:
      log.leaveSet(offset)
      log.openSet(text(1), text(2), text(3) || (log.group?.version ?? ''), offset)
      if (!log.group) log.fault('outside-group', { offset, segmentId: 'ST' })
      break
    case kinds.SE:
      log.closeSet(count(1), text(2), segments, offset)
      break
    case kinds.GE:
      log.closeGroup(count(1), text(2), offset)
      break
    case kinds.IEA:
      log.closeInterchange(count(1), text(2), offset)
  }
}
