/** Puts parties in the order of what they hold. Pure; in place, because a whole nation asks it 600,000 times. */

/** Greatest first, then by number. Most questions find a few owners, for which inserting is quickest. */
export function sortByShare(found: number[], total: Float64Array): void {
  if (found.length > 40) {
    found.sort((a, b) => total[b]! - total[a]! || a - b)
    return
  }
  for (let i = 1; i < found.length; i++) {
    const v = found[i]!
    const share = total[v]!
    let at = i - 1
    while (at >= 0) {
      const u = found[at]!
      if (total[u]! > share || (total[u] === share && u < v)) break
      found[at + 1] = u
      at--
    }
    found[at + 1] = v
  }
}
