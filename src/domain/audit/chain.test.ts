import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ChainJudge, type Checkpoint } from './chain.ts'
import { type AuditEntry, type ChainedEntry, GENESIS, hashedText } from './entry.ts'

const sha256 = (t: string) => createHash('sha256').update(t).digest('hex')
const entry = (n: number): AuditEntry => ({
  source: 'account',
  sourceId: `event-${n}`,
  at: new Date(Date.UTC(2026, 0, 1, 0, n)),
  actorId: 'u1',
  actingFor: null,
  action: 'signed-in',
  subjectId: 'u1',
  outcome: 'done',
  ip: '192.0.2.1',
  userAgent: 'Firefox',
  detail: { n },
})
function chain(entries: readonly AuditEntry[]): ChainedEntry[] {
  let hash = GENESIS
  return entries.map((e, i) => {
    const prevHash = hash
    hash = sha256(hashedText(e, i + 1, prevHash))
    return { ...e, seq: i + 1, prevHash, hash }
  })
}
const signedAt = (rows: readonly ChainedEntry[], ...seqs: number[]): Checkpoint[] =>
  seqs.map((seq) => ({ seq, hash: rows[seq - 1]!.hash, at: new Date(0), keyId: 'k', signature: 'good' }))

const rows = chain(Array.from({ length: 9 }, (_, i) => entry(i + 1)))
const signed = signedAt(rows, 4, 9)
function judged(given: readonly ChainedEntry[], checkpoints: readonly Checkpoint[] = signed) {
  const judge = new ChainJudge({ sha256, isSigned: (c) => c.signature === 'good' }, checkpoints)
  for (const row of given) {
    const bad = judge.next(row)
    if (bad) return bad
  }
  return judge.end()
}
const renumbered = (list: readonly ChainedEntry[]) => list.map((r, i) => ({ ...r, seq: i + 1 }))
const without = (n: number) => rows.filter((r) => r.seq !== n)

describe('a chain', () => {
  test('as it was written is good', () => {
    expect(judged(rows)).toBeUndefined()
    expect(judged([], [])).toBeUndefined()
  })

  test.each([
    ['altered', rows.map((r) => (r.seq === 3 ? { ...r, actorId: 'u2' } : r)), 3, 'altered'],
    ['altered at the end', rows.map((r) => (r.seq === 9 ? { ...r, outcome: 'refused' } : r)), 9, 'altered'],
    ['removed', without(3), 3, 'removed'],
    ['removed at the beginning', without(1), 1, 'removed'],
    ['removed, the rest renumbered', renumbered(without(3)), 3, 'removed'],
    ['cut off', rows.slice(0, 7), 8, 'tail-removed'],
    [
      'inserted, the rest renumbered',
      renumbered([...rows.slice(0, 4), { ...chain([...rows.slice(0, 4), entry(77)])[4]! }, ...rows.slice(4)]),
      5,
      'inserted',
    ],
    ['added at the end', chain([...rows, entry(10)]), 10, 'inserted'],
    [
      'reordered',
      rows.map((r) => (r.seq === 5 ? { ...rows[5]!, seq: 5 } : r.seq === 6 ? { ...rows[4]!, seq: 6 } : r)),
      5,
      'reordered',
    ],
    [
      'all recomputed after a change',
      chain(rows.map((r) => (r.seq === 3 ? { ...r, actorId: 'u2' } : r))),
      4,
      'checkpoint-differs',
    ],
  ] as const)('%s', (_, given, seq, fault) => {
    expect(judged(given)).toEqual({ seq, fault })
  })

  test('a checkpoint that we did not sign', () => {
    expect(judged(rows, [{ ...signed[0]!, signature: 'forged' }, signed[1]!])).toEqual({
      seq: 4,
      fault: 'checkpoint-signature',
    })
  })
})
