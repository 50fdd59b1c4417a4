/** JSON Schema, as the API describes itself with it, written as TypeScript types. Pure. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly description?: string
}

const literal = (v: unknown): string => (typeof v === 'string' ? `'${v.replace(/[\\']/g, '\\$&')}'` : JSON.stringify(v))
const name = (n: string): string => (/^[A-Za-z_$][\w$]*$/.test(n) ? n : `'${n}'`)
const comment = (text: string | undefined, pad: string): string =>
  text ? `${pad}/** ${text.replaceAll('*/', '* /')} */\n` : ''

/** The type of a schema; objects are written over several lines, `pad` deep. */
export function typeOf(s: Schema, pad = ''): string {
  if (s.$ref) return s.$ref.split('/').at(-1)!
  if (s.const !== undefined) return literal(s.const)
  if (s.enum) return s.enum.map(literal).join(' | ')
  const union = s.anyOf ?? s.oneOf
  if (union) return [...new Set(union.map((u) => typeOf(u, pad)))].join(' | ')
  if (s.allOf) return s.allOf.map((u) => typeOf(u, pad)).join(' & ')
  if (Array.isArray(s.type)) return s.type.map((type) => typeOf({ ...s, type }, pad)).join(' | ')
  if (s.type === 'array') return `readonly (${typeOf(s.items ?? {}, pad)})[]`
  if (s.type === 'object' || s.properties) return objectOf(s, pad)
  if (s.type === 'integer' || s.type === 'number') return 'number'
  return s.type === 'string' || s.type === 'boolean' || s.type === 'null' ? s.type : 'unknown'
}

function objectOf(s: Schema, pad: string): string {
  const fields = Object.entries(s.properties ?? {})
  if (fields.length === 0) {
    const of = typeof s.additionalProperties === 'object' ? typeOf(s.additionalProperties, pad) : 'never'
    return `Readonly<Record<string, ${s.additionalProperties === false ? 'never' : of === 'never' ? 'unknown' : of}>>`
  }
  const deeper = `${pad}  `
  const lines = fields.map(([n, f]) => {
    const mark = s.required?.includes(n) ? '' : '?'
    return `${comment(f.description, deeper)}${deeper}readonly ${name(n)}${mark}: ${typeOf(f, deeper)}`
  })
  return `{\n${lines.join('\n')}\n${pad}}`
}

/** Every named schema as a type of that name. */
export const namedTypes = (schemas: Readonly<Record<string, Schema>>): string =>
  Object.entries(schemas)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([n, s]) => `${comment(s.description, '')}export type ${n} = ${typeOf(s)}`)
    .join('\n\n')
