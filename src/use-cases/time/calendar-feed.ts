/** The calendar under a secret address, for the calendar program of whoever made it; taken away at any time. */
import type { Db } from '#db/db.ts'
import { actorOf, ownerOfFeed } from '#db/queries/time/actors.ts'
import { saveCalendarSetting } from '#db/records/time/calendar-settings.ts'
import { transact } from '#db/records/transact.ts'
import { authorize, type Permit } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import { calendarFile } from '#domain/time/calendar-file.ts'
import type { DigestRhythm } from '#domain/time/digest.ts'
import type { DueItem } from '#domain/time/due-item.ts'
import type { Site } from '#outside/services.ts'
import type { Words } from '#words/index.ts'
import { newToken } from '../account/identity.ts'
import { ownCalendar } from './own-calendar.ts'
import { sayItem, sayWhat } from './say-item.ts'

type Own = Permit<'dashboard.view'>
interface Writer {
  readonly site: Pick<Site, 'origin' | 'product'>
  readonly words: Words
}

/** Makes a secret address; one made before stops working. Returns the secret, which is shown once. */
export async function makeFeed(db: Db, permit: Own, now: Date): Promise<string> {
  const token = newToken()
  await transact(db, (tx) => saveCalendarSetting(tx, permit.actor.userId, { feed: { token, at: now } }))
  return token
}

export const endFeed = (db: Db, permit: Own): Promise<void> =>
  transact(db, (tx) => saveCalendarSetting(tx, permit.actor.userId, { feed: null }))

export const chooseDigest = (db: Db, userId: string, digest: DigestRhythm): Promise<void> =>
  transact(db, (tx) => saveCalendarSetting(tx, userId, { digest }))

/** The file for whoever has the secret; undefined when it opens nothing, or its owner is gone. */
export async function readFeed(db: Db, token: string, writer: Writer, now: Date): Promise<string | undefined> {
  const owner = await ownerOfFeed(db, token)
  const actor = owner ? await actorOf(db, owner, now) : undefined
  const permit = actor && authorize(actor, 'dashboard.view', { id: actor.userId, ownerId: actor.userId })
  if (!permit?.ok) return undefined
  return writeCalendar(await ownCalendar(db, permit.value, dayIn(siteZone, now)), writer, now)
}

/** As a file; the uid of an obligation stays when its day moves. */
export const writeCalendar = (items: readonly DueItem[], { site, words }: Writer, now: Date): string =>
  calendarFile(
    items.map((i) => ({
      uid: `${i.id.replaceAll('|', '-').replaceAll(' ', '-')}@${new URL(site.origin).hostname}`,
      on: i.on,
      summary: sayItem(i, words),
      description: `${sayWhat(i, words)}\n${site.origin}${i.href}`,
      url: `${site.origin}${i.href}`,
    })),
    { name: words.time.feedName(site.product), product: site.product, at: now },
  )
