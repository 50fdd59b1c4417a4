/** Tries a change of the rules dry on files of the past: which would come to something else. Nothing is written. */
import type { Db } from '#db/db.ts'
import { listPastFiles } from '#db/queries/application/past-files.ts'
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import { ok, type Result } from '#domain/result.ts'
import { type Difference, differences, failedRules } from '#domain/rules/judge-past.ts'
import { inForce, readRules } from '#domain/rules/parameters.ts'

export interface Trial {
  readonly files: number
  /** How many pass everything now, and how many would. */
  readonly passNow: number
  readonly passThen: number
  readonly differences: readonly Difference[]
}

/** `changes` are "name=value". Refuses as `readRules` does. */
export async function tryRules(
  db: Db,
  permit: Permit<'rules.try'>,
  since: Day,
  changes: readonly string[],
): Promise<Result<Trial>> {
  const then = readRules(changes)
  if (!then.ok) return then
  const files = await listPastFiles(db, permit, since)
  const passing = (rules: typeof inForce) => files.filter((f) => failedRules(f, rules).length === 0).length
  return ok({
    files: files.length,
    passNow: passing(inForce),
    passThen: passing(then.value),
    differences: differences(files, inForce, then.value),
  })
}
