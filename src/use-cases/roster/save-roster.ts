/** A roster that was sent is checked, and kept with its answers, to be watched. Of the file only the NPIs stay. */
import type { Db } from '#db/db.ts'
import { listRosters } from '#db/queries/rosters.ts'
import { insertRoster } from '#db/records/rosters.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import { dayNumber } from '#domain/eligibility/packing.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { scanRoster } from '#domain/roster/scan.ts'

export const MOST_ROWS = 20_000
export const MOST_ROSTERS = 20

export async function saveRoster(
  db: Db,
  permit: Permit<'roster.manage'>,
  snapshot: Snapshot,
  sent: { readonly name: string; readonly bytes: Uint8Array },
  now: Date,
): Promise<Result<string>> {
  const name = sent.name.trim()
  if (name === '') return refuse({ code: 'required', at: 'name' })
  if (name.length > 80) return refuse({ code: 'too-long', at: 'name', with: { max: 80 } })
  const scan = scanRoster(snapshot, dayNumber(dayIn(siteZone, now)))
  const decoder = new TextDecoder()
  const answers = decoder.decode(scan.feed(sent.bytes)) + decoder.decode(scan.end())
  const { rows } = scan.summary
  if (rows === 0) return refuse({ code: 'file-empty', at: 'file' })
  if (rows > MOST_ROWS) return refuse({ code: 'too-many-items', at: 'file', with: { max: MOST_ROWS } })
  if ((await listRosters(db, permit)).length >= MOST_ROSTERS)
    return refuse({ code: 'too-many-items', at: 'name', with: { max: MOST_ROSTERS } })
  // No zero bytes: PostgreSQL takes none in text, and what stood in a cell may be anything.
  return ok(
    await transact(db, (tx) => insertRoster(tx, permit, { name, rows, answers: answers.replaceAll('\0', '') }, now)),
  )
}
