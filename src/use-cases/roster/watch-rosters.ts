/**
 * Looks at every saved roster once a day: compares with the answers of last time, notes what differs and mails
 * everybody whose it is, in one transaction, so that no difference is told twice or lost. The mail names no provider.
 */
import type { Db } from '#db/db.ts'
import { rosterAddresses } from '#db/queries/enrollment/roster-people.ts'
import { rostersCheckedBefore } from '#db/queries/enrollment/rosters.ts'
import { lockRoster, noteRosterCheck } from '#db/records/enrollment/rosters.ts'
import { queueMessage } from '#db/records/messages.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import { dayNumber } from '#domain/eligibility/packing.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { checkAgain } from '#domain/roster/again.ts'
import type { Words } from '#words/index.ts'

/** A roster that was checked within the last hours is left for the next time. */
const REST_MS = 6 * 3_600_000

export interface RosterWriter {
  readonly origin: string
  readonly words: Words
}

/** Returns how many rosters changed. */
export async function watchRosters(
  db: Db,
  permit: Permit<'system.run'>,
  snapshot: Snapshot,
  { origin, words }: RosterWriter,
  now: Date,
): Promise<number> {
  const on = dayNumber(dayIn(siteZone, now))
  let changed = 0
  for (const id of await rostersCheckedBefore(db, permit, new Date(now.getTime() - REST_MS)))
    await transact(db, async (tx) => {
      const roster = await lockRoster(tx, permit, id)
      if (!roster) return
      const { answers, differences } = checkAgain(snapshot, on, roster.answers)
      await noteRosterCheck(tx, permit, id, answers, differences, now)
      if (differences.length === 0) return
      changed++
      const changes = new Set(differences.map((d) => d.npi)).size
      const mail = words.roster.mail({ changes, link: `${origin}/roster/${id}` })
      for (const recipient of await rosterAddresses(tx, permit, roster, now)) {
        const dedupeKey = `roster-changed|${id}|${now.toISOString()}|${recipient}`
        await queueMessage(tx, { channel: 'email', recipient, template: 'roster-changed', dedupeKey, ...mail }, now)
      }
    })
  return changed
}
