/** One spelling of a name for look-ups: "O’Brien-Müller, Jr." and "OBRIEN MULLER JR" have the same key. Pure. */

/** Upper case, no accents, no apostrophes or periods, everything else that is no letter or digit one blank. */
export function nameKey(name: string): string {
  if (isKey(name)) return name
  return name
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`.]/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Most names of a nation are their own key already. Told letter by letter, which is quicker than a pattern. */
function isKey(name: string): boolean {
  let blank = true
  for (let i = 0; i < name.length; i++) {
    const c = name.charCodeAt(i)
    if ((c >= 65 && c <= 90) || (c >= 48 && c <= 57)) blank = false
    else if (c !== 32 || blank) return false
    else blank = true
  }
  return !blank || name === ''
}
