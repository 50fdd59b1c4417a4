/**
 * Where services are to be given after a change and were not before: a practice location that is added is screened like a
 * first application of the type, by whatever application it is reported (42 CFR 424.518). Pure.
 */
import type { File, Item } from './kit/section.ts'

const SECTION = 'practice-locations'

/** The same place whatever its letters, commas and ZIP+4. */
const placeKey = ({ answers: a }: Item): string =>
  [a.line1, a.city, a.state, String(a.zip ?? '').slice(0, 5)]
    .map((part) =>
      String(part ?? '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .join('|')

/** "Dogwood North, 1 Elm Street, Dayton" of each that is new. A place that is only named or numbered anew is none. */
export function newLocations(before: File, after: File): readonly string[] {
  const had = before[SECTION] ?? []
  const ids = new Set(had.map((i) => i.id))
  const places = new Set(had.map(placeKey))
  return (after[SECTION] ?? [])
    .filter((i) => !ids.has(i.id) && !places.has(placeKey(i)))
    .map(({ answers: a }) => [a.name, a.line1, a.city].filter((s) => typeof s === 'string' && s !== '').join(', '))
}
