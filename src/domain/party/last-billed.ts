/** When somebody last billed, as a file of a claims system says it. Pure. */
import type { Day } from '../dates.ts'

export interface LastBilled {
  /** Empty when the file knows the billing number only. Billing or rendering: whoever is named as either has billed. */
  readonly npi: string
  /** The billing number of one enrollment (PTAN); empty when the claim counts for all that the NPI has. */
  readonly ptan: string
  /** The last day of service or of receipt of a claim, whichever the file gives. */
  readonly lastClaimOn: Day
  /** The day up to which claims are in the file, and the first day whose claims are. */
  readonly asOf: Day
  readonly coversFrom: Day
}
