/** Rows of sql/migrations/000046_sealing_keys.sql. */
export interface KeyTables {
  sealing_key: {
    id: string
    ordinal: number
    since: Date
    retired_at: Date | null
    sealed_kept: Buffer | null
  }
}
