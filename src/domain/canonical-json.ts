/**
 * JSON with one spelling: keys in order, no blanks, so that equal values have equal text and equal hashes.
 * The order is that of UTF-16 code units, as in RFC 8785. Pure.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(ordered(value))

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).filter(([, v]) => v !== undefined)
  // A prototype of its own, so that a key "__proto__" is a key.
  const sorted: Record<string, unknown> = Object.create(null)
  for (const [key, v] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) sorted[key] = ordered(v)
  return sorted
}
