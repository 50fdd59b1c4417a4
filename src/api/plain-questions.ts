/**
 * Answers the commonest question of all before Fastify begins: an eligibility question in plain words, from a caller
 * without a key, where addresses are not limited. Promises the very answer of the ordinary way, headers and counting
 * included; whatever is not plain or not good goes that way, which alone refuses (docs/decisions/2026-11-25-plain-questions.md).
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { eligibilityRoute } from './eligibility.ts'
import { API_PREFIX } from './kit/openapi.ts'
import { parameterReader } from './kit/parameters.ts'
import { type ApiParts, type Count, wholeWriter } from './kit/route.ts'

const PATH = `${API_PREFIX}${eligibilityRoute.path}`
const START = `${PATH}?`
/** Nothing that would have to be decoded, and nothing that another reader of addresses might understand otherwise. */
const PLAIN = /^[\w.,=&-]{1,400}$/

export function answerPlainQuestions(app: FastifyInstance, parts: ApiParts, count: Count): void {
  if (parts.limits?.perAddress) return
  const read = parameterReader(eligibilityRoute.parameters.shape)
  const write = wholeWriter(parts.services.site)
  let closing = false
  app.addHook('preClose', (done) => {
    closing = true
    done()
  })
  const answered = (request: IncomingMessage, response: ServerResponse): boolean => {
    const given = closing ? undefined : plainQuestion(request)
    const asked = given && read(given)
    if (!asked?.ok) return false
    // Before the answer is made, so that a tag is never newer than what it stands for.
    const tag = `"${parts.keeper.status().tag}"`
    const text = textOf(asked.value)
    if (text === undefined) return false
    write(response, tag, text)
    count('GET', PATH, 200)
    return true
  }
  /** A fault is met again on the ordinary way, which knows whom to tell. */
  function textOf(asked: Parameters<typeof eligibilityRoute.handle>[0]): string | undefined {
    try {
      const answer = eligibilityRoute.handle(asked, parts)
      return 'value' in answer ? eligibilityRoute.write!(answer.value) : undefined
    } catch {
      return undefined
    }
  }
  const ordinary = app.server.listeners('request') as RequestListener[]
  app.server.removeAllListeners('request')
  app.server.on('request', (request, response) => {
    if (answered(request, response)) return
    for (const listener of ordinary) listener.call(app.server, request, response)
  })
}

/** What a plain question asks by name; undefined of every other request. */
function plainQuestion({ method, url, headers }: IncomingMessage): Readonly<Record<string, string>> | undefined {
  if (method !== 'GET' || url === undefined || !url.startsWith(START)) return undefined
  // A key is looked up, a tag compared, a body refused or read: all of that is the ordinary way's.
  if (headers.authorization !== undefined || headers['if-none-match'] !== undefined) return undefined
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return undefined
  const query = url.slice(START.length)
  if (!PLAIN.test(query)) return undefined
  const given: Record<string, string> = Object.create(null)
  for (const part of query.split('&')) {
    const at = part.indexOf('=')
    const name = part.slice(0, at)
    if (at < 1 || part.indexOf('=', at + 1) >= 0 || name in given) return undefined
    given[name] = part.slice(at + 1)
  }
  return given
}
