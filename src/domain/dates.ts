/**
 * Civil days, which is what the law counts in. Pure: nobody here asks what time it is.
 * A deadline is a day in the contractor's time zone, never an instant.
 */
declare const isoDay: unique symbol
/** A calendar day, "YYYY-MM-DD", with no time zone. Compares with < and >. */
export type Day = string & { readonly [isoDay]: true }

/** Reads a day; throws RangeError for anything that is not one (2026-02-30 included). */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`)
  return text
}

export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

const millis = (d: Day): number => Date.parse(`${d}T00:00:00Z`)
const fromMillis = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day

export const addDays = (d: Day, n: number): Day => fromMillis(millis(d) + n * 86_400_000)
export const daysBetween = (from: Day, to: Day): number => Math.round((millis(to) - millis(from)) / 86_400_000)
export const later = (a: Day, b: Day): Day => (a > b ? a : b)
export const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/** Adds calendar months; the 31st becomes the last day of a shorter month. */
export function addMonths(d: Day, n: number): Day {
  const [y, m, dd] = d.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(y, m - 1 + n, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(dd, last))
  return first.toISOString().slice(0, 10) as Day
}

export const addYears = (d: Day, n: number): Day => addMonths(d, 12 * n)

export function lastOfMonth(d: Day): Day {
  const [y, m] = d.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(y, m, 0)).toISOString().slice(0, 10) as Day
}

// Making a formatter costs a hundred times as much as using it, and every request asks for a day.
const formatters = new Map<string, Intl.DateTimeFormat>()
function formatterIn(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formatters.set(zone, made)
  return made
}

/** The civil day that an instant falls on in a time zone ("America/Chicago"). */
export const dayIn = (zone: string, at: Date): Day => formatterIn(zone).format(at) as Day

/** The zone in which the site itself counts days; a deadline of a contractor uses the contractor's. */
export const siteZone = 'America/New_York'
