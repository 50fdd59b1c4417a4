/**
 * The claim that is being read, as columns that are used again for the next one: its number, charge, lines with
 * their days, and the providers named on it. Sizes are fixed, so that no file can make them grow. Pure.
 */
import type { ClaimKind } from './provider-places.ts'
import { latin } from './x12/delimiters.ts'

export const MOST_LINES = 1_000
export const MOST_PROVIDERS = 4_000
/** Named for the whole claim; each is judged on every day of it. */
const MOST_OF_CLAIM = 32
const LONGEST_NUMBER = 50
export const ABSENT = -3

export interface NamedProvider {
  /** Number in `providerParts`. */
  part: number
  /** NPI as key; -1: not valid; -2: none was given; ABSENT: nobody is named. */
  key: number
  /** What was written where an NPI belongs, when it is none. */
  text: string
  /** Packed name of a person; -1 without one. */
  name: number
  line: number
  segment: number
  offset: number
}

/** What is told of a claim when its providers are judged. */
export interface ClaimFacts {
  readonly kind: ClaimKind
  readonly old: boolean
  /** Control number of its set. */
  readonly set: string
  readonly cents: number
  claimNumber(): string
  span(): readonly [from: number, to: number]
}

export class ClaimUnderWay implements ClaimFacts {
  open = false
  kind: ClaimKind = 'professional'
  /** 004010 or older. */
  old = false
  set = ''
  segment = 0
  offset = 0
  cents = 0
  /** The number of the facility or bill, first two digits, or -1 (CLM05). */
  facility = -1
  /** Days of the whole claim; -1 where none was given. */
  from = -1
  to = -1
  lines = 0
  readonly lineFrom = new Int32Array(MOST_LINES + 1)
  readonly lineTo = new Int32Array(MOST_LINES + 1)
  /** Bits of the parts that a line names for itself. */
  readonly lineParts = new Int32Array(MOST_LINES + 1)
  /** All bits of `lineParts`. */
  anyLineParts = 0
  count = 0
  readonly part = new Uint8Array(MOST_PROVIDERS)
  readonly key = new Int32Array(MOST_PROVIDERS)
  readonly name = new Int32Array(MOST_PROVIDERS)
  readonly line = new Int32Array(MOST_PROVIDERS)
  readonly providerSegment = new Int32Array(MOST_PROVIDERS)
  readonly providerOffset = new Float64Array(MOST_PROVIDERS)
  readonly text: string[] = []
  /** Bytes of the patient control number (CLM01). */
  readonly number = new Uint8Array(LONGEST_NUMBER)
  numberLength = 0

  begin(segment: number, offset: number, b: Uint8Array, from: number, to: number, cents: number): void {
    this.open = true
    this.segment = segment
    this.offset = offset
    this.cents = cents
    this.facility = -1
    this.from = -1
    this.to = -1
    this.lines = 0
    this.anyLineParts = 0
    this.count = 0
    const length = Math.min(to - from, LONGEST_NUMBER)
    for (let i = 0; i < length; i++) this.number[i] = b[from + i]!
    this.numberLength = length
  }

  /** The patient control number (CLM01), made only for what is told. */
  claimNumber(): string {
    return latin(this.number, 0, this.numberLength)
  }

  /** First and last day of the claim and its lines; -1 when it has none. */
  span(): readonly [from: number, to: number] {
    let { from, to } = this
    for (let line = 1; line <= this.lines; line++) {
      if (this.lineFrom[line]! < 0) continue
      if (from < 0 || this.lineFrom[line]! < from) from = this.lineFrom[line]!
      if (this.lineTo[line]! > to) to = this.lineTo[line]!
    }
    return [from, to]
  }

  /** False when the claim has more lines than any claim may. */
  addLine(): boolean {
    if (this.lines >= MOST_LINES) return false
    this.lines++
    this.lineFrom[this.lines] = -1
    this.lineTo[this.lines] = -1
    this.lineParts[this.lines] = 0
    return true
  }

  days(line: number, from: number, to: number): void {
    if (line > 0) {
      this.lineFrom[line] = from
      this.lineTo[line] = to
    } else {
      this.from = from
      this.to = to
    }
  }

  /** False when the claim names more providers than any claim may. */
  addProvider(p: Readonly<NamedProvider>): boolean {
    if (this.count >= MOST_PROVIDERS || (p.line === 0 && this.count >= MOST_OF_CLAIM)) return false
    const i = this.count++
    this.part[i] = p.part
    this.key[i] = p.key
    this.name[i] = p.name
    this.line[i] = p.line
    this.providerSegment[i] = p.segment
    this.providerOffset[i] = p.offset
    if (p.key === -1) this.text[i] = p.text
    if (p.line > 0) {
      this.lineParts[p.line]! |= 1 << p.part
      this.anyLineParts |= 1 << p.part
    }
    return true
  }
}

/** Billing provider or pay-to provider of the level that is open; many claims share one. */
export const noProvider = (): NamedProvider => ({
  part: 0,
  key: ABSENT,
  text: '',
  name: -1,
  line: 0,
  segment: 0,
  offset: 0,
})
