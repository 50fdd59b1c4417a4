/** What a caller of the NPI registry API asked for, read and judged; and how the API says no. Types only. */

/** A key, or the beginning of one. */
export interface AskedWord {
  readonly key: string
  readonly prefix?: boolean
}

export interface NppesCriteria {
  readonly number?: string
  readonly entityType?: 1 | 2
  readonly taxonomy?: AskedWord
  readonly namePurpose?: 'AO' | 'PROVIDER'
  /** Any of them: the name as asked, and those it is short for. */
  readonly first?: readonly AskedWord[]
  readonly last?: AskedWord
  readonly organization?: AskedWord
  readonly addressPurpose?: 'LOCATION' | 'MAILING' | 'PRIMARY' | 'SECONDARY'
  readonly place?: {
    readonly city?: AskedWord
    readonly state?: string
    readonly zip?: AskedWord
    readonly country?: string
  }
  readonly limit: number
  readonly skip: number
}

/** As the API writes it; it comes with HTTP 200. */
export interface NppesError {
  readonly description: string
  readonly field: string
  readonly number: string
}
