/** /openapi.json, written from the same schemas that judge requests. Pure. */
import * as z from 'zod'
import { scopeNames } from '#domain/access/api/scopes.ts'
import type { AnyClientRoute } from '../clients/client-route.ts'
import { parameterMeanings } from './parameter-meanings.ts'
import type { PostRoute } from './post-route.ts'
import { apiProblems, problemDocument } from './problem.ts'
import type { AnyApiRoute } from './route.ts'

export const API_PREFIX = '/api/v1'
type Json = Readonly<Record<string, unknown>>
type Schemas = Record<string, unknown>

export function openApiDocument(
  routes: readonly AnyApiRoute[],
  posts: readonly PostRoute[],
  ofPrograms: readonly AnyClientRoute[],
  site: { product: string; origin: string },
): Json {
  // Filled while the routes are written: every schema that has a name.
  const schemas: Record<string, unknown> = {}
  schemaOf(problemDocument, 'output', schemas)
  return {
    openapi: '3.1.0',
    info: {
      title: `${site.product} API`,
      version: '1',
      description:
        'Answers about enrollment: public ones to anybody, their own to programs. Parameters and fields are only ever added in version 1.',
    },
    servers: [{ url: `${site.origin}${API_PREFIX}` }],
    paths: byPath([
      ...routes.map((r) => [r.path, 'get', operation(r, schemas)] as const),
      ...posts.map((r) => [r.path, 'post', postOperation(r, schemas)] as const),
      ...ofPrograms.map((r) => [r.path, r.method, programOperation(r, schemas)] as const),
    ]),
    components: {
      schemas,
      securitySchemes: securitySchemes(site.origin),
      responses: Object.fromEntries(Object.entries(apiProblems).map(([code, p]) => [code, problemResponse(p)])),
    },
  }
}

/** Operations of one path stand together. */
function byPath(operations: readonly (readonly [path: string, method: string, operation: Json])[]): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const [path, method, operation] of operations) {
    const written = path.replace(/:(\w+)/g, '{$1}')
    paths[written] = { ...paths[written], [method]: operation }
  }
  return paths
}

const securitySchemes = (origin: string): Json => ({
  key: { type: 'http', scheme: 'bearer', description: 'A key of a program, "opk_..."' },
  oauth: {
    type: 'oauth2',
    description: 'Client credentials with private_key_jwt',
    flows: {
      clientCredentials: {
        tokenUrl: `${origin}/oauth/token`,
        scopes: Object.fromEntries(scopeNames.map((s) => [s, s])),
      },
    },
  },
})

function operation(r: AnyApiRoute, schemas: Schemas): Json {
  return {
    operationId: r.id,
    summary: r.summary,
    'x-roles': r.roles,
    // Nobody needs to sign in for what anyone may ask.
    ...(r.roles.includes('anyone') && { security: [] }),
    parameters: parametersOf(r),
    responses: {
      200: {
        description: 'The answer',
        headers: { ETag: { description: 'Changes when any answer may have', schema: { type: 'string' } } },
        content: { 'application/json': { schema: schemaOf(r.response, 'output', schemas) } },
      },
      304: { description: 'Nothing changed since the ETag of If-None-Match' },
      ...problemsByStatus(['invalid-request', ...r.problems, 'fault']),
    },
  }
}

function postOperation(r: PostRoute, schemas: Schemas): Json {
  const content = (kinds: PostRoute['takes'], io: 'input' | 'output') =>
    Object.fromEntries(Object.entries(kinds).map(([type, schema]) => [type, { schema: schemaOf(schema, io, schemas) }]))
  return {
    operationId: r.id,
    summary: r.summary,
    'x-roles': r.roles,
    ...(r.roles.includes('anyone') && { security: [] }),
    requestBody: { required: true, content: content(r.takes, 'input') },
    responses: {
      200: { description: 'The answer', content: content(r.gives, 'output') },
      ...problemsByStatus(['invalid-request', 'too-large', 'not-acceptable-type', 'fault']),
    },
  }
}

function programOperation(r: AnyClientRoute, schemas: Schemas): Json {
  const acts = r.method === 'post'
  const idempotency = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'Chosen by you; the same request with the same key is done once and answered alike for seven days',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  }
  const ifMatch = {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The ETag of the answer that you have seen',
    schema: { type: 'string' },
  }
  return {
    operationId: r.id,
    summary: r.summary,
    'x-roles': ['api-client'],
    'x-scope': r.scope,
    security: [{ key: [] }, { oauth: [r.scope] }],
    parameters: [...parametersOf(r), ...(acts ? [idempotency] : []), ...(r.method === 'put' ? [ifMatch] : [])],
    ...(r.body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(r.body, 'input', schemas) } } },
    }),
    responses: {
      [acts ? 201 : 200]: {
        description: 'The answer',
        content: { 'application/json': { schema: schemaOf(r.response, 'output', schemas) } },
      },
      ...(r.method === 'get' && { 304: { description: 'Nothing changed since the ETag of If-None-Match' } }),
      ...problemsByStatus([
        'invalid-request',
        'unauthorized',
        'insufficient-scope',
        'rate-limited',
        ...r.problems,
        ...(acts ? (['idempotency-key-reused'] as const) : []),
        'fault',
      ]),
    },
  }
}

function parametersOf(r: Pick<AnyApiRoute, 'parameters' | 'path'>): readonly Json[] {
  const { properties = {}, required = [] } = schemaOf(r.parameters, 'input', {}) as {
    properties?: Record<string, Record<string, unknown>>
    required?: readonly string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: r.path.includes(`:${name}`) ? 'path' : 'query',
    required: required.includes(name),
    description: description ?? parameterMeanings[name],
    schema,
  }))
}

/** One answer a status; where several problems share it, their codes stand in `x-codes`. */
function problemsByStatus(codes: readonly (keyof typeof apiProblems)[]): Json {
  const statuses = [...new Set(codes.map((c) => apiProblems[c].status))]
  return Object.fromEntries(
    statuses.map((status) => {
      const [first, ...more] = [...new Set(codes.filter((c) => apiProblems[c].status === status))]
      if (more.length === 0) return [status, { $ref: `#/components/responses/${first}` }]
      const all = [first!, ...more]
      const title = all.map((c) => apiProblems[c].title).join(', or: ')
      return [status, { ...problemResponse({ title, status }), 'x-codes': all }]
    }),
  )
}

const problemResponse = ({ title, status }: { readonly title: string; readonly status: number }): Json => ({
  description: title,
  'x-status': status,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** Named schemas go to `schemas` and are referred to; the rest stands where it is used. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', schemas: Schemas): Json {
  const text = JSON.stringify(z.toJSONSchema(schema, { io })).replaceAll('"#/$defs/', '"#/components/schemas/')
  const { $schema: _, $defs, ...rest } = JSON.parse(text) as Record<string, unknown>
  const own = z.globalRegistry.get(schema)?.id
  for (const [name, def] of Object.entries(($defs ?? {}) as Record<string, Record<string, unknown>>)) {
    const { id: __, ...body } = def
    schemas[name] = body
  }
  if (own === undefined || '$ref' in rest) return rest
  const { id: __, ...body } = rest
  schemas[own] = body
  return { $ref: `#/components/schemas/${own}` }
}
