/** A Medicare specialty code as files write it, made whole: "2" is "02", "B4[14]" (a footnote) is "B4". */
export function specialtyCode(text: string): string | undefined {
  const bare = text
    .replace(/\\?\[\d+\\?\]/g, '')
    .trim()
    .toUpperCase()
  return /^[0-9A-Z]{1,2}$/.test(bare) ? bare.padStart(2, '0') : undefined
}
