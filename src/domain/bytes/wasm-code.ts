/**
 * The few words of WebAssembly that our search in bytes is written in, each as the bytes that stand for it, and the
 * frame of a module around one function. W3C WebAssembly Core 2.0, chapter 5. Pure.
 */

export type Code = readonly number[]

/** Unsigned and signed numbers as WebAssembly writes them, seven bits a byte. */
const unsigned = (n: number): Code => (n < 128 ? [n] : [(n & 127) | 128, ...unsigned(n >>> 7)])
const signed = (n: number): Code => (n >= -64 && n < 64 ? [n & 127] : [(n & 127) | 128, ...signed(n >> 7)])

export const INT = 0x7f
export const LONG = 0x7e
/** Sixteen bytes at once. */
export const VECTOR = 0x7b

export const get = (local: number): Code => [0x20, local]
export const set = (local: number): Code => [0x21, local]
/** Sets and keeps the value at hand. */
export const tee = (local: number): Code => [0x22, local]
export const int = (n: number): Code => [0x41, ...signed(n)]
export const long = (n: number): Code => [0x42, ...signed(n)]

export const add: Code = [0x6a]
export const subtract: Code = [0x6b]
export const atLeast: Code = [0x4f]
export const longOf: Code = [0xad]
export const longAnd: Code = [0x83]
export const longOr: Code = [0x84]
export const longSubtract: Code = [0x7d]
export const longShift: Code = [0x86]
export const longIsZero: Code = [0x50]
/** The number of the lowest bit that is set. */
export const lowestBit: Code = [0x7a, 0xa7]
export const storeInt: Code = [0x36, 2, 0]

const vector = (n: number): Code => [0xfd, ...unsigned(n)]
export const loadVector = (offset: number): Code => [...vector(0x00), 0, ...unsigned(offset)]
export const inAllBytes: Code = vector(0x0f)
export const equalBytes: Code = vector(0x23)
export const vectorOr: Code = vector(0x50)
/** One bit a byte. */
export const bitsOf: Code = vector(0x64)

const NOTHING = 0x40
/** Around `code`; `leave` goes to its end. */
export const block = (...code: readonly Code[]): Code => [0x02, NOTHING, ...code.flat(), 0x0b]
/** Around `code`; `again` goes back to its beginning. */
export const loop = (...code: readonly Code[]): Code => [0x03, NOTHING, ...code.flat(), 0x0b]
/** To the block or loop so many levels out: its end, or its beginning. */
export const go = (levels: number): Code => [0x0c, levels]
export const goIf = (levels: number): Code => [0x0d, levels]

const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content]
const name = (text: string): Code => [text.length, ...Array.from(text, (c) => c.charCodeAt(0))]
const PAGE = 65_536

/** A module with memory of its own and one function of whole numbers that gives a whole number. */
export function moduleOf(f: {
  readonly name: string
  readonly takes: number
  /** Types of what it keeps besides; numbered behind what it takes. */
  readonly keeps: readonly number[]
  readonly code: Code
  readonly memory: number
}): Uint8Array<ArrayBuffer> {
  const body = [f.keeps.length, ...f.keeps.flatMap((type) => [1, type]), ...f.code, 0x0b]
  const pages = unsigned(Math.ceil(f.memory / PAGE))
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, f.takes, ...Array.from({ length: f.takes }, () => INT), 1, INT]),
    ...section(3, [1, 0]),
    // As large as it may become: views of it stay valid.
    ...section(5, [1, 1, ...pages, ...pages]),
    ...section(7, [2, ...name(f.name), 0, 0, ...name('memory'), 2, 0]),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ])
}
