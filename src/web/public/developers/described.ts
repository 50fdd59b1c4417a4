/** What the pages for developers read off the OpenAPI document: operations, fields that go in and out, errors. Pure. */
interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>
interface Answer {
  readonly $ref?: string
  readonly content?: Content
  readonly 'x-codes'?: readonly string[]
}
interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
}
interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly 'x-scope'?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, Answer>>
}
export interface Described {
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>
    readonly responses: Readonly<Record<string, { readonly description: string; readonly 'x-status': number }>>
  }
}
/** A field of what is sent or answered. */
export interface Field {
  readonly name: string
  /** "string", "integer", "list of Roster", "yes | no | unknown". */
  readonly kind: string
  readonly needed: boolean
  readonly meaning: string
}
export interface DescribedOperation extends Operation {
  readonly method: string
  readonly path: string
  /** A command that asks it, as somebody would type it. */
  readonly curl: string
  /** Of a JSON body; empty where none is sent. */
  readonly sent: readonly Field[]
  /** Of a JSON answer. */
  readonly answered: readonly Field[]
  /** Codes of its refusals. */
  readonly codes: readonly string[]
}

/** Values that find something in a demonstration. */
const samples: Readonly<Record<string, string>> = {
  npi: '2000001117',
  lastName: 'Vega',
  on: '2026-03-01',
  after: '0',
  act: 'reactivate',
  received: '2026-05-01',
  deactivated: '2026-03-01',
  id: 'ID',
}
const bodies: Readonly<Record<string, string>> = {
  checkEligibilityBatch: '{"questions":[{"npi":"2000001117","on":"2026-03-01"}]}',
  createRoster: '{"name":"Our clinic","npis":["2000001117"]}',
  replaceRoster: '{"name":"Our clinic","npis":["2000001117","2000001224"]}',
  createWebhook: '{"url":"https://hooks.example.com/openpecos","types":["application.approved"]}',
  replayWebhook: '{"after":0}',
}

export function operationsOf(d: Described): readonly DescribedOperation[] {
  const base = d.servers[0]?.url ?? ''
  return Object.entries(d.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, o]) => ({
      ...o,
      method: method.toUpperCase(),
      path,
      curl: curlOf(base, path, method, o),
      sent: fieldsOf(d, o.requestBody?.content),
      answered: fieldsOf(d, (o.responses['200'] ?? o.responses['201'])?.content),
      codes: Object.values(o.responses).flatMap((r) => r['x-codes'] ?? r.$ref?.split('/').at(-1) ?? []),
    })),
  )
}

function fieldsOf(d: Described, content: Content | undefined): readonly Field[] {
  const { properties = {}, required = [] } = resolved(d, content?.['application/json']?.schema ?? {})
  return Object.entries(properties).map(([name, field]) => ({
    name,
    kind: kindOf(field),
    needed: required.includes(name),
    meaning: field.description ?? resolved(d, field).description ?? '',
  }))
}

const resolved = (d: Described, s: Schema): Schema =>
  s.$ref === undefined ? s : (d.components.schemas[s.$ref.split('/').at(-1)!] ?? s)

/** In few words; what is made of fields of its own is named when it has a name. */
function kindOf(s: Schema): string {
  if (s.$ref !== undefined) return s.$ref.split('/').at(-1)!
  if (s.enum) return s.enum.length > 6 ? 'word' : s.enum.map(String).join(' | ')
  if (s.anyOf) return [...new Set(s.anyOf.map(kindOf))].join(' | ')
  if (s.type === 'array') return `list of ${s.items ? kindOf(s.items) : 'anything'}`
  if (s.properties) return `object of ${Object.keys(s.properties).join(', ')}`
  return s.type === undefined ? 'anything' : String(s.type)
}

function curlOf(base: string, path: string, method: string, o: Operation): string {
  const needed = (o.parameters ?? []).filter((p) => p.in === 'query' && (p.required || p.name in samples))
  const query = needed.map((p) => `${p.name}=${samples[p.name] ?? '...'}`).join('&')
  const address = `${base}${path.replace(/\{(\w+)\}/g, (_, name: string) => samples[name] ?? '...')}${query && `?${query}`}`
  const type = Object.keys(o.requestBody?.content ?? {})[0]
  const json = type === 'application/json'
  return [
    `curl "${address}"`,
    // With a body curl sends a POST by itself.
    ...(method === 'get' || (type && method === 'post') ? [] : [`-X ${method.toUpperCase()}`]),
    ...(o['x-scope'] ? ['-H "Authorization: Bearer $KEY"'] : []),
    ...(method === 'post' && o['x-scope'] ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    ...((o.parameters ?? []).some((p) => p.name === 'If-Match') ? ['-H "If-Match: $ETAG"'] : []),
    ...(type ? [`-H "Content-Type: ${type}"`] : []),
    ...(json ? [`-d '${bodies[o.operationId] ?? '{}'}'`] : type ? ['--data-binary @file'] : []),
  ].join(' \\\n  ')
}
