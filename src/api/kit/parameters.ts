/**
 * Judges what a request asks by the schemas of its route, and names what is wrong. On the path of every claim that is
 * checked, so each parameter has its own check, made once: a pattern is asked directly, and other texts that were good
 * before are remembered. The schema alone says what is good, and always answers when something is not.
 */
import * as z from 'zod'
import type { ParameterProblem } from './problem.ts'

type Given = Readonly<Record<string, unknown>>
export type Asked<V> =
  | { readonly ok: true; readonly value: V }
  | { readonly ok: false; readonly errors: readonly ParameterProblem[] }
type Read = { readonly good: true; readonly data: unknown } | { readonly good: false; readonly error: z.ZodError }

/** A function that reads parameters by name; unknown, missing, repeated and malformed ones are named. */
export function parameterReader<S extends z.ZodRawShape>(shape: S): (given: Given) => Asked<z.output<z.ZodObject<S>>> {
  const declared = Object.entries(shape) as [string, z.ZodType][]
  const readers = new Map(declared.map(([name, schema]) => [name, readerOf(schema)]))
  const absent = declared.map(([name, schema]) => [name, schema.safeParse(undefined)] as const)
  const needed = absent.flatMap(([name, read]) => (read.success ? [] : [name]))
  const defaults = absent.filter(([, read]) => read.success && read.data !== undefined)
  return (given) => {
    const value: Record<string, unknown> = {}
    const errors: ParameterProblem[] = []
    for (const [name, read] of defaults) value[name] = read.data
    for (const name of needed)
      if (given[name] === undefined) errors.push({ parameter: name, code: 'missing', detail: 'It is needed' })
    for (const name of Object.keys(given)) {
      const read = readers.get(name)?.(given[name])
      if (read?.good) value[name] = read.data
      else errors.push(problemOf(name, given[name], read?.error))
    }
    return errors.length === 0 ? { ok: true, value: value as z.output<z.ZodObject<S>> } : { ok: false, errors }
  }
}

function readerOf(schema: z.ZodType): (given: unknown) => Read {
  const read = (given: unknown): Read => {
    const { success, data, error } = schema.safeParse(given)
    return success ? { good: true, data } : { good: false, error: error! }
  }
  const pattern = patternOf(schema)
  if (!pattern) return remembering(read)
  return (given) => (typeof given === 'string' && pattern.test(given) ? { good: true, data: given } : read(given))
}

/** The pattern of a text that needs nothing but to match it. */
function patternOf(schema: z.ZodType): RegExp | undefined {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema
  if (!(inner instanceof z.ZodString)) return undefined
  const [check, ...more] = inner.def.checks ?? []
  const { format, pattern } = (check?._zod.def ?? {}) as { readonly format?: string; readonly pattern?: RegExp }
  // One that remembers where it stopped would answer by turns.
  const plain = more.length === 0 && format === 'regex' && pattern && !pattern.global && !pattern.sticky
  return plain ? pattern : undefined
}

/** Days, roles and states come again and again; so many texts of one parameter are remembered. */
const MOST_REMEMBERED = 2_000

/** What is made of a text depends on the text alone. Refusals are not remembered: nobody fills the memory with them. */
function remembering(read: (given: unknown) => Read): (given: unknown) => Read {
  const good = new Map<unknown, Read>()
  return (given) => {
    const known = good.get(given)
    if (known) return known
    const made = read(given)
    if (made.good && typeof given === 'string' && given.length <= 100) {
      if (good.size >= MOST_REMEMBERED) good.clear()
      good.set(given, made)
    }
    return made
  }
}

function problemOf(parameter: string, given: unknown, fault: z.ZodError | undefined): ParameterProblem {
  if (!fault) return { parameter, code: 'unknown', detail: 'This route has no such parameter' }
  if (Array.isArray(given)) return { parameter, code: 'repeated', detail: 'Give it once' }
  return { parameter, code: 'invalid', detail: fault.issues[0]?.message ?? 'It is not valid' }
}
