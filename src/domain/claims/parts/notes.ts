/**
 * What was found in one part of a claim file, as numbers that a thread hands to another: claims, findings and calls to
 * the log of envelopes in the order in which they came. `tellAgain` (tell-again.ts) tells them to the sums. Pure.
 */
import type { Cause, ClaimAnswer } from '../causes.ts'
import type { ClaimFacts, JudgedClaims } from '../judged-claims.ts'
import type { NamedProvider } from '../named-provider.ts'
import { claimKinds } from '../provider-places.ts'
import type { ReaderState } from '../x12/segment-sink.ts'
import { type Call, CallNotes } from './call-notes.ts'
import { Letters, Numbers } from './numbers.ts'

/** What follows in `numbers`: see the writer's methods for the order of the fields. */
export const CLAIM = 1
export const FINDING = 2
export const CALL = 3
export const NAME = 4
export const CLEAR = 5

export interface PartNotes {
  readonly numbers: Float64Array<ArrayBuffer>
  /** Numbers of claims, one after the other; their lengths are in `numbers`. */
  readonly letters: Uint8Array<ArrayBuffer>
  readonly calls: readonly Call[]
  readonly texts: readonly string[]
  readonly causes: readonly Cause[]
  readonly judged: number
  /** Where the reader stood; undefined when that is no place to go on from. */
  readonly end: PartEnd | undefined
}

export interface PartEnd {
  readonly reader: ReaderState
  readonly lastOffset: number
  /** Of the open group; undefined when none is open. */
  readonly version: string | undefined
}

/** Which parts of the notes are of use to whoever gets them. */
export interface Wanted {
  /** Numbers of claims: for findings one by one, and for answers. */
  readonly numbers: boolean
  /** Names of billing providers and days of claims: for answers. */
  readonly answers: boolean
}

export const claimAnswersInOrder: readonly ClaimAnswer[] = ['no', 'unknown', 'look']

export class NoteWriter implements JudgedClaims {
  readonly log = new CallNotes(() => this.numbers.push(CALL))
  private readonly wanted: Wanted
  private readonly numbers = new Numbers()
  private readonly letters = new Letters()
  private texts: string[] = []
  private readonly causes: Cause[] = []
  private readonly causeNumbers = new Map<Cause, number>()
  /** The claim that is being judged, until it is put down. */
  private claim: ClaimFacts | undefined
  private claimAt = 0
  /** Claims of one kind of which nothing but their sum is told. */
  private clear = 0
  private clearCents = 0
  private clearKind = 0

  constructor(wanted: Wanted) {
    this.wanted = wanted
  }

  taken(judged: number, reader: ReaderState | undefined, lastOffset: number): PartNotes {
    this.putClear()
    const { log } = this
    const between = reader && !log.set && !log.isFull
    const notes: PartNotes = {
      numbers: this.numbers.taken(),
      letters: this.letters.taken(),
      calls: log.calls,
      texts: this.texts,
      causes: [...this.causes],
      judged,
      end: between ? { reader, lastOffset, version: log.group?.version } : undefined,
    }
    log.calls = []
    this.texts = []
    return notes
  }

  begin(claim: ClaimFacts): void {
    this.claim = claim
    if (this.wanted.answers) this.putClaim(claim)
  }

  /** CLAIM, kind, old, cents, from, to, length of the number, billing key. */
  private putClaim(claim: ClaimFacts): void {
    this.putClear()
    this.claim = undefined
    const n = this.numbers
    n.push(CLAIM)
    n.push(claimKinds.indexOf(claim.kind))
    n.push(claim.old ? 1 : 0)
    n.push(claim.cents)
    const [from, to] = this.wanted.answers ? claim.span() : nowhere
    n.push(from)
    n.push(to)
    n.push(this.wanted.numbers ? this.letters.add(claim.numberBytes()) : 0)
    this.claimAt = n.length
    n.push(0)
  }

  /** CLEAR, kind, how many, cents. */
  private putClear(): void {
    if (this.clear === 0) return
    const n = this.numbers
    n.push(CLEAR)
    n.push(this.clearKind)
    n.push(this.clear)
    n.push(this.clearCents)
    this.clear = this.clearCents = 0
  }

  /** FINDING, part, key, number of its text, line, segment, offset, cause, answer, day, payee. */
  finding(p: Readonly<NamedProvider>, cause: Cause, answer: ClaimAnswer, day: number, payee: number): void {
    if (this.claim) this.putClaim(this.claim)
    const n = this.numbers
    n.push(FINDING)
    n.push(p.part)
    n.push(p.key)
    n.push(p.text === '' ? -1 : this.texts.push(p.text) - 1)
    n.push(p.line)
    n.push(p.segment)
    n.push(p.offset)
    n.push(this.numberOf(cause))
    n.push(claimAnswersInOrder.indexOf(answer))
    n.push(day)
    n.push(payee)
  }

  close(billing: number): void {
    if (!this.claim) {
      this.numbers.set(this.claimAt, billing)
      return
    }
    const kind = claimKinds.indexOf(this.claim.kind)
    if (kind !== this.clearKind) this.putClear()
    this.clearKind = kind
    this.clear++
    this.clearCents += this.claim.cents
    this.claim = undefined
  }

  /** NAME, number of its text, whether of a person. */
  billingName(name: string, isPerson: boolean): void {
    this.numbers.push(NAME)
    this.numbers.push(this.texts.push(name) - 1)
    this.numbers.push(isPerson ? 1 : 0)
  }

  private numberOf(cause: Cause): number {
    let number = this.causeNumbers.get(cause)
    if (number === undefined) {
      number = this.causes.push(cause) - 1
      this.causeNumbers.set(cause, number)
    }
    return number
  }
}

const nowhere: readonly [number, number] = [-1, -1]
