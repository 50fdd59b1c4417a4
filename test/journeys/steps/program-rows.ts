/** What every route that is not a page answers to every kind of program, as rows of the matrix. */
import { expect } from 'vitest'
import { clientRouteList } from '#api/clients/index.ts'
import { demoPrograms } from '#demo/accounts/programs.ts'
import type { Scope } from '#domain/access/api/scopes.ts'
import { everyPage } from '../../../src/pages.ts'
import type { Keys, Matrix } from './matrix.ts'
import { type Made, requestFor, routesOf } from './program-routes.ts'
import { makeThings } from './programs.ts'

const SESSION = 'a session'
/** Which key the column asks with, of a route that needs a scope or none; the owner asks last. */
const columns: readonly (readonly [title: string, key: (keys: Keys, need: Scope | undefined) => string | undefined])[] =
  [
    ['nobody', () => undefined],
    [SESSION, () => undefined],
    ['a key that nobody made', () => 'opk_nobody_made_this_key'],
    ["another contractor's provider's program", (keys) => keys.otherProvider],
    ["another organization's program", (keys) => keys.otherOrganization],
    ["her surrogate's program", () => demoPrograms[0]!.key],
    ['her own program, without the scope', (keys, need) => (need === 'events.read' ? keys.ownRosters : keys.ownEvents)],
    ['her own program', (keys) => keys.own],
  ]
export const programColumns = columns.map(([title]) => title)

/** Routes of the running server that are no pages. */
export const programRoutes = ({ portal }: Matrix): readonly string[] => {
  const ofPages = new Set(everyPage.flatMap((p) => [p.get && `GET ${p.path}`, p.post && `POST ${p.path}`]))
  return routesOf(portal.app).filter((r) => !ofPages.has(r))
}
const needs = new Map<string, Scope>(
  clientRouteList.map((r) => [`${r.method.toUpperCase()} /api/v1${r.path}`, r.scope]),
)
type Headers = Readonly<Record<string, string>>
const bearer = (key: string | undefined): Headers => (key ? { authorization: `Bearer ${key}` } : {})

/**
 * "in", an empty cell for "not there", "key" (a key is asked for), "scope" (the key lacks the scope).
 * Throws when the answer is a fault.
 */
async function answerOf(m: Matrix, route: string, headers: Headers, made: Made): Promise<string> {
  const { path, body, headers: own } = await requestFor(route, made, m.things)
  const method = route.split(' ')[0]!
  const answer = await fetch(m.origin + path, {
    method,
    redirect: 'manual',
    headers: { ...own, ...headers },
    ...(body !== undefined && method !== 'GET' && { body }),
  })
  await answer.arrayBuffer()
  if (answer.status >= 500) throw new Error(`${route} answered ${answer.status}`)
  return { 401: 'key', 403: 'scope', 404: '' }[answer.status] ?? 'in'
}

export interface ProgramRow {
  readonly route: string
  readonly cells: readonly string[]
  readonly row: string
}
/** Asks in an order in which nothing is gone before the last has asked for it. Every session must get the same. */
export async function programRows(m: Matrix): Promise<readonly ProgramRow[]> {
  const made = await makeThings(m.origin, m.keys.own)
  const found = new Map<string, readonly string[]>()
  const routes = programRoutes(m)
  const isLast = (r: string) => r.startsWith('DELETE')
  for (const route of [...routes.filter((r) => !isLast(r)), ...routes.filter(isLast)]) {
    const bySession = new Set<string>()
    // The handles of a demonstration are everybody's; its jobs take their time.
    for (const cookie of route.includes(' /test/') ? [] : m.cookies.values())
      bySession.add(await answerOf(m, route, { cookie }, made))
    expect(bySession.size, `${route}: every session gets the same`).toBeLessThan(2)
    const cells: string[] = []
    for (const [title, key] of columns)
      cells.push(
        title === SESSION && bySession.size > 0
          ? [...bySession].join()
          : await answerOf(m, route, bearer(key(m.keys, needs.get(route))), made),
      )
    found.set(route, cells)
  }
  return [...found]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([route, cells]) => ({ route, cells, row: `| \`${route}\` | ${cells.join(' | ')} |` }))
}

const lists = ['applications', 'enrollments', 'rosters', 'webhooks'] as const
/** Which lists name something of Rosa's: of her own program, and (route and key) of programs that she has nothing to do with. */
export async function listsOfOthers(m: Matrix): Promise<{ own: readonly string[]; others: readonly string[] }> {
  const made = await makeThings(m.origin, m.keys.own)
  const last = (pattern: string) => m.things.fill(pattern).split('/').at(-1)!
  const hers = [last('/applications/:applicationId'), last('/enrollments/:enrollmentId'), made.roster, made.webhook]
  const naming = async (key: string): Promise<readonly string[]> => {
    const texts = await Promise.all(
      lists.map(async (l) => (await fetch(`${m.origin}/api/v1/${l}`, { headers: bearer(key) })).text()),
    )
    return lists.filter((_, i) => hers.some((id) => texts[i]!.includes(id)))
  }
  return {
    own: await naming(m.keys.own),
    others: [...(await naming(m.keys.otherProvider)), ...(await naming(m.keys.otherOrganization))],
  }
}
