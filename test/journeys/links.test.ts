/**
 * No link acts: whoever follows every link of every page, as mail scanners and prefetching browsers do, changes nothing.
 * And no link leads nowhere: what somebody may not open is not offered to them.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEMO_PASSWORD, demoAccounts } from '#demo/accounts/accounts.ts'
import { demoDelegates } from '#demo/accounts/delegates.ts'
import { type Client, httpClient, signInWith } from './steps/http-client.ts'
import { type SmallPortal, smallPortal } from './steps/small-portal.ts'

let portal: SmallPortal
beforeAll(async () => {
  portal = await smallPortal()
}, 120_000)
afterAll(() => portal?.close())

/** What looking may write: who saw what, when a session was last active, the challenge of a passkey, and the jobs' own work. */
const mayGrow: readonly string[] = [
  'access_record',
  'session',
  'audit_log',
  'audit_checkpoint',
  'job',
  'message',
  'setting',
]
const PAGES_A_PERSON = 150

/** A fingerprint of every row of every other table. */
async function everything(): Promise<Readonly<Record<string, string>>> {
  const { rows } = await portal.pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  )
  const found: Record<string, string> = {}
  for (const { name } of rows.filter((r) => !mayGrow.includes(r.name))) {
    // Numbers of the audit log are written into the events by a job.
    const sum = await portal.pool.query(
      `select count(*) || ' ' || coalesce(sum(('x' || substr(md5((to_jsonb(t) - 'audit_seq')::text), 1, 15))::bit(60)::bigint::numeric), 0) as sum from "${name}" t`,
    )
    found[name] = sum.rows[0].sum
  }
  return found
}

/** Follows links from a page, each address once, those with other ids of the same kind three times at most. */
async function walk(visitor: Client, from: string): Promise<{ visited: readonly string[]; dead: readonly string[] }> {
  const seen = new Set<string>([from])
  const kinds = new Map<string, number>()
  const waiting = [from]
  const visited: string[] = []
  const dead: string[] = []
  while (waiting.length > 0 && visited.length < PAGES_A_PERSON) {
    const path = waiting.shift()!
    const answer = await visitor.send(path)
    visited.push(path)
    if (answer.status === 404) dead.push(path)
    if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}`)
    const links = [...answer.html.matchAll(/\shref="(\/[^"#]*)/g)].map((m) => m[1]!.replaceAll('&amp;', '&'))
    for (const link of [...links, ...(answer.location.startsWith('/') ? [answer.location] : [])]) {
      const kind = link.replace(/[0-9a-f-]{36}|\d+/g, ':').replace(/=[^&]*/g, '=')
      const often = kinds.get(kind) ?? 0
      if (seen.has(link) || link.startsWith('/assets') || often >= 3) continue
      kinds.set(kind, often + 1)
      seen.add(link)
      waiting.push(link)
    }
  }
  return { visited, dead }
}

test('following every link of every role leaves every table as it was', { timeout: 240_000 }, async () => {
  const starts = [
    ['ruth.penhallow', '/dashboard'],
    ['oscar.montague', '/dashboard'],
    // May look, and prepare nothing.
    ['uma.lindholm', '/dashboard'],
    ['analyst.ada', '/desk'],
    ['super.carla', '/desk'],
    ['help.hana', '/help-desk'],
    ['admin.june', '/admin'],
    ['auditor.gia', '/audit'],
  ] as const
  const visitors = []
  for (const [loginId, start] of starts) {
    const visitor = httpClient(portal.origin)
    const who = [...demoAccounts, ...demoDelegates].find((a) => a.loginId === loginId)!
    const done = await signInWith(visitor, { ...who, password: DEMO_PASSWORD }, await portal.now())
    expect(done.status, loginId).toBe(303)
    visitors.push({ visitor, start })
  }
  visitors.push({ visitor: httpClient(portal.origin), start: '/' })
  await portal.runJobs()
  const before = await everything()
  const visited = new Set<string>()
  for (const { visitor, start } of visitors) {
    const { visited: paths, dead } = await walk(visitor, start)
    expect(dead, start).toEqual([])
    // Whoever is signed in sees more than the page to sign in.
    expect(paths.length, start).toBeGreaterThan(10)
    for (const path of paths) visited.add(path)
  }
  expect(visited.size).toBeGreaterThan(120)
  expect(await everything()).toEqual(before)
})
