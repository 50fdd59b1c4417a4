/**
 * A DEA registration number: two letters (the second may be 9 for a business) and seven digits,
 * the last of which checks the others: (d1 + d3 + d5) + 2 (d2 + d4 + d6). Pure.
 */
export function isDeaNumber(s: string): boolean {
  if (!/^[A-Z][A-Z9]\d{7}$/i.test(s)) return false
  const d = [...s.slice(2)].map(Number) as [number, number, number, number, number, number, number]
  return (d[0] + d[2] + d[4] + 2 * (d[1] + d[3] + d[5])) % 10 === d[6]
}
