/**
 * Judges a chain of audit entries row by row and names the first bad one. SHA-256 and the check of signatures are
 * handed in. Pure. A superuser can recompute every hash, but cannot sign: that is what checkpoints are for.
 */
import { type ChainedEntry, GENESIS, hashedText } from './entry.ts'

export const chainFaults = [
  'altered',
  'removed',
  'inserted',
  'reordered',
  'checkpoint-signature',
  'checkpoint-differs',
  'tail-removed',
] as const
export type ChainFault = (typeof chainFaults)[number]

export interface FirstBad {
  readonly seq: number
  readonly fault: ChainFault
}
export interface Checkpoint {
  readonly seq: number
  readonly hash: string
  readonly at: Date
  readonly keyId: string
  readonly signature: string
}

export interface ChainTools {
  readonly sha256: (text: string) => string
  readonly isSigned: (c: Checkpoint) => boolean
}

/** How far a row that was moved is looked for. */
const NEAR = 20

export class ChainJudge {
  private readonly tools: ChainTools
  private readonly checkpoints: ReadonlyMap<number, Checkpoint>
  private readonly last: Checkpoint | undefined
  private held: ChainedEntry | undefined
  private seq = 0
  private hash = GENESIS

  constructor(tools: ChainTools, checkpoints: readonly Checkpoint[]) {
    this.tools = tools
    this.checkpoints = new Map(checkpoints.map((c) => [c.seq, c]))
    this.last = checkpoints.reduce<Checkpoint | undefined>((m, c) => (!m || c.seq > m.seq ? c : m), undefined)
  }

  /** Rows in the order of their numbers. One row is held back, because a fault is named by what follows it. */
  next(row: ChainedEntry): FirstBad | undefined {
    const found = this.held && this.judge(this.held, row)
    this.held = row
    return found
  }

  /** After the last row. */
  end(): FirstBad | undefined {
    const found = this.held && this.judge(this.held, undefined)
    if (found) return found
    if (this.last && this.last.seq > this.seq) return { seq: this.seq + 1, fault: 'tail-removed' }
    // Every batch ends with a checkpoint, so a row past the last one was not written by us.
    return this.seq > (this.last?.seq ?? 0) ? { seq: (this.last?.seq ?? 0) + 1, fault: 'inserted' } : undefined
  }

  get height(): number {
    return this.seq
  }

  private judge(row: ChainedEntry, after: ChainedEntry | undefined): FirstBad | undefined {
    const expected = this.seq + 1
    if (row.seq !== expected) return { seq: expected, fault: row.seq > expected ? 'removed' : 'inserted' }
    if (this.hashAt(row, row.seq) !== row.hash) return this.explain(row, after)
    if (row.prevHash !== this.hash) return { seq: row.seq, fault: 'inserted' }
    const signed = this.checkpoints.get(row.seq)
    if (signed && !this.tools.isSigned(signed)) return { seq: row.seq, fault: 'checkpoint-signature' }
    if (signed && signed.hash !== row.hash) return { seq: row.seq, fault: 'checkpoint-differs' }
    this.seq = row.seq
    this.hash = row.hash
    return undefined
  }

  private hashAt(row: ChainedEntry, seq: number): string {
    return this.tools.sha256(hashedText(row, seq, row.prevHash))
  }

  /** The row's hash does not fit its place: it was at another one, or its content is not what it was. */
  private explain(row: ChainedEntry, after: ChainedEntry | undefined): FirstBad {
    const moved = this.movedBy(row)
    if (moved === undefined) return { seq: row.seq, fault: 'altered' }
    // Everything from here on was pushed back: what stands before it was put in.
    if (moved > 0) return { seq: row.seq - moved, fault: 'inserted' }
    return { seq: row.seq, fault: after && this.movedBy(after) === moved ? 'removed' : 'reordered' }
  }

  private movedBy(row: ChainedEntry): number | undefined {
    for (let by = -NEAR; by <= NEAR; by++)
      if (by !== 0 && row.seq > by && this.hashAt(row, row.seq - by) === row.hash) return by
    return undefined
  }
}
