/** One row of an exclusion list (LEIE layout; others are mapped to it). */
import type { Day } from '../dates.ts'

export interface Exclusion {
  readonly id: string
  readonly list: 'LEIE'
  readonly last?: string
  readonly first?: string
  readonly middle?: string
  readonly business?: string
  readonly general?: string
  readonly specialty?: string
  readonly npi?: string
  readonly bornOn?: Day
  readonly address?: string
  readonly city?: string
  readonly state?: string
  readonly zip?: string
  /** Exclusion authority, e.g. "1128a1" (section of the Social Security Act). */
  readonly authority: string
  readonly excludedOn: Day
  readonly reinstatedOn?: Day
  readonly waiverOn?: Day
  readonly waiverState?: string
}
