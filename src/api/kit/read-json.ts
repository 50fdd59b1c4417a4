/**
 * JSON of the API, read strictly: a field that is given twice, or holds a NUL, is refused by name. JSON.parse would keep
 * the last one, and nobody would learn that something of theirs was dropped.
 */
import type { FastifyInstance } from 'fastify'
import type { ParameterProblem } from './problem.ts'

/** Thrown by the reader; the error handler of the API answers with its problems. */
export class StrictJsonFault extends Error {
  readonly statusCode = 400
  readonly problems: readonly ParameterProblem[]
  constructor(problems: readonly ParameterProblem[]) {
    super('The body has fields that are not valid')
    this.problems = problems
  }
}

/** Replaces the reader of JSON of this part of the server. */
export function readStrictJson(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, text, done) => {
    try {
      done(null, readJson(String(text)))
    } catch (fault) {
      done(fault as Error)
    }
  })
}

/** The value of a JSON text. What it throws is the caller's fault, and answered as such. */
export function readJson(text: string): unknown {
  try {
    return parseStrictly(text)
  } catch (fault) {
    throw fault instanceof StrictJsonFault ? fault : Object.assign(new Error('not JSON'), { statusCode: 400 })
  }
}

/** The value of a JSON text. Throws a SyntaxError for what is not JSON, and StrictJsonFault. */
export function parseStrictly(text: string): unknown {
  const value: unknown = JSON.parse(text)
  const problems = faultsOf(text)
  if (problems.length > 0) throw new StrictJsonFault(problems)
  return value
}

interface Level {
  /** Names of an object seen so far; undefined in a list. */
  readonly names: Set<string> | undefined
  /** The name or place that is being read. */
  at: string | number
}
const MOST = 20
const [QUOTE, BACKSLASH, OPEN, CLOSE, LIST, END, COMMA, COLON] = [34, 92, 123, 125, 91, 93, 44, 58]

/** One pass over a text that is known to be JSON; paths like "questions.0.npi". */
function faultsOf(text: string): readonly ParameterProblem[] {
  const found: ParameterProblem[] = []
  const levels: Level[] = []
  const path = () => levels.map((l) => l.at).join('.')
  const fault = (code: ParameterProblem['code'], detail: string) => {
    if (found.length < MOST) found.push({ parameter: path(), code, detail })
  }
  let awaitsName = false
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    const level = levels.at(-1)
    if (c === QUOTE) {
      const end = endOfString(text, i)
      const plain = !text.slice(i, end).includes('\\')
      const said = plain ? text.slice(i + 1, end) : (JSON.parse(text.slice(i, end + 1)) as string)
      i = end
      if (awaitsName && level?.names) {
        level.at = said
        if (level.names.has(said)) fault('repeated', 'Give it once')
        if (said === '__proto__') fault('unknown', 'No field has this name')
        level.names.add(said)
        awaitsName = false
      }
      if (said.includes('\0')) fault('invalid', 'It holds a character that cannot be kept (NUL)')
    } else if (c === OPEN || c === LIST) {
      levels.push(c === OPEN ? { names: new Set(), at: '' } : { names: undefined, at: 0 })
      awaitsName = c === OPEN
    } else if (c === CLOSE || c === END) {
      levels.pop()
      awaitsName = false
    } else if (c === COMMA && level) {
      if (typeof level.at === 'number') level.at++
      else awaitsName = true
    } else if (c === COLON) awaitsName = false
  }
  return found
}

/** Where the string that begins at `from` ends. */
function endOfString(text: string, from: number): number {
  let i = from + 1
  while (text.charCodeAt(i) !== QUOTE) i += text.charCodeAt(i) === BACKSLASH ? 2 : 1
  return i
}
