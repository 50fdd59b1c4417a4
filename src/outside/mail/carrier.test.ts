/** The SMTP carrier in front of a real server: what is taken, what is refused for good, what is tried again. */
import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smtpCarrier, Undeliverable } from './carrier.ts'

let server: Server
let port = 0
let data = ''
beforeAll(async () => {
  server = createServer((socket) => {
    let inData = false
    socket.write('220 mx.example\r\n')
    socket.on('data', (bytes) => {
      const said = bytes.toString()
      if (inData) {
        data += said
        if (!data.endsWith('\r\n.\r\n')) return
        inData = false
        socket.write('250 ok\r\n')
        return
      }
      const [verb = ''] = said.trim().toUpperCase().split(/[\s:]/)
      if (verb === 'DATA') inData = true
      const unknown = /RCPT TO:<unknown@/i.test(said)
      const full = /RCPT TO:<full@/i.test(said)
      socket.write(
        verb === 'DATA'
          ? '354 go on\r\n'
          : unknown
            ? '550 5.1.1 user unknown\r\n'
            : full
              ? '452 4.2.2 mailbox full\r\n'
              : '250 ok\r\n',
      )
    })
    socket.on('error', () => {})
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as { port: number }).port
})
afterAll(() => server.close())

const carry = (recipient: string) =>
  smtpCarrier(`smtp://127.0.0.1:${port}?ignoreTLS=true`, 'office@enroll.example')
    .carry({ id: 'm-1', channel: 'email', recipient, subject: 'Due', body: 'Soon.' })
    .then(
      () => 'taken',
      (f: unknown) => (f instanceof Undeliverable ? `for good: ${f.message}` : 'again'),
    )

test('a mail that is taken carries the id by which a bounce is known again', async () => {
  expect(await carry('rosa@vega.example')).toBe('taken')
  expect(data).toContain('Message-ID: <m-1@enroll.example>')
})
test('an address that does not exist is given up on at once', async () => {
  expect(await carry('unknown@vega.example')).toBe('for good: 550 5.1.1 user unknown')
})
test('a full mailbox is tried again', async () => {
  expect(await carry('full@vega.example')).toBe('again')
})
