/**
 * POST /claims/check: a claim file as the body, judged while it arrives. Nothing of it is kept or logged. The answer is
 * JSON, CSV (streamed), a 999 or a 277CA, as Accept asks. A few files at a time, each up to a limit.
 */
import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { networkOf } from '#domain/access/limits.ts'
import type { ClaimFinding } from '#domain/claims/findings.ts'
import {
  ackOf,
  businessAnswerOf,
  type ClaimIntake,
  findingLine,
  findingsHeader,
  openClaimCheck,
} from '#use-cases/claims/check-claims.ts'
import { claimDocument, usualFindings } from '#use-cases/claims/claim-document.ts'
import { takePlace } from '#use-cases/claims/receive-claims.ts'
import { callerBehind } from '../clients/gate.ts'
import { type ApiProblemCode, apiProblems, sendProblem } from '../kit/problem.ts'
import type { ApiParts, Count } from '../kit/route.ts'

export const claimCheckPath = '/claims/check'
export const apiMegabytes = 1_000
/** Claims that one 277CA answers. */
const MOST_ANSWERED = 250_000
const MOST_BYTES = apiMegabytes * 1_048_576

export const claimAnswers = {
  json: 'application/json',
  csv: 'text/csv',
  '999': 'application/edi-x12; type=999',
  '277ca': 'application/edi-x12; type=277CA',
} as const
type ClaimAnswerKind = keyof typeof claimAnswers

/** undefined when nothing of what is accepted can be given. */
export function answerKind(accept: string | undefined): ClaimAnswerKind | undefined {
  for (const range of (accept ?? '*/*')
    .toLowerCase()
    .split(',')
    .map((r) => r.trim())) {
    if (/^(\*\/\*|application\/(\*|json))($|;)/.test(range)) return 'json'
    if (/^text\/(csv|\*)($|;)/.test(range)) return 'csv'
    if (/^application\/edi-x12;\s*type="?999/.test(range)) return '999'
    if (/^application\/edi-x12;\s*type="?277/.test(range)) return '277ca'
  }
  return undefined
}

/** In a scope of its own, because here any content type is a stream. */
export function claimCheckRoute(app: FastifyInstance, parts: ApiParts, count: Count): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_, body, done) => done(null, body))
    scope.post(claimCheckPath, (request, reply) => checkClaims(request, reply, parts, count))
  })
}

class TooLarge extends Error {}

async function checkClaims(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: ApiParts,
  count: Count,
): Promise<FastifyReply> {
  const refuse = (code: ApiProblemCode): FastifyReply => {
    count(request.method, request.routeOptions.url, apiProblems[code].status)
    return sendProblem(reply, code)
  }
  const kind = answerKind(request.headers.accept)
  if (!kind) return refuse('not-acceptable')
  if (!request.body) return refuse('not-readable')
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return refuse('too-large')
  const leave = takePlace(callerBehind(request)?.clientId ?? networkOf(request.ip))
  if (!leave) return refuse('busy')
  const body = request.body as AsyncIterable<Uint8Array>
  reply.header('Cache-Control', 'no-store')
  if (kind === 'csv') {
    count(request.method, request.routeOptions.url, 200)
    const rows = Readable.from(csvRows(body, parts))
    // Not in the generator: of one that was never begun, because the caller had gone, nothing runs.
    rows.once('close', leave)
    return reply.header('Content-Type', 'text/csv; charset=utf-8').send(rows)
  }
  const findings: ClaimFinding[] = []
  const intake = openClaimCheck(parts.keeper.current(), {
    keepAnswers: kind === '277ca' ? MOST_ANSWERED : 0,
    onFinding: (f) => findings.push(f),
    mostFindings: usualFindings,
  })
  try {
    for await (const _ of fed(body, intake));
    const file = await intake.finish()
    const now = parts.services.clock.now()
    const text =
      kind === 'json'
        ? JSON.stringify(claimDocument(file, findings))
        : kind === '999'
          ? ackOf(file, now)
          : businessAnswerOf(file, now)
    if (text === undefined) return refuse('nothing-to-answer')
    count(request.method, request.routeOptions.url, 200)
    return reply.header('Content-Type', claimAnswers[kind]).send(text)
  } catch (fault) {
    if (fault instanceof TooLarge) return refuse('too-large')
    throw fault
  } finally {
    intake.stop()
    leave()
  }
}

/** Feeds all of the body; a step for every chunk. */
async function* fed(body: AsyncIterable<Uint8Array>, intake: ClaimIntake): AsyncGenerator<void> {
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) throw new TooLarge('a claim file over the limit')
    await intake.feed(chunk)
    yield
  }
}

/** Rows as they arise, so that neither the file nor its findings are ever whole in memory. */
async function* csvRows(body: AsyncIterable<Uint8Array>, parts: ApiParts): AsyncGenerator<string> {
  let rows = findingsHeader
  const intake = openClaimCheck(parts.keeper.current(), {
    onFinding: (f) => {
      rows += findingLine(f)
    },
  })
  try {
    for await (const _ of fed(body, intake)) {
      if (rows === '') continue
      yield rows
      rows = ''
    }
    await intake.finish()
    yield rows
  } finally {
    intake.stop()
  }
}
