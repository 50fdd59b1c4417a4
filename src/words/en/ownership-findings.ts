/** What does not fit in an ownership structure, said; and how shares and lists of names are written. */
import type { OwnershipFinding } from '#domain/ownership/findings.ts'

/** "30%", "12.5%", "1.755%": no digit that says nothing. */
export const percent = (n: number): string =>
  `${Number(n.toFixed(4)).toLocaleString('en-US', { maximumFractionDigits: 4 })}%`

const LISTED = 4
/** "A, B and C"; of many the first few and how many more. */
export function names(list: readonly string[]): string {
  const shown = list.length > LISTED + 1 ? list.slice(0, LISTED) : list
  const more = list.length - shown.length
  const all = more > 0 ? [...shown, `${more} others`] : shown
  return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}

const findings: { readonly [K in OwnershipFinding['kind']]: (f: Extract<OwnershipFinding, { kind: K }>) => string } = {
  'over-100': (f) => `The shares in ${f.owned.name} add up to ${percent(f.percent)}. That is more than all of it.`,
  'under-100': (f) =>
    `The direct shares in ${f.owned.name} add up to ${percent(f.percent)}. Owners of less than 5% need not be named.`,
  'owns-itself': (f) => `${f.owned.name} is named as an owner of itself. We do not count that share.`,
  circle: (f) =>
    `${names(f.parties.map((p) => p.name))} own each other in a circle. We count every way up once and never around.`,
  'no-percent': (f) => `Nobody says how many percent of ${f.owned.name} ${f.owner.name} owns.`,
  'indirect-differs': (f) =>
    `${f.owner.name} was named with ${percent(f.stated)} indirectly. The chart gives ${percent(f.found)}.`,
  'no-way': (f) =>
    `${f.owner.name} was named with ${percent(f.stated)} indirectly. Nothing says through whom, so add who owns the owners.`,
  'not-named': (f) =>
    `${f.owner.name} owns ${percent(f.percent)} through others and is not named as an owner. Owners of 5% or more must be.`,
  cut: () => 'These owners own each other in too many ways to work out every one. Shares may be higher than we say.',
}
const sayKind = <K extends OwnershipFinding['kind']>(f: Extract<OwnershipFinding, { kind: K }>): string =>
  (findings[f.kind as K] as (x: typeof f) => string)(f)
export const sayFinding = (f: OwnershipFinding): string => sayKind(f as never)
