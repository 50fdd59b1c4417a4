/**
 * Cuts off whoever holds a connection and is silent. One look at all connections every few seconds instead of a timer
 * for each: the timers that Node sets and clears around every answer cost more than judging a claim does.
 */
import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** Longer than proxies keep an idle connection (60 s), so that they never send into one that is being closed. */
export const SILENT_MS = 75_000

/**
 * Destroys connections over which nothing went either way for `silentMs`, at the latest half as long again after it.
 * Call before the server listens; ends with the server and keeps no process alive.
 */
export function cutSilentConnections(server: Server, silentMs: number = SILENT_MS): void {
  const open = new Map<Socket, { bytes: number; since: number }>()
  server.on('connection', (socket) => {
    open.set(socket, { bytes: 0, since: performance.now() })
    socket.once('close', () => open.delete(socket))
  })
  const look = () => {
    const now = performance.now()
    for (const [socket, seen] of open) {
      const bytes = socket.bytesRead + socket.bytesWritten
      if (bytes !== seen.bytes) {
        seen.bytes = bytes
        seen.since = now
      } else if (now - seen.since >= silentMs) socket.destroy()
    }
  }
  const timer = setInterval(look, Math.max(10, silentMs / 4))
  timer.unref()
  server.once('close', () => clearInterval(timer))
}
