/** Empties the outbox. At least once: a crash between handing over and noting it repeats the message under the same id. */
import type { Db } from '#db/db.ts'
import { markFailed, markSent, takeMessage } from '#db/records/outbox.ts'
import type { Clock } from '#outside/clock.ts'
import { type Carrier, Undeliverable } from '#outside/mail/carrier.ts'

/** Minutes until the next try, by tries made; after the last one the message has failed. */
const BACK_OFF = [1, 5, 15, 60, 240, 720] as const

/** Sends every due message and returns how many were handed over; what was sent is blanked unless `keepBodies`. */
export async function deliverMessages(db: Db, carrier: Carrier, clock: Clock, keepBodies: boolean): Promise<number> {
  let sent = 0
  for (;;) {
    const message = await takeMessage(db, clock.now())
    if (!message) return sent
    try {
      await carrier.carry(message)
      await markSent(db, message.id, clock.now(), keepBodies)
      sent++
    } catch (fault) {
      const wait = fault instanceof Undeliverable ? undefined : BACK_OFF[message.attempts - 1]
      const now = clock.now()
      await markFailed(db, message.id, String(fault), wait ? new Date(now.getTime() + wait * 60_000) : null, now)
    }
  }
}
