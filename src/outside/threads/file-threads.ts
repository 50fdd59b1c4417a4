/**
 * Threads that read parts of one large file side by side; answers come back in the order of the parts, and no more of
 * them are under way than there are threads and one in waiting, so that memory does not grow with the file.
 */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ThreadWork } from './work.ts'

/** More threads than this gain nothing: putting together what they found is the work of one. */
const MOST_THREADS = 4

/** How many threads read a file; with one core there are none. */
export const threadCount = (): number => {
  const cores = Math.min(availableParallelism(), MOST_THREADS)
  return cores < 2 ? 0 : cores
}

export interface FileThreads<Part, Answer> {
  /** The bytes are handed over, and not to be read any more. */
  ask(part: Part & { readonly bytes: Uint8Array }): Promise<Answer>
  stop(): void
}

/** Beside this file as source, beside the program in dist/ when it is built. */
const program = import.meta.url.endsWith('.ts')
  ? new URL('./file-thread.ts', import.meta.url)
  : new URL('./file-thread.mjs', import.meta.url)

export function startThreads<Part, Answer>(work: ThreadWork, count: number): FileThreads<Part, Answer> {
  const threads = Array.from({ length: count }, () => idle.pop() ?? newThread())
  for (const thread of threads) thread.begin(work)
  let next = 0
  let stopped = false
  return {
    ask: async (part) => {
      if (stopped) throw ended()
      return (await threads[next++ % count]!.ask(part)) as Answer
    },
    stop() {
      if (!stopped) for (const thread of threads) thread.leave()
      stopped = true
    },
  }
}

const ended = () => new Error('a thread that reads a file ended')

/** Threads that have read a file and wait for the next: what they compiled makes them twice as fast as new ones. */
const idle: Thread[] = []
const MOST_IDLE_MS = 60_000

interface Thread {
  begin(work: ThreadWork): void
  /** Answers in the order in which it was asked. */
  ask(part: { readonly bytes: Uint8Array }): Promise<unknown>
  /** The file is done, or broke off. */
  leave(): void
}

function newThread(): Thread {
  const worker = new Worker(program)
  worker.unref()
  const waiting: { done: (answer: unknown) => void; failed: (fault: Error) => void }[] = []
  let fault: Error | undefined
  let timer: NodeJS.Timeout | undefined
  const fail = (why: Error): void => {
    fault ??= why
    for (const w of waiting.splice(0)) w.failed(fault)
  }
  worker.on('message', (answer) => {
    if (waiting.length === 1) worker.unref()
    waiting.shift()?.done(answer)
  })
  worker.on('error', (why) => fail(why instanceof Error ? why : new Error(String(why))))
  worker.on('exit', () => fail(ended()))
  const end = (): void => {
    fail(ended())
    void worker.terminate()
  }
  const thread: Thread = {
    begin(work) {
      clearTimeout(timer)
      worker.postMessage({ begin: work })
    },
    ask: (part) =>
      new Promise((done, failed) => {
        if (fault) return failed(fault)
        waiting.push({ done, failed })
        worker.ref()
        worker.postMessage({ part }, [part.bytes.buffer as ArrayBuffer])
      }),
    leave() {
      // One that is still reading is of no use to the next file.
      if (waiting.length > 0 || fault || idle.length >= MOST_THREADS) return end()
      worker.postMessage({ begin: undefined })
      idle.push(thread)
      timer = setTimeout(() => {
        idle.splice(idle.indexOf(thread), 1)
        end()
      }, MOST_IDLE_MS)
      timer.unref()
    },
  }
  return thread
}
