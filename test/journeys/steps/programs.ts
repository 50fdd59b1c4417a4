/** Programs of the matrix: keys made on the pages of their owners, and things made with a key. */
import { type Scope, scopeNames } from '#domain/access/api/scopes.ts'
import type { Made } from './program-routes.ts'

/** Opens the page of keys of whoever's cookie it is, as they do, and reads the key that is shown once. */
export async function makeKey(
  origin: string,
  cookie: string,
  party: string,
  name: string,
  scopes: readonly Scope[] = scopeNames,
): Promise<string> {
  const path = `/people/${party}/programs`
  const page = await (await fetch(origin + path, { redirect: 'manual', headers: { cookie } })).text()
  const csrf = /name="csrf" value="([^"]*)"/.exec(page)?.[1] ?? ''
  const body = new URLSearchParams([['csrf', csrf], ['name', name], ...scopes.map((s) => ['scopes', s])])
  const answer = await fetch(origin + path, { method: 'POST', redirect: 'manual', headers: { cookie, origin }, body })
  const key = /opk_[\w-]{20,}/.exec(await answer.text())?.[0]
  if (!key) throw new Error(`${name}: no key was made (${answer.status})`)
  return key
}

/** A roster and a webhook of one program, and an export of the public directory. */
export async function makeThings(origin: string, key: string): Promise<Made> {
  const post = async (path: string, body: object): Promise<string> => {
    const headers = {
      authorization: `Bearer ${key}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    }
    const answer = await fetch(`${origin}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return ((await answer.json()) as { id: string }).id
  }
  const directoryExport = async (): Promise<string> => {
    const answer = await fetch(`${origin}/fhir/r4/$export`, { headers: { prefer: 'respond-async' } })
    return answer.headers.get('content-location')?.split('/').at(-1) ?? `none, ${answer.status}`
  }
  const exported = await directoryExport()
  const counted = async () => (await fetch(`${origin}/fhir/r4/$export-status/${exported}`)).status === 200
  for (let i = 0; i < 100 && !(await counted()); i++) await new Promise((r) => setTimeout(r, 50))
  const ids = new Map<string, string>()
  return {
    roster: await post('/rosters', { name: 'Day shift', npis: ['2000001117'] }),
    webhook: await post('/webhooks', { url: 'https://hooks.vega-family.example/in' }),
    directoryExport,
    exported,
    async fhirId(type) {
      const known = ids.get(type)
      if (known) return known
      const bundle = (await (await fetch(`${origin}/fhir/r4/${type}?_count=1`)).json()) as {
        readonly entry?: readonly { readonly resource: { readonly id: string } }[]
      }
      const id = bundle.entry?.[0]?.resource.id ?? 'none'
      ids.set(type, id)
      return id
    },
  }
}
