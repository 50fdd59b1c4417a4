/**
 * The number by which everybody speaks of one application: sixteen Crockford base-32 characters in
 * groups of four, 80 random bits, so that nobody finds another's by counting.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `random` is ten random bytes. Throws RangeError on any other length. */
export function trackingNumber(random: Uint8Array): string {
  if (random.length !== 10) throw new RangeError('a tracking number is made of ten random bytes')
  let bits = 0n
  for (const byte of random) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let i = 0; i < 16; i++) {
    text = ALPHABET[Number(bits & 31n)]! + text
    bits >>= 5n
  }
  return text.replace(/(.{4})(?=.)/g, '$1-')
}

/** Reads one as people type it (lower case, no hyphens, O for 0, I or L for 1); undefined when it is none. */
export function readTrackingNumber(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return plain.length === 16 && [...plain].every((c) => ALPHABET.includes(c))
    ? plain.replace(/(.{4})(?=.)/g, '$1-')
    : undefined
}
