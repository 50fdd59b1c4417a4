/**
 * Claims of one set as they are read, some dozens at a time, as columns: number, charge, days, lines, providers. They
 * are judged together, which is faster than one by one, and then forgotten. Sizes are fixed: no file can make them
 * grow. Pure.
 */
import type { NamedProvider } from './named-provider.ts'
import type { ClaimKind } from './provider-places.ts'
import { latin } from './x12/delimiters.ts'

export const MOST_LINES = 1_000
export const MOST_PROVIDERS = 4_000
/** Named for the whole claim; each is judged on every day of it. */
const MOST_OF_CLAIM = 32
const LONGEST_NUMBER = 50
const CLAIMS = 64
/** So many of all claims together; one more claim always has room. */
const LINES = CLAIMS * 8 + MOST_LINES + 1
export const PROVIDERS = CLAIMS * 16 + MOST_PROVIDERS + 2

export class ClaimBlock {
  /** Of the set that they are of. */
  kind: ClaimKind = 'professional'
  /** 004010 or older. */
  old = false
  set = ''
  /** Claims that are whole; the open one has this number. */
  count = 0
  open = false
  readonly segment = new Int32Array(CLAIMS)
  readonly offset = new Float64Array(CLAIMS)
  readonly cents = new Float64Array(CLAIMS)
  /** The number of the facility or bill, first two digits, or -1 (CLM05). */
  readonly facility = new Int32Array(CLAIMS)
  /** Days of the whole claim; -1 where none was given. */
  readonly from = new Int32Array(CLAIMS)
  readonly to = new Int32Array(CLAIMS)
  /** Its lines and providers: the first, and the one behind the last. */
  readonly firstLine = new Int32Array(CLAIMS)
  readonly endLine = new Int32Array(CLAIMS)
  readonly firstProvider = new Int32Array(CLAIMS)
  readonly endProvider = new Int32Array(CLAIMS)
  /** Its billing and pay-to providers; many claims share one. */
  readonly billing = new Int32Array(CLAIMS)
  readonly payTo = new Int32Array(CLAIMS)
  /** All bits of `lineParts` of its lines. */
  readonly anyLineParts = new Int32Array(CLAIMS)
  private lineCount = 0
  readonly lineFrom = new Int32Array(LINES)
  readonly lineTo = new Int32Array(LINES)
  /** Bits of the parts that a line names for itself. */
  readonly lineParts = new Int32Array(LINES)
  /** Providers of all claims and levels. */
  providerCount = 0
  readonly part = new Uint8Array(PROVIDERS)
  readonly key = new Int32Array(PROVIDERS)
  readonly name = new Int32Array(PROVIDERS)
  /** Number of the line in its claim; 0: the claim. */
  readonly line = new Int32Array(PROVIDERS)
  readonly providerSegment = new Int32Array(PROVIDERS)
  readonly providerOffset = new Float64Array(PROVIDERS)
  private readonly text = new Array<string>(PROVIDERS).fill('')
  /** Bytes of the patient control numbers (CLM01), each at fifty times the number of the claim. */
  readonly number = new Uint8Array(CLAIMS * LONGEST_NUMBER)
  readonly numberLength = new Uint8Array(CLAIMS)
  /** Billing and pay-to providers of the level that is open, once a claim of it came; -1 before. */
  private levelBilling = -1
  private levelPayTo = -1

  /** Lines of the open claim. */
  get lines(): number {
    return this.lineCount - this.firstLine[this.count]!
  }

  /** It must have room; see `isFull`. */
  begin(segment: number, offset: number, b: Uint8Array, from: number, to: number, cents: number): void {
    const c = this.count
    this.open = true
    this.segment[c] = segment
    this.offset[c] = offset
    this.cents[c] = cents
    this.facility[c] = this.from[c] = this.to[c] = -1
    this.anyLineParts[c] = 0
    this.firstLine[c] = this.lineCount
    this.firstProvider[c] = this.providerCount
    const length = Math.min(to - from, LONGEST_NUMBER)
    const { number } = this
    for (let i = 0, at = c * LONGEST_NUMBER; i < length; i++) number[at + i] = b[from + i]!
    this.numberLength[c] = length
  }

