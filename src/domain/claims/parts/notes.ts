/**
 * What was found in one part of a claim file, as numbers that a thread hands to another: claims, findings and calls to
 * the log of envelopes in the order in which they came. `tellAgain` (tell-again.ts) tells them to the sums. Pure.
 */
import type { Cause, ClaimAnswer } from '../causes.ts'
import type { Envelopes, FaultPlace, GroupFacts } from '../envelopes.ts'
import type { ClaimFacts, JudgedClaims } from '../judged-claims.ts'
import type { NamedProvider } from '../named-provider.ts'
import { claimKinds } from '../provider-places.ts'
import type { StructureCode } from '../structure-faults.ts'
import type { InterchangeHeader } from '../x12/delimiters.ts'
import type { ReaderState } from '../x12/segment-sink.ts'
import { Letters, Numbers } from './numbers.ts'

/** What follows in `numbers`: see the writer's methods for the order of the fields. */
export const CLAIM = 1
export const FINDING = 2
export const CALL = 3
export const NAME = 4

export type CallName = Exclude<keyof Envelopes, 'group' | 'set'>
export type Call = { [K in CallName]: readonly [K, Parameters<Envelopes[K]>] }[CallName]

/** Calls that one part may make; a file with more is so broken that one thread reads it as fast. */
const MOST_CALLS = 20_000

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

export class NoteWriter implements JudgedClaims, Envelopes {
  group: Envelopes['group']
  set: Envelopes['set']
  private readonly wanted: Wanted
  private readonly numbers = new Numbers()
  private readonly letters = new Letters()
  private calls: Call[] = []
  private texts: string[] = []
  private readonly causes: Cause[] = []
  private readonly causeNumbers = new Map<Cause, number>()
  private claimAt = 0

  constructor(wanted: Wanted) {
    this.wanted = wanted
  }

  /** Notes of a part begin in a group of this version, or (undefined) before any. */
  open(version: string | undefined): void {
    this.group = version === undefined ? undefined : { version }
    this.set = undefined
  }

  taken(judged: number, reader: ReaderState | undefined, lastOffset: number): PartNotes {
    const between = reader && !this.set && this.calls.length < MOST_CALLS
    const notes: PartNotes = {
      numbers: this.numbers.taken(),
      letters: this.letters.taken(),
      calls: this.calls,
      texts: this.texts,
      causes: [...this.causes],
      judged,
      end: between ? { reader, lastOffset, version: this.group?.version } : undefined,
    }
    this.calls = []
    this.texts = []
    return notes
  }

  /** CLAIM, kind, old, cents, from, to, length of the number, billing key. */
  begin(claim: ClaimFacts): void {
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

  /** FINDING, part, key, number of its text, line, segment, offset, cause, answer, day, payee. */
  finding(p: Readonly<NamedProvider>, cause: Cause, answer: ClaimAnswer, day: number, payee: number): void {
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
    this.numbers.set(this.claimAt, billing)
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

  /** CALL; its words stand in `calls`, in the same order. */
  private call(call: Call): void {
    if (this.calls.length >= MOST_CALLS) return
    this.numbers.push(CALL)
    this.calls.push(call)
  }

  fault(code: StructureCode, at: FaultPlace): void {
    this.call(['fault', [code, at]])
  }
  openInterchange(header: InterchangeHeader, offset: number): void {
    this.call(['openInterchange', [header, offset]])
  }
  openGroup(group: GroupFacts, offset: number): void {
    this.group = { version: group.version }
    this.call(['openGroup', [group, offset]])
  }
  openSet(id: string, control: string, version: string, offset: number): void {
    this.set = { id, control, version }
    this.call(['openSet', [id, control, version, offset]])
  }
  reference(text: string): void {
    this.call(['reference', [text]])
  }
  submitter(name: string, id: string, isPerson: boolean): void {
    this.call(['submitter', [name, id, isPerson]])
  }
  closeSet(count: number, control: string, counted: number, offset: number): void {
    this.set = undefined
    this.call(['closeSet', [count, control, counted, offset]])
  }
  closeGroup(count: number, control: string, offset: number): void {
    this.open(undefined)
    this.call(['closeGroup', [count, control, offset]])
  }
  closeInterchange(count: number, control: string, offset: number): void {
    this.open(undefined)
    this.call(['closeInterchange', [count, control, offset]])
  }
  leaveSet(offset: number): void {
    this.set = undefined
    this.call(['leaveSet', [offset]])
  }
  leaveGroup(offset: number): void {
    this.open(undefined)
    this.call(['leaveGroup', [offset]])
  }
  leaveInterchange(offset: number): void {
    this.open(undefined)
    this.call(['leaveInterchange', [offset]])
  }
}

const nowhere: readonly [number, number] = [-1, -1]
