/** Refusals and faults of the API as RFC 9457 problem documents. Codes are a contract; details are for people. */
import type { FastifyReply } from 'fastify'
import * as z from 'zod'

export const apiProblems = {
  'invalid-request': { status: 400, title: 'The request has parameters that are not valid' },
  'not-readable': { status: 400, title: 'The body of the request cannot be read' },
  'too-large': { status: 413, title: 'The request is larger than this address takes' },
  'not-acceptable-type': { status: 415, title: 'This address does not take that kind of content' },
  'not-acceptable': { status: 406, title: 'None of the kinds of answer that are accepted can be given' },
  'nothing-to-answer': { status: 422, title: 'The file has no interchange or claims that could be answered this way' },
  busy: { status: 429, title: 'All places for this work are taken. Try again in a minute' },
  unauthorized: { status: 401, title: 'Send a key or token that works as "Authorization: Bearer ..."' },
  'insufficient-scope': { status: 403, title: 'The key or token does not have the scope for this' },
  'rate-limited': { status: 429, title: 'Too many requests. Wait as long as Retry-After says' },
  'idempotency-key-needed': { status: 400, title: 'A request that acts needs the header Idempotency-Key' },
  'idempotency-key-reused': { status: 422, title: 'This Idempotency-Key was used for another request' },
  'precondition-needed': { status: 428, title: 'Send the ETag of what you have seen as If-Match' },
  'changed-meanwhile': { status: 412, title: 'Somebody changed it after you read it. Read it again' },
  refused: { status: 422, title: 'The request was understood, and cannot be done' },
  'not-found': { status: 404, title: 'Nothing is there' },
  'not-acceptable-method': { status: 405, title: 'This address does not take that method' },
  'registry-unavailable': { status: 503, title: 'The NPI registry is not loaded here' },
  'database-unavailable': { status: 503, title: 'The database cannot be reached' },
  fault: { status: 500, title: 'Something went wrong on our side' },
} as const
export type ApiProblemCode = keyof typeof apiProblems

export const parameterCodes = ['unknown', 'repeated', 'missing', 'invalid'] as const
export const parameterProblem = z.strictObject({
  parameter: z.string(),
  code: z.enum(parameterCodes),
  detail: z.string(),
})
export type ParameterProblem = z.infer<typeof parameterProblem>

export const problemDocument = z
  .strictObject({
    type: z.string().meta({ description: 'A URI reference that stands for the code' }),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(apiProblems) as [ApiProblemCode, ...ApiProblemCode[]]),
    detail: z.string().optional(),
    /** One entry for every parameter that is at fault. */
    errors: z.array(parameterProblem).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem document' })

interface More {
  readonly detail?: string
  readonly errors?: readonly ParameterProblem[]
}

/** The document as it is sent. */
export function problemText(code: ApiProblemCode, more: More, requestId: string): string {
  const { status, title } = apiProblems[code]
  const document: z.infer<typeof problemDocument> = {
    type: `/developers#${code}`,
    title,
    status,
    code,
    ...(more.detail && { detail: more.detail }),
    ...(more.errors && { errors: [...more.errors] }),
    requestId,
  }
  return JSON.stringify(document)
}

/** Who has to wait is always told for how long: a minute, unless a limit has said it already. */
const WAIT_SECONDS = '60'
export const sendProblem = (reply: FastifyReply, code: ApiProblemCode, more: More = {}): FastifyReply => {
  const { status } = apiProblems[code]
  if (status === 429 && !reply.raw.hasHeader('Retry-After')) reply.header('Retry-After', WAIT_SECONDS)
  return reply
    .code(status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .send(problemText(code, more, reply.request.id))
}
