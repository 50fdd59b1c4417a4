/**
 * Puts every provider of a claim to the eligibility snapshot, on every day it is named for. A provider of the claim
 * stands for the lines that name none of their own; a line without a date has that of the claim. Billing and rendering
 * are judged on both ends of a span, ordering ones on its first day (the edit asks for the from date). Pure.
 */
import type { Asked } from '../eligibility/decide.ts'
import { ordersRoles } from '../eligibility/links.ts'
import type { Snapshot } from '../eligibility/snapshot.ts'
import { answerTo, type Cause, type ClaimAnswer } from './causes.ts'
import { ABSENT, type ClaimUnderWay, MOST_LINES, type NamedProvider } from './claim-under-way.ts'
import { servicesOf } from './ordered-services.ts'
import { partFacts, providerParts } from './provider-places.ts'
import { RememberedLinks } from './remembered-links.ts'

/** Told for each provider of a claim that is not clear. `day` -1: no day decided. */
export type Tell = (p: Readonly<NamedProvider>, cause: Cause, answer: ClaimAnswer, day: number, payee: number) => void

const facts = providerParts.map((p) => partFacts[p])
const orders = facts.map((f) => ordersRoles.has(f.role))
const RENDERING = providerParts.indexOf('rendering')
/** Days are before 2079 (`dayAt`). */
const DAYS = 65_536
const rank = { no: 3, unknown: 2, look: 1 } as const

export class ClaimJudge {
  judged = 0
  private readonly links: RememberedLinks
  private readonly tell: Tell
  private readonly days = new Int32Array(MOST_LINES * 2 + 2)
  /** Whether the day begins a span, beside `days`. */
  private readonly begins = new Uint8Array(MOST_LINES * 2 + 2)
  private dayCount = 0
  /** In which round a day was last added, and where it stands: each day once, at no cost. */
  private readonly seen = new Int32Array(DAYS)
  private readonly placeOf = new Int32Array(DAYS)
  private round = 0
  private readonly ask: { -readonly [K in keyof Asked]: Asked[K] } = {
    key: 0,
    on: 0,
    knownOn: -1,
    ordering: false,
    name: -1,
    payee: -2,
    services: 0,
  }
  private readonly one: NamedProvider = { part: 0, key: 0, text: '', name: -1, line: 0, segment: 0, offset: 0 }

  constructor(snapshot: Snapshot, tell: Tell) {
    this.links = new RememberedLinks(snapshot)
    this.tell = tell
  }

  claim(w: ClaimUnderWay, billing: Readonly<NamedProvider>, payTo: Readonly<NamedProvider>): void {
    const payee = payTo.key >= 0 ? payTo.key : billing.key
    this.collect(w, 0)
    if (this.dayCount === 0) this.tell(billing, 'date-missing', 'no', -1, -2)
    this.provider(billing, w, -2)
    // A payee of its own (004010) must be enrolled too; an address without an NPI is none.
    if (payTo.key >= -1) this.provider(payTo, w, -2)
    // What the days stand for: a line, or the claim without the lines that name a part (as a negative bit).
    let collected = 0
    for (let i = 0; i < w.count; i++) {
      const p = this.named(w, i)
      const line = p.line
      const bit = 1 << p.part
      if (line > 0) {
        this.clearDays()
        this.add(w, line)
        collected = line
      } else if (collected !== -(w.anyLineParts & bit)) {
        this.collect(w, bit)
        collected = -(w.anyLineParts & bit)
      }
      this.provider(p, w, p.part === RENDERING ? payee : -2)
    }
  }

  private clearDays(): void {
    this.dayCount = 0
    this.round++
  }

  private named(w: ClaimUnderWay, i: number): NamedProvider {
    const p = this.one
    p.part = w.part[i]!
    p.key = w.key[i]!
    p.text = p.key === -1 ? w.text[i]! : ''
    p.name = w.name[i]!
    p.line = w.line[i]!
    p.segment = w.providerSegment[i]!
    p.offset = w.providerOffset[i]!
    return p
  }

  /** The days of all lines that do not name this part themselves; those of the claim when it has no lines. */
  private collect(w: ClaimUnderWay, bit: number): void {
    this.clearDays()
    if (w.lines === 0) this.add(w, 0)
    for (let line = 1; line <= w.lines; line++) if ((w.lineParts[line]! & bit) === 0) this.add(w, line)
  }

  private add(w: ClaimUnderWay, line: number): void {
    let from = line > 0 ? w.lineFrom[line]! : -1
    let to = line > 0 ? w.lineTo[line]! : -1
    if (from < 0) {
      from = w.from
      to = w.to
    }
    if (from < 0) return
    this.addDay(from, 1)
    if (to > from) this.addDay(to, 0)
  }

  private addDay(day: number, begins: number): void {
    const known = this.placeOf[day]!
    if (this.seen[day] === this.round) {
      this.begins[known]! |= begins
      return
    }
    this.seen[day] = this.round
    this.placeOf[day] = this.dayCount
    this.days[this.dayCount] = day
    this.begins[this.dayCount++] = begins
  }

  private provider(p: Readonly<NamedProvider>, w: ClaimUnderWay, payee: number): void {
    const { npiNeeded } = facts[p.part]!
    if (p.key === -2 || p.key === ABSENT) {
      if (npiNeeded) this.tell(p, 'npi-missing', 'no', -1, -2)
      return
    }
    if (p.key === -1) {
      this.tell(p, 'npi-not-valid', 'no', -1, -2)
      return
    }
    const { ask } = this
    const ordering = orders[p.part]!
    ask.key = p.key
    ask.ordering = ordering
    ask.name = p.name
    // A payee without a valid NPI is told as such, once, and not again for everybody who works for it.
    ask.payee = payee >= 0 ? payee : -2
    ask.services = ordering ? servicesOf(w.kind, w.facility, p.part) : 0
    let worst: Cause | undefined
    let answer: ClaimAnswer | undefined
    let day = -1
    for (let i = 0; i < this.dayCount; i++) {
      if (ordering && this.begins[i] === 0) continue
      ask.on = this.days[i]!
      this.judged++
      const link = this.links.of(ask)
      if (link === 'all-held') continue
      const said = answerTo(link, providerParts[p.part]!)
      if (said === undefined || (answer !== undefined && rank[said] <= rank[answer])) continue
      worst = link
      answer = said
      day = ask.on
    }
    if (worst && answer) this.tell(p, worst, answer, day, ask.payee)
  }
}
