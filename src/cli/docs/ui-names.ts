/**
 * docs/ui-names.md: the headings and buttons of the pages, as their sources draw them and the catalogs say them.
 * Pure; the sources are given. What only data can say (a provider's name) is written as "…".
 */
import { en } from '#words/index.ts'
import { code, documentOf, table } from './markdown.ts'

const UNKNOWN = '…'

/** The chain that a name stood for at a place of a source: the last `const t = w.desk.rules` before it. */
function meant(source: string, at: number, name: string): string | undefined {
  const said = [...source.slice(0, at).matchAll(new RegExp(`\\b(?:const|let) ${name} =\\s+([^\\n]+)`, 'g'))].at(-1)
  return said?.[1]?.trim()
}

/** Of a sentence that is made from data: with "…" in place of each of them, when it can be made so. */
function spoken(word: unknown): string {
  if (typeof word === 'string') return word
  if (typeof word !== 'function') return UNKNOWN
  try {
    const made: unknown = word(...Array.from({ length: word.length }, () => UNKNOWN))
    return typeof made === 'string' && !/NaN|undefined|null|\[object/.test(made) ? made : UNKNOWN
  } catch {
    return UNKNOWN
  }
}

/** Names may stand for names (`const title = t.title`), a few deep and never in a circle. */
const DEEP = 3
function ofChain(source: string, at: number, chain: string, depth: number): readonly string[] {
  const [, name, rest] = /^(?:\w+\.(?=w\.))?(\w+)((?:\.\w+)*)$/.exec(chain) ?? []
  if (name === undefined || rest === undefined) return [UNKNOWN]
  if (name !== 'w') {
    const stands = depth < DEEP ? meant(source, at, name) : undefined
    return stands ? ofExpression(source, at, stands + rest, depth + 1) : [UNKNOWN]
  }
  const keys = rest.split('.').slice(1)
  return [spoken(keys.reduce<unknown>((o, k) => (o as Readonly<Record<string, unknown>> | undefined)?.[k], en))]
}

/** What an expression of a page may say: one name, or one for each branch of a choice. */
function ofExpression(source: string, at: number, text: string, depth = 0): readonly string[] {
  const said = text.trim()
  const choice = /^[^?]+\?(?![.?])([\s\S]+)$/.exec(said)
  if (choice && !said.startsWith('`')) {
    // Branches stand after "?" and ":"; a nested condition is no branch.
    const branches = choice[1]!.split(/[?:]/).map((b) => b.trim().replace(/^\(|\)$/g, ''))
    const chains = branches.filter((b) => /^\w+\.[\w.]+(\([^()]*\))?$/.test(b))
    return chains.length > 0 ? chains.flatMap((b) => ofExpression(source, at, b, depth)) : [UNKNOWN]
  }
  const called = /^([\w.]+)\(.*\)$/.exec(said)
  return ofChain(source, at, called?.[1] ?? said, depth)
}

/** Names in markup: `{t.send}`, or `{t.ask} <span …>` whose rest names what it is about. */
function namesAt(source: string, at: number, inside: string): readonly string[] {
  const first = /^\s*(?:<span[\s\S]*?<\/span>\s*)?\{([\s\S]*?)\}\s*(<span class="usa-sr-only">)?/.exec(inside)
  if (!first) return [UNKNOWN]
  return ofExpression(source, at, first[1]!).map((n) => (first[2] && n !== UNKNOWN ? `${n} ${UNKNOWN}` : n))
}

const found = (source: string, pattern: RegExp): readonly string[] => [
  ...new Set([...source.matchAll(pattern)].flatMap((m) => namesAt(source, m.index, m[1]!))),
]
const HEADING = /<h1\b[^>]*>([\s\S]*?)<\/h1>/g
/** Of pages whose frame draws the heading: `screen({ w, title: t.title, … })`. */
const FRAMED = /\b\w*[sS]creen\((?:\w+, )?\{[^{}]*?\btitle(?:: ([^,\n]+)|,)/g
const BUTTON = /<(?:Button|button)\b(?:=>|[^>])*>([\s\S]*?)<\/(?:Button|button)>/g

const framed = (source: string): readonly string[] =>
  [...source.matchAll(FRAMED)].flatMap((m) => ofExpression(source, m.index, m[1] ?? 'title'))

/** Written out, or under a name that the source gives to it. */
const pathsOf = (source: string): readonly string[] =>
  [...source.matchAll(/^\s+path: (?:'([^']+)'|(\w+)),$/gm)].flatMap((m) => {
    const written = m[1] ?? (m[2] && /^'([^']+)'/.exec(meant(source, m.index, m[2]) ?? '')?.[1])
    return written ? [written] : []
  })

/** Headings and buttons of one source, each once, in the order of the source. */
export const namesOf = (
  source: string,
): { readonly headings: readonly string[]; readonly buttons: readonly string[] } => ({
  headings: [...new Set([...found(source, HEADING), ...framed(source)])],
  buttons: found(source, BUTTON),
})

/** `sources`: the text of every page's file and part, by its path in the repository. */
export function uiNamesDocument(sources: Readonly<Record<string, string>>): string {
  const rows = Object.entries(sources)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, source]) => ({
      room: file.split('/')[2] ?? '',
      file,
      paths: pathsOf(source),
      ...namesOf(source),
    }))
    .filter((r) => r.headings.length > 0 || r.buttons.length > 0)
  const rooms = [...new Set(rows.map((r) => r.room))]
  return documentOf(
    'Names of headings and buttons',
    'the pages of `src/web` and the catalogs of `src/words/en`',
    'The accessible names by which pages are read, tested and scripted: they change only with this document. A row is one file of the sources; a file without an address draws parts of the pages beside it. An ellipsis (…) stands for what only the data can say, such as the name of a provider. A file that draws several pages, or one page in several states, lists the names of all.',
    ...rooms.flatMap((room) => [
      `## ${code(`src/web/${room}`)}`,
      table(
        ['File', 'Addresses', 'Headings', 'Buttons'],
        rows
          .filter((r) => r.room === room)
          .map((r) => [code(r.file), r.paths.map(code).join(', '), r.headings.join(' · '), r.buttons.join(' · ')]),
      ),
    ]),
  )
}
