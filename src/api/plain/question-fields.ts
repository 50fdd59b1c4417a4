/**
 * What one eligibility question asks, as places in bytes and small numbers, and then as the numbers the chain works on. Good
 * is what is surely good; whatever else was given, the schema of the route must judge. Pure.
 */
import type { Asked } from '#domain/eligibility/decide.ts'
import { ordersRoles } from '#domain/eligibility/links.ts'
import { dayNumberOf, keyOf, nameKey } from '#domain/eligibility/packing.ts'
import { claimRoles, orderedServices } from '#domain/eligibility/question.ts'
import { servicesAsked } from '#domain/eligibility/verdict.ts'
import { stateCodes } from '#domain/party/states.ts'
import { billedName } from '#use-cases/eligibility/check-eligibility.ts'
import { BILLED_NAME } from '../eligibility.ts'

const names = ['npi', 'on', 'role', 'name', 'payee', 'service', 'place', 'knownOn'] as const
const [NPI, ON, ROLE, NAME, PAYEE, SERVICE, PLACE] = [0, 1, 2, 3, 4, 5, 6]
const bytesOf = (texts: readonly string[]): readonly Uint8Array[] => texts.map((t) => Buffer.from(t, 'latin1'))
const [nameBytes, roleBytes, serviceBytes] = [bytesOf(names), bytesOf(claimRoles), bytesOf(orderedServices)]
/** By two letters: the number of a state in the snapshot; 0 for none. */
const states = new Uint8Array(65_536)
stateCodes.forEach((code, i) => {
  states[code.charCodeAt(0) * 256 + code.charCodeAt(1)] = i + 1
})
const BILLING = claimRoles.indexOf('billing')
const RENDERING = claimRoles.indexOf('rendering')
const orders = claimRoles.map((role) => ordersRoles.has(role))
/** By role, then by service; the first is "not narrowed". */
const servicesOf = claimRoles.map((role) =>
  [undefined, ...orderedServices].map((service) => servicesAsked(role, service)),
)

/** Places are those of the text in `bytes`, -1 where it is not given. */
export class QuestionFields {
  npiAt = -1
  onAt = -1
  role = BILLING
  nameAt = -1
  nameEnd = -1
  payeeAt = -1
  service = -1
  state = 0
  /** Nothing was given that the schema must judge. */
  good = true
  readonly bytes: Uint8Array
  private seen = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  clear(): void {
    this.npiAt = this.onAt = this.nameAt = this.nameEnd = this.payeeAt = this.service = -1
    this.role = BILLING
    this.state = 0
    this.seen = 0
    this.good = true
  }

  /** Takes a field by the places of its name and its text; false for a name that is not declared, or comes again. */
  give(nameFrom: number, nameEnd: number, from: number, end: number): boolean {
    const which = memberOf(this.bytes, nameFrom, nameEnd, nameBytes)
    if (which < 0 || (this.seen & (1 << which)) !== 0) return false
    this.seen |= 1 << which
    this.take(which, from, end)
    return true
  }

  /** Sets what is asked; false, and then nothing is meant, when the schema must judge. `today` stands for an absent day. */
  askInto(ask: { -readonly [K in keyof Asked]: Asked[K] }, today: number): boolean {
    const { bytes, npiAt, onAt, payeeAt, role, service } = this
    if (!this.good || npiAt < 0) return false
    ask.name = -1
    if (this.nameAt >= 0) {
      const name = Buffer.from(bytes.subarray(this.nameAt, this.nameEnd)).toString('latin1')
      if (!BILLED_NAME.test(name)) return false
      const { last, first } = billedName(name)
      ask.name = nameKey(last, first)
    }
    ask.key = keyAt(bytes, npiAt)
    ask.on = onAt < 0 ? today : dayAt(bytes, onAt)
    ask.ordering = orders[role]!
    ask.payee = payeeAt < 0 || role !== RENDERING ? -2 : keyAt(bytes, payeeAt)
    ask.services = servicesOf[role]![service + 1]!
    ask.state = orders[role]! ? 0 : this.state
    ask.bills = role === BILLING && service >= 0 ? orderedServices[service] : undefined
    return true
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

const keyAt = (bytes: Uint8Array, at: number): number => keyOf(numberAt(bytes, at, 9), bytes[at + 9]! - 48)
const dayAt = (bytes: Uint8Array, at: number): number =>
  dayNumberOf(numberAt(bytes, at, 4), numberAt(bytes, at + 5, 2), numberAt(bytes, at + 8, 2))

export function isText(bytes: Uint8Array, from: number, end: number, text: Uint8Array): boolean {
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
function numberAt(bytes: Uint8Array, from: number, count: number): number {
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
