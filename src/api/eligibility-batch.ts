/**
 * POST /eligibility/batch: up to 10,000 questions in one request, answered in order from one state of the record.
 * A question that is not valid has its errors in its own place; only a body that is no list refuses the whole.
 */
import * as z from 'zod'
import { type Day, dayIn, siteZone } from '#domain/dates.ts'
import { decide } from '#domain/eligibility/decide.ts'
import { BLOCK, readAhead } from '#domain/eligibility/decide-many.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { asked } from '#domain/eligibility/verdict.ts'
import { eligibilityText } from '#use-cases/eligibility/write-eligibility.ts'
import { eligibilityAnswer, eligibilityParameters, questionOf, snapshotVersion } from './eligibility.ts'
import { parameterReader } from './kit/parameters.ts'
import type { PostRoute } from './kit/post-route.ts'
import { parameterProblem } from './kit/problem.ts'

export const MOST_QUESTIONS = 10_000

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

const read = parameterReader(eligibilityParameters.shape)

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
  handle(body, { keeper, services }) {
    const given = questionsOf(body)
    if (!given.ok) return { errors: [given.error] }
    const today = dayIn(siteZone, services.clock.now())
    const snapshot = keeper.current()
    let text = `{"version":${JSON.stringify(snapshot.version)},"results":[`
    for (let start = 0; start < given.value.length; start += BLOCK)
      text += (start > 0 ? ',' : '') + answersOf(snapshot, given.value.slice(start, start + BLOCK), today)
    return { type: 'application/json; charset=utf-8', body: `${text}]}` }
  },
}

const keys = new Int32Array(BLOCK)
const payees = new Int32Array(BLOCK)

/** A block of questions as the texts of their answers: nothing of it outlives the block but the text. */
function answersOf(snapshot: Snapshot, given: readonly unknown[], today: Day): string {
  const judged = given.map((q) => read(isPlain(q) ? q : {}))
  const questions = judged.map((j) => (j.ok ? questionOf(j.value, j.value.on ?? today) : undefined))
  const asks = questions.map((q) => q && asked(q))
  for (const [i, ask] of asks.entries()) {
    keys[i] = ask?.key ?? -1
    payees[i] = ask?.payee ?? -2
  }
  // Always so; whoever compiles this cannot know.
  const ready = Number.isInteger(readAhead(snapshot, keys, payees, 0, asks.length))
  let text = ''
  for (const [i, j] of judged.entries()) {
    const [question, ask] = [questions[i], asks[i]]
    if (i > 0) text += ','
    if (ready && question && ask) text += eligibilityText(snapshot, question, decide(snapshot, ask), true)
    else if (!j.ok) text += JSON.stringify({ errors: j.errors })
  }
  return text
}

type Given = Readonly<Record<string, unknown>>
const isPlain = (v: unknown): v is Given => typeof v === 'object' && v !== null && !Array.isArray(v)

function questionsOf(
  body: unknown,
):
  | { readonly ok: true; readonly value: readonly unknown[] }
  | { readonly ok: false; readonly error: z.infer<typeof parameterProblem> } {
  const refuse = (parameter: string, code: 'missing' | 'unknown' | 'invalid', detail: string) =>
    ({ ok: false, error: { parameter, code, detail } }) as const
  if (!isPlain(body)) return refuse('questions', 'missing', 'Send {"questions": [...]}')
  const other = Object.keys(body).find((name) => name !== 'questions')
  if (other !== undefined) return refuse(other.slice(0, 60), 'unknown', 'This route has no such parameter')
  if (!Array.isArray(body.questions)) return refuse('questions', 'missing', 'Send {"questions": [...]}')
  if (body.questions.length > MOST_QUESTIONS) return refuse('questions', 'invalid', `At most ${MOST_QUESTIONS}`)
  return { ok: true, value: body.questions }
}
