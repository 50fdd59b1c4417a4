/** How often somebody is told what is due, and on which days. Pure; days are the site's. */
import { addDays, type Day } from '../dates.ts'

export const digestRhythms = ['daily', 'weekly', 'off'] as const
export type DigestRhythm = (typeof digestRhythms)[number]
export const isDigestRhythm = (s: string | undefined): s is DigestRhythm =>
  (digestRhythms as readonly string[]).includes(s ?? '')

/** For whoever chose nothing: nobody should have to look in to find out. */
export const usualRhythm: DigestRhythm = 'weekly'

/** How far a digest looks ahead. */
export const DIGEST_DAYS = 60

const MONDAY = 1

/** Is one due today? A week that was missed on its Monday is made up for on the next day. */
export function digestDue(rhythm: DigestRhythm, lastOn: Day | undefined, today: Day): boolean {
  if (rhythm === 'off' || lastOn === today) return false
  if (rhythm === 'daily') return true
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  const monday = addDays(today, -((weekday + 7 - MONDAY) % 7))
  return lastOn === undefined ? weekday === MONDAY : lastOn < monday
}
