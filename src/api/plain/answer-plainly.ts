/**
 * Answers a batch whose questions are plain, as nearly all are, from its bytes to bytes: a block of questions is read, what
 * the record says of them is fetched together, and each is decided. Promises the answers of the long way, byte for byte.
 */
import type { Day } from '#domain/dates.ts'
import { decide, newAsk } from '#domain/eligibility/decide.ts'
import { BLOCK, readAhead } from '#domain/eligibility/decide-many.ts'
import { dayNumber } from '#domain/eligibility/packing.ts'
import { claimRoles, type Question } from '#domain/eligibility/question.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { asked } from '#domain/eligibility/verdict.ts'
import { eligibilityText } from '#use-cases/eligibility/write-eligibility.ts'
import { eligibilityParameters, questionOf } from '../eligibility.ts'
import { parameterReader } from '../kit/parameters.ts'
import { parseStrictly } from '../kit/read-json.ts'
import { AnswerWriter } from './answer-writer.ts'
import { QuestionScan } from './question-scan.ts'

export const MOST_QUESTIONS = 10_000

const read = parameterReader(eligibilityParameters.shape)

export const beginning = (s: Snapshot): string => `{"version":${JSON.stringify(s.version)},"results":[`

/** What is answered to one question of a batch, whatever was given for it. */
export function answerOf(s: Snapshot, given: unknown, today: Day): string {
  const judged = read(typeof given === 'object' && given !== null && !Array.isArray(given) ? { ...given } : {})
  if (!judged.ok) return JSON.stringify({ errors: judged.errors })
  const question = questionOf(judged.value, judged.value.on ?? today)
  return eligibilityText(s, question, decide(s, asked(question)), true)
}

/** A block of questions, used again for the next. */
const asks = Array.from({ length: BLOCK }, newAsk)
const keys = new Int32Array(BLOCK)
const payees = new Int32Array(BLOCK)
const [npis, days, roles, starts, ends] = [
  new Int32Array(BLOCK),
  new Int32Array(BLOCK),
  new Int32Array(BLOCK),
  new Int32Array(BLOCK),
  new Int32Array(BLOCK),
] as const
const writer = new AnswerWriter()

/** The answer of the whole batch; undefined when something of it is not plain, which the long way must judge. */
export function answerPlainly(s: Snapshot, bytes: Uint8Array, today: Day): Buffer | undefined {
  const scan = new QuestionScan(bytes)
  if (!scan.begin()) return undefined
  const todayIs = Buffer.from(today)
  const todayNumber = dayNumber(today)
  writer.forget()
  writer.text(beginning(s))
  let touched = 0
  let total = 0
  for (let found = scan.find(); found !== 'end'; ) {
    let count = 0
    for (; count < BLOCK && found !== 'end'; found = scan.find()) {
      if (found === 'odd' || total++ === MOST_QUESTIONS) return undefined
      keep(count++, scan, found === 'question', todayNumber)
    }
    touched ^= readAhead(s, keys, payees, 0, count, true)
    for (let i = 0; i < count; i++) {
      if (i > 0 || total > count) writer.text(',')
      if (npis[i]! < 0) {
        const given = judgeable(bytes, starts[i]!, ends[i]!)
        if (given === undefined) return undefined
        writer.text(answerOf(s, given, today))
        continue
      }
      const day = days[i]! < 0 ? todayIs : bytes
      const dayAt = Math.max(days[i]!, 0)
      writer.answer(s, decide(s, asks[i]!), roles[i]!, bytes, npis[i]!, day, dayAt, () => questionAt(i, bytes, today))
    }
  }
  writer.text(']}')
  // Always so; the reads ahead must have a use.
  return Number.isInteger(touched) ? writer.taken() : undefined
}

/** The question just found becomes the i-th of its block. One that the schema must judge has no place of its NPI. */
function keep(i: number, scan: QuestionScan, isGood: boolean, today: number): void {
  starts[i] = scan.start
  ends[i] = scan.end
  npis[i] = keys[i] = -1
  payees[i] = -2
  const ask = asks[i]!
  if (!isGood || !scan.askInto(ask, today)) return
  npis[i] = scan.npiAt
  days[i] = scan.onAt
  roles[i] = scan.role
  keys[i] = ask.key
  payees[i] = ask.payee
}

/** The object of a question; undefined where the strict reader finds something in it, which it then tells of the whole. */
function judgeable(bytes: Uint8Array, from: number, end: number): unknown {
  try {
    return parseStrictly(Buffer.from(bytes.subarray(from, end)).toString())
  } catch {
    return undefined
  }
}

/** The same in words, for an answer that was never written before: only what stands in an answer. */
function questionAt(i: number, bytes: Uint8Array, today: Day): Question {
  const text = (at: number) => Buffer.from(bytes.subarray(at, at + 10)).toString('latin1')
  return { npi: text(npis[i]!), on: days[i]! < 0 ? today : (text(days[i]!) as Day), role: claimRoles[roles[i]!]! }
}
