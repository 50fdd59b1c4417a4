/** Reads of exceptions from what the screening level of a case asks for: who asked why, who answered what. */
import type { Day } from '#domain/dates.ts'
import type { ExceptionGround } from '#domain/review/level/exception-grounds.ts'
import type { LevelAsk } from '#domain/review/level/level-asks.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import type { ApplicationPermit } from './applications.ts'

export interface LevelException {
  readonly id: string
  readonly kind: LevelAsk
  readonly ground: ExceptionGround
  readonly reliedOn: Day | undefined
  readonly reason: string
  readonly state: 'asked' | 'granted' | 'refused'
  readonly askedBy: string
  readonly askedAt: Date
  readonly answeredBy: string | undefined
  readonly answeredAt: Date | undefined
  readonly answer: string | undefined
}

/** Of one case, in the order in which they were asked. */
export async function listExceptions(db: Db, permit: ApplicationPermit): Promise<readonly LevelException[]> {
  const rows = await open(db)
    .selectFrom('level_exception')
    .selectAll()
    .where('application_id', '=', permit.subjectId)
    .orderBy('asked_at')
    .orderBy('kind')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    ground: r.ground,
    reliedOn: r.relied_on ?? undefined,
    reason: r.reason,
    state: r.state,
    askedBy: r.asked_by,
    askedAt: r.asked_at,
    answeredBy: r.answered_by ?? undefined,
    answeredAt: r.answered_at ?? undefined,
    answer: r.answer ?? undefined,
  }))
}
