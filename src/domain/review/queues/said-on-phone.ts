/** What somebody on the phone says to have a case or an enrollment found: a number, or how words of a name begin. Pure. */
export type Said =
  | { readonly is: 'nothing' }
  /** As it is stored, in every way that it may be meant. */
  | { readonly is: 'number'; readonly npi: string; readonly tracking: string; readonly whole: string }
  | { readonly is: 'name'; readonly words: readonly string[] }

/** Shorter words fit everybody. */
const LEAST = 2
/** Characters of a tracking number without its hyphens, and of each of its groups. */
const [TRACKING, GROUP] = [16, 4]

/** Names of organizations have numbers in them, but beside a word: "21st Century Oncology". */
const hasWord = (said: string): boolean => said.split(/\s+/).some((part) => /^\p{L}{3,}[.,]?$/u.test(part))

/** A tracking number may be said without its hyphens or in small letters; what has digits and no word is no name. */
export function readSaid(said: string): Said {
  const bare = said.toUpperCase().replaceAll(/[\s-]+/g, '')
  const isTracking = bare.length === TRACKING && /^[0-9A-Z]+$/.test(bare) && !/\s/.test(said.trim())
  if ((/\d/.test(said) && !hasWord(said)) || isTracking) {
    const tracking = isTracking ? (bare.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-') : bare
    return { is: 'number', npi: bare, tracking, whole: said.trim().toUpperCase() }
  }
  const words = said.split(/\s+/).filter((w) => w.length >= LEAST)
  return words.length === 0 ? { is: 'nothing' } : { is: 'name', words }
}

/** A pattern for `ilike` over a name with a blank before it. */
export const beginsAWord = (word: string): string => `% ${word.replaceAll(/[\\%_]/g, '\\$&')}%`
