/**
 * Public keys at an address that somebody else chose (a JWK Set, RFC 7517 5). Read through the same guard as webhooks:
 * https on the public internet, judged when the connection is made; no redirect, a limit on time and size. Kept in memory
 * for ten minutes; an assertion that names a key which is not among them asks anew, but never twice in half a minute, so
 * that strangers cannot make us knock. What cannot be read is unavailable: what was read before does not stand in for it.
 */
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { guarded, type PostRules } from '../webhooks/post-safely.ts'
import { addressFault } from '../webhooks/safe-address.ts'
import { type PublicKeys, readKeySet } from './client-assertion.ts'

const FRESH = 10 * 60_000
const APART = 30_000
const TIMEOUT = 5_000
const MOST_BYTES = 64 * 1024
const MOST_SITES = 500

export type KeysAnswer =
  | { readonly keys: PublicKeys }
  | { readonly unavailable: 'address' | 'timeout' | 'connection' | 'status' | 'too-large' | 'no-keys' }

export interface PublishedKeys {
  /** The keys at an address; asked anew when they are old, or have none of this `kid`. Never throws. */
  at(url: string, kid: string | undefined, now: Date): Promise<KeysAnswer>
}

interface Kept {
  readonly answer: Promise<KeysAnswer>
  readonly askedAt: number
}

export function publishedKeys(rules: PostRules): PublishedKeys {
  const kept = new Map<string, Kept>()
  const ask = (url: string, now: number): Promise<KeysAnswer> => {
    const answer = fetchKeys(url, rules)
    kept.delete(url)
    kept.set(url, { answer, askedAt: now })
    // The one that was asked longest ago makes room.
    for (const oldest of kept.keys()) if (kept.size > MOST_SITES) kept.delete(oldest)
    return answer
  }
  return {
    async at(url, kid, at) {
      const now = at.getTime()
      const known = kept.get(url)
      // A clock that was set back makes everything old.
      const age = known ? now - known.askedAt : Number.POSITIVE_INFINITY
      if (!known || age < 0 || age >= FRESH) return ask(url, now)
      const answer = await known.answer
      const does = 'keys' in answer && (kid === undefined || answer.keys.some((k) => k.kid === kid))
      return does || age < APART ? answer : ask(url, now)
    },
  }
}

function fetchKeys(address: string, rules: PostRules): Promise<KeysAnswer> {
  if (addressFault(address, rules.allowLoopback)) return Promise.resolve({ unavailable: 'address' })
  const url = new URL(address)
  const get = url.protocol === 'https:' ? overHttps : overHttp
  return new Promise((done) => {
    const request = get(
      url,
      {
        agent: false,
        headers: { accept: 'application/jwk-set+json, application/json' },
        lookup: guarded(url.hostname, rules),
        signal: AbortSignal.timeout(rules.timeoutMs ?? TIMEOUT),
      },
      (answer) => {
        const end = (a: KeysAnswer) => {
          done(a)
          request.destroy()
        }
        if (answer.statusCode !== 200) return end({ unavailable: 'status' })
        const pieces: Buffer[] = []
        let bytes = 0
        answer.on('data', (piece: Buffer) => {
          bytes += piece.length
          if (bytes > MOST_BYTES) end({ unavailable: 'too-large' })
          else pieces.push(piece)
        })
        answer.on('end', () =>
          readKeySet(Buffer.concat(pieces).toString()).then((keys) =>
            end(keys ? { keys } : { unavailable: 'no-keys' }),
          ),
        )
        answer.on('error', (e) => end({ unavailable: reasonOf(e) }))
      },
    )
    request.on('error', (e) => done({ unavailable: reasonOf(e) }))
    request.end()
  })
}

const reasonOf = (e: NodeJS.ErrnoException) =>
  e.name === 'AbortError' || e.name === 'TimeoutError' ? 'timeout' : e.code === 'not-public' ? 'address' : 'connection'
