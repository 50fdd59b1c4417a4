/** Text on its way to COPY, in a buffer that is used again and again: a load of ten gigabytes holds two of them. Pure. */

const ROOM = 1 << 16

export interface TextBuffer {
  readonly length: number
  append(text: string): void
  /** What is in it, until the next `append`. */
  bytes(): Buffer
  clear(): void
}

export function textBuffer(): TextBuffer {
  let room = Buffer.allocUnsafeSlow(ROOM)
  const buffer = {
    length: 0,
    append(text: string) {
      // UTF-8 has at most three bytes for each of JavaScript's characters.
      const most = buffer.length + text.length * 3
      if (most > room.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(most, room.length * 2))
        room.copy(larger, 0, 0, buffer.length)
        room = larger
      }
      buffer.length += room.write(text, buffer.length)
    },
    bytes: () => room.subarray(0, buffer.length),
    clear: () => {
      buffer.length = 0
    },
  }
  return buffer
}
