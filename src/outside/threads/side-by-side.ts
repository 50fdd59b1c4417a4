/**
 * Parts of one file, read by threads and given back in their order. Threads start when more has come than one would
 * read in the time of starting them; no more parts are held than are of use, so that memory is flat.
 */
import { type FileThreads, startThreads, threadCount } from './file-threads.ts'
import type { ThreadWork } from './work.ts'

/** Parts that wait before threads are started. */
const WAITING = 2

export class SideBySide<Part extends { readonly bytes: Uint8Array }, Answer extends { readonly bytes: Uint8Array }> {
  private readonly work: () => ThreadWork
  private readonly count: number
  private readonly queue: { readonly part: Part; answer: Promise<Answer> | undefined }[] = []
  private threads: FileThreads<Part, Answer> | undefined
  /** Whoever puts the answers together reads the rest: nothing more is asked. */
  alone = false

  constructor(work: () => ThreadWork, count = threadCount()) {
    this.work = work
    this.count = count
  }

  /** Call `next` until it is not full any more. */
  get full(): boolean {
    if (this.count === 0 || this.alone) return this.queue.length > 0
    return this.queue.length > this.count * 2
  }

  get empty(): boolean {
    return this.queue.length === 0
  }

  add(part: Part): void {
    this.queue.push({ part, answer: undefined })
    if (this.count === 0 || this.alone || (!this.threads && this.queue.length <= WAITING)) return
    this.threads ??= startThreads(this.work(), this.count)
    const { threads } = this
    for (const q of this.queue) {
      if (q.answer) continue
      q.answer = threads.ask(q.part)
      // Told to whoever waits for it; nobody may.
      q.answer.catch(() => {})
    }
  }

  /** The oldest part with its bytes, and what was made of it if it was asked. */
  async next(): Promise<readonly [Part, Answer | undefined]> {
    const first = this.queue.shift()
    if (!first) throw new RangeError('nothing is waiting')
    const answer = await first.answer
    return [answer ? { ...first.part, bytes: answer.bytes } : first.part, answer]
  }

  stop(): void {
    this.threads?.stop()
  }
}
