/**
 * npm run docs [-- --check]: writes the documents that are read off the program's own tables.
 * With --check nothing is written; the exit code is 1 when a document is stale, and it is named.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describeApi } from '#api/index.ts'
import { affiliationForm } from '#forms/affiliations/affiliation-form.ts'
import { forms } from '#forms/index.ts'
import { repositoryRoot } from '#outside/embedded-postgres/embedded-postgres.ts'
import { affiliations } from '#words/en/affiliations/affiliations.ts'
import { everyPage } from '../pages.ts'
import { commandsDocument } from './docs/commands.ts'
import { demoAccountsDocument } from './docs/demo-accounts.ts'
import { fileNameOf, formDocument } from './docs/form-questions.ts'
import { lifecycleDocument } from './docs/lifecycle.ts'
import { pagesDocument } from './docs/pages.ts'
import { permissionsDocument } from './docs/permissions.ts'
import { problemsDocument } from './docs/problems.ts'
import { reasonsDocument } from './docs/reasons.ts'
import { typescriptClient } from './docs/typescript-client.ts'
import { uiNamesDocument } from './docs/ui-names.ts'
import { commandLine } from './main.ts'

/** The text of every file that draws pages, by its path in the repository. */
const pageSources = (root: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (readdirSync(join(root, 'src/web'), { recursive: true }) as string[])
      .filter((f) => f.endsWith('.tsx') && !/\.(test|fixture)\.tsx$/.test(f))
      .map((f) => [`src/web/${f}`, readFileSync(join(root, 'src/web', f), 'utf8')]),
  )

/** Every generated document, by its path in the repository. */
export const documents = (): Readonly<Record<string, string>> => ({
  'docs/demo-accounts.md': demoAccountsDocument(),
  'docs/ui-names.md': uiNamesDocument(pageSources(repositoryRoot())),
  'docs/generated/lifecycle.md': lifecycleDocument(),
  'docs/generated/reasons.md': reasonsDocument(),
  'docs/generated/permissions.md': permissionsDocument(),
  'docs/generated/pages.md': pagesDocument(everyPage),
  'docs/generated/commands.md': commandsDocument(commandLine()),
  'docs/generated/problems.md': problemsDocument(),
  'clients/typescript/openpecos.ts': typescriptClient(describeApi({ product: 'OpenPECOS', origin: '' })),
  ...Object.fromEntries(forms.map((f) => [`docs/generated/forms/${fileNameOf(f)}.md`, formDocument(f)])),
  [`docs/generated/forms/${fileNameOf(affiliationForm)}.md`]: formDocument(affiliationForm, affiliations.form),
})

/** Those that a folder does not have as they should be. */
export function staleDocuments(root: string): readonly string[] {
  const current = (path: string): string | undefined =>
    existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined
  return Object.entries(documents()).flatMap(([path, text]) => (current(path) === text ? [] : [path]))
}

/** Writes what is stale and says so; with `--check` it only says so. */
export async function main(argv: readonly string[], root = repositoryRoot()): Promise<void> {
  const stale = staleDocuments(root)
  if (argv.includes('--check')) {
    for (const path of stale) console.error(`stale: ${path} (run \`npm run docs\`)`)
    if (stale.length > 0) process.exitCode = 1
    return
  }
  const written = documents()
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), written[path]!)
    console.log(`wrote ${path}`)
  }
  if (stale.length === 0) console.log('everything is current')
}
