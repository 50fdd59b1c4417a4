/** Which tasks the screening level of an application asks for, and which of them nobody has been given. Pure. */
import type { CaseTask } from '#db/queries/application/case-tasks.ts'
import type { ScreeningCheck } from '#db/queries/application/screening.ts'
import type { TaskKind } from '#domain/review/queues/case-tasks.ts'
import type { ScreeningDecision } from '#domain/review/screening/screening-level.ts'

export interface LevelTasks {
  readonly level: string
  readonly cite: string
  readonly kinds: readonly TaskKind[]
}

/** What the newest check of the level says; undefined where nothing is screened by level. */
export function levelOf(checks: readonly ScreeningCheck[]): ScreeningDecision | undefined {
  const found = checks.findLast((c) => c.kind === 'screening-level')?.evidence.level
  return (found as ScreeningDecision | null | undefined) ?? undefined
}

export function missingTasks(
  checks: readonly ScreeningCheck[],
  tasks: readonly Pick<CaseTask, 'kind' | 'state'>[],
): LevelTasks | undefined {
  const level = levelOf(checks)
  if (!level) return undefined
  const wanted: readonly TaskKind[] = [
    ...(level.siteVisit ? (['site-visit'] as const) : []),
    ...(level.fingerprints ? (['fingerprints'] as const) : []),
  ]
  const given = tasks.filter((t) => t.state !== 'cancelled').map((t) => t.kind)
  return { level: level.level, cite: level.cite, kinds: wanted.filter((k) => !given.includes(k)) }
}
