/**
 * Writes the answers of a batch as bytes. What two answers of one kind share (words, codes, names of fields) is written
 * once, by `eligibilityText`, and kept; NPI, days and id are set into their places. So the bytes are those of that text.
 */
import type { Decided } from '#domain/eligibility/decide.ts'
import { dayOfNumber } from '#domain/eligibility/packing.ts'
import type { Link, Question } from '#domain/eligibility/question.ts'
import { isListedOnly, runsOn, type Snapshot, specialtyOf, writeEnrollmentId } from '#domain/eligibility/snapshot.ts'
import { eligibilityText } from '#use-cases/eligibility/write-eligibility.ts'

/** An answer with places for what differs; -1 where it has none of that. */
interface Form {
  readonly bytes: Uint8Array
  readonly idAt: number
  readonly fromAt: number
  readonly toAt: number
}
/** `{"npi":"` and `2000000000","on":"`. */
const NPI_AT = 8
const ON_AT = NPI_AT + 10 + 8
/** More kinds of answers than a nation has; whoever asks for more has all made anew. */
const MOST_FORMS = 5_000
/** By link, then specialty, then role with status and what is known of the days. */
type Forms = Map<Link, Map<string | undefined, (Form | undefined)[]>>

export class AnswerWriter {
  private bytes: Buffer
  private length = 0
  private forms: Forms = new Map()
  private made = 0

  constructor(room = 1 << 16) {
    this.bytes = Buffer.allocUnsafe(room)
  }

  /** A copy of what was written. What is written into stays: new memory costs more than writing it. */
  taken(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.length))
  }

  /** Begins anew. */
  forget(): void {
    this.length = 0
  }

  text(text: string): void {
    this.grow(text.length * 3)
    this.length += this.bytes.write(text, this.length)
  }

  /** `npi` and `on` are read from `given`, ten bytes each; `role` is the place of the question's role among all. */
  answer(
    s: Snapshot,
    decided: Decided,
    role: number,
    given: Uint8Array,
    npiAt: number,
    day: Uint8Array,
    dayAt: number,
    question: () => Question,
  ): void {
    const form = this.formOf(s, decided, role, question)
    this.grow(form.bytes.length)
    const { bytes } = this
    const at = this.length
    bytes.set(form.bytes, at)
    for (let i = 0; i < 10; i++) bytes[at + NPI_AT + i] = given[npiAt + i]!
    for (let i = 0; i < 10; i++) bytes[at + ON_AT + i] = day[dayAt + i]!
    if (form.idAt >= 0) writeEnrollmentId(decided.in!, decided.record, bytes, at + form.idAt)
    if (form.fromAt >= 0) set(bytes, at + form.fromAt, dayOfNumber(decided.place!.from))
    if (form.toAt >= 0) set(bytes, at + form.toAt, dayOfNumber(decided.place!.to))
    this.length = at + form.bytes.length
  }

  private formOf(s: Snapshot, decided: Decided, role: number, question: () => Question): Form {
    const { link, in: rows, record, place } = decided
    const shown = rows !== undefined && place !== undefined && !isListedOnly(rows, record)
    const days = !shown ? 0 : place.at === 'none' ? 1 : runsOn(place.to) ? 2 : 3
    const kind = (((days << 4) | (shown && place.at === 'within' ? place.status : 15)) << 3) | role
    const specialty = shown ? specialtyOf(rows, record) : undefined
    const known = this.forms.get(link)?.get(specialty)?.[kind]
    if (known) return known
    if (this.made++ >= MOST_FORMS) {
      this.forms = new Map()
      this.made = 1
    }
    const form = madeOf(eligibilityText(s, question(), decided, true))
    under(under(this.forms, link, newMap), specialty, newList)[kind] = form
    return form
  }

  private grow(by: number): void {
    if (this.length + by <= this.bytes.length) return
    const wider = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.length + by))
    wider.set(this.bytes.subarray(0, this.length))
    this.bytes = wider
  }
}

const newMap = (): Map<string | undefined, (Form | undefined)[]> => new Map()
const newList = (): (Form | undefined)[] => []

function under<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

function madeOf(text: string): Form {
  const bytes = Buffer.from(text)
  const behind = (field: string): number => {
    const at = bytes.indexOf(field)
    return at < 0 ? -1 : at + field.length
  }
  return {
    bytes,
    idAt: behind(',"enrollmentId":"'),
    fromAt: behind(',"effectiveFrom":"'),
    toAt: behind(',"effectiveTo":"'),
  }
}

function set(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i)
}
