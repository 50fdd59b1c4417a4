/**
 * The routes of the server that are not pages, as the running server has them, and how each is asked so that rights
 * decide the answer and not a missing parameter.
 */
import type { FastifyInstance } from 'fastify'
import type { Things } from './things-of-rosa.ts'

/** "GET /api/v1/events" of every route, sorted. The server prints them as a tree whose branches add up to paths. */
export function routesOf(app: Pick<FastifyInstance, 'printRoutes'>): readonly string[] {
  const branches: string[] = []
  const found: string[] = []
  for (const line of app.printRoutes().split('\n')) {
    const [, indent = '', piece = '', methods = ''] = /^([│ ]*)[├└]── (\S+)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? []
    if (piece === '') continue
    branches.splice(indent.length / 4, Number.POSITIVE_INFINITY, piece)
    for (const method of methods.split(', ').filter((m) => m !== '' && m !== 'HEAD'))
      found.push(`${method} ${branches.join('')}`)
  }
  return found.toSorted()
}

/** Routes that no row of a table of Markdown names. */
export const withoutRow = (routes: readonly string[], table: string): readonly string[] =>
  routes.filter((r) => !table.includes(`| \`${r}\` |`))

/** What Rosa's own program made, to be asked for by the others. */
export interface Made {
  readonly roster: string
  readonly webhook: string
  /** A new one, because whoever knows its number may end it. */
  readonly directoryExport: () => Promise<string>
  readonly exported: string
  /** By kind of resource. */
  readonly fhirId: (type: string) => Promise<string>
}
export interface Request {
  readonly path: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}
type Asked = (made: Made, things: Things) => Request | Promise<Request>

/** What acts needs a key of its own for each asking. */
const json = (path: string, body: unknown, more: Readonly<Record<string, string>> = {}): Request => ({
  path,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...more },
})
const form = (path: string, fields: Readonly<Record<string, string>>): Request => ({
  path,
  body: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
})
const list = { name: 'Night shift', npis: ['2000001117'] }
const last = (path: string): string => path.split('/').at(-1)!

/** Those with parameters or a body; every other one is asked as it stands. */
const asked: Readonly<Record<string, Asked>> = {
  'DELETE /api/v1/rosters/:id': ({ roster }) => ({ path: `/api/v1/rosters/${roster}` }),
  'DELETE /api/v1/webhooks/:id': ({ webhook }) => ({ path: `/api/v1/webhooks/${webhook}` }),
  'DELETE /fhir/r4/$export-status/:id': async ({ directoryExport }) => ({
    path: `/fhir/r4/$export-status/${await directoryExport()}`,
  }),
  'GET /api': () => ({ path: '/api/?version=2.1&number=2000001117' }),
  'GET /api/v1/applications/:id': (_, things) => ({
    path: `/api/v1/applications/${last(things.fill('/applications/:applicationId'))}`,
  }),
  'GET /api/v1/eligibility': () => ({ path: '/api/v1/eligibility?npi=2000001117&on=2026-11-24&role=rendering' }),
  'GET /api/v1/enrollments/:id': (_, things) => ({
    path: `/api/v1/enrollments/${last(things.fill('/enrollments/:enrollmentId'))}`,
  }),
  'GET /api/v1/providers/:npi': () => ({ path: '/api/v1/providers/2000001117' }),
  'GET /api/v1/providers/:npi/affiliations': () => ({ path: '/api/v1/providers/2000001117/affiliations' }),
  'GET /api/v1/providers/:npi/enrollments': () => ({ path: '/api/v1/providers/2000001117/enrollments' }),
  'GET /api/v1/rosters/:id': ({ roster }) => ({ path: `/api/v1/rosters/${roster}` }),
  'GET /api/v1/webhooks/:id/deliveries': ({ webhook }) => ({ path: `/api/v1/webhooks/${webhook}/deliveries` }),
  'GET /assets/*': () => ({ path: '/assets/icon.svg' }),
  'GET /fhir/r4/$export-files/:id/:file': ({ exported }) => ({
    path: `/fhir/r4/$export-files/${exported}/Practitioner.ndjson`,
  }),
  'GET /fhir/r4/$export-status/:id': ({ exported }) => ({ path: `/fhir/r4/$export-status/${exported}` }),
  'POST /api/v1/claims/check': () => ({
    path: '/api/v1/claims/check',
    body: 'ISA',
    headers: { 'content-type': 'text/plain' },
  }),
  'POST /api/v1/rosters': () => json('/api/v1/rosters', list),
  'POST /api/v1/webhooks': () => json('/api/v1/webhooks', { url: 'https://hooks.practice.example/in' }),
  'POST /api/v1/webhooks/:id/replay': ({ webhook }) => json(`/api/v1/webhooks/${webhook}/replay`, {}),
  'POST /oauth/token': () => form('/oauth/token', { grant_type: 'client_credentials' }),
  'PUT /api/v1/rosters/:id': ({ roster }) => json(`/api/v1/rosters/${roster}`, list, { 'if-match': '"another"' }),
}

/** How the route is asked. Throws for parameters of which nothing here says what they stand for. */
export async function requestFor(route: string, made: Made, things: Things): Promise<Request> {
  const own = asked[route]
  if (own) return own(made, things)
  const [method = '', path = ''] = route.split(' ')
  const type = /^\/fhir\/r4\/(\w+)\/:id$/.exec(path)?.[1]
  if (type) return { path: `/fhir/r4/${type}/${await made.fhirId(type)}` }
  if (/^\/fhir\/r4\/\w+\/_search$/.test(path)) return form(path, { _count: '1' })
  if (/[:*]/.test(path)) throw new Error(`${route}: say in program-routes.ts what its parameters stand for`)
  return method === 'GET' ? { path } : json(path, {})
}
