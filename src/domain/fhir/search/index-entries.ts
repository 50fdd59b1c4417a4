/** What is written to the search index for a resource: one entry for every value of every parameter. Pure. */
import type { FhirElement, FhirResource, FhirType, FhirValue } from '../resource.ts'
import { type SearchParameter, searchParameters } from './parameters.ts'

/**
 * `value` is what is looked for first, `detail` what is compared then: of strings the folded and the exact text, of
 * tokens code and system, of references "Type/id" and nothing, of periods the first and the last day.
 */
export interface IndexEntry {
  readonly type: FhirType
  readonly id: string
  readonly param: string
  readonly value: string
  readonly detail: string
}

export const NO_END = '9999-12-31'
export const NO_START = '0001-01-01'

/** The text of a token parameter stands in the index under a name of its own. */
export const textOf = (code: string): string => `${code}:text`

/** Without accents, capitals and doubled blanks (FHIR R4, 3.1.1.4.8). */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

export function indexEntries(r: FhirResource): readonly IndexEntry[] {
  const found = new Map<string, IndexEntry>()
  const add = (param: string, value: string, detail: string) => {
    const entry = { type: r.resourceType, id: r.id, param, value, detail }
    found.set(JSON.stringify([param, value, detail]), entry)
  }
  for (const p of searchParameters[r.resourceType].values())
    for (const value of p.paths.flatMap((path) => valuesAt(r, path))) addValue(p, value, add)
  return [...found.values()]
}

type Add = (param: string, value: string, detail: string) => void

function addValue(p: SearchParameter, value: FhirValue, add: Add): void {
  const v = (typeof value === 'object' ? value : {}) as FhirElement
  if (p.type === 'string' && typeof value === 'string') add(p.code, folded(value), value)
  if (p.type === 'reference' && typeof v.reference === 'string') add(p.code, v.reference, '')
  if (p.type === 'date') add(p.code, String(v.start ?? NO_START), String(v.end ?? NO_END))
  if (p.type !== 'token') return
  const codings = Array.isArray(v.coding) ? (v.coding as FhirElement[]) : [v]
  const type = (v.type ?? {}) as FhirElement
  for (const c of codings) {
    const code = c.code ?? c.value
    if (typeof code === 'string') add(p.code, code, typeof c.system === 'string' ? c.system : '')
  }
  for (const text of [v.text, type.text, ...codings.map((c) => c.display)])
    if (typeof text === 'string') add(textOf(p.code), folded(text), text)
}

/** Every value at a path, arrays opened. */
export function valuesAt(r: FhirElement, path: string): readonly FhirValue[] {
  const url = /^extension\((.+)\)$/.exec(path)?.[1]
  if (url) {
    const extensions = (r.extension ?? []) as readonly FhirElement[]
    return extensions.filter((e) => e.url === url).flatMap((e) => (e.valueReference ? [e.valueReference] : []))
  }
  let at: readonly FhirValue[] = [r as FhirValue]
  for (const step of path.split('.'))
    at = at.flatMap((v): readonly FhirValue[] => {
      const next = (v as FhirElement)[step]
      return next === undefined ? [] : Array.isArray(next) ? next : [next]
    })
  return at
}
