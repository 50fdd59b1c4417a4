/**
 * A claim check as one would write it without a thought for speed: text split at its delimiters, a verdict for every
 * provider and day through the door that everybody uses. Sound files of one set or several only; for tests.
 */

import type { Day } from '../dates.ts'
import { npiKey } from '../eligibility/packing.ts'
import type { OrderedService } from '../eligibility/question.ts'
import type { Snapshot } from '../eligibility/snapshot.ts'
import { check } from '../eligibility/verdict.ts'
import { answerTo, type Cause } from './causes.ts'
import { type ProviderPart, partFacts, providerParts } from './provider-places.ts'

interface Named {
  readonly part: ProviderPart
  readonly npi: string
  readonly name?: { readonly last: string; readonly first: string }
  readonly line: number
  readonly segment: number
}
interface Line {
  days?: readonly [Day, Day]
  readonly parts: Set<ProviderPart>
}
interface Claim {
  readonly number: string
  readonly billing: Named
  days?: readonly [Day, Day]
  readonly lines: Line[]
  readonly providers: Named[]
}

const dayOf = (text: string): Day => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}` as Day
const daysOf = (text: string): readonly [Day, Day] => [dayOf(text), dayOf(text.slice(-8))]
/** Worst first. */
const order = ['no', 'unknown', 'look'] as const

function claimsOf(text: string): readonly Claim[] {
  const claims: Claim[] = []
  let billing: Named | undefined
  let claim: Claim | undefined
  let segment = 0
  for (const s of text.slice(106).split(text[105]!)) {
    const e = s.trim().split(text[3]!)
    segment = e[0] === 'ST' ? 1 : segment + 1
    if (e[0] === 'HL' || e[0] === 'SE') claim = undefined
    const line = claim?.lines.at(-1)
    if (e[0] === 'CLM' && billing) {
      claim = { number: e[1]!, billing, lines: [], providers: [] }
      claims.push(claim)
    } else if (e[0] === 'LX') claim?.lines.push({ parts: new Set() })
    else if (e[0] === 'DTP' && claim) (line ?? claim).days = daysOf(e[3]!)
    else if (e[0] === 'NM1') {
      const part = providerParts.find((p) => partFacts[p].entity === e[1])
      if (!part) continue
      const name = e[2] === '1' ? { name: { last: e[3]!, first: e[4]! } } : {}
      const named = { part, npi: e[9] ?? '', ...name, line: claim?.lines.length ?? 0, segment }
      if (part === 'billing') billing = named
      else {
        claim?.providers.push(named)
        line?.parts.add(part)
      }
    }
  }
  return claims
}

/** The days on which a provider stands on its claim, each with whether a span begins on it. */
function daysFor(claim: Claim, p: Named): readonly (readonly [Day, boolean])[] {
  const lines =
    p.line > 0 ? [claim.lines[p.line - 1]!] : claim.lines.filter((l) => p === claim.billing || !l.parts.has(p.part))
  const spans = claim.lines.length === 0 ? [claim.days] : lines.map((l) => l.days ?? claim.days)
  const days = new Map<Day, boolean>()
  for (const span of spans) {
    if (!span) continue
    days.set(span[0], true)
    if (span[1] > span[0] && !days.has(span[1])) days.set(span[1], false)
  }
  return [...days]
}

const services = (part: ProviderPart): readonly OrderedService[] =>
  part === 'ordering' ? ['part-b', 'dme', 'power-mobility'] : ['part-b', 'dme']

function linkOf(s: Snapshot, claim: Claim, p: Named, on: Day): Cause | 'all-held' {
  const { role } = partFacts[p.part]
  const payee = p.part === 'rendering' && npiKey(claim.billing.npi) >= 0 ? { payee: claim.billing.npi } : {}
  const asked = { npi: p.npi, on, role, ...(p.name && { name: p.name }), ...payee }
  if (role !== 'ordering' && role !== 'referring') return check(s, asked).link
  // Any service of the part will do.
  const links = services(p.part).map((service) => check(s, { ...asked, service }).link)
  return links.find((l) => l === 'all-held') ?? links[0]!
}

/** Claim, line, part, NPI, cause, day and segment of every finding, in the order in which a check tells them. */
export function plainFindings(s: Snapshot, text: string): readonly string[] {
  const out: string[] = []
  for (const claim of claimsOf(text))
    for (const p of [claim.billing, ...claim.providers]) {
      const tell = (cause: Cause, on?: Day) =>
        out.push([claim.number, p.line, p.part, p.npi, cause, on ?? '-', p.segment].join(' '))
      const days = daysFor(claim, p)
      if (p === claim.billing && days.length === 0) tell('date-missing')
      if (p.npi === '' || npiKey(p.npi) < 0) {
        if (p.npi !== '') tell('npi-not-valid')
        else if (partFacts[p.part].npiNeeded) tell('npi-missing')
        continue
      }
      const ordering = p.part === 'ordering' || p.part === 'referring'
      const said = days.flatMap(([on, begins]) => {
        if (ordering && !begins) return []
        const link = linkOf(s, claim, p, on)
        const answer = link === 'all-held' ? undefined : answerTo(link, p.part)
        return link !== 'all-held' && answer ? [{ link, answer, on }] : []
      })
      const worst = order.map((a) => said.find((x) => x.answer === a)).find((x) => x !== undefined)
      if (worst) tell(worst.link, worst.on)
    }
  return out
}
