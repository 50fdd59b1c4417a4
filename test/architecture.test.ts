/** The walls of the house, as one table; ARCHITECTURE.md quotes it. The check first proves that it can see a trespass. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { statuses } from '#domain/application/lifecycle.ts'

const root = new URL('..', import.meta.url).pathname
const SHELL = ['domain', 'forms', 'words', 'letters', 'db', 'db/queries', 'use-cases', 'outside', 'web/kit']

/** Rooms, and the rooms each may import. Packages and node built-ins are judged in `packages`. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  forms: ['domain'],
  words: ['domain', 'forms'],
  letters: ['domain', 'forms', 'words'],
  db: ['domain'],
  'db/kit': ['domain', 'db'],
  'db/queries': ['domain', 'db', 'db/kit'],
  'db/records': ['domain', 'db', 'db/kit', 'db/queries'],
  outside: ['domain', 'letters'],
  'use-cases': ['domain', 'forms', 'words', 'letters', 'db', 'db/queries', 'db/records', 'outside'],
  'web/kit': ['domain', 'forms', 'words', 'db', 'outside'],
  'web/account': SHELL,
  'web/portal': SHELL,
  'web/desk': SHELL,
  'web/staff': SHELL,
  'web/public': SHELL,
  'web/demo': SHELL,
  'web/browser': [],
  api: [...SHELL.filter((r) => r !== 'web/kit')],
  cli: [...SHELL.filter((r) => r !== 'web/kit'), 'demo', 'config', 'master-key', 'pages'],
  // What can be set, read once at start.
  config: ['domain', 'outside'],
  jobs: ['domain', 'forms', 'words', 'letters', 'db', 'db/queries', 'use-cases', 'outside'],
  // The maker of demonstrations fills an empty database, so it writes records directly.
  demo: ['domain', 'forms', 'words', 'letters', 'db', 'db/kit', 'db/queries', 'db/records', 'use-cases', 'outside'],
}

/** Packages that only some rooms may know: SQL stays in db, HTTP in the shell, the network outside. */
const packages: Readonly<Record<string, readonly string[]>> = {
  kysely: ['db/kit', 'db/queries', 'db/records', 'demo'],
  pg: ['db/kit', 'db/records', 'outside'],
  'pg-copy-streams': ['db/kit', 'db/records'],
  'pg-boss': ['jobs'],
  fastify: ['web/kit', 'api'],
  preact: ['web/kit', 'web/account', 'web/portal', 'web/desk', 'web/staff', 'web/public', 'web/demo', 'letters'],
  nodemailer: ['outside'],
  pdfkit: ['outside'],
  '@simplewebauthn/server': ['outside'],
  '@simplewebauthn/browser': ['web/browser'],
}

/** Named exceptions, each with its reason. */
const exceptions: Readonly<Record<string, string>> = {
  'src/cli/write-docs.ts -> #api/index.ts':
    'the client for programs is generated from what the routes say of themselves',
  'src/cli/context.ts -> #db/kit/connect.ts': 'a command composes its own connection, as main.ts does for the portal',
  'src/cli/context.ts -> #db/kit/migrate.ts': 'a command may meet a database that no portal has migrated yet',
  'src/cli/context.ts -> #db/kit/vault.ts': 'a command opens the vault with the same key as the portal',
}

const rooms = Object.keys(mayImport).sort((a, b) => b.length - a.length)
const roomOf = (path: string): string | undefined =>
  rooms.find((r) => path === r || path.startsWith(`${r}/`) || path === `${r}.ts`)

