/**
 * Writes answers as X12 with the delimiters of the file that is answered, so that nothing taken over from it can
 * break a segment. Sender and receiver change places. Pure.
 */
import type { Delimiters, InterchangeHeader } from '../x12/delimiters.ts'

/** When the answer is made: CCYYMMDD, HHMM, and the number that tells it from others. */
export interface AnswerStamp {
  readonly date: string
  readonly time: string
  /** Up to nine digits. */
  readonly control: number
}

export type Element = string | number | readonly (string | number)[] | undefined

export class X12Writer {
  private text = ''
  /** Segments since the set began. */
  private count = 0
  private readonly d: Delimiters
  private readonly repetition: number
  /** The byte for "nothing"; a value that holds a delimiter of components has it blanked. */
  private readonly unsafe: RegExp

  constructor(d: Delimiters) {
    this.d = d
    this.repetition =
      d.repetition || [94, 33, 96, 124, 43].find((c) => ![d.element, d.component, d.terminator].includes(c))!
    const marks = [d.element, d.component, d.terminator, this.repetition, 10, 13]
    this.unsafe = new RegExp(`[${marks.map((c) => `\\x${c.toString(16).padStart(2, '0')}`).join('')}]`, 'g')
  }

  /** Elements that are empty at the end are left out, as X12 asks. */
  segment(id: string, ...elements: readonly Element[]): void {
    const written = elements.map((e) => this.element(e))
    while (written.length > 0 && written.at(-1) === '') written.pop()
    this.count++
    this.raw([id, ...written])
  }

  beginSet(id: string, control: string, version: string): void {
    this.count = 0
    this.segment('ST', id, control, version)
  }
  endSet(control: string): void {
    this.segment('SE', this.count + 1, control)
  }

  beginInterchange(asked: InterchangeHeader, stamp: AnswerStamp): void {
    const e = asked.elements
    const wide = (text: string | undefined, width: number): string => (text ?? '').slice(0, width).padEnd(width)
    this.raw([
      'ISA',
      '00',
      ' '.repeat(10),
      '00',
      ' '.repeat(10),
      wide(e[6], 2),
      wide(e[7], 15),
      wide(e[4], 2),
      wide(e[5], 15),
      stamp.date.slice(2),
      stamp.time,
      String.fromCharCode(this.repetition),
      '00501',
      controlOf(stamp),
      '0',
      /^[PT]$/.test(e[14] ?? '') ? e[14]! : 'P',
      String.fromCharCode(this.d.component),
    ])
  }
  endInterchange(groups: number, stamp: AnswerStamp): void {
    this.segment('IEA', groups, controlOf(stamp))
    // Some readers make a segment of what follows the last terminator.
    if (this.d.terminator !== 10 && this.d.terminator !== 13) this.text = this.text.slice(0, -1)
  }

  toString(): string {
    return this.text
  }

  private element(e: Element): string {
    if (e === undefined) return ''
    if (typeof e !== 'object') return String(e).replace(this.unsafe, ' ').trimEnd()
    const parts = e.map((p) => String(p).replace(this.unsafe, ' '))
    while (parts.at(-1) === '') parts.pop()
    return parts.join(String.fromCharCode(this.d.component))
  }

  private raw(elements: readonly string[]): void {
    // A line end after a terminator that is none itself: for people, and every reader takes it.
    const end = String.fromCharCode(this.d.terminator)
    const line = this.d.terminator === 10 || this.d.terminator === 13 ? '' : '\n'
    this.text += elements.join(String.fromCharCode(this.d.element)) + end + line
  }
}

export const controlOf = (stamp: AnswerStamp): string => String(stamp.control % 1_000_000_000).padStart(9, '0')

/** Cents as an amount of X12: no more decimals than needed. */
export const amount = (cents: number): string => {
  const text = (Math.abs(cents) / 100).toFixed(2).replace(/\.?0+$/, '')
  return cents < 0 ? `-${text}` : text
}
