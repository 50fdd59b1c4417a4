/** Which taxonomy codes a description means, and the words of a code: by NUCC's names, else by what we say ourselves. Pure. */
import { nameKey } from '../party/name-key.ts'
import type { AskedWord } from './nppes-criteria.ts'
import type { TaxonomyName } from './side-rows.ts'

/** The API writes this one shorter than NUCC does; it is the only such word among the recorded answers. */
const shortened = (name: string): string => name.replace('Psychiatric/Mental Health', 'Psych/Mental Health')

export interface TaxonomyWords {
  /** "Internal Medicine, Cardiovascular Disease". */
  nameOf(code: string): string | undefined
  /** Codes whose description, classification or specialization is so, or begins so. */
  codesOf(asked: AskedWord): readonly string[]
}

/** `own` are codes with words of ours, for an installation without NUCC's list. */
export function taxonomyWords(loaded: readonly TaxonomyName[], own: ReadonlyMap<string, string>): TaxonomyWords {
  const all = new Map<string, readonly string[]>([...own].map(([code, name]) => [code, [name]]))
  for (const t of loaded) {
    const whole = t.specialization ? `${t.classification}, ${t.specialization}` : t.classification
    const names = [whole, t.classification, ...(t.specialization ? [t.specialization] : [])]
    all.set(t.code, [...new Set([shortened(whole), ...names])])
  }
  return {
    nameOf: (code) => all.get(code)?.[0],
    codesOf: ({ key, prefix }) =>
      [...all]
        .filter(([, names]) => names.map(nameKey).some((n) => (prefix ? n.startsWith(key) : n === key)))
        .map(([code]) => code),
  }
}
