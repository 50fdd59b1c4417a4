/** Every page asks for a right, every right opens something, and nothing is declared twice. */
import { describe, expect, test } from 'vitest'
import { type Action, policy } from '#domain/access/policy.ts'
import { programFiles, read, withoutComments } from '#test/support/sources.ts'
import { everyPage, pagesByAudience } from '../../src/pages.ts'
import { awaitedActions } from './awaited.ts'

interface Declared {
  readonly path: string
  readonly action: string
  readonly get?: unknown
  readonly post?: { readonly fields?: unknown }
}

const pages: readonly Declared[] = everyPage

const withoutAction = (list: readonly Declared[]) => list.filter((p) => !(p.action in policy)).map((p) => p.path)
const withoutFields = (list: readonly Declared[]) =>
  list
    .filter((p) => p.post && !(Array.isArray(p.post.fields) || typeof p.post.fields === 'function'))
    .map((p) => p.path)
const withoutMethod = (list: readonly Declared[]) => list.filter((p) => !p.get && !p.post).map((p) => p.path)
/** "/a/:id" and "/a/:other" are one place, in whatever list they are. */
const shared = (list: readonly Declared[]): readonly string[] => {
  const places = list.map((p) => p.path.replace(/:\w+/g, ':').replace(/(.)\/$/, '$1'))
  return places.filter((place, i) => places.indexOf(place) !== i)
}
const unused = (sources: readonly string[]): readonly string[] =>
  Object.keys(policy).filter((action) => !sources.some((s) => s.includes(`'${action}'`)))

/** Where a right is used: a page, a use-case, a query, a route or a job; not where it is granted or printed. */
const uses = programFiles()
  .filter((f) => f !== 'src/domain/access/policy.ts' && /^src\/(web|use-cases|api|cli|jobs|db)\//.test(f))
  .map((f) => withoutComments(read(f)))

describe('the checks can fail', () => {
  const good = { path: '/a/:id', action: 'public.view' satisfies Action, get: () => {} }
  test('a page without a right of the policy', () => {
    expect(withoutAction([good, { ...good, action: 'public.look' }])).toEqual(['/a/:id'])
  })
  test('a form without declared fields, a page that answers nothing', () => {
    expect(withoutFields([good, { ...good, post: {} }])).toEqual(['/a/:id'])
    expect(withoutMethod([good, { path: '/b', action: good.action }])).toEqual(['/b'])
  })
  test('two pages in one place', () => {
    expect(shared([good, { ...good, path: '/a/:other/' }])).toEqual(['/a/:'])
  })
  test('a right that nothing asks for', () => {
    expect(unused(uses.map((s) => s.replaceAll("'account.manage'", '')))).toContain('account.manage')
  })
})

test('every page asks for a right of the policy', () => {
  expect(pages.length).toBeGreaterThan(20)
  expect(withoutAction(pages)).toEqual([])
})

test('every page answers something, and every form declares its fields', () => {
  expect([withoutMethod(pages), withoutFields(pages)]).toEqual([[], []])
})

test('no two pages share a path', () => {
  expect(shared(pages)).toEqual([])
})

test('every right of the policy opens a page, use-case, read or route', () => {
  expect(unused(uses).filter((a) => !awaitedActions.includes(a))).toEqual([])
  expect(awaitedActions.filter((a) => !unused(uses).includes(a))).toEqual([])
})

test('every folder of pages is an audience, so that its pages are seen here', () => {
  const folders = new Set(programFiles().flatMap((f) => /^src\/web\/([^/]+)\/index\.ts$/.exec(f)?.[1] ?? []))
  expect([...folders].filter((f) => !(f in pagesByAudience))).toEqual([])
})
