/**
 * An eligibility answer as JSON text, equal to `JSON.stringify(checkEligibility(...))` and several times as
 * fast: what hangs on link and role only (words, codes, what mends it) is written once and kept.
 */
import { claimCodes } from '#domain/eligibility/claim-codes.ts'
import type { Decided } from '#domain/eligibility/decide.ts'
import { fixOf, links } from '#domain/eligibility/links.ts'
import { dayOfNumber } from '#domain/eligibility/packing.ts'
import type { ClaimRole, Link, Question } from '#domain/eligibility/question.ts'
import {
  enrollmentIdOf,
  isListedOnly,
  runsOn,
  type Snapshot,
  specialtyOf,
  statusOfCode,
} from '#domain/eligibility/snapshot.ts'
import { eligibility as words } from '#words/en/eligibility.ts'

interface Fragment {
  /** From the role to the codes, without what only the question knows. */
  readonly answer: string
  readonly fix: string
}
/** By role and then link: to make one key of both would cost more than both looks. */
const fragments = new Map<ClaimRole, Map<Link, Fragment>>()
const quoted = new Map<string, string>()

/** No part of an answer so far had a letter beyond ASCII. */
let isAscii = true
const ASCII = /^[\0-\x7f]*$/

/** Bytes of an answer as it is sent; letters of ASCII need not be counted one by one. */
export const answerBytes = (text: string): number => (isAscii ? text.length : Buffer.byteLength(text))

/** `decided` is what `decide` said of the question. The version stands in every answer unless `bare`. */
export function eligibilityText(s: Snapshot, q: Question, decided: Decided, bare = false): string {
  const { link, in: rows, record, place } = decided
  const fragment = fragmentOf(link, q.role)
  const known = q.knownOn === undefined ? '' : `,"knownOn":"${q.knownOn}"`
  const found = rows && place && !isListedOnly(rows, record) ? enrollmentText(rows, record, place) : ''
  const version = bare ? '' : `,"version":{"sequence":${s.version.sequence},"asOf":"${s.version.asOf}"}`
  return `{"npi":"${q.npi}","on":"${q.on}","role":"${q.role}"${known}${fragment.answer}${found}${fragment.fix}${version}}`
}

function enrollmentText(rows: Snapshot, record: number, place: NonNullable<Decided['place']>): string {
  const specialty = specialtyOf(rows, record)
  const status = place.at === 'within' ? statusOfCode(place.status) : undefined
  return (
    `,"enrollmentId":"${enrollmentIdOf(rows, record)}"` +
    (specialty === undefined ? '' : `,"specialty":${quote(specialty)}`) +
    (status ? `,"status":"${status}"` : '') +
    (place.at === 'none' ? '' : `,"effectiveFrom":"${dayOfNumber(place.from)}"`) +
    (place.at === 'none' || runsOn(place.to) ? '' : `,"effectiveTo":"${dayOfNumber(place.to)}"`)
  )
}

function fragmentOf(link: Link, role: ClaimRole): Fragment {
  let ofRole = fragments.get(role)
  if (!ofRole) {
    ofRole = new Map()
    fragments.set(role, ofRole)
  }
  const known = ofRole.get(link)
  if (known) return known
  const { carc, rarc } = claimCodes(link, role, 'noridian')
  const fix = fixOf(link, role)
  const made = {
    answer: `,"answer":"${links[link].answer}","link":"${link}","message":${JSON.stringify(words.links[link])}${member('carc', carc)}${member('rarc', rarc)}`,
    fix: member('fix', fix && { ...fix, message: words.fix(fix) }),
  }
  isAscii &&= ASCII.test(made.answer + made.fix)
  ofRole.set(link, made)
  return made
}

const member = (name: string, value: unknown): string =>
  value === undefined ? '' : `,"${name}":${JSON.stringify(value)}`

function quote(text: string): string {
  let written = quoted.get(text)
  if (written === undefined) {
    written = JSON.stringify(text)
    isAscii &&= ASCII.test(written)
    if (quoted.size < 5_000) quoted.set(text, written)
  }
  return written
}
