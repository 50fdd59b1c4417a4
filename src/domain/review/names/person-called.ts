/** A person known only by a name on one line. Pure. */
import type { Party } from './name-match.ts'
import { nameParts } from './name-parts.ts'

const GENERATION = /^(jr|sr|ii|iii|iv|v)\.?$/i

/** Only "Jr." or "MD", as it stands behind a comma. */
const isBehindName = (part: string): boolean => nameParts(`X ${part}`).words.length === 1

/** "Rosa Maria Vega Jr., MD": the last word that is no suffix is taken as the last name, the first one as the first. */
export function personCalled(name: string): Party {
  const words = name
    .split(',')
    .filter((part, i) => i === 0 || !isBehindName(part))
    .join(' ')
    .trim()
    .split(/\s+/)
    .filter((word) => !GENERATION.test(word))
  const last = words.at(-1) ?? ''
  return { last, ...(words.length > 1 && { first: words[0]! }) }
}
