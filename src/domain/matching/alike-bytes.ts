/** How alike two names are, on the bytes of a pool: one typing error apart, and Jaro-Winkler. Pure, no allocation. */

/** Are the two one insertion, deletion, replacement or swap of neighbors apart? Equal names are not. */
export function isOneEdit(bytes: Uint8Array, a: number, la: number, b: number, lb: number): boolean {
  if (la - lb > 1 || lb - la > 1) return false
  let i = 0
  const least = Math.min(la, lb)
  while (i < least && bytes[a + i] === bytes[b + i]) i++
  let x = la - 1
  let y = lb - 1
  while (x >= i && y >= i && bytes[a + x] === bytes[b + y]) {
    x--
    y--
  }
  // What is left between the equal beginning and the equal end.
  const restA = x - i + 1
  const restB = y - i + 1
  if (restA === 0 && restB === 0) return false
  if (restA <= 1 && restB <= 1) return true
  return restA === 2 && restB === 2 && bytes[a + i] === bytes[b + i + 1] && bytes[a + i + 1] === bytes[b + i]
}

const usedA = new Uint8Array(64)
const usedB = new Uint8Array(64)

/** Jaro-Winkler similarity, 0 to 1; names longer than 64 letters are cut there. */
export function jaroWinkler(bytes: Uint8Array, a: number, lengthA: number, b: number, lengthB: number): number {
  const la = Math.min(lengthA, 64)
  const lb = Math.min(lengthB, 64)
  if (la === 0 || lb === 0) return 0
  const reach = Math.max(0, (Math.max(la, lb) >> 1) - 1)
  usedA.fill(0, 0, la)
  usedB.fill(0, 0, lb)
  let same = 0
  for (let i = 0; i < la; i++) {
    const from = i > reach ? i - reach : 0
    const to = Math.min(i + reach, lb - 1)
    const c = bytes[a + i]
    for (let j = from; j <= to; j++) {
      if (usedB[j] === 0 && bytes[b + j] === c) {
        usedA[i] = 1
        usedB[j] = 1
        same++
        break
      }
    }
  }
  if (same === 0) return 0
  let moved = 0
  for (let i = 0, j = 0; i < la; i++) {
    if (usedA[i] === 0) continue
    while (usedB[j] === 0) j++
    if (bytes[a + i] !== bytes[b + j]) moved++
    j++
  }
  const jaro = (same / la + same / lb + (same - (moved >> 1)) / same) / 3
  let begins = 0
  while (begins < 4 && begins < la && begins < lb && bytes[a + begins] === bytes[b + begins]) begins++
  return jaro + begins * 0.1 * (1 - jaro)
}
