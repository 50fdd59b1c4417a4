/**
 * The bytes that a scanner has not read yet: what was left of the last chunk, and the next one behind it. One buffer
 * that is used again and again, so that reading ten gigabytes allocates what one chunk needs. Pure but for its buffer.
 */

export interface HeldBytes {
  /** Unread are those from `from` up to `to`. Another buffer after an `add` that needed more room. */
  readonly bytes: Buffer
  readonly words: DataView
  /** The scanner moves it on. 0 after an `add`. */
  from: number
  readonly to: number
  add(chunk: Uint8Array): void
}

export function heldBytes(): HeldBytes {
  const held = { bytes: Buffer.alloc(0), words: new DataView(new ArrayBuffer(0)), from: 0, to: 0, add }
  return held

  function add(chunk: Uint8Array): void {
    const { bytes: room, from, to } = held
    const left = to - from
    const wanted = left + chunk.byteLength
    const bytes = room.length < wanted ? Buffer.allocUnsafeSlow(wanted + (wanted >> 3)) : room
    room.copy(bytes, 0, from, to)
    bytes.set(chunk, left)
    held.from = 0
    held.to = wanted
    if (bytes === room) return
    held.bytes = bytes
    held.words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
}
