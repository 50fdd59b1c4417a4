/** Writes due days as an iCalendar file: RFC 5545, whole days, folded lines, the same UID for the same obligation. Pure. */
import { addDays, type Day } from '../dates.ts'

export interface CalendarEntry {
  readonly uid: string
  readonly on: Day
  readonly summary: string
  readonly description: string
  readonly url: string
}

/** TEXT: backslash, semicolon and comma are escaped, a line break becomes \n, other control characters are left out (3.3.11). */
const escaped = (s: string): string =>
  s
    .replace(/[\\;,]/g, (c) => `\\${c}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these may not stand in the file
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')

/** No line is longer than 75 octets; a character is never cut (3.1). */
export function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const c of line) {
    const n = octetsOf(c)
    if (octets + n > 75) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += c
    octets += n
  }
  return [...parts, part].join('\r\n')
}
const octetsOf = (c: string): number => {
  const code = c.codePointAt(0)!
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

const compact = (d: Day): string => d.replaceAll('-', '')

export function calendarFile(
  entries: readonly CalendarEntry[],
  o: { readonly name: string; readonly product: string; readonly at: Date },
): string {
  const stamp = `${o.at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${escaped(o.product)}//Due dates//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(o.name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...entries.flatMap((e) => [
      'BEGIN:VEVENT',
      `UID:${escaped(e.uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(e.on)}`,
      `DTEND;VALUE=DATE:${compact(addDays(e.on, 1))}`,
      `SUMMARY:${escaped(e.summary)}`,
      `DESCRIPTION:${escaped(e.description)}`,
      `URL:${e.url}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
