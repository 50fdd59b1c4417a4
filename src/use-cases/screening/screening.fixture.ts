/** An analyst who accepts whatever the screening found. */
import type { Db } from '#db/db.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import type { Permit } from '#domain/access/policy.ts'
import { dispositions, dispositionsOf } from '#domain/review/screening/screening.ts'
import { disposeCheck } from './judge-checks.ts'

export async function disposeAll(db: Db, permit: Permit<'application.review'>, now: Date): Promise<void> {
  for (const check of await listChecks(db, permit)) {
    const disposition = dispositionsOf(check.outcome).find((d) => !dispositions[d].stops)
    if (!disposition || check.disposition) continue
    const done = await disposeCheck(
      db,
      permit,
      { checkId: check.id, disposition, reason: 'Looked at it: it is fine' },
      now,
    )
    if (!done.ok) throw new Error(done.problem.code)
  }
}
