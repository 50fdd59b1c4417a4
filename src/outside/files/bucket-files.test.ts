/** Against a real HTTP server that keeps objects and checks Signature Version 4 by its own arithmetic. */
import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bucketFiles } from './bucket-files.ts'
import type { Files } from './files.ts'

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const kept = new Map<string, Buffer>()
let refusals: string[] = []
let failNext = 0
let server: Server
let files: Files
let endpoint = ''

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

/** A sentence on what is wrong with the request's signature; undefined when nothing is. */
function wrongWith(request: IncomingMessage, body: Buffer): string | undefined {
  const header = (name: string) => String(request.headers[name] ?? '')
  const parts =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      header('authorization'),
    )
  if (!parts) return 'no signature'
  const [, keyId, day, region, signed, signature] = parts as unknown as [string, string, string, string, string, string]
  if (keyId !== 'AKIDEXAMPLE') return 'unknown key'
  if (header('x-amz-content-sha256') !== sha256(body)) return 'the body is not what was signed'
  const canonical = [
    request.method,
    request.url,
    '',
    ...signed.split(';').map((name) => `${name}:${header(name)}`),
    '',
    signed,
    sha256(body),
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', header('x-amz-date'), scope, sha256(canonical)].join('\n')
  const key = hmac(hmac(hmac(hmac(`AWS4${SECRET}`, day), region), 's3'), 'aws4_request')
  return createHmac('sha256', key).update(toSign).digest('hex') === signature ? undefined : 'the signature is wrong'
}

beforeAll(async () => {
  server = createServer(async (request, reply) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const wrong = wrongWith(request, body)
    if (wrong) {
      refusals.push(wrong)
      return reply.writeHead(403).end(wrong)
    }
    if (failNext-- > 0) return reply.writeHead(503).end()
    const object = kept.get(request.url!)
    if (request.method === 'PUT') kept.set(request.url!, body)
    if (request.method === 'DELETE') kept.delete(request.url!)
    if (request.method === 'GET' && !object) return reply.writeHead(404).end()
    return reply.writeHead(200).end(request.method === 'GET' ? object : undefined)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  endpoint = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  files = bucketFiles(bucket(SECRET))
})
afterAll(() => server.close())
beforeEach(() => {
  kept.clear()
  refusals = []
  failNext = 0
})
const bucket = (secretAccessKey: string) => ({
  endpoint,
  bucket: 'papers',
  region: 'us-east-1',
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey,
  prefix: 'pecos/',
})

describe('documents in a bucket', () => {
  it('come back as they were, under a name of ours, and can be removed twice', async () => {
    const bytes = Buffer.from([0, 255, 1, 254, 10])
    const name = await files.put(bytes)
    expect([...kept.keys()]).toEqual([`/papers/pecos/${name}`])
    expect((await files.get(name)).equals(bytes)).toBe(true)
    await files.remove(name)
    await files.remove(name)
    await expect(files.get(name)).rejects.toThrow('404')
    expect(refusals).toEqual([])
  })

  it('are refused under another key', async () => {
    await expect(bucketFiles(bucket('another secret')).put(Buffer.from('x'))).rejects.toThrow('403')
    expect(refusals).toEqual(['the signature is wrong'])
  })

  it('are sent again when the store is busy, and are a fault when it stays so', async () => {
    failNext = 2
    expect((await files.get(await files.put(Buffer.from('twice')))).toString()).toBe('twice')
    failNext = 99
    await expect(files.put(Buffer.from('never'))).rejects.toThrow('503')
  })

  it.each(['../secret', 'a', '', '%2e%2e'])('never have a name like %j', async (name) => {
    await expect(files.get(name)).rejects.toThrow('not a stored name')
  })
})
