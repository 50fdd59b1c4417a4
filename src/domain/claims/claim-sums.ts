/**
 * What a claim check comes to: findings, sums, envelopes and answers, in the order of the file. Told by whoever judges
 * the claims, here or (parts/) elsewhere. Keeps no patient, no diagnosis, no bytes. Pure.
 */
import type { SnapshotVersion } from '../eligibility/question.ts'
import { type Cause, type ClaimAnswer, causeCodes } from './causes.ts'
import { ClaimAnswers } from './claim-answers.ts'
import { EnvelopeLog, type InterchangeRecord } from './envelope.ts'
import type { ClaimCheckSummary, ClaimFinding } from './findings.ts'
import type { JudgedClaims, ToldClaim } from './judged-claims.ts'
import type { NamedProvider } from './named-provider.ts'
import { type ClaimKind, loopOf } from './provider-places.ts'
import type { StructureFault } from './structure-faults.ts'
import { dayOrNone, npiText, partName, sumOf, Tally } from './tally.ts'

export interface ClaimCheckOptions {
  /** Told of every finding; a thrown error ends the check. */
  readonly onFinding?: (finding: ClaimFinding) => void
  /** So many findings are handed over, the first of the file; absent: all. Sums count all of them anyway. */
  readonly mostFindings?: number
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

export class ClaimSums implements JudgedClaims {
  bytes = 0
  /** Questions put to the eligibility snapshot. */
  judged = 0
  readonly log: EnvelopeLog
  readonly answers: ClaimAnswers | undefined
  private readonly tally = new Tally()
  private readonly structure: StructureFault[] = []
  private readonly kinds = new Set<ClaimKind>()
  private readonly onFinding: ClaimCheckOptions['onFinding']
  private left: number
  private faults = 0
  private claim: ToldClaim | undefined
  private cents = 0

  constructor({ onFinding, mostFindings = Number.POSITIVE_INFINITY, keepAnswers }: ClaimCheckOptions) {
    this.left = onFinding ? mostFindings : 0
    this.onFinding = onFinding
    this.answers = keepAnswers ? new ClaimAnswers(keepAnswers) : undefined
    this.log = new EnvelopeLog((fault) => {
      this.faults++
      if (this.structure.length < MOST_FAULTS) this.structure.push(fault)
    })
  }

  begin(claim: ToldClaim): void {
    this.claim = claim
    this.cents = claim.cents
    this.kinds.add(claim.kind)
  }

  finding(p: Readonly<NamedProvider>, cause: Cause, answer: ClaimAnswer, day: number, payee: number): void {
    this.tally.finding(p, cause, answer, day, payee, this.cents)
    this.answers?.finding(cause, answer, partName(p.part))
    if (this.left <= 0 || !this.onFinding || !this.claim) return
    this.left--
    this.onFinding(findingOf(this.claim, p, cause, answer, day, payee))
  }

  close(billing: number): void {
    const came = this.tally.close(this.cents)
    if (this.answers && this.claim) this.answers.claim(this.claim, npiText(billing, ''), came, this.log.set)
  }

  /** So many claims of a kind of which there is nothing to tell; not where answers are kept. */
  clear(kind: ClaimKind, claims: number, cents: number): void {
    this.kinds.add(kind)
    for (const sum of [this.tally.outcome.clear, this.tally.total]) {
      sum.claims += claims
      sum.cents += cents
    }
  }

  billingName(name: string, isPerson: boolean): void {
    this.answers?.billing(name, isPerson)
  }

  /** All of an X12 file was told. */
  checked(stopped: boolean, version: SnapshotVersion): CheckedFile {
    const { log, structure, answers } = this
    if (this.tally.total.claims === 0 && log.interchanges.length > 0) log.fault('no-claims', { offset: 0 })
    return {
      summary: this.summary('x12', stopped, version, structure, this.faults),
      interchanges: log.interchanges,
      answers,
    }
  }

  /** The sums so far; for files that are not X12 the caller says what was wrong with them. */
  summary(
    format: ClaimCheckSummary['format'],
    stopped: boolean,
    version: SnapshotVersion,
    structure: readonly StructureFault[],
    faults = structure.length,
  ): ClaimCheckSummary {
    const { tally, bytes, judged } = this
    const { interchanges } = this.log
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
      judged,
      findings: tally.findings,
      faults,
      byCause: tally.byCause(),
      byProvider: tally.byProvider(),
      fixFirst: tally.fixFirst(),
      beyond: tally.beyond,
      structure,
      stopped,
      version,
    }
  }
}

function findingOf(
  claim: ToldClaim,
  p: Readonly<NamedProvider>,
  cause: Cause,
  answer: ClaimAnswer,
  day: number,
  payee: number,
): ClaimFinding {
  const part = partName(p.part)
  const on = dayOrNone(day)
  return {
    claim: claim.claimNumber(),
    cents: claim.cents,
    ...(p.line > 0 && { line: p.line }),
    part,
    npi: npiText(p.key, p.text),
    ...(payee >= 0 && { payee: npiText(payee, '') }),
    ...(on && { on }),
    answer,
    cause,
    loop: loopOf(claim.kind, claim.old, part, p.line),
    segment: p.segment,
    offset: p.offset,
    set: claim.set,
    ...causeCodes(cause, part),
  }
}
