/** clients/typescript/openpecos.ts: one typed function for every operation of the API. Pure. */
import { namedTypes, type Schema, typeOf } from './client-types.ts'

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema: Schema
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>
interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly 'x-scope'?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}
const JSON_TYPE = 'application/json'

export function typescriptClient(document: unknown): string {
  const { paths, components } = document as Document
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, o]) => write(path, method, o)),
  )
  return `// Generated from /openapi.json by "npm run docs". Changes here are lost.
import { each, type Once, type Send, type Settings, sender } from './http.ts'

export { ApiProblem, type Once, type Settings } from './http.ts'

${namedTypes(components.schemas)}

const operations = (send: Send) => ({
${operations.join('\n')}
})

/** The API of one installation. */
export const openPecos = (settings: Settings) => ({ ...operations(sender(settings)), each })
export type OpenPecos = ReturnType<typeof openPecos>
`
}

function write(path: string, method: string, o: Operation): string {
  const asked = (o.parameters ?? []).filter((p) => p.in !== 'header')
  const type = Object.keys(o.requestBody?.content ?? {})[0]
  const acts = method === 'post' && o['x-scope'] !== undefined
  const query: Schema = {
    type: 'object',
    properties: Object.fromEntries(
      asked.map(({ name, schema, description }) => [name, { ...schema, ...(description && { description }) }]),
    ),
    required: asked.filter((p) => p.required).map((p) => p.name),
  }
  const optional = asked.every((p) => !p.required) ? ' = {}' : ''
  const bodyType =
    type === JSON_TYPE
      ? typeOf(o.requestBody!.content[JSON_TYPE]!.schema, '  ')
      : 'string | Blob | ReadableStream<Uint8Array>'
  const taken = [
    ...(asked.length > 0 ? [`asked: ${typeOf(query, '  ')}${optional}`] : []),
    ...(type ? [`body: ${bodyType}`] : []),
    ...(acts ? ['once?: Once'] : []),
    ...(method === 'put' ? ['seen?: string'] : []),
  ]
  const given = [
    `method: '${method.toUpperCase()}'`,
    `path: '${path}'`,
    ...(asked.length > 0 ? ['asked: { ...asked }'] : []),
    ...(type ? ['body', `type: '${type}'`] : []),
    ...(acts ? ['acts: true', 'once'] : []),
    ...(method === 'put' ? ['seen'] : []),
  ]
  return `  /** ${o.summary}${/[.?]$/.test(o.summary) ? '' : '.'} */
  ${o.operationId}: (${taken.join(', ')}): Promise<${answerOf(o)}> =>
    send({ ${given.join(', ')} }),`
}

function answerOf(o: Operation): string {
  const content = (o.responses['200'] ?? o.responses['201'])?.content ?? {}
  const json = content[JSON_TYPE]
  return json ? typeOf(json.schema, '  ') : 'string'
}
