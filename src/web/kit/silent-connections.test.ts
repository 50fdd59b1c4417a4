/** A connection that says nothing is cut off, one that speaks is not, and one that is kept is used again. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cutSilentConnections } from './silent-connections.ts'

const SILENT = 200
const server = createServer((_, response) => response.end('ok'))
server.keepAliveTimeout = 0
cutSilentConnections(server, SILENT)
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

async function connected(): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.on('error', () => undefined).resume()
  await once(socket, 'connect')
  return socket
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const question = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'

it('cuts off who connects and says nothing, and who stops in the middle of a request', async () => {
  const [silent, half] = [await connected(), await connected()]
  half.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nbegun')
  const began = performance.now()
  await Promise.all([once(silent, 'close'), once(half, 'close')])
  expect(performance.now() - began).toBeGreaterThan(SILENT * 0.5)
})

it('leaves alone who speaks in time, over several requests on one connection', async () => {
  const socket = await connected()
  for (let i = 0; i < 5; i++) {
    socket.write(question)
    await once(socket, 'data')
    await pause(SILENT / 2)
  }
  expect(socket.closed).toBe(false)
  await once(socket, 'close')
})
