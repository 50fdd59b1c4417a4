/** One spelling of a name for look-ups: "O’Brien-Müller, Jr." and "OBRIEN MULLER JR" have the same key. Pure. */

/** Upper case, no accents, no apostrophes or periods, everything else that is no letter or digit one blank. */
export function nameKey(name: string): string {
  if (/^[A-Z0-9]+(?: [A-Z0-9]+)*$/.test(name)) return name
  return name
    .normalize('NFKD')
    .replace(/[\p{M}'’‘`.]/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
