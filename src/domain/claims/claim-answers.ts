/**
 * One short entry a claim for the answer to the business (277CA): its number, charge, days and the first thing that
 * turns it away, grouped as the file groups them. Holds no patient: the number of the claim is what ties it. Pure.
 */
import { type Cause, type ClaimAnswer, statusCodes } from './causes.ts'
import type { SetRecord } from './envelope.ts'
import type { ToldClaim } from './judged-claims.ts'
import { type ProviderPart, partFacts } from './provider-places.ts'

export interface AnsweredClaim {
  readonly number: string
  readonly cents: number
  readonly from: number
  readonly to: number
  /** Category, status and entity of the refusal; absent: accepted. */
  readonly refusal?: readonly [category: string, status: string, entity: string]
}
export interface AnsweredProvider {
  readonly npi: string
  readonly name: string
  readonly isPerson: boolean
  readonly claims: AnsweredClaim[]
}

export class ClaimAnswers {
  /** By set, in the order of the file; providers as they follow one another. */
  readonly sets = new Map<SetRecord, AnsweredProvider[]>()
  /** More claims came than are kept: there is no answer claim by claim, rather than half of one. */
  overflowed = false
  private readonly most: number
  private kept = 0
  private name = ''
  private isPerson = false
  private refusal: AnsweredClaim['refusal']

  /** `most`: claims of which an entry is kept. */
  constructor(most: number) {
    this.most = most
  }

  billing(name: string, isPerson: boolean): void {
    this.name = name
    this.isPerson = isPerson
  }

  finding(cause: Cause, answer: ClaimAnswer, part: ProviderPart): void {
    if (answer === 'no') this.refusal ??= [...statusCodes(cause), partFacts[part].entity]
  }

  claim(work: ToldClaim, npi: string, came: ClaimAnswer | 'clear', set: SetRecord | undefined): void {
    if (set && this.hasRoom()) {
      const providers = this.sets.get(set) ?? []
      this.sets.set(set, providers)
      let provider = providers.at(-1)
      if (!provider || provider.npi !== npi || provider.name !== this.name) {
        provider = { npi, name: this.name, isPerson: this.isPerson, claims: [] }
        providers.push(provider)
      }
      const [from, to] = work.span()
      provider.claims.push({
        number: work.claimNumber(),
        cents: work.cents,
        from,
        to,
        ...(came === 'no' && this.refusal && { refusal: this.refusal }),
      })
    }
    this.refusal = undefined
  }

  private hasRoom(): boolean {
    if (!this.overflowed && this.kept++ >= this.most) {
      this.overflowed = true
      this.sets.clear()
    }
    return !this.overflowed
  }
}
