/** Reassignments as columns: of each enrollment in order, the group it reassigns to and the days. Pure. */
import { allocate, growing, settled } from './columns.ts'
import { isCurrent, knownSpan } from './known-span.ts'
import { dayNumber, npiKey, OPEN_DAY, packSpan } from './packing.ts'
import type { ReassignmentRow } from './rows.ts'

export interface Reassigned {
  /** Where those of each record begin, in words; one entry more than records. */
  readonly starts: Int32Array
  readonly words: Int32Array
  readonly history: { readonly reassignmentStart: Int32Array; readonly reassignments: Int32Array }
  readonly unresolved: number
}

export function buildReassignments(
  rows: Iterable<ReassignmentRow>,
  count: number,
  keyOf: (record: number) => number,
  idOf: (record: number) => number,
  { shared, history }: { readonly shared: boolean; readonly history: boolean },
): Reassigned {
  let byId: Map<number, number> | undefined
  const read = growing()
  const perRecord = new Int32Array(count + 1)
  let unresolved = 0
  for (const row of rows) {
    byId ??= recordsById(count, idOf)
    const from = byId.get(idNumber(row.fromEnrollmentId))
    const to = row.toEnrollmentId === undefined ? undefined : byId.get(idNumber(row.toEnrollmentId))
    const group = to !== undefined ? keyOf(to) : row.toNpi !== undefined ? npiKey(row.toNpi) : -1
    if (from === undefined || group < 0) {
      unresolved++
      continue
    }
    perRecord[from]!++
    read.push(
      from,
      group,
      packSpan(dayNumber(row.from), row.to === undefined ? OPEN_DAY : dayNumber(row.to)),
      knownSpan(row),
    )
  }
  const sorted = byRecord(read.view(), perRecord, count)
  const starts = new Int32Array(count + 1)
  const current = growing()
  const all = growing()
  const reassignmentStart = allocate(history ? count + 1 : 0, shared)
  let at = 0
  for (let r = 0; r < count; r++) {
    for (const end = at + perRecord[r]!; at < end; at++) {
      const [group, span, known] = [sorted[at * 3]!, sorted[at * 3 + 1]!, sorted[at * 3 + 2]!]
      if (isCurrent(known)) current.push(group, span)
      if (history) all.push(group, span, known)
    }
    starts[r + 1] = current.length
    if (history) reassignmentStart[r + 1] = all.length
  }
  return {
    starts,
    words: settled(current, shared),
    history: { reassignmentStart, reassignments: settled(all, shared) },
    unresolved,
  }
}

/** Counting sort of rows of four words into rows of three, in order of record. */
function byRecord(rows: Int32Array, perRecord: Int32Array, count: number): Int32Array {
  const next = new Int32Array(count + 1)
  for (let r = 0; r < count; r++) next[r + 1] = next[r]! + perRecord[r]!
  const sorted = new Int32Array((rows.length / 4) * 3)
  for (let i = 0; i < rows.length; i += 4) {
    const place = next[rows[i]!]!++
    sorted.set(rows.subarray(i + 1, i + 4), place * 3)
  }
  return sorted
}

/** The digits of an enrollment id as a number, negative for an organization; NaN finds nothing. */
export const idNumber = (id: string): number => Number(id.slice(1)) * (id.startsWith('O') ? -1 : 1)

function recordsById(count: number, idOf: (record: number) => number): Map<number, number> {
  const byId = new Map<number, number>()
  for (let r = 0; r < count; r++) byId.set(idOf(r), r)
  return byId
}
