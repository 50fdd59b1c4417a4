/** Dates as the published files write them. Pure. `null` means "not a date"; `undefined` means "none". */
import { type Day, isDay } from '#domain/dates.ts'

const checked = (year: string, month: string, date: string): Day | null => {
  const text = `${year}-${month}-${date}`
  return isDay(text) ? text : null
}

// Dates repeat by the million: each is checked once. By year and day of the year, because hashing a text costs more.
const FIRST_YEAR = 1850
const LAST_YEAR = 2149
const SLASH = 47
const seen: (Day | null | undefined)[] = new Array((LAST_YEAR - FIRST_YEAR + 1) * 13 * 32).fill(undefined)

/** NPPES: MM/DD/YYYY. */
export function slashDate(text: string): Day | null {
  if (text.length !== 10 || text.charCodeAt(2) !== SLASH || text.charCodeAt(5) !== SLASH) return null
  const year = number(text, 6, 10)
  const month = number(text, 0, 2)
  const date = number(text, 3, 5)
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 0 || month > 12 || date < 0 || date > 31)
    return /^\d{2}\/\d{2}\/\d{4}$/.test(text) ? checked(text.slice(6), text.slice(0, 2), text.slice(3, 5)) : null
  const at = ((year - FIRST_YEAR) * 13 + month) * 32 + date
  const known = seen[at]
  if (known !== undefined) return known
  const day = checked(text.slice(6), text.slice(0, 2), text.slice(3, 5))
  seen[at] = day
  return day
}

/** The digits of `text` from `start` to `end` as a number; far below zero when one is no digit. */
function number(text: string, start: number, end: number): number {
  let n = 0
  for (let i = start; i < end; i++) {
    const d = text.charCodeAt(i) - 48
    n = d < 0 || d > 9 ? -1_000_000 : n * 10 + d
  }
  return n
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
