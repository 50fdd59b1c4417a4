/** A person's name as public files write it: capitals, in three columns. Pure. */
export interface NameParts {
  readonly first: string
  readonly middle: string
  readonly last: string
}
interface Given {
  readonly first?: string | null | undefined
  readonly middle?: string | null | undefined
  readonly last?: string | null | undefined
}

/** The first of `sources` that has a last name; else the words of the display name. */
export function publicName(sources: readonly (Given | null | undefined)[], display: string): NameParts {
  const source = sources.find((s) => s?.last)
  const upper = (text: string | null | undefined) => (text ?? '').trim().toUpperCase()
  if (source) return { first: upper(source.first), middle: upper(source.middle), last: upper(source.last) }
  const words = upper(display).split(/\s+/)
  return {
    first: words.length > 1 ? words[0]! : '',
    middle: words.slice(1, -1).join(' '),
    last: words.at(-1) ?? '',
  }
}
