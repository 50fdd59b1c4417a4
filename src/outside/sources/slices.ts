/** Pieces of a file, cut smaller, so that what is made of each is written and forgotten before anything is cleared up. */
import { setImmediate } from 'node:timers/promises'

/** Each is there until the next is asked for. After each one whatever waits has its turn: a database that can be written to. */
export async function* slicesOf(pieces: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces)
    for (let at = 0; at < piece.byteLength; at += bytes) {
      yield piece.subarray(at, at + bytes)
      await setImmediate()
    }
}
