/**
 * The closed set of question kinds. A kind says how a typed answer is read, how it is said back,
 * and its JSON Schema. Every output (HTML control, PDF line, docs) is a record exhaustive over
 * `KindName`, so a new kind does not compile until each of them can handle it.
 * Typed answers are strings; a stored answer is the parsed value (JSON).
 */
import { type Day, isDay } from '#domain/dates.ts'
import { isNpi, type Npi } from '#domain/identifiers/npi.ts'
import { digitsOf, type Ein, isEin, isSsn, type Ssn } from '#domain/identifiers/tax-id.ts'
import { isStateCode, type StateCode } from '#domain/party/states.ts'
import type { ProblemCode } from '#domain/problem-codes.ts'
import { ok, type Result, refuse } from '#domain/result.ts'

export interface Kind<T, Name extends string> {
  readonly name: Name
  /** Reads what was typed. The text is trimmed and not empty. */
  parse(typed: string): Result<T>
  /** The stored value as it would be typed, to fill the control again. */
  typed(value: T): string
  readonly schema: Readonly<Record<string, unknown>>
  /** Longest text the control takes. */
  readonly max?: number
}

const no = (code: ProblemCode, fill?: Record<string, string | number>) => refuse({ code, ...(fill && { with: fill }) })
const same = (v: string): string => v

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

export const npi = {
  name: 'npi',
  max: 10,
  typed: same,
  schema: { type: 'string', pattern: '^[12][0-9]{9}$' },
  parse: (t): Result<Npi> => {
    const digits = digitsOf(t)
    return isNpi(digits) ? ok(digits) : no('not-an-npi')
  },
} satisfies Kind<Npi, 'npi'>

export const ssn = {
  name: 'ssn',
  max: 11,
  typed: same,
  schema: { type: 'string', pattern: '^[0-9]{9}$' },
  parse: (t): Result<Ssn> => {
    const digits = digitsOf(t)
    return isSsn(digits) ? ok(digits) : no('not-an-ssn')
  },
} satisfies Kind<Ssn, 'ssn'>

export const ein = {
  name: 'ein',
  max: 10,
  typed: same,
  schema: { type: 'string', pattern: '^[0-9]{9}$' },
  parse: (t): Result<Ein> => {
    const digits = digitsOf(t)
    return isEin(digits) ? ok(digits) : no('not-an-ein')
  },
} satisfies Kind<Ein, 'ein'>

/**
 * A day; typed as three boxes (month, day, year) that the page joins to "YYYY-MM-DD".
 * `bound` is judged by the section check against today, because a kind knows no clock.
 */
export const date = (bound: 'any' | 'past' | 'future' = 'any') =>
  ({
    name: 'date',
    bound,
    typed: same,
    schema: { type: 'string', format: 'date' },
    parse: (t): Result<Day> => (isDay(t) && t >= '1800-01-01' && t <= '2200-12-31' ? ok(t) : no('not-a-date')),
  }) satisfies Kind<Day, 'date'> & { bound: string }

export const year = {
  name: 'year',
  max: 4,
  typed: String,
  schema: { type: 'integer', minimum: 1900, maximum: 2200 },
  parse: (t): Result<number> => (/^(19|20|21)\d\d$/.test(t) ? ok(Number(t)) : no('not-a-year')),
} satisfies Kind<number, 'year'>

export const yesNo = {
  name: 'yesNo',
  typed: (v) => (v ? 'yes' : 'no'),
  schema: { type: 'boolean' },
  parse: (t): Result<boolean> => (t === 'yes' ? ok(true) : t === 'no' ? ok(false) : no('not-yes-or-no')),
} satisfies Kind<boolean, 'yesNo'>

/** One of a few; words for each option are in the catalog of the section. */
export const choice = <const O extends readonly string[]>(...options: O) =>
  ({
    name: 'choice',
    options,
    typed: same,
    schema: { enum: options },
    parse: (t): Result<O[number]> => (options.includes(t) ? ok(t as O[number]) : no('not-a-choice')),
  }) satisfies Kind<O[number], 'choice'> & { options: O }

/** Several of a few; typed as the chosen options joined by commas. */
export const choices = <const O extends readonly string[]>(...options: O) =>
  ({
    name: 'choices',
    options,
    typed: (v: readonly string[]) => v.join(','),
    schema: { type: 'array', items: { enum: options }, minItems: 1, uniqueItems: true },
    parse: (t): Result<readonly O[number][]> => {
      const picked = t.split(',')
      return picked.every((p) => options.includes(p)) && new Set(picked).size === picked.length
        ? ok(options.filter((o) => picked.includes(o)))
        : no('not-a-choice')
    },
  }) satisfies Kind<readonly O[number][], 'choices'> & { options: O }

