/** Free text, on one line and on many. */
import { ok, type Result } from '#domain/result.ts'
import { type Kind, no, same } from './kind.ts'

// Control characters break PDFs, CSVs and X12; line breaks are allowed only in long text.
const CONTROL = /[\p{Cc}\u2028\u2029]/u
const CONTROL_BUT_BREAKS = /[^\P{Cc}\n]|[\u2028\u2029]/u

export const text = <const M extends number = 100>(max: M = 100 as M) =>
  ({
    name: 'text',
    max,
    typed: same,
    schema: { type: 'string', minLength: 1, maxLength: max },
    parse: (t): Result<string> =>
      t.length > max ? no('too-long', { max }) : CONTROL.test(t) ? no('bad-character') : ok(t.replace(/ {2,}/g, ' ')),
  }) satisfies Kind<string, 'text'>

export const longText = (max = 2000) =>
  ({
    name: 'longText',
    max,
    typed: same,
    schema: { type: 'string', minLength: 1, maxLength: max },
    parse: (t): Result<string> => {
      const unix = t.replace(/\r\n?/g, '\n')
      return unix.length > max
        ? no('too-long', { max })
        : CONTROL_BUT_BREAKS.test(unix)
          ? no('bad-character')
          : ok(unix)
    },
  }) satisfies Kind<string, 'longText'>
