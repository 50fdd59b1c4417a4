/**
 * The interchange header (ISA), the only segment of X12 that is read by position: it says which bytes divide
 * everything after it. ASC X12.5; HIPAA TR3 appendix C.1. Pure.
 */

export interface Delimiters {
  readonly element: number
  readonly component: number
  readonly repetition: number
  readonly terminator: number
}

export interface InterchangeHeader {
  readonly delimiters: Delimiters
  /** ISA01 to ISA16, as written, spaces kept. */
  readonly elements: readonly string[]
  /** Where the next segment may begin, in bytes from the start of the ISA. */
  readonly length: number
  /** Every element stood at its fixed place. */
  readonly fixed: boolean
}

/** Bytes that may be needed to read a header, fixed or not. */
export const HEADER_REACH = 300
const FIXED_LENGTH = 106
/** Where the sixteen element separators of a well-made header stand. */
const PLACES = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103] as const

/** Reads the header that begins at `start`; undefined when there is none that can be understood. */
export function readHeader(b: Uint8Array, start: number): InterchangeHeader | undefined {
  const element = b[start + 3]
  if (element === undefined || isWordByte(element)) return undefined
  const fixed = b.length >= start + FIXED_LENGTH && PLACES.every((p) => b[start + p] === element)
  const places = fixed ? PLACES : separators(b, start, element)
  if (!places) return undefined
  const last = places[15]!
  const component = b[start + last + 1]
  const terminator = b[start + last + 2]
  if (component === undefined || terminator === undefined) return undefined
  if (isWordByte(terminator) || terminator === element || component === terminator || component === element)
    return undefined
  const elements = places.map((from, i) => latin(b, start + from + 1, start + (places[i + 1] ?? last + 2)))
  const given = elements[10]!.charCodeAt(0)
  return {
    // Until 004010 the eleventh element is the letter U and nothing repeats.
    delimiters: { element, component, terminator, repetition: isWordByte(given) ? 0 : given },
    elements,
    length: last + 3,
    fixed,
  }
}

/** Sixteen separators at any place, for headers whose elements were not padded. */
function separators(b: Uint8Array, start: number, element: number): readonly number[] | undefined {
  const found: number[] = []
  const end = Math.min(b.length, start + HEADER_REACH - 2)
  for (let i = start + 3; i < end && found.length < 16; i++) {
    const c = b[i]!
    if (c === element) found.push(i - start)
    else if (c < 32 || c > 126) return undefined
  }
  return found.length === 16 ? found : undefined
}

/** Letters, digits and the space cannot divide anything. */
const isWordByte = (c: number): boolean =>
  c === 32 || (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || Number.isNaN(c)

/** Bytes as text, one character a byte. Elements that come apart into longer text are of no use and are cut. */
export const latin = (b: Uint8Array, from: number, to: number): string => {
  let text = ''
  for (let i = from, end = Math.min(to, from + 200, b.length); i < end; i++) text += String.fromCharCode(b[i]!)
  return text
}
