/** A roster that was sent is checked, and kept with its answers, to be watched. Of the file only the NPIs stay. */
import type { Db } from '#db/db.ts'
import { rosterHome } from '#db/queries/enrollment/roster-people.ts'
import { countRosters, type FoundRoster, findRoster } from '#db/queries/enrollment/rosters.ts'
import {
  holdRoster,
  insertRoster,
  type KeptRoster,
  type RosterOwner,
  rewriteRoster,
} from '#db/records/enrollment/rosters.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import { dayNumber } from '#domain/eligibility/packing.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { rosterParties } from '#domain/roster/owners.ts'
import { scanRoster } from '#domain/roster/scan.ts'

export const MOST_ROWS = 20_000
export const MOST_ROSTERS = 20

export interface SentRoster {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * `partyId` is the provider or organization whose roster it is to be; without it the actor alone keeps it. Refuses with
 * `required`, `too-long`, `file-empty`, `too-many-items`, and with `not-a-choice` for a party whose rosters the actor
 * may not use.
 */
export async function saveRoster(
  db: Db,
  permit: Permit<'roster.manage'>,
  snapshot: Snapshot,
  sent: SentRoster,
  now: Date,
  partyId?: string,
): Promise<Result<string>> {
  const judged = judgeRoster(snapshot, sent, now)
  if (!judged.ok) return judged
  if (partyId !== undefined && !rosterParties(permit.actor).includes(partyId))
    return refuse({ code: 'not-a-choice', at: 'whose' })
  return keep(db, permit, judged.value, partyId === undefined ? { ownerId: permit.actor.userId } : { partyId }, now)
}

/** As `saveRoster`, for a program: its own, seen by the people of the party whose program it is. */
export async function saveProgramRoster(
  db: Db,
  permit: Permit<'roster.manage'>,
  snapshot: Snapshot,
  sent: SentRoster,
  partyId: string,
  now: Date,
): Promise<Result<string>> {
  const judged = judgeRoster(snapshot, sent, now)
  if (!judged.ok) return judged
  const home = await rosterHome(db, partyId)
  return keep(db, permit, judged.value, { ownerId: permit.actor.userId, partyId: home }, now)
}

async function keep(
  db: Db,
  permit: Permit<'roster.manage'>,
  roster: KeptRoster,
  whose: RosterOwner,
  now: Date,
): Promise<Result<string>> {
  if ((await countRosters(db, permit, whose.ownerId ? undefined : whose.partyId)) >= MOST_ROSTERS)
    return refuse({ code: 'too-many-items', at: 'name', with: { max: MOST_ROSTERS } })
  return ok(await transact(db, (tx) => insertRoster(tx, permit, roster, whose, now)))
}

/** What is kept of what was sent: its answers today. */
function judgeRoster(snapshot: Snapshot, sent: SentRoster, now: Date): Result<KeptRoster> {
  const name = sent.name.trim()
  if (name === '') return refuse({ code: 'required', at: 'name' })
  if (name.length > 80) return refuse({ code: 'too-long', at: 'name', with: { max: 80 } })
  const scan = scanRoster(snapshot, dayNumber(dayIn(siteZone, now)))
  const decoder = new TextDecoder()
  const answers = decoder.decode(scan.feed(sent.bytes)) + decoder.decode(scan.end())
  const { rows } = scan.summary
  if (rows === 0) return refuse({ code: 'file-empty', at: 'file' })
  if (rows > MOST_ROWS) return refuse({ code: 'too-many-items', at: 'file', with: { max: MOST_ROWS } })
  // No zero bytes: PostgreSQL takes none in text, and what stood in a cell may be anything.
  return ok({ name, rows, answers: answers.replaceAll('\0', '') })
}

/**
 * Another list in place of the one that is kept; what was noticed about the old one stays. `isStill` says whether the
 * roster is the one that the caller has seen. Refuses as `saveRoster`, with `stale`, and with `not-found`.
 */
export async function replaceRoster(
  db: Db,
  permit: Permit<'roster.manage'>,
  snapshot: Snapshot,
  sent: SentRoster,
  isStill: (found: FoundRoster) => boolean,
  now: Date,
): Promise<Result<null>> {
  const judged = judgeRoster(snapshot, sent, now)
  if (!judged.ok) return judged
  return transact(db, async (tx) => {
    await holdRoster(tx, permit)
    const found = await findRoster(tx, permit)
    if (!found) return refuse({ code: 'not-found' })
    if (!isStill(found)) return refuse({ code: 'stale' })
    await rewriteRoster(tx, permit, judged.value, now)
    return ok(null)
  })
}
