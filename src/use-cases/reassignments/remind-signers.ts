/** Whoever has not signed is written to again: by a job every week, and by the group when it asks, at most once a day. */
import type { Db } from '#db/db.ts'
import { type Handshake, listGroupHandshakes } from '#db/queries/reassignments/handshakes.ts'
import { listUnsigned, missingOf } from '#db/queries/reassignments/to-sign.ts'
import { markReminded } from '#db/records/reassignments/waiting.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type Teller, tellSigners } from './tell-signers.ts'

const HOUR = 3_600_000
export const remindedEvery = 7 * 24 * HOUR
export const askedAgainAfter = 24 * HOUR

/** The job: one mail a signer, about everything that waits for them since a week. */
export async function remindReassignments(
  db: Db,
  permit: Permit<'system.run'>,
  teller: Teller,
  now: Date,
): Promise<void> {
  const due = await listUnsigned(db, permit, new Date(now.getTime() - remindedEvery))
  await remind(db, due, teller, now)
}

/** The group's own button; returns how many people were written to. */
export async function remindGroupSigners(
  db: Db,
  permit: Permit<'roster.view'>,
  teller: Teller,
  now: Date,
): Promise<number> {
  const all = await listGroupHandshakes(db, permit)
  return remind(
    db,
    all.filter((h) => isDue(h, now)),
    teller,
    now,
  )
}

const isDue = (h: Handshake, now: Date): boolean =>
  !h.refusedBy &&
  !h.acceptedAt &&
  !h.ended &&
  !h.expired &&
  missingOf(h).length > 0 &&
  now.getTime() - (h.remindedAt ?? h.proposedAt).getTime() >= askedAgainAfter

const remind = (db: Db, due: readonly Handshake[], teller: Teller, now: Date): Promise<number> =>
  transact(db, async (tx) => {
    if (due.length === 0) return 0
    const told = due.flatMap((handshake) => missingOf(handshake).map((side) => ({ handshake, side })))
    const { reminded } = teller.words.reassignments.mails
    const people = await tellSigners(tx, teller, told, { template: 'reassignment-reminder', say: reminded }, now)
    await markReminded(
      tx,
      due.map((h) => h.id),
      now,
    )
    return people
  })
