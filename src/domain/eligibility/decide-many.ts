/**
 * Many questions at once. A question waits for memory about as long as it takes to think; reading the records
 * of a block of questions first lets those waits overlap, which makes a long list two to three times as fast. Pure.
 */
import { type Asked, type Decided, decide } from './decide.ts'
import { slotOf } from './places.ts'
import { EXTRAS, RECORD, type Snapshot } from './snapshot.ts'

/** So many questions are looked at ahead: enough to overlap, few enough to stay in the first cache. */
export const BLOCK = 32

/** Reads what a question will need. The number means nothing; using it keeps the reads from being left out. */
export function touch(s: Snapshot, key: number, payee: number): number {
  if (key < 0) return 0
  const at = slotOf(s.places, key) * RECORD
  const word = s.records[at]! ^ s.records[at + RECORD]!
  return payee < 0
    ? word
    : word ^ (s.extras[s.records[at + EXTRAS]!] ?? 0) ^ s.records[slotOf(s.places, payee) * RECORD]!
}

/**
 * Reads ahead for a block of at most BLOCK questions, each of which is then decided by itself and answered in full, id
 * and all. Always true, unseen by a compiler.
 */
export function readAhead(s: Snapshot, questions: readonly (Asked | undefined)[]): boolean {
  let touched = 0
  for (const q of questions) {
    if (!q || q.key < 0) continue
    touched ^= touch(s, q.key, q.payee) ^ s.identities[slotOf(s.places, q.key) * 2]!
  }
  return Number.isInteger(touched)
}

/** The same answers as `decide`, in the same order. */
export function decideMany(s: Snapshot, questions: readonly Asked[]): readonly Decided[] {
  const decided: Decided[] = []
  let touched = 0
  for (let start = 0; start < questions.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, questions.length)
    for (let i = start; i < end; i++) touched ^= touch(s, questions[i]!.key, questions[i]!.payee)
    for (let i = start; i < end; i++) decided.push(decide(s, questions[i]!))
  }
  // Always so; whoever compiles this cannot know.
  return Number.isInteger(touched) ? decided : []
}
