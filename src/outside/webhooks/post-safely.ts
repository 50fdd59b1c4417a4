/**
 * Sends one message to an address that somebody else chose: checked when the connection is made, no redirects, one
 * time limit for everything, and nothing of the answer is kept but its status.
 */
import { lookup as resolve } from 'node:dns'
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { addressFault, mayConnect } from './safe-address.ts'

export interface Posted {
  readonly url: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}
export interface PostRules {
  /** http and https to this very machine, for demonstrations. */
  readonly allowLoopback: boolean
  readonly timeoutMs?: number
  /** Names to addresses; the system's resolver when absent. */
  readonly resolve?: typeof resolve
}
export type PostAnswer = { readonly status: number } | { readonly error: string }

/** More of an answer than this ends the connection; its status counts all the same. */
const MOST_BYTES = 64 * 1024

/** Never throws. A redirect is an answer like any other: it is not followed. */
export function postSafely(m: Posted, rules: PostRules): Promise<PostAnswer> {
  const fault = addressFault(m.url, rules.allowLoopback)
  if (fault) return Promise.resolve({ error: fault })
  const url = new URL(m.url)
  const send = url.protocol === 'https:' ? overHttps : overHttp
  return new Promise((done) => {
    const request = send(
      url,
      {
        method: 'POST',
        agent: false,
        headers: { ...m.headers, 'content-length': String(Buffer.byteLength(m.body)) },
        lookup: guarded(url.hostname, rules),
        signal: AbortSignal.timeout(rules.timeoutMs ?? 10_000),
      },
      (answer) => {
        const status = answer.statusCode ?? 0
        let bytes = 0
        const end = () => {
          done({ status })
          request.destroy()
        }
        answer.on('data', (piece: Buffer) => {
          bytes += piece.length
          if (bytes > MOST_BYTES) end()
        })
        answer.on('end', end)
        answer.on('error', end)
      },
    )
    request.on('error', (e: NodeJS.ErrnoException) =>
      done({ error: e.name === 'AbortError' || e.name === 'TimeoutError' ? 'timeout' : (e.code ?? e.message) }),
    )
    request.end(m.body)
  })
}

/** All addresses of the name must be allowed: with one inside this network the name is not to be trusted. */
export function guarded(host: string, rules: Pick<PostRules, 'allowLoopback' | 'resolve'>): LookupFunction {
  const ask = rules.resolve ?? resolve
  return (name, options, tell) =>
    ask(name, { family: options.family ?? 0, all: true } as { all: true }, (fault, found) => {
      if (fault) return tell(fault, '', 0)
      const inside = found.some((a) => !mayConnect(host, a.address, rules.allowLoopback))
      if (found.length === 0 || inside)
        return tell(Object.assign(new Error('not public'), { code: 'not-public' }), '', 0)
      return options.all ? tell(null, found) : tell(null, found[0]!.address, found[0]!.family)
    })
}
