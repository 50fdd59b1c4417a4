/**
 * What a word of a name sounds like, for names that were heard and typed: SMYTH and SCHMIDT, STEVEN and STEPHEN,
 * CATHERINE and KATHRYN. A key of our own, in the manner of Metaphone (L. Philips, 1990), but with voiced and voiceless
 * sounds as one (D and T, V and F). Finer than Soundex, which a nation of names fills with hundreds of words a code.
 * Pure; upper-case letters.
 */

/** At each place of a word the first that fits; a letter that none fits (a vowel, H, W) says nothing. */
const sounds: readonly (readonly [spelling: RegExp, sound: string])[] = [
  [/^SCH(?=[MNLRTW])/, 'S'],
  [/^(SCH|SH|CH|SZ|CZ)/, 'X'],
  [/^(SC(?=[EIY])|CE|CI|CY)/, 'S'],
  [/^(CK|CQ|CC|C|Q)/, 'K'],
  [/^PH/, 'F'],
  [/^(DT|TH|TT|DD)/, 'T'],
  [/^MPS/, 'MS'],
  [/^MPT/, 'MT'],
  [/^G(?=[EIY])/, 'J'],
  [/^X/, 'KS'],
  [/^[DT]/, 'T'],
  [/^[FV]/, 'F'],
  [/^[BP]/, 'P'],
  [/^[SZ]/, 'S'],
  [/^[GK]/, 'K'],
  [/^J/, 'J'],
  [/^L/, 'L'],
  [/^M/, 'M'],
  [/^N/, 'N'],
  [/^R/, 'R'],
]
/** Silent beginnings, and an X that is said as S. */
const openings: readonly (readonly [spelling: RegExp, instead: string])[] = [
  [/^(KN|GN|PN)/, 'N'],
  [/^WR/, 'R'],
  [/^X/, 'S'],
]
/** Longer words are no names. */
const LONGEST = 24

/** The consonants as they sound, after an A for a word that begins with a vowel; undefined for what says too little. */
export function soundOf(word: string): string | undefined {
  if (!/^[A-Z]+$/.test(word) || word.length > LONGEST) return undefined
  let rest = word
  for (const [spelling, instead] of openings) rest = rest.replace(spelling, instead)
  // IGH, OUGH: not said. GH that begins a word is.
  rest = rest.replace(/(?<=[AEIOUY])GH/g, '')
  let sound = /^[AEIOUY]/.test(rest) ? 'A' : /^H/.test(rest) ? 'H' : /^W/.test(rest) ? 'W' : ''
  while (rest !== '') {
    const found = next(rest)
    // A letter that is doubled, or written in two ways, is said once.
    if (found && !sound.endsWith(found.sound)) sound += found.sound
    rest = rest.slice(found?.length ?? 1)
  }
  return sound.length < 2 ? undefined : sound
}

function next(rest: string): { readonly sound: string; readonly length: number } | undefined {
  for (const [spelling, sound] of sounds) {
    const [said] = spelling.exec(rest) ?? []
    if (said) return { sound, length: said.length }
  }
  return undefined
}
