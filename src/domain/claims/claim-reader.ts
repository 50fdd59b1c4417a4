/**
 * Follows the loops of 837P, 837I and 837D segment by segment: levels, providers, claims, lines and dates. A claim
 * goes to the judge when the next one, a level or a trailer comes. Knows no eligibility. Pure.
 */
import { ABSENT, ClaimUnderWay, type NamedProvider, noProvider } from './claim-under-way.ts'
import { readEnvelope } from './envelope-segments.ts'
import type { Envelopes } from './envelopes.ts'
import { BILLING_LEVEL, Levels } from './levels.ts'
import { isPerson, readNamed, readSubmitter } from './named-entity.ts'
import { kindOf, partOfQualifier, providerParts } from './provider-places.ts'
import type { StructureCode } from './structure-faults.ts'
import { type InterchangeHeader, latin } from './x12/delimiters.ts'
import { centsAt, countAt, dayAt } from './x12/fields.ts'
import * as kinds from './x12/segment-kinds.ts'
import type { ReaderFault, SegmentSink } from './x12/segment-sink.ts'

const BILLING = providerParts.indexOf('billing')
const PAY_TO = providerParts.indexOf('pay-to')
/** Where in a claim a segment stands: its own level, that of another payer (2320), or a line. */
const OUT = 0
const CLAIM = 1
const OTHER_PAYER = 2
const LINE = 3

export interface ClaimSink {
  /** A whole claim with the providers of its level; all are used again afterwards. */
  claim(work: ClaimUnderWay, billing: Readonly<NamedProvider>, payTo: Readonly<NamedProvider>): void
  /** The billing provider as named, for answers; only made when asked for. */
  billingName?(name: string, isPerson: boolean): void
}

