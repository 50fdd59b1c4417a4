/** Keeps the person's explanation of a difference, which the contractor sees beside it. */
import type { Db } from '#db/db.ts'
import { findFile } from '#db/queries/application/application-file.ts'
import { findApplication } from '#db/queries/application/applications.ts'
import { lockApplication, touchApplication } from '#db/records/application/applications.ts'
import { savePreflightNote } from '#db/records/application/preflight-notes.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { isEditable } from '#domain/application/lifecycle.ts'
import type { Day } from '#domain/dates.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { readingOf } from '#forms/readings.ts'
import { compareApplication } from './compare-application.ts'

const SHORTEST = 10
const LONGEST = 2000

/** Refuses with `reason-needed`, `too-long`, `not-editable`, `not-found`, or `preflight-stopped` for what no words mend. */
export async function explainDifference(
  db: Db,
  permit: Permit<'application.edit'>,
  { key, explanation }: { readonly key: string; readonly explanation: string },
  on: Day,
  now: Date,
): Promise<Result<null>> {
  const said = explanation.replace(/\r\n?/g, '\n').trim()
  if (said.length < SHORTEST) return refuse({ code: 'reason-needed', at: 'explanation', with: { min: SHORTEST } })
  if (said.length > LONGEST) return refuse({ code: 'too-long', at: 'explanation', with: { max: LONGEST } })
  return transact(db, async (tx) => {
    const locked = await lockApplication(tx, permit)
    if (!isEditable(locked.status)) return refuse({ code: 'not-editable' })
    const { form } = await findApplication(tx, permit)
    const { rows } = await compareApplication(tx, permit, readingOf(form), await findFile(tx, permit), on)
    const row = rows.find((r) => r.key === key)
    if (!row) return refuse({ code: 'not-found' })
    if (row.standing === 'stops') return refuse({ code: 'preflight-stopped' })
    await savePreflightNote(tx, permit, key, said, now)
    await touchApplication(tx, locked.id, now)
    return ok(null)
  })
}
