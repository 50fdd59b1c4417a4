/**
 * Many questions at once. A question waits for memory about as long as it takes to think; reading the records
 * of a block of questions first lets those waits overlap, which makes a long list two to three times as fast. Pure.
 */
import { type Asked, type Decided, decide } from './decide.ts'
import { extrasFrom } from './extras.ts'
import { slotOf } from './places.ts'
import { touchRegistry } from './registry-set.ts'
import { RECORD, type Snapshot } from './snapshot.ts'

/** So many questions are looked at ahead: enough to overlap, few enough to stay in the first cache. */
export const BLOCK = 32

const slots = new Int32Array(BLOCK)

/**
 * Reads what questions about these NPIs will need, by keys of NPIs and of payees (-2: none), at most BLOCK of them: first
 * the records, which wait together; then what those point to. `inFull` also reads what answers in full tell. The number
 * means nothing; using it keeps the reads from being left out.
 */
export function readAhead(
  s: Snapshot,
  keys: Int32Array,
  payees: Int32Array | undefined,
  from: number,
  end: number,
  inFull = false,
): number {
  const { records, extras, identities, places, payees: paid, registry } = s
  let touched = 0
  for (let i = from; i < end; i++) {
    const slot = slotOf(places, keys[i]!)
    slots[i - from] = slot
    touched ^= records[slot * RECORD]!
  }
  if (inFull) for (let i = from; i < end; i++) touched ^= identities[slots[i - from]! * 2] ?? 0
  if (payees) for (let i = from; i < end; i++) touched ^= paid.spans[slotOf(paid.places, payees[i]!) * 2]!
  for (let i = from; i < end; i++) {
    const slot = slots[i - from]!
    if (records[slot * RECORD]! >>> 4 === keys[i]) touched ^= extras[extrasFrom(s, slot)] ?? 0
    else if (registry) touched ^= touchRegistry(registry, keys[i]!)
  }
  return touched
}

const keys = new Int32Array(BLOCK)
const payees = new Int32Array(BLOCK)

/** The same answers as `decide`, in the same order. */
export function decideMany(s: Snapshot, questions: readonly Asked[]): readonly Decided[] {
  const decided: Decided[] = []
  let touched = 0
  for (let start = 0; start < questions.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, questions.length)
    for (let i = start; i < end; i++) {
      keys[i - start] = questions[i]!.key
      payees[i - start] = questions[i]!.payee
    }
    touched ^= readAhead(s, keys, payees, 0, end - start)
    for (let i = start; i < end; i++) decided.push(decide(s, questions[i]!))
  }
  // Always so; whoever compiles this cannot know.
  return Number.isInteger(touched) ? decided : []
}
