/**
 * Adds findings up while a file is read: by cause, by provider and cause, and by claim. Each claim's charge counts
 * once a cause and once in all. What is kept does not grow with the file but with the number of different problems,
 * and that is capped. Pure.
 */
import type { Day } from '../dates.ts'
import { dayOfNumber } from '../eligibility/packing.ts'
import { type Cause, type ClaimAnswer, causeCodes } from './causes.ts'
import type { CauseSum, ClaimFinding, FixSum, ProviderSum, Sum } from './findings.ts'
import { type ProviderPart, partFacts, providerParts } from './provider-places.ts'
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
  readonly payee: string
  readonly part: ProviderPart
  readonly cause: Cause
  readonly answer: ClaimAnswer
  from: number
  to: number
}
interface Provider extends Counted {
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
  private readonly causes = new Map<string, Counted & { part: ProviderPart; cause: Cause; answer: ClaimAnswer }>()
  private readonly problems = new Map<string, Problem>()
  private readonly providers = new Map<string, Provider>()
  private worst: ClaimAnswer | 'clear' = 'clear'

  /** A finding about the claim that is being judged. */
  finding(
    f: Pick<ClaimFinding, 'npi' | 'part' | 'cause' | 'answer' | 'cents'> & { payee?: string },
    day: number,
  ): void {
    const claim = this.total.claims
    this.findings++
    if (this.worst === 'clear' || weight[f.answer] > weight[this.worst]) this.worst = f.answer
    const key = `${f.part} ${f.cause}`
    let cause = this.causes.get(key)
    if (!cause) {
      cause = { ...counted(), part: f.part, cause: f.cause, answer: f.answer }
      this.causes.set(key, cause)
    }
    add(cause, claim, f.cents)
    const problem = this.problem(f, `${f.npi} ${key} ${f.payee ?? ''}`)
    if (!problem) return
    add(problem, claim, f.cents)
    if (day >= 0) {
      if (problem.from < 0 || day < problem.from) problem.from = day
      if (day > problem.to) problem.to = day
    }
    if (f.answer !== 'no') return
    const provider = this.providers.get(f.npi) ?? { ...counted(), parts: new Set(), causes: new Set() }
    this.providers.set(f.npi, provider)
    provider.parts.add(f.part)
    provider.causes.add(f.cause)
    add(provider, claim, f.cents)
  }

  private problem(f: Parameters<Tally['finding']>[0], key: string): Problem | undefined {
    let problem = this.problems.get(key)
    if (problem) return problem
    if (this.problems.size >= MOST_PROBLEMS) {
      this.beyond++
      return undefined
    }
    const { npi, payee = '', part, cause, answer } = f
    problem = { ...counted(), npi, payee, part, cause, answer, from: -1, to: -1 }
    this.problems.set(key, problem)
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
    return [...this.causes.values()]
      .map((c) => ({ ...sumOf(c), part: c.part, cause: c.cause, answer: c.answer, ...causeCodes(c.cause, c.part) }))
      .sort(byMoney)
  }

  fixFirst(): readonly FixSum[] {
    return [...this.problems.values()]
      .map((p) => ({
        ...sumOf(p),
        npi: p.npi,
        ...(p.payee && { payee: p.payee }),
        part: p.part,
        cause: p.cause,
        answer: p.answer,
        ...(p.from >= 0 && { from: dayOfNumber(p.from), to: dayOfNumber(p.to) }),
        ...causeCodes(p.cause, p.part),
      }))
      .sort((a, b) => weight[b.answer] - weight[a.answer] || byMoney(a, b))
  }

  byProvider(): readonly ProviderSum[] {
    return [...this.providers]
      .map(([npi, p]) => ({ npi, parts: [...p.parts], causes: [...p.causes], atRisk: sumOf(p) }))
      .sort((a, b) => byMoney(a.atRisk, b.atRisk) || (a.npi < b.npi ? -1 : 1))
  }
}

const weight: Readonly<Record<ClaimAnswer, number>> = { no: 3, unknown: 2, look: 1 }
const byMoney = (a: Sum, b: Sum): number => b.cents - a.cents || b.claims - a.claims
export const sumOf = ({ claims, cents }: Sum): Sum => ({ claims, cents })

export const dayOrNone = (day: number): Day | undefined => (day < 0 ? undefined : dayOfNumber(day))
export const npiText = (key: number, text: string): string => (key >= 0 ? npiOfKey(key) : key === -1 ? text : '')
export const partName = (part: number): ProviderPart => providerParts[part]!
export const needsPayee = (part: ProviderPart): boolean => partFacts[part].reassigns
