/** The mail that says what is due: daily or weekly, as each person wants it; none when nothing is. A job. */
import type { Db } from '#db/db.ts'
import { actorOf, type DigestReader, listDigestReaders } from '#db/queries/time/actors.ts'
import { queueMessage } from '#db/records/messages.ts'
import { saveCalendarSetting } from '#db/records/time/calendar-settings.ts'
import { transact } from '#db/records/transact.ts'
import { authorize, type Permit } from '#domain/access/policy.ts'
import { addDays, type Day, dayIn, siteZone } from '#domain/dates.ts'
import { DIGEST_DAYS, digestDue } from '#domain/time/digest.ts'
import { sayDay } from '#forms/kit/say.ts'
import { digest, type Secrets } from '#outside/secrets.ts'
import type { ReminderWriter } from '../development/remind-development.ts'
import { ownCalendar } from './own-calendar.ts'
import { sayItem } from './say-item.ts'

type StopKeys = Pick<Secrets, 'identifier' | 'recovery' | 'earlier'>
interface Sender extends ReminderWriter {
  readonly secrets: StopKeys
}
/**
 * A person, and a keyed digest of it: whoever has the mail may stop the mail and nothing else. Under a key that is kept
 * when the master key is replaced: a mail has to be stoppable for 30 days (15 U.S.C. 7704(a)(3)).
 */
export const stopPath = (s: StopKeys, userId: string): string => stoppedUnder(s.recovery, userId)
/** Every address that was ever mailed for it; the last is of mails from before. */
export const stopPaths = (s: StopKeys, userId: string): readonly string[] =>
  [s.recovery, ...s.earlier.map((e) => e.recovery), s.identifier].map((key) => stoppedUnder(key, userId))
const stoppedUnder = (key: Buffer, userId: string): string =>
  `/calendar/stop/${userId}/${digest(key, 'stop-digest', userId)}`

const MOST_LINES = 30

/** Returns how many mails were queued. */
export async function sendDigests(db: Db, permit: Permit<'system.run'>, s: Sender, now: Date): Promise<number> {
  const today = dayIn(siteZone, now)
  let sent = 0
  for (const reader of await listDigestReaders(db, permit))
    if (digestDue(reader.rhythm, reader.lastOn, today)) sent += await sendOne(db, s, reader, today, now)
  return sent
}

async function sendOne(db: Db, s: Sender, reader: DigestReader, today: Day, now: Date): Promise<number> {
  const actor = await actorOf(db, reader.userId, now)
  const viewing = actor && authorize(actor, 'dashboard.view', { id: actor.userId, ownerId: actor.userId })
  if (!viewing?.ok) return 0
  const soon = (await ownCalendar(db, viewing.value, today)).filter(
    (i) => i.on <= addDays(today, DIGEST_DAYS) && i.kind !== 'review',
  )
  const lines = soon.slice(0, MOST_LINES).map((i) => `${sayDay(i.on, s.words.values)}: ${sayItem(i, s.words)}`)
  return transact(db, async (tx) => {
    await saveCalendarSetting(tx, reader.userId, { lastDigestOn: today })
    if (soon.length === 0) return 0
    const mail = s.words.time.mails.digest({
      lines,
      more: soon.length - lines.length,
      calendar: `${s.origin}/calendar`,
      stop: `${s.origin}${stopPath(s.secrets, reader.userId)}`,
    })
    for (const recipient of reader.emails) {
      const dedupeKey = `digest|${reader.userId}|${today}|${recipient}`
      await queueMessage(tx, { channel: 'email', recipient, template: 'digest', dedupeKey, ...mail }, now)
    }
    return reader.emails.length
  })
}
