/** A person known only by a name on one line. Pure. */
import type { Party } from './name-match.ts'

const GENERATION = /^(jr|sr|ii|iii|iv|v)\.?$/i

/** "Rosa Maria Vega Jr.": the last word that is no suffix is taken as the last name, the first one as the first. */
export function personCalled(name: string): Party {
  const words = name
    .trim()
    .split(/[\s,]+/)
    .filter((word) => !GENERATION.test(word))
  const last = words.at(-1) ?? ''
  return { last, ...(words.length > 1 && { first: words[0]! }) }
}
