/**
 * Bytes to text for files that do not say their encoding: UTF-8 when the bytes are that, else Windows-1252,
 * which is what CMS and OIG files hold otherwise. Decided field by field, because files mix them. Pure.
 */
import { isUtf8 } from 'node:buffer'

/** Windows-1252 at 0x80-0x9F; the five unassigned bytes become U+FFFD. */
const high = '€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ'

/** The text of `bytes` from `start` to `end`. */
export function decodeText(bytes: Buffer, start: number, end: number): string {
  if (isUtf8(bytes.subarray(start, end))) return bytes.toString('utf8', start, end)
  return bytes.toString('latin1', start, end).replace(/[\x80-\x9f]/g, (c) => high[c.charCodeAt(0) - 0x80]!)
}
