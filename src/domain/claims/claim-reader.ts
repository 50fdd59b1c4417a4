/**
 * Follows the loops of 837P, 837I and 837D segment by segment: levels, providers, claims, lines and dates. A claim is
 * whole when the next one, a level or a trailer comes; whole ones are handed over in blocks. Knows no eligibility. Pure.
 */
import { ClaimBlock } from './claim-block.ts'
import { readDays } from './claim-dates.ts'
import type { ClaimSink } from './claim-sink.ts'
import { readEnvelope } from './envelope-segments.ts'
import type { Envelopes } from './envelopes.ts'
import { placeOf, type SegmentPlace, unknownPlace } from './fault-places.ts'
import { BILLING_LEVEL, Levels } from './levels.ts'
import { isPerson, readNamed, readSubmitter } from './named-entity.ts'
import { ABSENT, noProvider } from './named-provider.ts'
import { kindOf, PROVIDER_PART, providerParts } from './provider-places.ts'
import type { StructureCode } from './structure-faults.ts'
import { type InterchangeHeader, latin } from './x12/delimiters.ts'
import { centsAt, countAt } from './x12/fields.ts'
import * as kinds from './x12/segment-kinds.ts'
import type { ReaderFault, SegmentSink } from './x12/segment-sink.ts'

const BILLING = providerParts.indexOf('billing')
const PAY_TO = providerParts.indexOf('pay-to')
/** Where in a claim a segment stands: its own level, that of another payer (2320), or a line. */
const OUT = 0
const CLAIM = 1
const OTHER_PAYER = 2
const LINE = 3

export class ClaimReader implements SegmentSink {
  segments = 0
  private readonly work = new ClaimBlock()
  private readonly log: Envelopes
  private readonly sink: ClaimSink
  private readonly named = noProvider()
  private readonly billing = noProvider()
  private readonly payTo = noProvider()
  private place = OUT
  private inSet = false
  private begun = false
  private readonly levels = new Levels()
  /** Where the last segment began. */
  lastOffset = 0

  constructor(sink: ClaimSink, log: Envelopes) {
    this.sink = sink
    this.log = log
  }

  header(header: InterchangeHeader, offset: number): void {
    this.handOver()
    this.log.leaveInterchange(offset)
    this.log.openInterchange(header, offset)
  }

  fault(code: ReaderFault, offset: number): void {
    this.lastOffset = offset
    this.log.fault(code, { offset, ...(this.inSet && { segment: this.segments + 1 }) })
  }

  /** The file has ended. */
  finish(): void {
    this.handOver()
    this.log.leaveInterchange(this.lastOffset)
  }

  segment(kind: number, b: Uint8Array, at: Int32Array, last: number, offset: number): void {
    this.lastOffset = offset
    switch (kind) {
      case kinds.NM1:
        this.name(b, at, last, offset)
        break
      case kinds.DTP:
        this.date(b, at, last, offset)
        break
      case kinds.LX:
        this.line(offset)
        break
      case kinds.CLM:
        this.claim(b, at, last, offset)
        break
      case kinds.HL:
        this.hierarchy(b, at, last, offset)
        break
      case kinds.SBR:
        if (this.work.open) this.place = OTHER_PAYER
        break
      case kinds.BHT:
        this.begun = true
        if (last >= 3) this.log.reference(latin(b, at[3]!, at[4]! - 1))
        break
      case kinds.UNKNOWN:
        if (this.inSet || !this.log.set)
          this.log.fault(
            this.log.set ? 'segment-unknown' : 'outside-group',
            unknownPlace(b, at, offset, this.inSet ? this.segments : undefined),
          )
        break
      default:
        this.envelope(kind, b, at, last, offset)
    }
  }

  private envelope(kind: number, b: Uint8Array, at: Int32Array, last: number, offset: number): void {
    this.handOver()
    if (kind === kinds.SE && this.inSet) {
      if (!this.begun) this.tell('beginning-missing', offset, 'BHT')
      if (this.levels.current === 0) this.tell('beginning-missing', offset, 'HL')
    }
    if (kind === kinds.ST) this.segments = 1
    readEnvelope(this.log, kind, { b, at, last, offset, segments: this.segments })
    this.inSet = kind === kinds.ST && this.log.set?.id === '837'
    if (kind === kinds.ST && this.log.set) this.beginSet(this.log.set)
  }

