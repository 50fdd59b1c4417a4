/**
 * Answers the commonest question of all before Fastify begins: an eligibility question in plain words, from a caller
 * without a key, where addresses are not limited. Promises the very answer of the ordinary way, headers and counting
 * included; whatever is not plain or not good goes that way, which alone refuses (docs/decisions/2026-11-25-plain-questions.md).
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { type Day, dayIn, siteZone } from '#domain/dates.ts'
import { decide, newAsk } from '#domain/eligibility/decide.ts'
import { dayNumber } from '#domain/eligibility/packing.ts'
import { claimRoles } from '#domain/eligibility/question.ts'
import { answerBytes, eligibilityText } from '#use-cases/eligibility/write-eligibility.ts'
import { eligibilityRoute } from './eligibility.ts'
import { API_PREFIX } from './kit/openapi.ts'
import { type ApiParts, type Count, wholeWriter } from './kit/route.ts'
import { QuestionFields } from './plain/question-fields.ts'

const PATH = `${API_PREFIX}${eligibilityRoute.path}`
const START = `${PATH}?`
/** Nothing that would have to be decoded, and nothing that another reader of addresses might understand otherwise. */
const PLAIN = /[\w.,-]/
const isPlain = Uint8Array.from({ length: 128 }, (_, code) => (PLAIN.test(String.fromCharCode(code)) ? 1 : 0))
const MOST = 400
const [AND, IS] = [38, 61]

export function answerPlainQuestions(app: FastifyInstance, parts: ApiParts, count: Count): void {
  if (parts.limits?.perAddress) return
  const write = wholeWriter(parts.services.site)
  let closing = false
  app.addHook('preClose', (done) => {
    closing = true
    done()
  })
  const answered = (request: IncomingMessage, response: ServerResponse): boolean => {
    if (closing || !isBare(request) || !readQuery(request.url!)) return false
    // Before the answer is made, so that a tag is never newer than what it stands for.
    const tag = `"${parts.keeper.status().tag}"`
    const text = textOf(parts, request.url!)
    if (text === undefined) return false
    write(response, tag, text, answerBytes(text))
    count('GET', PATH, 200)
    return true
  }
  const ordinary = app.server.listeners('request') as RequestListener[]
  app.server.removeAllListeners('request')
  app.server.on('request', (request, response) => {
    if (answered(request, response)) return
    for (const listener of ordinary) listener.call(app.server, request, response)
  })
}

/** Is it a question without anything beside its address that would change the answer? */
function isBare({ method, url, rawHeaders }: IncomingMessage): boolean {
  if (method !== 'GET' || url === undefined || !url.startsWith(START)) return false
  // A key is looked up, a tag compared, a body refused or read: all of that is the ordinary way's. The names as they
  // came: to make an object of them costs more than judging the claim.
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const { length } = rawHeaders[i]!
    if ((length === 13 || length === 14 || length === 17) && others.has(rawHeaders[i]!.toLowerCase())) return false
  }
  return true
}
const others: ReadonlySet<string> = new Set(['authorization', 'if-none-match', 'content-length', 'transfer-encoding'])

/** One question at a time, used again for the next: between reading and answering nobody else comes. */
const fields = new QuestionFields(new Uint8Array(MOST))
const ask = newAsk()

/** Reads what is asked by name; false unless all of it is plain. */
function readQuery(url: string): boolean {
  const { bytes } = fields
  const length = url.length - START.length
  if (length > MOST) return false
  fields.clear()
  let [name, is] = [0, -1]
  for (let i = 0; i <= length; i++) {
    const code = i === length ? AND : url.charCodeAt(START.length + i)
    if (code === AND) {
      if (is <= name || !fields.give(name, is, is + 1, i)) return false
      name = i + 1
      is = -1
    } else if (code === IS) {
      if (is >= 0) return false
      is = i
    } else {
      if (isPlain[code] !== 1) return false
      bytes[i] = code
    }
  }
  return true
}

/** The answer to what was read; undefined where the ordinary way must judge. A fault is met again there, which knows whom to tell. */
function textOf({ keeper, services }: ApiParts, url: string): string | undefined {
  try {
    const today = fields.onAt < 0 ? dayIn(siteZone, services.clock.now()) : undefined
    if (!fields.askInto(ask, today === undefined ? 0 : dayNumber(today))) return undefined
    const snapshot = keeper.current()
    const given = (at: number) => url.slice(START.length + at, START.length + at + 10)
    const on = today ?? (given(fields.onAt) as Day)
    const question = { npi: given(fields.npiAt), on, role: claimRoles[fields.role]! }
    return eligibilityText(snapshot, question, decide(snapshot, ask))
  } catch {
    return undefined
  }
}
