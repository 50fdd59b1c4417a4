/** What still keeps a case from being recommended or approved: checks, what its level asks for, and tasks. Reads only. */
import type { Db } from '#db/db.ts'
import type { ApplicationPermit } from '#db/queries/application/applications.ts'
import { listTasks } from '#db/queries/application/case-tasks.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import { reasonOf } from '#domain/application/reasons.ts'
import type { Problem } from '#domain/result.ts'
import { isLevelAsk } from '#domain/review/level/level-asks.ts'
import { isByHand, type OpenCheck, openChecks } from '#domain/review/screening/screening.ts'
import { readingOf } from '#forms/readings.ts'
import type { Words } from '#words/index.ts'
import { type CaseFile, submissionUnderReview } from '../case/case-file.ts'
import { openAsks } from '../level/level-standing.ts'
import { conflictsOpen } from '../reconcile/reconcile-application.ts'
import { requiredChecks } from '../screening/screening-subjects.ts'

/** What still keeps the case from being recommended, with what its level asks somebody to bring. Results about an earlier submission do not count. */
export async function findOpenChecks(
  db: Db,
  permit: ApplicationPermit,
  found: CaseFile,
): Promise<readonly OpenCheck[]> {
  // Nobody has to pass a check to leave.
  if (reasonOf(found.header).record === 'ends') return []
  const ordinal = submissionUnderReview(found)
  const checks = await listChecks(db, permit)
  const current = checks.filter((c) => c.submission === ordinal || isByHand(c.kind))
  const required = requiredChecks(readingOf(found.header.form), found.whole)
  // A license that is no longer in the file needs no board any more.
  const asked = current.filter((c) => c.kind !== 'license-board' || required.some((r) => r.subject === c.subject))
  return [...openChecks(required, asked), ...openAsks(asked)]
}

/** One problem for every task that is still to be done. */
export const openTasks = async (db: Db, permit: ApplicationPermit): Promise<readonly Problem[]> =>
  (await listTasks(db, permit))
    .filter((t) => t.state === 'open')
    .map((t) => ({ code: 'tasks-open', with: { what: t.what } }))

/**
 * The first thing that keeps a recommended case from being approved: `level-open`, `screening-open`, `conflicts-open`
 * (the record changed meanwhile, and nobody settled which of two answers holds) or `tasks-open`.
 * What the level asks for is named, since no decision passes it over.
 */
export async function openWork(
  db: Db,
  permit: ApplicationPermit,
  found: CaseFile,
  words: Words,
): Promise<Problem | undefined> {
  const open = await findOpenChecks(db, permit, found)
  const asked = open.find((o) => isLevelAsk(o.kind) && (o.why === 'missing' || o.why === 'not-passed'))
  if (asked) return { code: 'level-open', with: { what: words.desk.screening.checks[asked.kind] } }
  if (open.length > 0) return { code: 'screening-open' }
  return [...conflictsOpen(found), ...(await openTasks(db, permit))][0]
}
