/** The life of an application is one table; words and the database say the same as it. */
import { describe, expect, test } from 'vitest'
import { statuses, transitions } from '#domain/application/lifecycle.ts'
import { filesBelow, read } from '#test/support/sources.ts'
import { eventWords, statusWords } from '#words/en/statuses.ts'

type Table = Readonly<
  Record<string, { readonly from: readonly string[]; readonly to: string; readonly onAppeal?: true }>
>
type Waiting = Readonly<Record<string, { readonly waitingOn: string }>>

const reachable = (table: Table): ReadonlySet<string> => {
  const found = new Set(['draft'])
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const { from, to } of Object.values(table)) if (from.some((s) => found.has(s))) found.add(to)
  }
  return found
}
const unreachable = (all: Waiting, table: Table) => Object.keys(all).filter((s) => !reachable(table).has(s))
/** An appeal reopens what nobody is waited on for; everything else ends there. */
const leavable = (s: string, table: Table) => Object.values(table).some((t) => !t.onAppeal && t.from.includes(s))
/** Somebody is waited on and nothing can happen, or nobody is and something still can. */
const stuck = (all: Waiting, table: Table) =>
  Object.entries(all).flatMap(([s, { waitingOn }]) => (leavable(s, table) === (waitingOn !== 'nobody') ? [] : [s]))
const silent = (needed: readonly string[], words: Readonly<Record<string, unknown>>): readonly string[] => {
  const says = (value: unknown): boolean =>
    typeof value === 'string'
      ? value.trim() !== ''
      : typeof value === 'object' && value !== null && Object.values(value).every(says)
  return needed.filter((n) => !says(words[n]))
}
/** The statuses that the newest check constraint on application.status allows, in the order of the migration. */
function allowedBySql(sql: string): readonly string[] {
  const altered = [...sql.matchAll(/add constraint application_status_check\s+check \(status in \(([^)]*)\)\)/g)].at(
    -1,
  )?.[1]
  if (altered !== undefined) return [...altered.matchAll(/'([^']+)'/g)].map((m) => m[1]!)
  const inTable = /create table application \(([\s\S]*?)\n\);/.exec(sql)?.[1] ?? ''
  const list = /^\s*status text not null check \(status in \(([^)]*)\)\)/m.exec(inTable)?.[1] ?? ''
  return [...list.matchAll(/'([^']+)'/g)].map((m) => m[1]!)
}

describe('the checks can fail', () => {
  const island = { ...transitions, moor: { from: ['lost'], to: 'island' } }
  test('a status that no event leads to', () => {
    expect(unreachable({ ...statuses, island: { waitingOn: 'nobody' } }, island)).toEqual(['island'])
  })
  test('a status from which nothing leads although somebody is waited on', () => {
    expect(stuck({ draft: statuses.draft }, { approve: transitions.approve })).toEqual(['draft'])
    expect(stuck({ approved: statuses.approved }, { undo: { from: ['approved'], to: 'draft' } })).toEqual(['approved'])
  })
  test('a status or event without words', () => {
    expect(silent(['a', 'b', 'c'], { a: { name: 'A', provider: ' ' }, b: 'B' })).toEqual(['a', 'c'])
  })
  test('a constraint with another list', () => {
    const sql = "create table application (\n  status text not null check (status in ('draft', 'lost')),\n  x int\n);"
    expect(allowedBySql(sql)).toEqual(['draft', 'lost'])
  })
})

test('every status can be reached from draft', () => {
  expect(unreachable(statuses, transitions)).toEqual([])
})

test('a status is a dead end exactly when nobody is waited on', () => {
  expect(stuck(statuses, transitions)).toEqual([])
})

test('every event has words, and every status words for provider, contractor and what happens otherwise', () => {
  expect(silent([...Object.keys(transitions), 'start', 'assign', 'note'], eventWords)).toEqual([])
  expect(silent(Object.keys(statuses), statusWords)).toEqual([])
})

test('the database allows exactly these statuses', () => {
  const migrations = filesBelow('sql/migrations', /\.sql$/).toSorted()
  expect(allowedBySql(migrations.map(read).join('\n'))).toEqual(Object.keys(statuses))
})
