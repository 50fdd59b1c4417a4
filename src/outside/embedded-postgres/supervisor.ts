/**
 * Keeps one PostgreSQL alive for as long as the portal wants it.
 *
 * Promises: a server that dies is noticed within a tenth of a second and launched again at once, also one that
 * was adopted and is not our child; when it keeps dying the pauses grow to ten seconds, but it never gives up;
 * after stop() it is gone and stays gone. Watching does not keep the program alive.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { launch, shutDown } from './postmaster.ts'
import { isRunning } from './processes.ts'

export interface Supervisor {
  readonly pid: number
  stop(): Promise<void>
  onExit(listener: (pid: number) => void): void
  onRestart(listener: (pid: number) => void): void
}

const pauses = [0, 250, 500, 1_000, 2_000, 5_000, 10_000]
const stableAfterMs = 30_000

export function supervise(cluster: Cluster, firstPid: number, log: (line: string) => void): Supervisor {
  const stopping = new AbortController()
  const exitListeners = new Set<(pid: number) => void>()
  const restartListeners = new Set<(pid: number) => void>()
  let pid = firstPid
  let stopped: Promise<void> | undefined

  /** Ends early, and quietly, when we are told to stop. */
  const wait = (ms: number) => sleep(ms, undefined, { ref: false, signal: stopping.signal }).catch(() => {})

  async function watch(): Promise<void> {
    let failures = 0
    let since = performance.now()
    while (!stopping.signal.aborted) {
      if (isRunning(pid)) {
        await wait(100)
        continue
      }
      if (performance.now() - since > stableAfterMs) failures = 0
      log(`PostgreSQL (process ${pid}) ended unexpectedly; starting it again`)
      for (const listener of exitListeners) listener(pid)
      const lostAt = performance.now()
      const back = await bringBack(() => failures++)
      if (back === undefined) return
      pid = back
      since = performance.now()
      log(`PostgreSQL is back as process ${pid} after ${Math.round(since - lostAt)} ms`)
      for (const listener of restartListeners) listener(pid)
    }
  }

  async function bringBack(nextFailure: () => number): Promise<number | undefined> {
    for (;;) {
      await wait(pauses[Math.min(nextFailure(), pauses.length - 1)] ?? 0)
      if (stopping.signal.aborted) return undefined
      try {
        return await launch(cluster, stopping.signal)
      } catch (error) {
        if (!stopping.signal.aborted) log((error as Error).message)
      }
    }
  }

  const watching = watch()

  async function stopOnce(): Promise<void> {
    stopping.abort()
    await watching
    await shutDown(pid)
  }

  return {
    get pid() {
      return pid
    },
    stop() {
      stopped ??= stopOnce()
      return stopped
    },
    onExit(listener) {
      exitListeners.add(listener)
    },
    onRestart(listener) {
      restartListeners.add(listener)
    },
  }
}
