/** Rows of sql/migrations/000008_rosters.sql. */
export interface RosterTables {
  roster: {
    id: string
    owner_id: string
    name: string
    rows: number
    answers: string
    created_at: Date
    checked_at: Date
  }
  roster_change: {
    id: string
    roster_id: string
    noticed_at: Date
    npi: string
    field: string
    was: string
    is_now: string
  }
}
