/**
 * Would a claim with this NPI, in this role, on this day be held up by enrollment? Asks the snapshot
 * and nothing else. Says "yes" only when every link was checked; a source that is missing is "unknown".
 * The ordering list carries no days: it speaks of the day it was loaded, the periods of the day asked. Pure.
 */

import { stateNumber } from './build-snapshot.ts'
import { type ContractorPractice, claimCodes } from './claim-codes.ts'
import { type Asked, type Decided, decide, newAsk } from './decide.ts'
import { fixOf, links, ordersRoles } from './links.ts'
import { dayNumber, dayOfNumber, nameKey, npiKey } from './packing.ts'
import type { ClaimRole, OrderedService, Question, Verdict } from './question.ts'
import {
  enrollmentIdOf,
  isListedOnly,
  runsOn,
  type Snapshot,
  servicesMask,
  specialtyOf,
  statusOfCode,
} from './snapshot.ts'

/** What a role may be asked about when the question does not narrow it. */
const SERVICES: Readonly<Record<ClaimRole, readonly OrderedService[]>> = {
  billing: [],
  rendering: [],
  supervising: [],
  operating: [],
  ordering: ['part-b', 'dme', 'power-mobility'],
  referring: ['part-b', 'dme'],
  certifying: ['home-health', 'hospice'],
  attending: ['home-health', 'hospice'],
}
const masks = Object.fromEntries(
  Object.entries(SERVICES).map(([role, services]) => [role, servicesMask(services)]),
) as Readonly<Record<ClaimRole, number>>

/** Bits of what a question is about: the service it names, or all that its role may be asked about. */
export const servicesAsked = (role: ClaimRole, service: OrderedService | undefined): number =>
  service === undefined ? masks[role] : servicesMask([service])

/** A question as the numbers the chain works on. */
export function asked(q: Question): Asked {
  const ordering = ordersRoles.has(q.role)
  const ask = newAsk()
  ask.key = npiKey(q.npi)
  ask.on = dayNumber(q.on)
  if (q.knownOn !== undefined) ask.knownOn = dayNumber(q.knownOn)
  ask.ordering = ordering
  if (q.name !== undefined) ask.name = nameKey(q.name.last, q.name.first)
  if (q.payee !== undefined && q.role === 'rendering') ask.payee = npiKey(q.payee)
  ask.services = servicesAsked(q.role, q.service)
  if (q.place !== undefined && !ordering) ask.state = stateNumber(q.place)
  if (q.role === 'billing') ask.bills = q.service
  return ask
}

/** `practice` is whose way of coding a missing reassignment is shown. */
export const check = (snapshot: Snapshot, question: Question, practice: ContractorPractice = 'noridian'): Verdict =>
  verdictOf(snapshot, question, decide(snapshot, asked(question)), practice)

function verdictOf(s: Snapshot, q: Question, decided: Decided, practice: ContractorPractice): Verdict {
  const { link, place, record } = decided
  const rows = decided.in
  const fix = fixOf(link, q.role)
  const verdict: { -readonly [K in keyof Verdict]: Verdict[K] } = {
    answer: links[link].answer,
    link,
    role: q.role,
    on: q.on,
    version: s.version,
  }
  const { carc, rarc } = claimCodes(link, q.role, practice)
  if (carc) verdict.carc = carc
  if (rarc) verdict.rarc = rarc
  if (fix) verdict.fix = fix
  if (!rows || !place || isListedOnly(rows, record)) return verdict
  verdict.enrollmentId = enrollmentIdOf(rows, record)
  const specialty = specialtyOf(rows, record)
  if (specialty !== undefined) verdict.specialty = specialty
  const status = place.at === 'within' ? statusOfCode(place.status) : undefined
  if (status) verdict.status = status
  if (place.at === 'none') return verdict
  verdict.effectiveFrom = dayOfNumber(place.from)
  if (!runsOn(place.to)) verdict.effectiveTo = dayOfNumber(place.to)
  return verdict
}
