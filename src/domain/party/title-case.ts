/**
 * The registry keeps most text in capitals; this writes it as a person would, for prefilled answers that
 * the person corrects. Text that already has small letters is left alone. Pure.
 */
const UPPER = new Set(['II', 'III', 'IV', 'PO', 'NE', 'NW', 'SE', 'SW', 'MD', 'DO', 'PC', 'PA', 'LLC', 'LLP', 'US'])
const LOWER = new Set(['and', 'of', 'the', 'at', 'for'])

function word(w: string, first: boolean): string {
  if (UPPER.has(w)) return w
  // "42ND" is an ordinal; "4B" and "B12" are not words.
  if (/^\d+(ST|ND|RD|TH)$/.test(w)) return w.toLowerCase()
  if (/\d/.test(w)) return w
  const small = w.toLowerCase()
  if (!first && LOWER.has(small)) return small
  const capital = small.replace(
    /(^|[-'/.])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  )
  return capital
    .replace(/^Mc(\p{L})(?=\p{L}{2})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/(\p{L}{2})'S$/u, "$1's")
}

/** "O'BRIEN-MCDONALD" becomes "O'Brien-McDonald"; "123 N 42ND ST STE 4B" becomes "123 N 42nd St Ste 4B". */
export function titleCase(text: string): string {
  const clean = text.trim().replace(/\s+/g, ' ')
  if (clean !== clean.toUpperCase()) return clean
  return clean
    .split(' ')
    .map((w, i) =>
      w
        .split('-')
        .map((part) => word(part, i === 0))
        .join('-'),
    )
    .join(' ')
}
