/**
 * Adds findings up while a file is read: by cause, by provider and cause, and by claim. Each claim's charge counts
 * once a cause and once in all. What is kept does not grow with the file but with the number of different problems,
 * and that is capped. Pure.
 */
import type { Day } from '../dates.ts'
import { dayOfNumber } from '../eligibility/packing.ts'
import { type Cause, type ClaimAnswer, causeCodes } from './causes.ts'
import type { NamedProvider } from './claim-under-way.ts'
import type { CauseSum, FixSum, ProviderSum, Sum } from './findings.ts'
import { type ProviderPart, providerParts } from './provider-places.ts'
import { npiOfKey } from './x12/fields.ts'

/** Different problems (provider, cause, payee) that are told apart. */
const MOST_PROBLEMS = 20_000

interface Counted {
  claims: number
  cents: number
  /** Number of the claim that was counted last. */
  last: number
}
interface Problem extends Counted {
  readonly npi: string
  /** Key of the payee, negative without one. */
  readonly payee: number
  from: number
  to: number
  /** The same provider and cause with another payee. */
  next: Problem | undefined
}
interface CauseCount extends Counted {
  readonly part: ProviderPart
  readonly cause: Cause
  readonly answer: ClaimAnswer
  /** By NPI: its key, or what was written instead. */
  readonly problems: Map<number | string, Problem>
}
interface Provider extends Counted {
  readonly npi: string
  readonly parts: Set<ProviderPart>
  readonly causes: Set<Cause>
}

const counted = (): Counted => ({ claims: 0, cents: 0, last: -1 })
/** Adds a claim unless it was the last one added. */
function add(to: Counted, claim: number, cents: number): void {
  if (to.last === claim) return
  to.last = claim
  to.claims++
  to.cents += cents
}

export class Tally {
  readonly total = counted()
  readonly outcome: Readonly<Record<ClaimAnswer | 'clear', Counted>> = {
    clear: counted(),
    no: counted(),
    unknown: counted(),
    look: counted(),
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
      found = { ...counted(), part: partName(p.part), cause, answer, problems: new Map() }
      counts.set(cause, found)
    }
    add(found, claim, cents)
    const npi = p.key >= 0 ? p.key : npiText(p.key, p.text)
    const problem = this.problem(found, npi, payee)
    if (!problem) return
    add(problem, claim, cents)
    if (day >= 0) {
      if (problem.from < 0 || day < problem.from) problem.from = day
      if (day > problem.to) problem.to = day
    }
    if (answer !== 'no') return
    let provider = this.providers.get(npi)
    if (!provider) {
      provider = { ...counted(), npi: problem.npi, parts: new Set(), causes: new Set() }
      this.providers.set(npi, provider)
    }
    provider.parts.add(found.part)
    provider.causes.add(cause)
    add(provider, claim, cents)
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
    problem = { ...counted(), npi: text, payee, from: -1, to: -1, next: first }
    of.problems.set(npi, problem)
    return problem
  }

  /** The claim is judged; gives what it came to. */
  close(cents: number): ClaimAnswer | 'clear' {
    const came = this.worst
    const claim = this.total.claims
    add(this.outcome[came], claim, cents)
    add(this.total, claim, cents)
    this.worst = 'clear'
    return came
  }

  byCause(): readonly CauseSum[] {
    return this.counts()
      .map((c) => ({ ...sumOf(c), part: c.part, cause: c.cause, answer: c.answer, ...causeCodes(c.cause, c.part) }))
      .sort(byMoney)
  }

  fixFirst(): readonly FixSum[] {
    return this.counts()
      .flatMap((c) => [...c.problems.values()].flatMap((p) => chain(p).map((q) => fixOf(c, q))))
      .sort((a, b) => weight[b.answer] - weight[a.answer] || byMoney(a, b))
  }

  private counts(): readonly CauseCount[] {
    return this.causes.flatMap((c) => [...c.values()])
  }

  byProvider(): readonly ProviderSum[] {
    return [...this.providers.values()]
      .map((p) => ({ npi: p.npi, parts: [...p.parts], causes: [...p.causes], atRisk: sumOf(p) }))
      .sort((a, b) => byMoney(a.atRisk, b.atRisk) || (a.npi < b.npi ? -1 : 1))
  }
}

function chain(first: Problem): readonly Problem[] {
  const all: Problem[] = []
  for (let p: Problem | undefined = first; p; p = p.next) all.push(p)
  return all
}

const fixOf = (c: CauseCount, p: Problem): FixSum => ({
  ...sumOf(p),
  npi: p.npi,
  ...(p.payee >= 0 && { payee: npiOfKey(p.payee) }),
  part: c.part,
  cause: c.cause,
  answer: c.answer,
  ...(p.from >= 0 && { from: dayOfNumber(p.from), to: dayOfNumber(p.to) }),
  ...causeCodes(c.cause, c.part),
})

const weight: Readonly<Record<ClaimAnswer, number>> = { no: 3, unknown: 2, look: 1 }
const byMoney = (a: Sum, b: Sum): number => b.cents - a.cents || b.claims - a.claims
export const sumOf = ({ claims, cents }: Sum): Sum => ({ claims, cents })

export const dayOrNone = (day: number): Day | undefined => (day < 0 ? undefined : dayOfNumber(day))
export const npiText = (key: number, text: string): string => (key >= 0 ? npiOfKey(key) : key === -1 ? text : '')
export const partName = (part: number): ProviderPart => providerParts[part]!
