/** A whole search as it was sent: conditions, what comes along, how much of it. Every fault is named. Pure. */
import type { FhirType } from '../resource.ts'
import type { Condition } from './conditions.ts'
import { type Include, includesOf, reverseIncludesOf } from './parameters.ts'
import { type Fault, readCondition } from './read-condition.ts'

export type Parameters = readonly (readonly [name: string, value: string])[]

export interface Search {
  readonly type: FhirType
  readonly conditions: readonly Condition[]
  readonly includes: readonly Include[]
  readonly reverseIncludes: readonly Include[]
  readonly count: number
  /** Only how many there are. */
  readonly countOnly: boolean
  /** The id after which the page begins. */
  readonly after?: string
  /** What was understood, for the links of the answer. */
  readonly understood: Parameters
}

export const PAGE_PARAMETER = '_page'
export const USUAL_COUNT = 20
export const MOST_COUNT = 200
const MOST_PARAMETERS = 50

export function readSearch(
  type: FhirType,
  parameters: Parameters,
  base: string,
): { readonly search: Search; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const understood: (readonly [string, string])[] = []
  const conditions: Condition[] = []
  const includes: Include[] = []
  const reverseIncludes: Include[] = []
  let [count, countOnly] = [USUAL_COUNT, false]
  let after: string | undefined
  for (const [i, [name, value]] of parameters.entries()) {
    const fail = (why: Fault['why']) => void faults.push({ why, name })
    const take = (right: boolean): boolean => {
      if (right) understood.push([name, value])
      else fail('invalid')
      return right
    }
    if (i >= MOST_PARAMETERS) fail('invalid')
    else if (name === '_count') {
      if (take(/^\d{1,6}$/.test(value))) count = Math.min(Number(value), MOST_COUNT)
    } else if (name === '_summary') {
      if (take(value === 'count' || value === 'false')) countOnly = value === 'count'
    } else if (name === PAGE_PARAMETER) {
      after = readPage(value)
      if (after === undefined) fail('invalid')
    } else if (name === '_include') {
      const found = readInclude(value, includesOf(type))
      if (take(found !== undefined)) includes.push(found!)
    } else if (name === '_revinclude') {
      const found = readInclude(value, reverseIncludesOf(type))
      if (take(found !== undefined)) reverseIncludes.push(found!)
    } else if (name !== '_format') {
      const read = readCondition(type, name, value, base)
      if ('fault' in read) faults.push(read.fault)
      else {
        conditions.push(read.condition)
        understood.push([name, value])
      }
    }
  }
  countOnly ||= count === 0
  return {
    search: { type, conditions, includes, reverseIncludes, count, countOnly, ...(after && { after }), understood },
    faults,
  }
}

/** "PractitionerRole:organization" or "PractitionerRole:organization:Organization". */
function readInclude(text: string, allowed: readonly string[]): Include | undefined {
  const [source = '', parameter = '', target, ...more] = text.split(':')
  if (more.length > 0 || !allowed.includes(`${source}:${parameter}`)) return undefined
  return { source: source as FhirType, parameter, ...(target && { target: target as FhirType }) }
}

/** Opaque to callers, so that what a page begins with may change. */
export const writePage = (after: string): string => `a${[...after].map((c) => c.charCodeAt(0).toString(16)).join('')}`
function readPage(text: string): string | undefined {
  if (!/^a([0-9a-f]{2}){1,64}$/.test(text)) return undefined
  const id = text.slice(1).replace(/../g, (hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return /^[A-Za-z0-9.-]+$/.test(id) ? id : undefined
}
