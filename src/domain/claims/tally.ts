/**
 * Adds findings up while a file is read: by cause, by provider and cause, and by claim. Each claim's charge counts
 * once a cause and once in all. What is kept does not grow with the file but with the number of different problems,
 * and that is capped. Pure.
 */
import type { Day } from '../dates.ts'
import { dayOfNumber } from '../eligibility/packing.ts'
import { type Cause, type CauseCodes, type ClaimAnswer, causeCodes } from './causes.ts'
import type { CauseSum, FixSum, ProviderSum, Sum } from './findings.ts'
import type { NamedProvider } from './named-provider.ts'
import { type ProviderPart, providerParts } from './provider-places.ts'
import { npiOfKey } from './x12/fields.ts'

/** Different problems (provider, cause, payee) that are told apart. */
const MOST_PROBLEMS = 20_000

/** Classes rather than spread objects: a large file has tens of thousands of these. */
class Counted {
  claims = 0
  cents = 0
  /** Number of the claim that was counted last. */
  private last = -1

  /** Adds a claim unless it was the last one added. */
  add(claim: number, cents: number): void {
    if (this.last === claim) return
    this.last = claim
    this.claims++
    this.cents += cents
  }
}
class Problem extends Counted {
  readonly npi: string
  /** Key of the payee, negative without one. */
  readonly payee: number
  from = -1
  to = -1
  /** The same provider and cause with another payee. */
  readonly next: Problem | undefined

  constructor(npi: string, payee: number, next: Problem | undefined) {
    super()
    this.npi = npi
    this.payee = payee
    this.next = next
  }
}
class CauseCount extends Counted {
  readonly part: ProviderPart
  readonly cause: Cause
  readonly answer: ClaimAnswer
  readonly codes: CauseCodes
  /** By NPI: its key, or what was written instead. */
  readonly problems = new Map<number | string, Problem>()

  constructor(part: ProviderPart, cause: Cause, answer: ClaimAnswer) {
    super()
    this.part = part
    this.cause = cause
    this.answer = answer
    this.codes = causeCodes(cause, part)
  }
}
class Provider extends Counted {
  readonly npi: string
  readonly parts: ProviderPart[] = []
  readonly causes: Cause[] = []

  constructor(npi: string) {
    super()
    this.npi = npi
  }
}

export class Tally {
  readonly total = new Counted()
  readonly outcome: Readonly<Record<ClaimAnswer | 'clear', Counted>> = {
    clear: new Counted(),
    no: new Counted(),
    unknown: new Counted(),
    look: new Counted(),
  }
  findings = 0
  beyond = 0
  private different = 0
  private readonly causes = providerParts.map(() => new Map<Cause, CauseCount>())
  private readonly providers = new Map<number | string, Provider>()
  private worst: ClaimAnswer | 'clear' = 'clear'

  /** A finding about the claim that is being judged; `payee` negative where none decided. */
  finding(
    p: Readonly<NamedProvider>,
    cause: Cause,
    answer: ClaimAnswer,
    day: number,
    payee: number,
    cents: number,
  ): void {
    const claim = this.total.claims
    this.findings++
    if (this.worst === 'clear' || weight[answer] > weight[this.worst]) this.worst = answer
    const counts = this.causes[p.part]!
    let found = counts.get(cause)
    if (!found) {
      found = new CauseCount(partName(p.part), cause, answer)
      counts.set(cause, found)
    }
    found.add(claim, cents)
    const npi = p.key >= 0 ? p.key : npiText(p.key, p.text)
    const problem = this.problem(found, npi, payee)
    if (!problem) return
    problem.add(claim, cents)
    if (day >= 0) {
      if (problem.from < 0 || day < problem.from) problem.from = day
      if (day > problem.to) problem.to = day
    }
    if (answer !== 'no') return
    let provider = this.providers.get(npi)
    if (!provider) {
      provider = new Provider(problem.npi)
      this.providers.set(npi, provider)
    }
    if (!provider.parts.includes(found.part)) provider.parts.push(found.part)
    if (!provider.causes.includes(cause)) provider.causes.push(cause)
    provider.add(claim, cents)
  }

  private problem(of: CauseCount, npi: number | string, payee: number): Problem | undefined {
    const first = of.problems.get(npi)
    let problem = first
    while (problem && problem.payee !== payee) problem = problem.next
    if (problem) return problem
    if (this.different >= MOST_PROBLEMS) {
      this.beyond++
      return undefined
    }
    this.different++
    const text = typeof npi === 'number' ? npiOfKey(npi) : npi
    problem = new Problem(text, payee, first)
    of.problems.set(npi, problem)
    return problem
  }

  /** The claim is judged; gives what it came to. */
  close(cents: number): ClaimAnswer | 'clear' {
    const came = this.worst
    const claim = this.total.claims
    this.outcome[came].add(claim, cents)
    this.total.add(claim, cents)
    this.worst = 'clear'
    return came
  }

  byCause(): readonly CauseSum[] {
    return this.counts()
      .map((c) => ({ ...sumOf(c), part: c.part, cause: c.cause, answer: c.answer, ...c.codes }))
      .sort(byMoney)
  }

  fixFirst(): readonly FixSum[] {
    const fixes: FixSum[] = []
    for (const c of this.counts())
      for (const first of c.problems.values())
        for (let p: Problem | undefined = first; p; p = p.next) fixes.push(fixOf(c, p))
    return fixes.sort((a, b) => weight[b.answer] - weight[a.answer] || byMoney(a, b))
  }

  private counts(): readonly CauseCount[] {
    return this.causes.flatMap((c) => [...c.values()])
  }

  byProvider(): readonly ProviderSum[] {
    return [...this.providers.values()]
      .map((p) => ({ npi: p.npi, parts: p.parts, causes: p.causes, atRisk: sumOf(p) }))
      .sort((a, b) => byMoney(a.atRisk, b.atRisk) || (a.npi < b.npi ? -1 : 1))
  }
}

function fixOf({ part, cause, answer, codes }: CauseCount, { claims, cents, npi, payee, from, to }: Problem): FixSum {
  return {
    claims,
    cents,
    npi,
    ...(payee >= 0 && { payee: npiOfKey(payee) }),
    part,
    cause,
    answer,
    ...(from >= 0 && { from: dayOfNumber(from), to: dayOfNumber(to) }),
    ...codes,
  }
}

const weight: Readonly<Record<ClaimAnswer, number>> = { no: 3, unknown: 2, look: 1 }
const byMoney = (a: Sum, b: Sum): number => b.cents - a.cents || b.claims - a.claims
export const sumOf = ({ claims, cents }: Sum): Sum => ({ claims, cents })

export const dayOrNone = (day: number): Day | undefined => (day < 0 ? undefined : dayOfNumber(day))
export const npiText = (key: number, text: string): string => (key >= 0 ? npiOfKey(key) : key === -1 ? text : '')
export const partName = (part: number): ProviderPart => providerParts[part]!
