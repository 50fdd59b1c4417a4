/** Where a list of dates that reaches years ahead is folded: what is due within about a year is read, the rest is looked up. Pure. */
import { addMonths, type Day } from '../dates.ts'

const NEAR_MONTHS = 13
const FEW = 10

/** The first so many stand open, the others are folded; nothing is where few would be hidden or none be left open. */
export function nearAndFar<T extends { readonly on: Day }>(
  items: readonly T[],
  today: Day,
): { readonly near: readonly T[]; readonly far: readonly T[] } {
  const end = addMonths(today, NEAR_MONTHS)
  const far = items.filter((i) => i.on > end)
  const near = items.filter((i) => i.on <= end)
  return near.length === 0 || far.length <= FEW ? { near: items, far: [] } : { near, far }
}
