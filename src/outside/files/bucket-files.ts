/**
 * Documents in an S3-compatible bucket (AWS, MinIO, Ceph, R2): path-style addresses, Signature Version 4 with the hash
 * of the body, so that a store refuses what was changed on the way. Source: Amazon S3 API Reference, PutObject, GetObject.
 */
import { createHash, randomUUID } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import { checkedName, type RestorableFiles } from './files.ts'

export interface Bucket {
  /** "https://s3.us-east-1.amazonaws.com" or the address of another store. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Put before every name, for example "openpecos/". */
  readonly prefix?: string
}

const PATIENCE_MS = 30_000
const RETRIES = 3

export function bucketFiles(b: Bucket): RestorableFiles {
  const client = new AwsClient({
    accessKeyId: b.accessKeyId,
    secretAccessKey: b.secretAccessKey,
    region: b.region,
    service: 's3',
    retries: RETRIES,
  })
  const addressOf = (name: string): string =>
    `${b.endpoint.replace(/\/$/, '')}/${b.bucket}/${b.prefix ?? ''}${checkedName(name)}`
  const ask = async (method: 'PUT' | 'GET' | 'DELETE', name: string, body?: Uint8Array<ArrayBuffer>) => {
    const hash = createHash('sha256')
      .update(body ?? '')
      .digest('hex')
    const answer = await client.fetch(addressOf(name), {
      method,
      headers: { 'X-Amz-Content-Sha256': hash, ...(body && { 'Content-Type': 'application/octet-stream' }) },
      ...(body && { body }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    if (!answer.ok && !(method === 'DELETE' && answer.status === 404))
      throw new Error(`the document store answered ${answer.status} to ${method} ${name}`)
    return answer
  }
  return {
    async put(bytes) {
      const name = randomUUID()
      await (await ask('PUT', name, new Uint8Array(bytes))).arrayBuffer()
      return name
    },
    async keep(name, bytes) {
      await (await ask('PUT', name, new Uint8Array(bytes))).arrayBuffer()
    },
    get: async (name) => Buffer.from(await (await ask('GET', name)).arrayBuffer()),
    async remove(name) {
      await (await ask('DELETE', name)).arrayBuffer()
    },
  }
}
