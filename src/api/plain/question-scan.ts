/**
 * Reads the questions of a batch straight from the bytes of its JSON, without making the objects. Takes only what is plain:
 * texts of ASCII without escapes, declared names, none of them twice. Of anything else it says "odd", and the ordinary
 * strict reader, which alone refuses, reads the whole again. Pure.
 */
import { isText, QuestionFields } from './question-fields.ts'

/** What was found: a question in the fields, one that its schema must judge, the end, or what is not plain. */
export type Found = 'question' | 'judge' | 'end' | 'odd'

const QUESTIONS = Buffer.from('questions')
const [QUOTE, BACKSLASH, COMMA, COLON, OPEN, CLOSE, LIST, END] = [34, 92, 44, 58, 123, 125, 91, 93]

export class QuestionScan extends QuestionFields {
  /** The whole question in the bytes. */
  start = 0
  end = 0
  private at = 0
  private count = 0

  /** Goes to the first question; false when the body does not begin like a list of them. */
  begin(): boolean {
    if (this.next() !== OPEN || this.next() !== QUOTE) return false
    const from = this.at
    const end = this.text()
    if (end < 0 || !isText(this.bytes, from, end, QUESTIONS)) return false
    return this.next() === COLON && this.next() === LIST
  }

  find(): Found {
    let byte = this.next()
    if (byte === END && this.count === 0) return this.finish()
    if (this.count > 0) {
      if (byte === END) return this.finish()
      if (byte !== COMMA) return 'odd'
      byte = this.next()
    }
    if (byte !== OPEN) return 'odd'
    this.count++
    this.start = this.at - 1
    this.clear()
    byte = this.next()
    while (byte === QUOTE) {
      const nameFrom = this.at
      const nameEnd = this.text()
      if (nameEnd < 0 || this.next() !== COLON || this.next() !== QUOTE) return 'odd'
      const from = this.at
      const end = this.text()
      if (end < 0 || !this.give(nameFrom, nameEnd, from, end)) return 'odd'
      byte = this.next()
      if (byte !== COMMA) break
      byte = this.next()
      if (byte !== QUOTE) return 'odd'
    }
    if (byte !== CLOSE) return 'odd'
    this.end = this.at
    return this.good && this.npiAt >= 0 ? 'question' : 'judge'
  }

  private finish(): Found {
    return this.next() === CLOSE && this.next() === -1 ? 'end' : 'odd'
  }

  /** The next byte that is no white space, behind which the scan then stands; -1 behind the last. */
  private next(): number {
    const { bytes } = this
    let at = this.at
    while (at < bytes.length) {
      const byte = bytes[at++]!
      if (byte === 32 || byte === 10 || byte === 13 || byte === 9) continue
      this.at = at
      return byte
    }
    this.at = at
    return -1
  }

  /** Where the text that begins here ends; the scan then stands behind its quotation mark. -1: it is not plain. */
  private text(): number {
    const { bytes } = this
    for (let at = this.at; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (byte === QUOTE) {
        this.at = at + 1
        return at
      }
      if (byte < 32 || byte > 126 || byte === BACKSLASH) return -1
    }
    return -1
  }
}
