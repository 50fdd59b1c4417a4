/** Columns of numbers and bytes that double as they fill, for what is told between threads. Pure. */

export class Numbers {
  private words = new Float64Array(16_384)
  length = 0

  push(word: number): void {
    if (this.length === this.words.length) {
      const wider = new Float64Array(this.length * 2)
      wider.set(this.words)
      this.words = wider
    }
    this.words[this.length++] = word
  }

  set(at: number, word: number): void {
    this.words[at] = word
  }

  /** What was pushed, in memory of its own. */
  taken(): Float64Array<ArrayBuffer> {
    const taken = this.words.slice(0, this.length)
    this.length = 0
    return taken
  }
}

export class Letters {
  private bytes = new Uint8Array(16_384)
  private length = 0

  /** Says how many they are. */
  add(bytes: Uint8Array): number {
    const count = bytes.length
    if (this.length + count > this.bytes.length) {
      const wider = new Uint8Array(this.bytes.length * 2 + count)
      wider.set(this.bytes)
      this.bytes = wider
    }
    this.bytes.set(bytes, this.length)
    this.length += count
    return count
  }

  taken(): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.slice(0, this.length)
    this.length = 0
    return taken
  }
}
