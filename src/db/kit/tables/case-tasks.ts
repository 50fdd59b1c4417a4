/** Rows of sql/migrations/000015_case_tasks_and_evidence.sql and 000032_level_exceptions_and_scans.sql. */
import type { Generated } from 'kysely'
import type { ScanState } from '#domain/application/document-scan.ts'
import type { Day } from '#domain/dates.ts'
import type { ExceptionGround } from '#domain/review/level/exception-grounds.ts'
import type { LevelAsk } from '#domain/review/level/level-asks.ts'
import type { NoticeKind, TaskKind, TaskState } from '#domain/review/queues/case-tasks.ts'
import type { Json } from './core.ts'

export interface CaseTaskTables {
  case_task: {
    id: string
    application_id: string
    kind: TaskKind
    what: string
    owner_id: string
    due_on: Day
    state: TaskState
    opened_by: string
    opened_at: Date
    closed_by: string | null
    closed_at: Date | null
    result: string | null
    report: Json<Readonly<Record<string, unknown>>>
  }
  task_photo: {
    id: string
    task_id: string
    file_name: string
    media_type: string
    bytes: number
    sha256: string
    stored_as: string
    scan_state: Generated<ScanState>
    scanned_at: Date | null
    scan_found: string | null
    added_by: string
    added_at: Date
  }
  level_exception: {
    id: string
    application_id: string
    kind: LevelAsk
    ground: ExceptionGround
    relied_on: Day | null
    reason: string
    state: 'asked' | 'granted' | 'refused'
    asked_by: string
    asked_at: Date
    answered_by: string | null
    answered_at: Date | null
    answer: string | null
  }
  desk_notice: {
    id: string
    user_id: string
    application_id: string
    kind: NoticeKind
    from_id: string | null
    words: string
    at: Date
    seen_at: Date | null
  }
  development_wording: {
    contractor_id: string
    id: string
    version: number
    label: string
    words: string
    cite: string
    retired: boolean
    changed_by: string
    changed_at: Date
  }
}
