/**
 * Reads the questions of a batch straight from the bytes of its JSON, without making the objects. Takes only what is plain:
 * texts of ASCII without escapes, declared names, none of them twice. Of anything else it says "odd", and the ordinary
 * strict reader, which alone refuses, reads the whole again. Pure.
 */
import { claimRoles, orderedServices } from '#domain/eligibility/question.ts'
import { stateCodes } from '#domain/party/states.ts'

/** What was found: a question in the fields, one that its schema must judge, the end, or what is not plain. */
export type Found = 'question' | 'judge' | 'end' | 'odd'

const names = ['npi', 'on', 'role', 'name', 'payee', 'service', 'place', 'knownOn'] as const
const [NPI, ON, ROLE, NAME, PAYEE, SERVICE, PLACE] = [0, 1, 2, 3, 4, 5, 6]
const bytesOf = (texts: readonly string[]): readonly Uint8Array[] => texts.map((t) => Buffer.from(t, 'latin1'))
const [nameBytes, roleBytes, serviceBytes] = [bytesOf(names), bytesOf(claimRoles), bytesOf(orderedServices)]
const QUESTIONS = Buffer.from('questions')
/** By two letters: the number of a state in the snapshot; 0 for none. */
const states = new Uint8Array(65_536)
stateCodes.forEach((code, i) => {
  states[code.charCodeAt(0) * 256 + code.charCodeAt(1)] = i + 1
})
const [QUOTE, BACKSLASH, COMMA, COLON, OPEN, CLOSE, LIST, END] = [34, 92, 44, 58, 123, 125, 91, 93]
const BILLING = claimRoles.indexOf('billing')

/** The fields say what the question just found asks; places are those of the text in `bytes`, -1 where it is not given. */
export class QuestionScan {
  npiAt = -1
  onAt = -1
  role = BILLING
  nameAt = -1
  nameEnd = -1
  payeeAt = -1
  service = -1
  state = 0
  /** The whole question in the bytes. */
  start = 0
  end = 0
  private readonly bytes: Uint8Array
  private at = 0
  private count = 0
  private good = true

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

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
    this.npiAt = this.onAt = this.nameAt = this.nameEnd = this.payeeAt = this.service = -1
    this.role = BILLING
    this.state = 0
    this.good = true
    let seen = 0
    byte = this.next()
    while (byte === QUOTE) {
      const which = this.name()
      if (which < 0 || (seen & (1 << which)) !== 0) return 'odd'
      seen |= 1 << which
      if (this.next() !== COLON || this.next() !== QUOTE) return 'odd'
      const from = this.at
      const end = this.text()
      if (end < 0) return 'odd'
      this.take(which, from, end)
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

  private name(): number {
    const from = this.at
    const end = this.text()
    if (end < 0) return -1
    for (let i = 0; i < nameBytes.length; i++) if (isText(this.bytes, from, end, nameBytes[i]!)) return i
    return -1
  }

  /** One value; what is not surely good is left to the schema. */
  private take(which: number, from: number, end: number): void {
    const { bytes } = this
    if (which === NPI || which === PAYEE) {
      if (end - from !== 10 || !areDigits(bytes, from, end)) this.good = false
      else if (which === NPI) this.npiAt = from
      else this.payeeAt = from
    } else if (which === ON) {
      if (!isDayOfLife(bytes, from, end)) this.good = false
      this.onAt = from
    } else if (which === ROLE) {
      this.role = memberOf(bytes, from, end, roleBytes)
      if (this.role < 0) this.good = false
    } else if (which === SERVICE) {
      this.service = memberOf(bytes, from, end, serviceBytes)
      if (this.service < 0) this.good = false
    } else if (which === PLACE) {
      this.state = end - from === 2 ? states[bytes[from]! * 256 + bytes[from + 1]!]! : 0
      if (this.state === 0) this.good = false
    } else if (which === NAME) {
      this.nameAt = from
      this.nameEnd = end
    } else this.good = false
  }
}

function isText(bytes: Uint8Array, from: number, end: number, text: Uint8Array): boolean {
  if (end - from !== text.length) return false
  for (let i = 0; i < text.length; i++) if (bytes[from + i] !== text[i]) return false
  return true
}

function memberOf(bytes: Uint8Array, from: number, end: number, texts: readonly Uint8Array[]): number {
  for (let i = 0; i < texts.length; i++) if (isText(bytes, from, end, texts[i]!)) return i
  return -1
}

function areDigits(bytes: Uint8Array, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (bytes[i]! - 48 < 0 || bytes[i]! - 48 > 9) return false
  return true
}

/** The number that digits write. */
export function numberAt(bytes: Uint8Array, from: number, count: number): number {
  let n = 0
  for (let i = 0; i < count; i++) n = n * 10 + bytes[from + i]! - 48
  return n
}

/** A day like 2026-03-01 between 1900 and 2099, but for the 29th of February: those are left to the schema. */
function isDayOfLife(bytes: Uint8Array, from: number, end: number): boolean {
  if (end - from !== 10 || bytes[from + 4] !== 45 || bytes[from + 7] !== 45) return false
  if (!areDigits(bytes, from, from + 4) || !areDigits(bytes, from + 5, from + 7) || !areDigits(bytes, from + 8, end))
    return false
  const [year, month, day] = [numberAt(bytes, from, 4), numberAt(bytes, from + 5, 2), numberAt(bytes, from + 8, 2)]
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= (LENGTHS[month] ?? 28)
}
/** Days of the months. */
const LENGTHS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
