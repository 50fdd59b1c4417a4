/** To whom a reader of claims hands them. Types only. Pure. */
import type { ClaimBlock } from './claim-block.ts'

export interface ClaimSink {
  /** Whole claims of one set, in order; they are forgotten afterwards. */
  claims(block: ClaimBlock): void
  /** The billing provider as named, for answers; only made when asked for. */
  billingName?(name: string, isPerson: boolean): void
}
