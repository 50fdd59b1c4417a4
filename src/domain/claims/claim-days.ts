/**
 * The days on which the providers of a claim are judged, each once: those of the lines that name nobody of their own for
 * a part, or of one line. A line without a date has that of the claim. Pure.
 */
import { type ClaimBlock, MOST_LINES } from './claim-block.ts'

/** Days are before 2079 (`dayAt`). */
const DAYS = 65_536

export class ClaimDays {
  count = 0
  readonly days = new Int32Array(MOST_LINES * 2 + 2)
  /** Whether the day begins a span, beside `days`. */
  readonly begins = new Uint8Array(MOST_LINES * 2 + 2)
  /** The first and the last, the last that begins a span, and how many begin one. */
  first = 0
  last = 0
  lastBegin = 0
  beginCount = 0
  /** In which round a day was last added, and where it stands: each day once, at no cost. */
  private readonly seen = new Int32Array(DAYS)
  private readonly placeOf = new Int32Array(DAYS)
  private round = 0

  private clear(): void {
    this.count = this.beginCount = this.last = this.lastBegin = 0
    this.first = DAYS
    this.round++
  }

  /** The days of all lines that do not name the part of this bit themselves; those of the claim when it has no lines. */
  ofClaim(w: ClaimBlock, c: number, bit: number): void {
    this.clear()
    const end = w.endLine[c]!
    let line = w.firstLine[c]!
    if (line === end) this.span(w.from[c]!, w.to[c]!)
    for (; line < end; line++) if ((w.lineParts[line]! & bit) === 0) this.line(w, c, line)
  }

  /** The days of one line, by its number in the claim. */
  ofLine(w: ClaimBlock, c: number, line: number): void {
    this.clear()
    this.line(w, c, w.firstLine[c]! + line - 1)
  }

  private line(w: ClaimBlock, c: number, line: number): void {
    const from = w.lineFrom[line]!
    if (from >= 0) this.span(from, w.lineTo[line]!)
    else this.span(w.from[c]!, w.to[c]!)
  }

  private span(from: number, to: number): void {
    if (from < 0) return
    this.add(from, 1)
    if (to > from) this.add(to, 0)
  }

  private add(day: number, begins: number): void {
    const known = this.placeOf[day]!
    const isNew = this.seen[day] !== this.round
    if (begins === 1 && (isNew || this.begins[known] === 0)) {
      this.beginCount++
      if (day > this.lastBegin) this.lastBegin = day
    }
    if (!isNew) {
      this.begins[known]! |= begins
      return
    }
    if (day < this.first) this.first = day
    if (day > this.last) this.last = day
    this.seen[day] = this.round
    this.placeOf[day] = this.count
    this.days[this.count] = day
    this.begins[this.count++] = begins
  }
}
