/** What the pages for developers read off the OpenAPI document: operations, parameters and errors. Pure. */
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
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> }
}
export interface Described {
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}
export interface DescribedOperation extends Operation {
  readonly method: string
  readonly path: string
  /** A command that asks it, as somebody would type it. */
  readonly curl: string
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
    })),
  )
}

function curlOf(base: string, path: string, method: string, o: Operation): string {
  const needed = (o.parameters ?? []).filter((p) => p.in === 'query' && (p.required || p.name in samples))
  const query = needed.map((p) => `${p.name}=${samples[p.name] ?? '...'}`).join('&')
  const address = `${base}${path.replace(/\{(\w+)\}/g, (_, name: string) => samples[name] ?? '...')}${query && `?${query}`}`
  const type = Object.keys(o.requestBody?.content ?? {})[0]
  const json = type === 'application/json'
  return [
    `curl "${address}"`,
    ...(method === 'get' || type ? [] : [`-X ${method.toUpperCase()}`]),
    ...(o['x-scope'] ? ['-H "Authorization: Bearer $KEY"'] : []),
    ...(method === 'post' && o['x-scope'] ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    ...(type ? [`-H "Content-Type: ${type}"`] : []),
    ...(json ? [`-d '${bodies[o.operationId] ?? '{}'}'`] : type ? ['--data-binary @file'] : []),
  ].join(' \\\n  ')
}