function trespasses(file: string, source: string): readonly string[] {
  const room = roomOf(file.replace('src/', ''))
  if (!room) return file.split('/').length > 2 ? [`${file} is in no room`] : []
  const targets = [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((m) => m[1]!)
  return targets.flatMap((t) => {
    const wrong = [`${file} -> ${t}`]
    if (t.startsWith('#') || t.startsWith('.')) {
      const path = t.startsWith('#') ? t.slice(1) : new URL(t, `file:///${file}`).pathname.replace('/src/', '')
      const to = roomOf(path) ?? path.replace(/\.tsx?$/, '')
      return to === room || mayImport[room]!.includes(to) || wrong[0]! in exceptions ? [] : wrong
    }
    const name = t.startsWith('@') ? t.split('/').slice(0, 2).join('/') : t.split('/')[0]!
    if (room === 'domain' && !t.startsWith('#')) return wrong
    if (room === 'forms' && t.startsWith('node:')) return wrong
    return name in packages && !packages[name]!.includes(room) ? wrong : []
  })
}

/** What a file needs of others before it can run: its imports and exports of values. Types come and go with the compiler. */
const needs = (file: string, source: string): readonly string[] =>
  [...source.matchAll(/^(?:import|export)\s(?!type\s)[^'";]*?from '([#.][^']+)'/gm)].map(([, to]) =>
    to!.startsWith('#') ? to!.replace('#', 'src/') : new URL(to!, `file:///${file}`).pathname.slice(1),
  )

/** Files that need one another in a circle, so that what is there when they start hangs on who is asked first. */
function circles(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>()
  const found: string[] = []
  const walk = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' -> '))
    if (done.has(file)) return
    done.add(file)
    for (const next of graph.get(file) ?? []) walk(next, [...path, file])
  }
  for (const file of graph.keys()) walk(file, [])
  return found
}

/** Clocks, networks and dice in the pure rooms. Comments and words do not count. */
function impurities(file: string, source: string): readonly string[] {
  if (!/^src\/(domain|forms)\//.test(file)) return []
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1')
  const banned: readonly [RegExp, string][] = [
    [/\bDate\.now\(/, 'Date.now()'],
    [/\bnew Date\(\)/, 'new Date()'],
    [/\bprocess\.\w/, 'process'],
    [/(?<![.\w])fetch\(/, 'fetch'],
    [/\bMath\.random\(/, 'Math.random'],
    [/\bconsole\.\w/, 'console'],
  ]
  return banned.flatMap(([pattern, what]) => (pattern.test(code) ? [`${file} uses ${what}`] : []))
}

const sources = (readdirSync(join(root, 'src'), { recursive: true }) as string[])
  .map((f) => `src/${f}`)
  .filter((f) => /\.tsx?$/.test(f) && !/\.(test|db\.test|fixture)\.tsx?$/.test(f))
const read = (file: string) => readFileSync(join(root, file), 'utf8')

describe('the check can fail', () => {
  test.each([
    ['src/domain/x.ts', "import { sql } from 'kysely'"],
    ['src/domain/x.ts', "import { readFile } from 'node:fs'"],
    ['src/web/portal/x.tsx', "import { y } from '#web/desk/y.ts'"],
    ['src/domain/a/x.ts', "import { y } from '../../db/y.ts'"],
    ['src/web/portal/x.tsx', "import { open } from '#db/kit/open.ts'"],
    ['src/web/portal/x.tsx', "import { w } from '#db/records/application/applications.ts'"],
    ['src/use-cases/x.ts', "import { x } from '#web/kit/page.ts'"],
    ['src/use-cases/x.ts', "const q = await import('kysely')"],
    ['src/misc/x.ts', "import { y } from '#domain/dates.ts'"],
  ])('%s %s', (file, source) => {
    expect(trespasses(file, source)).toHaveLength(1)
  })

  test.each([
    ['src/domain/x.ts', 'const t = Date.now()'],
    ['src/forms/x.ts', 'console.log(1)'],
    ['src/domain/x.ts', 'await fetch(url)'],
  ])('%s %s', (file, source) => {
    expect(impurities(file, source)).toHaveLength(1)
  })
})

test('no file needs itself in a circle', () => {
  const faulty = new Map([
    ['src/a/x.ts', needs('src/a/x.ts', "import {\n  y,\n} from './y.ts'\nimport type { z } from './z.ts'")],
    ['src/a/y.ts', needs('src/a/y.ts', "export { x } from '#a/x.ts'")],
  ])
  expect(circles(faulty)).toEqual(['src/a/x.ts -> src/a/y.ts -> src/a/x.ts'])
  expect(circles(new Map(sources.map((f) => [f, needs(f, read(f))])))).toEqual([])
})

test('no room reaches where it may not', () => {
  expect(sources.length).toBeGreaterThan(50)
  expect(sources.flatMap((f) => trespasses(f, read(f)))).toEqual([])
})

test('domain and forms know no clock, no network and no dice', () => {
  expect(sources.flatMap((f) => impurities(f, read(f)))).toEqual([])
})

test('nobody forges a permit or opens the database by a cast', () => {
  const forged = sources.filter((f) => f !== 'src/domain/access/policy.ts' && /as (unknown as )?Permit</.test(read(f)))
  const opened = sources.filter((f) => f !== 'src/db/kit/open.ts' && /as unknown as (Db|Opened|Kysely<)/.test(read(f)))
  expect([forged, opened]).toEqual([[], []])
})

test('handlers ask the status table and never compare a status themselves', () => {
  const names = Object.keys(statuses).join('|')
  const compared = new RegExp(`status\\s*[!=]==?\\s*'(${names})'`)
  expect(compared.test("if (application.status === 'draft') return")).toBe(true)
  const shell = sources.filter((f) => /^src\/(web|api|cli|jobs|use-cases)\//.test(f))
  expect(shell.filter((f) => compared.test(read(f)))).toEqual([])
})

test('files are named for what they are', () => {
  const vague = sources.filter((f) =>
    /(^|\/)(utils?|helpers?|common|managers?|services?|misc|info|data|types)(\.tsx?$|\/)/.test(
      f.replace('src/outside/services.ts', ''),
    ),
  )
  expect(vague).toEqual([])
})
