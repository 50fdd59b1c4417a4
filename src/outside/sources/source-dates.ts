/** Dates as the published files write them. Pure. `null` means "not a date"; `undefined` means "none". */
import { type Day, isDay } from '#domain/dates.ts'

const checked = (year: string, month: string, date: string): Day | null => {
  const text = `${year}-${month}-${date}`
  return isDay(text) ? text : null
}

// Dates repeat by the million; a small memory is much faster than reading each again.
const seen = new Map<string, Day | null>()
const SEEN_LIMIT = 50_000

/** NPPES: MM/DD/YYYY. */
export function slashDate(text: string): Day | null {
  const known = seen.get(text)
  if (known !== undefined) return known
  const parts = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text)
  const day = parts ? checked(parts[3]!, parts[1]!, parts[2]!) : null
  if (seen.size >= SEEN_LIMIT) seen.clear()
  seen.set(text, day)
  return day
}

/**
 * LEIE: YYYYMMDD with 00000000 for none; its supplements also write MM/DD/YY.
 * A two-digit year means the 1900s unless that would make the person older than 100 on `pivot`.
 */
export function compactDate(text: string, pivot?: Day): Day | undefined | null {
  if (text === '00000000') return undefined
  const whole = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (whole) return checked(whole[1]!, whole[2]!, whole[3]!)
  const short = /^(\d{2})\/(\d{2})\/(\d{2})$/.exec(text)
  if (!short) return slashDate(text)
  const pivotYear = pivot ? Number(pivot.slice(0, 4)) : 2000
  const year = pivotYear - (1900 + Number(short[3])) > 100 ? `20${short[3]}` : `19${short[3]}`
  return checked(year, short[1]!, short[2]!)
}

/** State lists: "9/3/1997 0:00:00", "09/20/2006", "2024-07-31". */
export function looseDate(text: string): Day | null {
  const parts = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s.*)?$/.exec(text)
  if (parts) return checked(parts[3]!, parts[1]!.padStart(2, '0'), parts[2]!.padStart(2, '0'))
  return isDay(text) ? text : null
}

/** The death file: MMDDYYYY, or a CSV date. A day that is not known is 00 there and the first of the month here. */
export function monthFirstDate(text: string): Day | undefined | null {
  const parts = /^(\d{2})(\d{2})(\d{4})$/.exec(text)
  if (!parts) return looseDate(text)
  if (parts[3] === '0000' || parts[1] === '00') return undefined
  return checked(parts[3]!, parts[1]!, parts[2] === '00' ? '01' : parts[2]!)
}

/** The date a file's own name gives: "npidata_pfile_20050523-20250608.csv" is of 2025-06-08. */
export function dateInName(name: string): Day | undefined {
  const whole = [...name.matchAll(/(?<!\d)(20\d{2})[._-]?(\d{2})[._-]?(\d{2})(?!\d)/g)]
    .map((m) => checked(m[1]!, m[2]!, m[3]!))
    .filter((d) => d !== null)
  return whole.at(-1)
}
