/** Amounts and times: day, year, share, money, count. */
import { type Day, isDay } from '#domain/dates.ts'
import { ok, type Result } from '#domain/result.ts'
import { type Kind, no, same } from './kind.ts'

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
