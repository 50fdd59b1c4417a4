/** Rows of sql/migrations/000022_queues_and_reports.sql. */
import type { Problem } from '#domain/result.ts'
import type { Json } from './core.ts'

export interface QueueTables {
  desk_batch: {
    id: string
    contractor_id: string
    act: 'assign' | 'put-back'
    to_id: string | null
    by_id: string
    at: Date
    undone_at: Date | null
  }
  desk_batch_row: {
    batch_id: string
    application_id: string
    position: number
    refused: Json<Problem> | null
    before_id: string | null
    version_after: number | null
    undone: string | null
  }
  saved_view: {
    id: string
    contractor_id: string
    owner_id: string
    name: string
    query: Json<Readonly<Record<string, string>>>
    shared: boolean
    created_at: Date
  }
}
