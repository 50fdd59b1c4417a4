/** docs/generated/pages.md: every page with the right it asks for. Pure. */
import type { Action } from '#domain/access/policy.ts'
import { needOf, needOfMarkedPages } from '#domain/access/step-up.ts'
import { code, documentOf, table } from './markdown.ts'

/** What a page needs of a proof, as one phrase. */
function proofOf(p: DocumentedPage): string {
  const need = p.stepUp ? needOfMarkedPages : needOf(p.action, true)
  if (!need) return ''
  const level = need.level === 2 ? 'both factors' : 'as good as held'
  return [level, need.within === 'work' ? 'an hour' : '', need.only ? 'where bank or tax numbers are asked' : '']
    .filter(Boolean)
    .join(', ')
}

/** What this document reads of a page. */
export interface DocumentedPage {
  readonly path: string
  readonly action: Action
  readonly stepUp?: boolean
  readonly query?: readonly string[]
  readonly get?: unknown
  readonly post?: {
    readonly upload?: { readonly maxFiles: number; readonly maxBytes: number }
  }
}

export const methodsOf = (p: DocumentedPage): string =>
  [p.get && 'GET', p.post && 'POST'].filter((m) => m !== undefined).join(', ')

export function pagesDocument(pages: readonly DocumentedPage[]): string {
  const sorted = pages.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  return documentOf(
    'Every page',
    'the page lists of `src/web`',
    'Proof: who acts must have been proven within STEP_UP_MINUTES (10), or six times that for "an hour" (`src/domain/access/step-up.ts`). A field or parameter that is not declared is refused.',
    table(
      ['Path', 'Action', 'Methods', 'Proof', 'Query', 'Upload'],
      sorted.map((p) => {
        const upload = p.post?.upload
        return [
          code(p.path),
          code(p.action),
          methodsOf(p),
          proofOf(p),
          (p.query ?? []).map(code).join(', '),
          upload ? `${upload.maxFiles} of ${Math.round((upload.maxBytes / 1_048_576) * 10) / 10} MiB` : '',
        ]
      }),
    ),
  )
}
