/** One search parameter as it was sent ("organization.name:contains=lake") as a condition, or why it is none. Pure. */
import { type FhirType, isFhirType } from '../resource.ts'
import type { Chained, Condition, Match } from './conditions.ts'
import { folded, textOf } from './index-entries.ts'
import { modifiers, type SearchParameter, searchParameters } from './parameters.ts'
import { readDayRange, readInstantRange, readToken, splitAt, unescaped } from './values.ts'

/** Why a parameter cannot be asked: it is not known, or its value is not one. */
export interface Fault {
  readonly why: 'unknown' | 'invalid'
  readonly name: string
}
type Read = { readonly condition: Condition } | { readonly fault: Fault }

/** Longest value that is read, and most values of one parameter. */
const LONGEST = 1_000
const MOST_VALUES = 200

export function readCondition(type: FhirType, name: string, value: string, base: string): Read {
  const unknown: Read = { fault: { why: 'unknown', name } }
  const invalid: Read = { fault: { why: 'invalid', name } }
  const condition = conditionOf(type, name, value, base)
  return condition === 'unknown' ? unknown : condition === 'invalid' ? invalid : { condition }
}

type Made = Condition | Fault['why']

function conditionOf(type: FhirType, name: string, value: string, base: string): Made {
  if (value === '' || value.length > LONGEST || /\p{Cc}/u.test(value)) return 'invalid'
  if (name.startsWith('_has:')) return hasOf(type, name.slice(5), value, base)
  const dot = name.indexOf('.')
  if (dot > 0) return chainOf(type, name.slice(0, dot), name.slice(dot + 1), value, base)
  const [code = '', modifier, ...more] = name.split(':')
  if (more.length > 0) return 'unknown'
  const values = splitAt(value, ',')
  if (values.length > MOST_VALUES || values.includes('')) return 'invalid'
  if (code === '_id') return modifier === undefined ? { kind: 'id', ids: values } : 'unknown'
  if (code === '_lastUpdated') {
    if (modifier !== undefined) return 'unknown'
    const ranges = every(values.map(readInstantRange))
    return ranges ? { kind: 'updated', ranges } : 'invalid'
  }
  const p = searchParameters[type].get(code)
  if (!p) return 'unknown'
  const isKind = p.type === 'reference' && modifier !== undefined && p.targets.some((t) => t === modifier)
  if (modifier !== undefined && !isKind && !modifiers[p.type].includes(modifier)) return 'unknown'
  if (modifier === 'missing') {
    if (value !== 'true' && value !== 'false') return 'invalid'
    return { kind: 'missing', param: code, missing: value === 'true' }
  }
  return plain(p, modifier, values, base)
}

const matches: Readonly<Record<string, Match>> = { exact: 'exact', contains: 'contains' }

function plain(p: SearchParameter, modifier: string | undefined, values: readonly string[], base: string): Made {
  const { code: param } = p
  if (p.type === 'string' || modifier === 'text') {
    const texts = values.map(unescaped)
    if (texts.some((t) => folded(t) === '')) return 'invalid'
    const how = matches[modifier ?? ''] ?? 'starts'
    return { kind: 'string', param: modifier === 'text' ? textOf(param) : param, how, values: texts }
  }
  if (p.type === 'token') {
    const tokens = every(values.map(readToken))
    return tokens ? { kind: 'token', param, not: modifier === 'not', values: tokens } : 'invalid'
  }
  if (p.type === 'date') {
    const ranges = every(values.map(readDayRange))
    return ranges ? { kind: 'date', param, ranges } : 'invalid'
  }
  const targets = modifier === undefined ? p.targets : p.targets.filter((t) => t === modifier)
  const found = values.map((v) => referencesOf(v, targets, base))
  return found.includes(undefined) ? 'invalid' : { kind: 'reference', param, values: found.flatMap((f) => f!) }
}

/** "Type/id", "id" (of any kind it may point to) or an address of this server. */
function referencesOf(text: string, targets: readonly FhirType[], base: string): readonly string[] | undefined {
  const local = text.startsWith(`${base}/`) ? text.slice(base.length + 1) : text
  const [type = '', id, ...more] = local.split('/')
  if (id === undefined) return /^[A-Za-z0-9.-]{1,64}$/.test(type) ? targets.map((t) => `${t}/${type}`) : undefined
  return more.length === 0 && /^[A-Za-z]+$/.test(type) ? [local] : undefined
}

function chainOf(type: FhirType, link: string, rest: string, value: string, base: string): Made {
  const [code = '', kind, ...more] = link.split(':')
  const p = searchParameters[type].get(code)
  // One link a chain: a second one would be a search over everything.
  if (p?.type !== 'reference' || more.length > 0 || rest.includes('.') || rest.startsWith('_has')) return 'unknown'
  const targets = kind === undefined ? p.targets : p.targets.filter((t) => t === kind)
  const to: Chained[] = []
  let why: Fault['why'] = 'unknown'
  for (const target of targets) {
    const condition = conditionOf(target, rest, value, base)
    if (condition === 'invalid') why = 'invalid'
    else if (condition !== 'unknown') to.push({ type: target, condition })
  }
  return to.length > 0 ? { kind: 'chain', param: code, to } : why
}

function hasOf(type: FhirType, rest: string, value: string, base: string): Made {
  const [from = '', param = '', ...name] = rest.split(':')
  if (!isFhirType(from) || name.length === 0 || name[0] === '_has' || name[0]!.includes('.')) return 'unknown'
  const p = searchParameters[from].get(param)
  if (p?.type !== 'reference' || !p.targets.includes(type)) return 'unknown'
  const condition = conditionOf(from, name.join(':'), value, base)
  return typeof condition === 'string' ? condition : { kind: 'has', from, param, condition }
}

function every<T>(values: readonly (T | undefined)[]): readonly T[] | undefined {
  return values.includes(undefined) ? undefined : (values as readonly T[])
}