  /** The open claim is whole, and is of the level of these. */
  close(billing: Readonly<NamedProvider>, payTo: Readonly<NamedProvider>): void {
    const c = this.count++
    this.open = false
    this.endLine[c] = this.lineCount
    this.endProvider[c] = this.providerCount
    if (this.levelBilling < 0) {
      this.levelBilling = this.put(billing)
      this.levelPayTo = this.put(payTo)
    }
    this.billing[c] = this.levelBilling
    this.payTo[c] = this.levelPayTo
  }

  /** Other billing or pay-to providers than those of the last `close`. */
  newLevel(): void {
    this.levelBilling = -1
  }

  /** No room for one more claim. */
  get isFull(): boolean {
    return (
      this.count === CLAIMS ||
      this.lineCount + MOST_LINES >= LINES ||
      this.providerCount + MOST_PROVIDERS + 2 > PROVIDERS
    )
  }

  clear(): void {
    this.count = this.lineCount = this.providerCount = 0
    this.newLevel()
  }

  /** False when the claim has more lines than any claim may. */
  addLine(): boolean {
    if (this.lines >= MOST_LINES) return false
    const line = this.lineCount++
    this.lineFrom[line] = this.lineTo[line] = -1
    this.lineParts[line] = 0
    return true
  }

  /** Days of the last line, or of the claim itself. */
  days(ofLine: boolean, from: number, to: number): void {
    if (ofLine) {
      this.lineFrom[this.lineCount - 1] = from
      this.lineTo[this.lineCount - 1] = to
    } else {
      this.from[this.count] = from
      this.to[this.count] = to
    }
  }

  /** False when the claim names more providers than any claim may. */
  addProvider(p: Readonly<NamedProvider>): boolean {
    const named = this.providerCount - this.firstProvider[this.count]!
    if (named >= MOST_PROVIDERS || (p.line === 0 && named >= MOST_OF_CLAIM)) return false
    this.put(p)
    if (p.line > 0) {
      this.lineParts[this.firstLine[this.count]! + p.line - 1]! |= 1 << p.part
      this.anyLineParts[this.count]! |= 1 << p.part
    }
    return true
  }

  private put(p: Readonly<NamedProvider>): number {
    const i = this.providerCount++
    this.part[i] = p.part
    this.key[i] = p.key
    this.name[i] = p.name
    this.line[i] = p.line
    this.providerSegment[i] = p.segment
    this.providerOffset[i] = p.offset
    if (p.key === -1) this.text[i] = p.text
    return i
  }

  /** Provider `i` of all, into `p`. */
  provider(i: number, p: NamedProvider): NamedProvider {
    p.part = this.part[i]!
    p.key = this.key[i]!
    p.text = p.key === -1 ? this.text[i]! : ''
    p.name = this.name[i]!
    p.line = this.line[i]!
    p.segment = this.providerSegment[i]!
    p.offset = this.providerOffset[i]!
    return p
  }

  /** The patient control number of a claim (CLM01), made only for what is told. */
  claimNumber(c: number): string {
    return latin(this.number, c * LONGEST_NUMBER, c * LONGEST_NUMBER + this.numberLength[c]!)
  }

  /** The same as bytes. */
  numberBytes(c: number): Uint8Array {
    return this.number.subarray(c * LONGEST_NUMBER, c * LONGEST_NUMBER + this.numberLength[c]!)
  }

  /** First and last day of a claim and its lines; -1 when it has none. */
  span(c: number): readonly [from: number, to: number] {
    let from = this.from[c]!
    let to = this.to[c]!
    for (let line = this.firstLine[c]!; line < this.endLine[c]!; line++) {
      if (this.lineFrom[line]! < 0) continue
      if (from < 0 || this.lineFrom[line]! < from) from = this.lineFrom[line]!
      if (this.lineTo[line]! > to) to = this.lineTo[line]!
    }
    return [from, to]
  }
}
