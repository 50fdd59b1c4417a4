/** One line of the death file. The number never leaves the importer but as a keyed digest. */
import type { Day } from '../dates.ts'

export interface DeathRecord {
  readonly id: string
  readonly last: string
  readonly first: string
  readonly middle?: string
  readonly suffix?: string
  readonly bornOn?: Day
  readonly diedOn: Day
  /** Nine digits, between the file and the database only; absent in what is read back. */
  readonly ssn?: string
}
