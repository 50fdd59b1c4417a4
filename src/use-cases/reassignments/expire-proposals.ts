/**
 * A proposal that somebody has not signed is over after a time; both sides are told a week before and when it is. A job:
 * running it again tells nobody again. What an application carries ends with the application.
 */
import type { Db } from '#db/db.ts'
import type { Handshake } from '#db/queries/reassignments/handshakes.ts'
import { listOldUnsigned } from '#db/queries/reassignments/to-sign.ts'
import { lockHandshakes } from '#db/records/reassignments/handshakes.ts'
import { expireHandshakes, markLastCall } from '#db/records/reassignments/waiting.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type Day, dayIn, siteZone } from '#domain/dates.ts'
import { type ProposalAge, proposalAge, proposalLastDay } from '#domain/reassignment/expiry.ts'
import { sayDay } from '#forms/kit/say.ts'
import { type Teller, tellSigners } from './tell-signers.ts'

const DAY = 86_400_000
/** Nothing younger can be near its end; what is nearer is judged by the day. */
const YOUNGEST = 60 * DAY

/** Returns how many are over now. */
export async function expireProposals(
  db: Db,
  permit: Permit<'system.run'>,
  teller: Teller,
  now: Date,
): Promise<number> {
  const today = dayIn(siteZone, now)
  const old = await listOldUnsigned(db, permit, new Date(now.getTime() - YOUNGEST))
  const ids = (age: ProposalAge) => old.filter((h) => ageOf(h, today) === age).map((h) => h.id)
  return transact(db, async (tx) => {
    const { mails } = teller.words.reassignments
    const called = await markLastCall(tx, ids('last-call'), now)
    const last = old.filter((h) => called.has(h.id))
    for (const [day, all] of byLastDay(last))
      await tellSigners(
        tx,
        teller,
        bothSides(all),
        {
          template: 'reassignment-last-call',
          say: (others, link) => mails.lastCall(others, sayDay(day, teller.words.values), link),
        },
        now,
      )
    // Somebody may have signed since it was looked for.
    const over = (await lockHandshakes(tx, ids('over'))).filter(
      (h) => !(h.practitionerSigned && h.groupSigned) && !h.refusedBy && !h.expired,
    )
    await expireHandshakes(
      tx,
      over.map((h) => h.id),
      now,
    )
    await tellSigners(tx, teller, bothSides(over), { template: 'reassignment-expired', say: mails.expired }, now)
    return over.length
  })
}

const ageOf = (h: Handshake, today: Day): ProposalAge => proposalAge(dayIn(siteZone, h.proposedAt), today)

const bothSides = (all: readonly Handshake[]) =>
  all.flatMap((handshake) => (['practitioner', 'group'] as const).map((side) => ({ handshake, side })))

function byLastDay(all: readonly Handshake[]): ReadonlyMap<Day, readonly Handshake[]> {
  const days = new Map<Day, Handshake[]>()
  for (const h of all) {
    const last = proposalLastDay(dayIn(siteZone, h.proposedAt))
    days.set(last, [...(days.get(last) ?? []), h])
  }
  return days
}
