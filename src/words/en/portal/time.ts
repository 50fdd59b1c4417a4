/** Days and times as the portal says them. */
import { type Day, daysBetween } from '#domain/dates.ts'
import { sayDay } from '#forms/kit/say.ts'
import { months } from '../reference/months.ts'

const say = (d: Day): string => sayDay(d, { months })

// Making a formatter costs a hundred times as much as using it.
const formatters = new Map<string, Intl.DateTimeFormat>()
function formatterIn(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  formatters.set(zone, made)
  return made
}

export const time = {
  day: say,
  /** "in 9 days (December 2, 2026)"; says so when it is today or past. */
  due(d: Day, today: Day): string {
    const left = daysBetween(today, d)
    if (left < 0) return `since ${say(d)}, which is past`
    if (left === 0) return `today (${say(d)})`
    return left === 1 ? `tomorrow (${say(d)})` : `in ${left} days (${say(d)})`
  },
  /** "December 2, 2026, 10:42 AM CST". */
  at: (instant: Date, zone: string): string => formatterIn(zone).format(instant),
}
