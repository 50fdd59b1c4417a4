/** Rows of the record: enrollments with their versions, periods, locations and reassignments, and its sequence of changes. */
import type { ColumnType } from 'kysely'
import type { Day } from '#domain/dates.ts'

import type { Json } from './core.ts'

type Answers = Readonly<Record<string, unknown>>

export interface EnrollmentTables {
  enrollment: {
    id: string
    enrollee_id: string
    form: string
    specialty: string
    state: string
    contractor_id: string
    ptan: string
    status: string
    created_at: Date
  }
  enrollment_version: {
    enrollment_id: string
    ordinal: number
    effective_from: Day
    effective_to: Day | null
    known_from: Date
    known_to: Date | null
    answers: Json<Answers>
    restricted: Buffer | null
    application_id: string | null
  }
  enrollment_period: {
    id: string
    enrollment_id: string
    status: string
    from_on: Day
    to_on: Day | null
    known_from: Date
    known_to: Date | null
    because: Json<readonly string[]>
    application_id: string | null
  }
  enrollment_location: {
    id: string
    enrollment_id: string
    item_id: string
    name: string | null
    address: Json<Answers>
    public: boolean
    from_on: Day
    to_on: Day | null
    known_from: Date
    known_to: Date | null
  }
  reassignment: {
    id: string
    from_enrollment_id: string | null
    to_enrollment_id: string | null
    to_npi: string | null
    to_name: string | null
    from_on: Day
    to_on: Day | null
    known_from: Date
    known_to: Date | null
    /** Of the handshake by which both sides confirmed it. */
    handshake_id: string | null
  }
  enrollment_change: {
    sequence: ColumnType<number, never, never>
    enrollment_id: string
    at: Date
    feed_seq: number | null
  }
}
