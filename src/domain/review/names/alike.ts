/** How alike two words are: by letters (edit distance) and by sound (Soundex). Pure; both expect upper-case letters. */

/** Fewest insertions, deletions, replacements and swaps of neighbors that make one word the other. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return last[b.length]!
}

/** A typing error apart: one edit in words of four letters or more, two from eight letters on. */
export function areClose(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  const allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0
  return allowed > 0 && Math.abs(a.length - b.length) <= allowed && editDistance(a, b) <= allowed
}

const SOUND: Readonly<Record<string, string>> = {
  B: '1',
  F: '1',
  P: '1',
  V: '1',
  C: '2',
  G: '2',
  J: '2',
  K: '2',
  Q: '2',
  S: '2',
  X: '2',
  Z: '2',
  D: '3',
  T: '3',
  L: '4',
  M: '5',
  N: '5',
  R: '6',
}

/** American Soundex, as the National Archives code the census: "ROBERT" and "RUPERT" are R163. */
export function soundex(word: string): string {
  const letters = word.replace(/[^A-Z]/g, '')
  let code = letters[0] ?? ''
  let previous = SOUND[code] ?? ''
  for (const c of letters.slice(1)) {
    const sound = SOUND[c] ?? ''
    if (sound && sound !== previous) code += sound
    // H and W do not part equal sounds; vowels do.
    if (c !== 'H' && c !== 'W') previous = sound
  }
  return code === '' ? '' : code.slice(0, 4).padEnd(4, '0')
}
