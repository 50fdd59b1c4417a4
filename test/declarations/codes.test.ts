/** Every reason to refuse and every notice is used somewhere and has words. */
import { describe, expect, test } from 'vitest'
import { problemCodes } from '#domain/problem-codes.ts'
import { programFiles, read, withoutComments } from '#test/support/sources.ts'
import { notices } from '#words/en/notices.ts'
import { problems, sentence } from '#words/en/problems.ts'
import { awaitedNotices, awaitedProblems } from './awaited.ts'

const catalogs = ['src/domain/problem-codes.ts', 'src/words/en/problems.ts', 'src/words/en/notices.ts']
const uses = programFiles()
  .filter((f) => !catalogs.includes(f))
  .map((f) => withoutComments(read(f)))

const unused = (codes: readonly string[], sources: readonly string[]): readonly string[] => {
  const quoted = new Set(sources.flatMap((s) => [...s.matchAll(/['"]([a-z][a-z0-9-]*)['"]/g)].map((m) => m[1]!)))
  return codes.filter((c) => !quoted.has(c))
}
/** Catalog words are read off `notice:` or `notices.`, so an everyday word like "saved" is no use of the notice. */
const noticed = (sources: readonly string[]): ReadonlySet<string> =>
  new Set(
    sources.flatMap((s) => [
      ...[...s.matchAll(/notice:[^,}\n]*/g)].flatMap((m) => [...m[0].matchAll(/'([\w-]+)'/g)].map((q) => q[1]!)),
      ...[...s.matchAll(/notices(?:\.([a-z]\w*)|\[\s*'([\w-]+)')/g)].map((m) => (m[1] ?? m[2])!),
    ]),
  )
const unshown = (codes: readonly string[], sources: readonly string[]) => {
  const shown = noticed(sources)
  return codes.filter((c) => !shown.has(c))
}

describe('the checks can fail', () => {
  test('a code that nothing refuses with', () => {
    expect(unused(['stale', 'rotten'], ["return refuse({ code: 'stale' })"])).toEqual(['rotten'])
    expect(unused(['stale'], [withoutComments("// not 'stale' any more")])).toEqual(['stale'])
  })
  test('a notice that no page shows', () => {
    const sources = ["redirect('/a', { notice: done ? 'saved' : 'removed' })", "const s = 'decided'"]
    expect(unshown(['saved', 'removed', 'decided'], sources)).toEqual(['decided'])
  })
})

test('every problem code is used', () => {
  expect(unused(problemCodes, uses).filter((c) => !awaitedProblems.includes(c))).toEqual([])
})

test('no code is awaited that is already used or does not exist', () => {
  expect(awaitedProblems.filter((c) => !unused(problemCodes, uses).includes(c))).toEqual([])
})

test('every problem code has a sentence, and no sentence is left with a hole when it is filled', () => {
  expect(Object.keys(problems).sort()).toEqual([...problemCodes].sort())
  for (const code of problemCodes) {
    const fill = Object.fromEntries([...problems[code].matchAll(/\{(\w+)\}/g)].map((m) => [m[1]!, 'x']))
    expect(sentence(code, fill)).not.toMatch(/[{}…]/)
  }
})

test('every notice is shown by some page', () => {
  expect(unshown(Object.keys(notices), uses).filter((c) => !awaitedNotices.includes(c))).toEqual([])
})

test('no notice is awaited that is already shown or does not exist', () => {
  expect(awaitedNotices.filter((c) => !unshown(Object.keys(notices), uses).includes(c))).toEqual([])
})