export class ClaimReader implements SegmentSink {
  segments = 0
  readonly work = new ClaimUnderWay()
  private readonly log: Envelopes
  private readonly sink: ClaimSink
  private readonly named = noProvider()
  private billing = noProvider()
  private payTo = noProvider()
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
    this.leaveClaims()
    this.log.leaveInterchange(offset)
    this.log.openInterchange(header, offset)
  }

  fault(code: ReaderFault, offset: number): void {
    this.lastOffset = offset
    this.log.fault(code, { offset, ...(this.inSet && { segment: this.segments + 1 }) })
  }

  /** The file has ended. */
  finish(): void {
    this.leaveClaims()
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
        if (this.inSet || !this.log.set) this.unknown(b, at, offset)
        break
      default:
        this.envelope(kind, b, at, last, offset)
    }
  }

  private envelope(kind: number, b: Uint8Array, at: Int32Array, last: number, offset: number): void {
    this.leaveClaims()
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
    this.billing.key = this.payTo.key = ABSENT
    // Until a level names its provider, what is missing is missing from the set.
    this.billing.segment = this.segments
    this.billing.offset = this.lastOffset
    this.work.set = control
    this.work.kind = kindOf(version)
    this.work.old = /^00[34]/.test(version)
  }

  private hierarchy(b: Uint8Array, at: Int32Array, last: number, offset: number): void {
    this.leaveClaims()
    if (!this.inSet || last < 3) return
    const id = countAt(b, at[1]!, at[2]! - 1)
    const parent = countAt(b, at[2]!, at[3]! - 1)
    const code = countAt(b, at[3]!, at[4]! - 1)
    if (!this.levels.enter(id, parent, code)) this.tell('level-parent', offset, 'HL', '2000', 2)
    if (code !== BILLING_LEVEL) return
    this.billing.key = this.payTo.key = ABSENT
    this.billing.segment = this.segments
    this.billing.offset = offset
  }

  private name(b: Uint8Array, at: Int32Array, last: number, offset: number): void {
    if (!this.inSet || at[2]! - at[1]! !== 3) return
    const q = (b[at[1]!]! << 8) | b[at[1]! + 1]!
    if (!this.work.open && this.levels.current === 0) {
      if (q === kinds.SUBMITTER) readSubmitter(this.log, b, at, last)
      return
    }
    const part = partOfQualifier.get(q)
    if (part === undefined || this.place === OTHER_PAYER) return
    const open = this.work.open
    if (open ? part === BILLING || part === PAY_TO : part !== BILLING && part !== PAY_TO) return
    const p = open ? this.named : part === BILLING ? this.billing : this.payTo
    p.part = part
    p.segment = this.segments
    p.offset = offset
    p.line = this.place === LINE ? this.work.lines : 0
    readNamed(p, b, at, last)
    if (open) {
      if (!this.work.addProvider(p)) this.tell('claim-too-large', offset, 'NM1')
    } else if (part === BILLING && this.sink.billingName)
      this.sink.billingName(last >= 3 ? latin(b, at[3]!, at[4]! - 1) : '', isPerson(b, at))
  }

  private claim(b: Uint8Array, at: Int32Array, last: number, offset: number): void {
    this.leaveClaims()
    if (!this.inSet) return
    const cents = last >= 2 ? centsAt(b, at[2]!, at[3]! - 1) : Number.NaN
    this.work.begin(this.segments, offset, b, last >= 1 ? at[1]! : 0, last >= 1 ? at[2]! - 1 : 0, cents || 0)
    this.place = CLAIM
    if (last < 1 || at[2]! - at[1]! < 2) this.tell('claim-number-missing', offset, 'CLM', '2300', 1, '1')
    if (Number.isNaN(cents)) this.tell('amount-not-valid', offset, 'CLM', '2300', 2, '6')
    if (!this.levels.takesClaims) this.tell('segment-misplaced', offset, 'CLM', '2300')
    if (last >= 5) this.work.facility = countAt(b, at[5]!, Math.min(at[5]! + 2, at[6]! - 1))
  }

  private line(offset: number): void {
    if (!this.work.open) return
    this.place = LINE
    if (!this.work.addLine()) this.tell('claim-too-large', offset, 'LX')
  }

  private date(b: Uint8Array, at: Int32Array, last: number, offset: number): void {
    const { work, place } = this
    if (!work.open || place === OTHER_PAYER || last < 3 || at[2]! - at[1]! !== 4 || b[at[1]!] !== 52) return
    // 472 service, 434 statement, 435 admission: the last only where nothing better is said.
    const q = countAt(b, at[1]!, at[2]! - 1)
    if (q !== 472 && q !== 434 && q !== 435) return
    if (q === 435 && (place !== CLAIM || work.from >= 0)) return
    const from = at[3]!
    const end = at[4]! - 1
    const first = dayAt(b, from, end)
    const second = b[from + 8] === 45 && end - from >= 17 ? dayAt(b, from + 9, end) : first
    if (first < 0 || second < first) {
      this.tell('date-not-valid', offset, 'DTP', place === LINE ? '2400' : '2300', 3, '8')
      return
    }
    work.days(place === LINE ? work.lines : 0, first, q === 435 ? first : second)
  }

  private unknown(b: Uint8Array, at: Int32Array, offset: number): void {
    const id = latin(b, at[0]!, Math.min(at[1]! - 1, at[0]! + 3))
    this.log.fault(this.log.set ? 'segment-unknown' : 'outside-group', {
      offset,
      ...(this.inSet && { segment: this.segments }),
      // A name that cannot be one may be part of a value: it is not repeated.
      ...(/^[A-Z][A-Z0-9]{1,2}$/.test(id) && { segmentId: id }),
    })
  }

  private leaveClaims(): void {
    const { work } = this
    if (!work.open) return
    if (this.billing.key === ABSENT) this.tell('billing-missing', work.offset, 'NM1', '2010AA')
    this.sink.claim(work, this.billing, this.payTo)
    work.open = false
    this.place = OUT
  }

  private tell(
    code: StructureCode,
    offset: number,
    segmentId: string,
    loop?: string,
    element?: number,
    elementCode?: '1' | '6' | '8',
  ): void {
    this.log.fault(code, {
      offset,
      segment: this.segments,
      segmentId,
      ...(loop && { loop }),
      ...(element && { element }),
      ...(elementCode && { elementCode }),
    })
  }
}
