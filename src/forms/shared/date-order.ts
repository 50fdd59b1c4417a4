/** The order of two dates of the same item. */
import type { Check } from '../kit/section.ts'

/** Refuses an end before its start; silent while either is missing. */
export const endsAfterStart = (start: string, end: string): Check => ({
  id: `${end}-after-${start}`.toLowerCase(),
  at: end,
  code: 'date-before',
  holds: (a) => a[start] === undefined || String(a[end]) >= String(a[start]),
})
