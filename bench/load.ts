/**
 * A small HTTP client that costs less than the servers it loads: prepared requests over kept-alive sockets on loopback,
 * one at a time on each, answers told apart by Content-Length. An answer other than 200 stops the bench.
 */
import net from 'node:net'
import type { Job } from './rounds.ts'
import type { Server } from './servers.ts'

const CONNECTIONS = 32
const MILLIS = 500

interface Target {
  readonly server: Server
  /** Of several, every request takes the next, so that no answer is still at hand from the last. */
  readonly path: string | readonly string[]
  readonly cookie?: string | undefined
}

/** Requests that a server answers per second of its own thread's processor: what one core would give. */
export const requests = (target: Target): Job => {
  // Made once: a client that is busy with itself sends less at a time, which costs the server more.
  const prepared = preparedOf(target)
  return async () => {
    const began = await target.server.processorSeconds()
    const until = performance.now() + MILLIS
    const connections = Array.from({ length: CONNECTIONS }, (_, i) => one(target, prepared, i * 31, until))
    const done = await Promise.all(connections)
    return done.reduce((a, b) => a + b, 0) / ((await target.server.processorSeconds()) - began)
  }
}

const preparedOf = ({ server: { port }, path, cookie }: Target): readonly Buffer[] =>
  [path].flat().map((p) => {
    const lines = [`GET ${p} HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...(cookie ? [`Cookie: ${cookie}`] : [])]
    return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)
  })

function one(
  { server: { port }, path }: Target,
  requests: readonly Buffer[],
  from: number,
  until: number,
): Promise<number> {
  let next = from
  const request = () => requests[next++ % requests.length]!
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(request()))
    socket.setNoDelay(true)
    let answered = 0
    /** Bytes of the present answer still to come; undefined while its head is incomplete. */
    let left: number | undefined
    let head = ''
    socket.on('data', (piece) => {
      if (left === undefined) {
        head += piece.toString('latin1')
        const end = head.indexOf('\r\n\r\n')
        if (end < 0) return
        const length = /\r\ncontent-length: (\d+)/i.exec(head)
        if (!head.startsWith('HTTP/1.1 200 ') || !length) {
          socket.destroy()
          reject(new Error(`${[path].flat()[0]}: ${head.slice(0, head.indexOf('\r\n'))}`))
          return
        }
        left = end + 4 + Number(length[1]) - head.length
        head = ''
      } else left -= piece.length
      if (left > 0) return
      left = undefined
      answered++
      if (performance.now() < until) socket.write(request())
      else socket.end()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(answered))
  })
}
