/**
 * POST /eligibility/batch: up to 10,000 questions in one request, answered in order from one state of the record.
 * A question that is not valid has its errors in its own place; only a body that is no list refuses the whole.
 */
import * as z from 'zod'
import { type Day, dayIn, siteZone } from '#domain/dates.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { eligibilityAnswer, eligibilityParameters, snapshotVersion } from './eligibility.ts'
import type { PostRoute } from './kit/post-route.ts'
import { parameterProblem } from './kit/problem.ts'
import { readJson } from './kit/read-json.ts'
import { answerOf, answerPlainly, beginning, MOST_QUESTIONS } from './plain/answer-plainly.ts'

const batchAnswer = z
  .strictObject({
    version: snapshotVersion,
    results: z
      .array(
        z.union([
          eligibilityAnswer.omit({ version: true }),
          z.strictObject({ errors: z.array(parameterProblem) }).meta({ description: 'This question is not valid' }),
        ]),
      )
      .meta({ description: 'One for every question, in the same order' }),
  })
  .meta({ id: 'EligibilityBatch' })

export const eligibilityBatchRoute: PostRoute = {
  path: '/eligibility/batch',
  id: 'checkEligibilityBatch',
  summary: `Up to ${MOST_QUESTIONS.toLocaleString('en-US')} eligibility questions in one request, answered in order`,
  roles: ['anyone'],
  bytes: 8 * 1024 * 1024,
  takes: {
    'application/json': z
      .strictObject({ questions: z.array(eligibilityParameters).max(MOST_QUESTIONS) })
      .meta({ id: 'EligibilityQuestions' }),
  },
  gives: { 'application/json': batchAnswer },
  asBytes: true,
  handle(body, { keeper, services }) {
    const today = dayIn(siteZone, services.clock.now())
    const snapshot = keeper.current()
    const bytes = body as Uint8Array
    const answers = answerPlainly(snapshot, bytes, today) ?? answerAll(snapshot, bytes, today)
    return answers instanceof Uint8Array ? { type: 'application/json; charset=utf-8', body: answers } : answers
  },
}

/** By the strict reader and the schema, which alone refuse. */
export function answerAll(snapshot: Snapshot, bytes: Uint8Array, today: Day) {
  const given = questionsOf(readJson(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()))
  if (!given.ok) return { errors: [given.error] }
  const texts = given.value.map((q) => answerOf(snapshot, q, today))
  return Buffer.from(`${beginning(snapshot)}${texts.join(',')}]}`)
}

type Given = Readonly<Record<string, unknown>>
const isObject = (v: unknown): v is Given => typeof v === 'object' && v !== null && !Array.isArray(v)

function questionsOf(
  body: unknown,
):
  | { readonly ok: true; readonly value: readonly unknown[] }
  | { readonly ok: false; readonly error: z.infer<typeof parameterProblem> } {
  const refuse = (parameter: string, code: 'missing' | 'unknown' | 'invalid', detail: string) =>
    ({ ok: false, error: { parameter, code, detail } }) as const
  if (!isObject(body)) return refuse('questions', 'missing', 'Send {"questions": [...]}')
  const other = Object.keys(body).find((name) => name !== 'questions')
  if (other !== undefined) return refuse(other.slice(0, 60), 'unknown', 'This route has no such parameter')
  if (!Array.isArray(body.questions)) return refuse('questions', 'missing', 'Send {"questions": [...]}')
  if (body.questions.length > MOST_QUESTIONS) return refuse('questions', 'invalid', `At most ${MOST_QUESTIONS}`)
  return { ok: true, value: body.questions }
}
