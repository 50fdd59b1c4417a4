/** The values of search parameters as FHIR R4 writes them: lists with escapes, tokens, days and instants. Pure. */
import { addDays, isDay, lastOfMonth } from '../../dates.ts'
import type { DayRange, InstantRange, Token } from './conditions.ts'
import { type Prefix, prefixes } from './parameters.ts'

/** Splits at a sign that no backslash stands before. */
export function splitAt(text: string, sign: ',' | '|'): readonly string[] {
  const parts = ['']
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (c === '\\' && i + 1 < text.length) parts[parts.length - 1] += c + text[++i]!
    else if (c === sign) parts.push('')
    else parts[parts.length - 1] += c
  }
  return parts
}
export const unescaped = (text: string): string => text.replace(/\\([\\,|$])/g, '$1')

/** "system|code", "system|", "|code" or "code". */
export function readToken(text: string): Token | undefined {
  const parts = splitAt(text, '|').map(unescaped)
  if (parts.length > 2 || parts.every((p) => p === '')) return undefined
  if (parts.length === 1) return { code: parts[0]! }
  return { system: parts[0]!, ...(parts[1] !== '' && { code: parts[1]! }) }
}

interface Written {
  readonly prefix: Prefix
  readonly rest: string
}
function prefixed(text: string): Written {
  const prefix = prefixes.find((p) => text.startsWith(p))
  return { prefix: prefix ?? 'eq', rest: prefix ? text.slice(2) : text }
}

/** "ge2026", "2026-03" or "lt2026-03-01", as the days it covers. An instant stands for its day. */
export function readDayRange(text: string): DayRange | undefined {
  const { prefix, rest } = prefixed(text)
  const days = daysOf(rest) ?? (instantOf(rest) && daysOf(rest.slice(0, 10)))
  return days && { prefix, ...days }
}

function daysOf(text: string): { readonly from: string; readonly to: string } | undefined {
  if (/^\d{4}$/.test(text) && isDay(`${text}-01-01`)) return { from: `${text}-01-01`, to: `${text}-12-31` }
  const first = `${text}-01`
  if (/^\d{4}-\d{2}$/.test(text) && isDay(first)) return { from: first, to: lastOfMonth(first) }
  return isDay(text) ? { from: text, to: text } : undefined
}

/** The same as instants; a day without a zone is one of UTC. */
export function readInstantRange(text: string): InstantRange | undefined {
  const { prefix, rest } = prefixed(text)
  const days = daysOf(rest)
  if (days && isDay(days.to))
    return { prefix, from: new Date(`${days.from}T00:00:00Z`), to: new Date(`${addDays(days.to, 1)}T00:00:00Z`) }
  const at = instantOf(rest)
  if (!at) return undefined
  // As exact as it was written: a minute, a second or a thousandth.
  const width = /\.\d/.test(rest) ? 1 : /T\d\d:\d\d:\d\d/.test(rest) ? 1_000 : 60_000
  return { prefix, from: at, to: new Date(at.getTime() + width) }
}

function instantOf(text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.test(text)) return undefined
  const at = new Date(/(Z|[+-]\d\d:\d\d)$/.test(text) ? text : `${text}Z`)
  return Number.isNaN(at.getTime()) ? undefined : at
}
