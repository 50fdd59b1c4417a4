/** What is told of claims when they are judged, and to whom: the sums, or the notes of a part. Pure. */
import type { Cause, ClaimAnswer } from './causes.ts'
import { ClaimBlock } from './claim-block.ts'
import type { NamedProvider } from './named-provider.ts'
import type { ClaimKind } from './provider-places.ts'

/** What is told of a claim itself. */
export interface ToldClaim {
  readonly kind: ClaimKind
  readonly old: boolean
  /** Control number of its set. */
  readonly set: string
  readonly cents: number
  claimNumber(): string
  /** First and last day; -1 when it has none. */
  span(): readonly [from: number, to: number]
}

/** One claim of a block; the same object for all of them. */
export class ClaimFacts implements ToldClaim {
  block = none
  number = 0

  get kind(): ClaimKind {
    return this.block.kind
  }
  get old(): boolean {
    return this.block.old
  }
  get set(): string {
    return this.block.set
  }
  get cents(): number {
    return this.block.cents[this.number]!
  }
  claimNumber(): string {
    return this.block.claimNumber(this.number)
  }
  numberBytes(): Uint8Array {
    return this.block.numberBytes(this.number)
  }
  span(): readonly [from: number, to: number] {
    return this.block.span(this.number)
  }
}
const none = new ClaimBlock()

/** Told of a claim in this order: `begin`, any findings, `close`. What is given is used again afterwards. */
export interface JudgedClaims {
  begin(claim: ClaimFacts): void
  finding(p: Readonly<NamedProvider>, cause: Cause, answer: ClaimAnswer, day: number, payee: number): void
  /** `billing` is the key of the billing provider. */
  close(billing: number): void
  /** The billing provider of the claims that follow, by name; of use only for answers. */
  billingName(name: string, isPerson: boolean): void
}