/** One of many, drawn as a list box; the options' words come with the kind's own catalog entry. */
export const specialty = <const O extends readonly string[]>(...options: O) =>
  ({
    name: 'specialty',
    options,
    typed: same,
    schema: { enum: options },
    parse: (t): Result<O[number]> => (options.includes(t) ? ok(t as O[number]) : no('not-a-choice')),
  }) satisfies Kind<O[number], 'specialty'> & { options: O }

export const state = {
  name: 'state',
  max: 2,
  typed: same,
  schema: { type: 'string', pattern: '^[A-Z]{2}$' },
  parse: (t): Result<StateCode> => {
    const code = t.toUpperCase()
    return isStateCode(code) ? ok(code) : no('not-a-state')
  },
} satisfies Kind<StateCode, 'state'>

/** ZIP or ZIP+4, stored "12345" or "12345-6789". */
export const zip = {
  name: 'zip',
  max: 10,
  typed: same,
  schema: { type: 'string', pattern: '^[0-9]{5}(-[0-9]{4})?$' },
  parse: (t): Result<string> => {
    const m = /^(\d{5})[- ]?(\d{4})?$/.exec(t)
    return m ? ok(m[2] ? `${m[1]}-${m[2]}` : m[1]!) : no('not-a-zip')
  },
} satisfies Kind<string, 'zip'>

/** Ten digits of the North American plan, with or without punctuation; stored as ten digits. */
export const phone = {
  name: 'phone',
  max: 20,
  typed: (v) => v.replace(/^(\d{3})(\d{3})(\d{4})$/, '($1) $2-$3'),
  schema: { type: 'string', pattern: '^[2-9][0-9]{9}$' },
  parse: (t): Result<string> => {
    const digits = t.replace(/[\s().+-]/g, '').replace(/^1(?=\d{10}$)/, '')
    return /^[2-9]\d{9}$/.test(digits) ? ok(digits) : no('not-a-phone')
  },
} satisfies Kind<string, 'phone'>

export const email = {
  name: 'email',
  max: 254,
  typed: same,
  schema: { type: 'string', format: 'email', maxLength: 254 },
  parse: (t): Result<string> =>
    t.length <= 254 && /^[^\s@<>",;:()[\]\\]+@[^\s@.<>",;:()[\]\\]+(\.[^\s@.<>",;:()[\]\\]+)+$/.test(t)
      ? ok(t)
      : no('not-an-email'),
} satisfies Kind<string, 'email'>

/** A share, 0 to 100 with up to two decimals. */
export const percent = {
  name: 'percent',
  max: 6,
  typed: String,
  schema: { type: 'number', minimum: 0, maximum: 100 },
  parse: (t): Result<number> => {
    const n = t.replace(/\s*%$/, '')
    return /^\d{1,3}(\.\d{1,2})?$/.test(n) && Number(n) <= 100 ? ok(Number(n)) : no('not-a-percentage')
  },
} satisfies Kind<number, 'percent'>

/** Whole cents, typed in dollars. */
export const money = {
  name: 'money',
  max: 15,
  typed: (cents) => (cents / 100).toFixed(2),
  schema: { type: 'integer', minimum: 0 },
  parse: (t): Result<number> => {
    const n = t.replace(/[$,\s]/g, '')
    return /^\d{1,10}(\.\d{2})?$/.test(n) ? ok(Math.round(Number(n) * 100)) : no('not-money')
  },
} satisfies Kind<number, 'money'>

export const count = {
  name: 'count',
  max: 7,
  typed: String,
  schema: { type: 'integer', minimum: 0, maximum: 9_999_999 },
  parse: (t): Result<number> => (/^\d{1,7}$/.test(t) ? ok(Number(t)) : no('not-a-number')),
} satisfies Kind<number, 'count'>

type Many = readonly string[]
export type AnyKind =
  | ReturnType<typeof text<number>>
  | ReturnType<typeof longText>
  | typeof npi
  | typeof ssn
  | typeof ein
  | ReturnType<typeof date>
  | typeof year
  | typeof yesNo
  | ReturnType<typeof choice<Many>>
  | ReturnType<typeof choices<Many>>
  | ReturnType<typeof specialty<Many>>
  | typeof state
  | typeof zip
  | typeof phone
  | typeof email
  | typeof percent
  | typeof money
  | typeof count
export type KindName = AnyKind['name']
