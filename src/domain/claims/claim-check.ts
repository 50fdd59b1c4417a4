/**
 * Checks a claim file while its bytes come in: reader, judge and sums put together. Findings are handed over one by
 * one as they arise; `finish` gives the sums. Keeps no patient, no diagnosis, no bytes. Pure.
 */
import type { Snapshot } from '../eligibility/snapshot.ts'
import { type Cause, type ClaimAnswer, causeCodes } from './causes.ts'
import { ClaimAnswers } from './claim-answers.ts'
import { ClaimJudge } from './claim-judge.ts'
import { ClaimReader } from './claim-reader.ts'
import type { ClaimUnderWay, NamedProvider } from './claim-under-way.ts'
import type { InterchangeRecord } from './envelope.ts'
import type { ClaimCheckSummary, ClaimFinding } from './findings.ts'
import { type ClaimKind, loopOf } from './provider-places.ts'
import type { StructureFault } from './structure-faults.ts'
import { dayOrNone, npiText, partName, sumOf, Tally } from './tally.ts'
import { SegmentReader } from './x12/segment-reader.ts'

export interface ClaimCheckOptions {
  /** Told of every finding; a thrown error ends the check. */
  readonly onFinding?: (finding: ClaimFinding) => void
  /** Keep one short entry a claim, from which a 277CA can be written, of at most so many claims; none when absent. */
  readonly keepAnswers?: number
}

/** Faults of structure that are told one by one. */
const MOST_FAULTS = 1_000

export interface CheckedFile {
  readonly summary: ClaimCheckSummary
  readonly interchanges: readonly InterchangeRecord[]
  readonly answers: ClaimAnswers | undefined
}

export class ClaimCheck {
  private readonly tally = new Tally()
  private readonly judge: ClaimJudge
  private readonly claims: ClaimReader
  private readonly reader: SegmentReader
  private readonly structure: StructureFault[] = []
  private readonly kinds = new Set<ClaimKind>()
  private readonly answers: ClaimAnswers | undefined
  private readonly snapshot: Snapshot
  private faults = 0
  private bytes = 0
  private work: ClaimUnderWay

  constructor(snapshot: Snapshot, { onFinding, keepAnswers }: ClaimCheckOptions = {}) {
    this.snapshot = snapshot
    this.answers = keepAnswers ? new ClaimAnswers(keepAnswers) : undefined
    this.judge = new ClaimJudge(snapshot, (p, cause, answer, day, payee) => {
      this.tally.finding(p, cause, answer, day, payee, this.work.cents)
      this.answers?.finding(cause, answer, partName(p.part))
      onFinding?.(this.finding(p, cause, answer, day, payee))
    })
    const { answers } = this
    this.claims = new ClaimReader(
      {
        claim: (work, billing, payTo) => this.claim(work, billing, payTo),
        ...(answers && { billingName: (name, isPerson) => answers.billing(name, isPerson) }),
      },
      (fault) => {
        this.faults++
        if (this.structure.length < MOST_FAULTS) this.structure.push(fault)
      },
    )
    this.work = this.claims.work
    this.reader = new SegmentReader(this.claims)
  }

  get stopped(): boolean {
    return this.reader.stopped
  }

  /** The next bytes; not kept beyond the call. */
  feed(chunk: Uint8Array): void {
    this.bytes += chunk.length
    this.reader.feed(chunk)
  }

  /** One claim from another source than X12. */
  claim(work: ClaimUnderWay, billing: Readonly<NamedProvider>, payTo: Readonly<NamedProvider>): void {
    this.work = work
    this.kinds.add(work.kind)
    this.judge.claim(work, billing, payTo)
    const came = this.tally.close(work.cents)
    this.answers?.claim(work, npiText(billing.key, ''), came, this.claims.log.set)
  }

  finish(): CheckedFile {
    const stopped = this.reader.stopped
    this.reader.end()
    this.claims.finish()
    const { log } = this.claims
    if (this.tally.total.claims === 0 && log.interchanges.length > 0) log.fault('no-claims', { offset: 0 })
    return {
      summary: this.summary('x12', this.bytes, stopped, this.structure),
      interchanges: log.interchanges,
      answers: this.answers,
    }
  }

  /** The sums so far; for files that are not X12 the caller says what was wrong with them. */
  summary(
    format: ClaimCheckSummary['format'],
    bytes: number,
    stopped: boolean,
    structure: readonly StructureFault[],
  ): ClaimCheckSummary {
    const { tally } = this
    const { interchanges } = this.claims.log
    return {
      format,
      bytes,
      interchanges: interchanges.length,
      sets: interchanges.reduce((n, i) => n + i.groups.reduce((m, g) => m + g.sets.length, 0), 0),
      kinds: [...this.kinds],
      claims: sumOf(tally.total),
      clear: sumOf(tally.outcome.clear),
      atRisk: sumOf(tally.outcome.no),
      unknown: sumOf(tally.outcome.unknown),
      look: sumOf(tally.outcome.look),
      judged: this.judge.judged,
      findings: tally.findings,
      faults: format === 'x12' ? this.faults : structure.length,
      byCause: tally.byCause(),
      byProvider: tally.byProvider(),
      fixFirst: tally.fixFirst(),
      beyond: tally.beyond,
      structure,
      stopped,
      version: this.snapshot.version,
    }
  }

  private finding(
    p: Readonly<NamedProvider>,
    cause: Cause,
    answer: ClaimAnswer,
    day: number,
    payee: number,
  ): ClaimFinding {
    const { work } = this
    const part = partName(p.part)
    const on = dayOrNone(day)
    return {
      claim: work.claimNumber(),
      cents: work.cents,
      ...(p.line > 0 && { line: p.line }),
      part,
      npi: npiText(p.key, p.text),
      ...(payee >= 0 && { payee: npiText(payee, '') }),
      ...(on && { on }),
      answer,
      cause,
      loop: loopOf(work.kind, work.old, part, p.line),
      segment: p.segment,
      offset: p.offset,
      set: work.set,
      ...causeCodes(cause, part),
    }
  }
}
