/**
 * Puts every provider of a block of claims to the eligibility snapshot, on every day it is named for. A provider of the
 * claim stands for the lines that name none of their own. Billing and rendering are judged on both ends of a span,
 * ordering ones on its first day (the edit asks for the from date). Pure.
 */
import { ordersRoles } from '../eligibility/links.ts'
import type { Snapshot } from '../eligibility/snapshot.ts'
import { answerTo, type Cause, type ClaimAnswer } from './causes.ts'
import { type ClaimBlock, PROVIDERS } from './claim-block.ts'
import { ClaimDays } from './claim-days.ts'
import { ClaimFacts, type JudgedClaims } from './judged-claims.ts'
import { ABSENT, noProvider } from './named-provider.ts'
import { servicesOf } from './ordered-services.ts'
import { partFacts, providerParts } from './provider-places.ts'
import { ReadAhead } from './read-ahead.ts'
import { newQuestion, RememberedLinks } from './remembered-links.ts'

const facts = providerParts.map((p) => partFacts[p])
const npiNeeded = facts.map((f) => f.npiNeeded)
const orders = facts.map((f) => ordersRoles.has(f.role))
const RENDERING = providerParts.indexOf('rendering')
const rank = { no: 3, unknown: 2, look: 1 } as const

export class ClaimJudge {
  /** Questions put to the snapshot. */
  judged = 0
  private readonly links: RememberedLinks
  private readonly ahead: ReadAhead
  private readonly told: JudgedClaims
  private readonly facts = new ClaimFacts()
  private readonly days = new ClaimDays()
  private readonly ask = newQuestion()
  private readonly one = noProvider()

  constructor(snapshot: Snapshot, told: JudgedClaims) {
    this.links = new RememberedLinks(snapshot)
    this.ahead = new ReadAhead(snapshot, PROVIDERS)
    this.told = told
  }

  /** All whole claims of the block, in order. */
  claims(w: ClaimBlock): void {
    const { told, facts } = this
    facts.block = w
    this.ahead.look(w.key, w.providerCount)
    for (let c = 0; c < w.count; c++) {
      facts.number = c
      told.begin(facts)
      this.claim(w, c)
      told.close(w.key[w.billing[c]!]!)
    }
  }

  private claim(w: ClaimBlock, c: number): void {
    const { days } = this
    const billing = w.billing[c]!
    const payTo = w.payTo[c]!
    const payee = w.key[payTo]! >= 0 ? w.key[payTo]! : w.key[billing]!
    days.ofClaim(w, c, 0)
    if (days.count === 0) this.tell(w, billing, 'date-missing', 'no', -1, -2)
    this.provider(w, c, billing, -2)
    // A payee of its own (004010) must be enrolled too; an address without an NPI is none.
    if (w.key[payTo]! >= -1) this.provider(w, c, payTo, -2)
    // What the days stand for: a line, or the claim without the lines that name a part (as a negative bit).
    let collected = 0
    const any = w.anyLineParts[c]!
    for (let i = w.firstProvider[c]!, end = w.endProvider[c]!; i < end; i++) {
      const line = w.line[i]!
      const part = w.part[i]!
      if (line > 0) {
        days.ofLine(w, c, line)
        collected = line
      } else if (collected !== -(any & (1 << part))) {
        days.ofClaim(w, c, 1 << part)
        collected = -(any & (1 << part))
      }
      this.provider(w, c, i, part === RENDERING ? payee : -2)
    }
  }

  private tell(w: ClaimBlock, i: number, cause: Cause, answer: ClaimAnswer, day: number, payee: number): void {
    this.told.finding(w.provider(i, this.one), cause, answer, day, payee)
  }

  private provider(w: ClaimBlock, c: number, i: number, payee: number): void {
    const key = w.key[i]!
    const part = w.part[i]!
    if (key < 0) {
      if (key === -1) this.tell(w, i, 'npi-not-valid', 'no', -1, -2)
      else if ((key === -2 || key === ABSENT) && npiNeeded[part]) this.tell(w, i, 'npi-missing', 'no', -1, -2)
      return
    }
    const { ask, days } = this
    if (days.count === 0) return
    const ordering = orders[part]!
    ask.key = key
    ask.ordering = ordering
    ask.name = w.name[i]!
    // A payee without a valid NPI is told as such, once, and not again for everybody who works for it.
    ask.payee = payee >= 0 ? payee : -2
    ask.services = ordering ? servicesOf(w.kind, w.facility[c]!, part) : 0
    ask.on = days.first
    // Nearly always: all of its days at once.
    if (this.links.holds(ask, ordering ? days.lastBegin : days.last))
      this.judged += ordering ? days.beginCount : days.count
    else this.dayByDay(w, i)
  }

  /** The question as it was asked, on each of the days; the worst answer is told. */
  private dayByDay(w: ClaimBlock, i: number): void {
    const { ask, days } = this
    const part = providerParts[w.part[i]!]!
    let worst: Cause | undefined
    let answer: ClaimAnswer | undefined
    let day = -1
    for (let d = 0; d < days.count; d++) {
      if (ask.ordering && days.begins[d] === 0) continue
      ask.on = days.days[d]!
      this.judged++
      const link = this.links.of(ask)
      if (link === 'all-held') continue
      const said = answerTo(link, part)
      if (said === undefined || (answer !== undefined && rank[said] <= rank[answer])) continue
      worst = link
      answer = said
      day = ask.on
    }
    if (worst && answer) this.tell(w, i, worst, answer, day, ask.payee)
  }
}