  private beginSet({ control, version }: NonNullable<Envelopes['set']>): void {
    this.begun = false
    this.levels.reset()
    // Until a level names its provider, what is missing is missing from the set.
    this.beginLevel(this.lastOffset)
    this.work.set = control
    this.work.kind = kindOf(version)
    this.work.old = /^00[34]/.test(version)
  }

  private beginLevel(offset: number): void {
    this.work.newLevel()
    this.billing.key = this.payTo.key = ABSENT
    this.billing.segment = this.segments
    this.billing.offset = offset
  }

  private hierarchy(b: Uint8Array, at: Int32Array, last: number, offset: number): void {
    this.leaveClaim()
    if (!this.inSet || last < 3) return
    const id = countAt(b, at[1]!, at[2]! - 1)
    const parent = countAt(b, at[2]!, at[3]! - 1)
    const code = countAt(b, at[3]!, at[4]! - 1)
    if (!this.levels.enter(id, parent, code)) this.tell('level-parent', offset, 'HL', '2000', 2)
    if (code === BILLING_LEVEL) this.beginLevel(offset)
  }

  private name(b: Uint8Array, at: Int32Array, last: number, offset: number): void {
    if (!this.inSet || at[2]! - at[1]! !== 3) return
    const q = (b[at[1]!]! << 8) | b[at[1]! + 1]!
    const { work } = this
    if (!work.open && this.levels.current === 0) {
      if (q === kinds.SUBMITTER) readSubmitter(this.log, b, at, last)
      return
    }
    const part = PROVIDER_PART[q]! - 1
    if (part < 0 || this.place === OTHER_PAYER) return
    const isOfLevel = part === BILLING || part === PAY_TO
    if (work.open === isOfLevel) return
    const p = work.open ? this.named : part === BILLING ? this.billing : this.payTo
    p.part = part
    p.segment = this.segments
    p.offset = offset
    p.line = this.place === LINE ? work.lines : 0
    readNamed(p, b, at, last)
    if (work.open) {
      if (!work.addProvider(p)) this.tell('claim-too-large', offset, 'NM1')
      return
    }
    work.newLevel()
    if (part === BILLING && this.sink.billingName) {
      this.handOver()
      this.sink.billingName(last >= 3 ? latin(b, at[3]!, at[4]! - 1) : '', isPerson(b, at))
    }
  }

  private claim(b: Uint8Array, at: Int32Array, last: number, offset: number): void {
    this.leaveClaim()
    if (!this.inSet) return
    const { work } = this
    const cents = last >= 2 ? centsAt(b, at[2]!, at[3]! - 1) : Number.NaN
    work.begin(this.segments, offset, b, last >= 1 ? at[1]! : 0, last >= 1 ? at[2]! - 1 : 0, cents || 0)
    this.place = CLAIM
    if (last < 1 || at[2]! - at[1]! < 2) this.tell('claim-number-missing', offset, 'CLM', '2300', 1, '1')
    if (Number.isNaN(cents)) this.tell('amount-not-valid', offset, 'CLM', '2300', 2, '6')
    if (!this.levels.takesClaims) this.tell('segment-misplaced', offset, 'CLM', '2300')
    if (last >= 5) work.facility[work.count] = countAt(b, at[5]!, Math.min(at[5]! + 2, at[6]! - 1))
  }

  private line(offset: number): void {
    if (!this.work.open) return
    this.place = LINE
    if (!this.work.addLine()) this.tell('claim-too-large', offset, 'LX')
  }

  private date(b: Uint8Array, at: Int32Array, last: number, offset: number): void {
    const { work, place } = this
    if (!work.open || place === OTHER_PAYER || last < 3) return
    const ofLine = place === LINE
    if (!readDays(work, ofLine, b, at)) this.tell('date-not-valid', offset, 'DTP', ofLine ? '2400' : '2300', 3, '8')
  }

  private leaveClaim(): void {
    const { work } = this
    if (!work.open) return
    this.place = OUT
    if (this.billing.key === ABSENT) this.tell('billing-missing', work.offset[work.count]!, 'NM1', '2010AA')
    work.close(this.billing, this.payTo)
    if (work.isFull) this.handOver()
  }

  /** What is whole goes to the judge: the block is full, or what comes next must find it told. */
  private handOver(): void {
    this.leaveClaim()
    const { work } = this
    if (work.count === 0) return
    this.sink.claims(work)
    work.clear()
  }

  private tell(code: StructureCode, offset: number, ...where: SegmentPlace): void {
    this.log.fault(code, placeOf(this.segments, offset, ...where))
  }
}
