/** Rows of sql/migrations/000008_rosters.sql and 000036_party_rosters.sql. */
export interface RosterTables {
  roster: {
    id: string
    /** The person who keeps it for themselves, or the program that made it; null when it is a party's alone. */
    owner_id: string | null
    /** The enrollee or organization whose it is. */
    party_id: string | null
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
  roster_look: {
    roster_id: string
    user_id: string
    seen_at: Date
    since: Date | null
  }
}
