/** Documents name only what exists, and the glossary has every word that a folder of the domain has. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, read, root } from '#test/support/sources.ts'
import { main, staleDocuments } from '../../src/cli/write-docs.ts'
import { awaitedFiles } from './awaited.ts'

const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts)
const handWritten = [
  ...['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'SECURITY.md'],
  ...filesBelow('docs', /\.md$/),
].filter((f) => existsSync(join(root, f)))

/** Commands of package.json that a text names: "npm run x", "npm x" for the short ones. */
const deadCommands = (text: string): readonly string[] =>
  [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)]
    .map((m) => (m[1] ?? m[2])!)
    .filter((s) => !scripts.includes(s))

const TOP = /^(?:src|sql|test|docs|scripts|bench)\//
/** Paths that a text names in back-ticks or links; rooms may be named without "src/", links are relative to the text. */
function deadPaths(file: string, text: string): readonly string[] {
  const quoted = [...text.matchAll(/`([\w./-]+)`/g)].map((m) => m[1]!)
  const plain = [...text.matchAll(/(?<![\w./`-])((?:src|sql|test|docs|scripts|bench)\/[\w./-]*\w)/g)].map((m) => m[1]!)
  const linked = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#]+)/g)].map((m) => join(file, '..', m[1]!))
  const named = [...quoted, ...plain, ...linked].filter((p) => TOP.test(p) || /^[\w-]+(\/[\w.-]+)+\.\w{2,4}$/.test(p))
  const exists = (p: string) => [p, `src/${p}`].some((q) => existsSync(join(root, q)))
  return [...new Set(named)].filter((p) => !exists(p) && !awaitedFiles.includes(p))
}

const missingTerms = (glossary: string, folders: readonly string[]): readonly string[] => {
  const terms = [...glossary.matchAll(/^\| ([^|]+) \|/gm)].map((m) => m[1]!.toLowerCase())
  // A folder may be the plural of its term, or one word of several.
  return folders.filter((f) => !terms.some((t) => t.split(/[ ,()]+/).some((word) => word === f || `${word}s` === f)))
}
const domainFolders = readdirSync(join(root, 'src/domain'), { withFileTypes: true })
  .filter((f) => f.isDirectory())
  .map((f) => f.name)

describe('the checks can fail', () => {
  test('a command or file that does not exist', () => {
    expect(deadCommands('run `npm run docs`, `npm start` or `npm run dcos`')).toEqual(['dcos'])
    expect(deadPaths('docs/x.md', 'see `src/domain/dates.ts`, `domain/dates.ts`, `domain/data.ts`')).toEqual([
      'domain/data.ts',
    ])
    expect(deadPaths('docs/x.md', 'see src/nowhere/at-all.ts and [this](nothing.md), [that](glossary.md)')).toEqual([
      'src/nowhere/at-all.ts',
      'docs/nothing.md',
    ])
  })
  test('a folder whose word is not in the glossary', () => {
    expect(missingTerms('| Term | Meaning |\n| NPI | number |', ['npi', 'party'])).toEqual(['party'])
  })
  test('a generated document that differs', () => {
    expect(staleDocuments('/nowhere').length).toBeGreaterThan(5)
  })
})

test.each(handWritten)('%s names only commands and files that exist', (file) => {
  const text = read(file)
  expect([deadCommands(text), deadPaths(file, text)]).toEqual([[], []])
})

test('no file is awaited that exists', () => {
  expect(awaitedFiles.filter((p) => existsSync(join(root, p)) || existsSync(join(root, 'src', p)))).toEqual([])
})

test('every folder of the domain is a word of the glossary', () => {
  expect(domainFolders.length).toBeGreaterThan(3)
  expect(missingTerms(read('docs/glossary.md'), domainFolders)).toEqual([])
})

test('generated documents are current (npm run docs)', () => {
  expect(staleDocuments(root)).toEqual([])
})

test('npm run docs -- --check fails when one is stale, and writes nothing', async () => {
  const before = process.exitCode
  try {
    await main(['--check'], '/nowhere')
    expect(process.exitCode).toBe(1)
  } finally {
    process.exitCode = before
  }
  expect(existsSync('/nowhere')).toBe(false)
})
