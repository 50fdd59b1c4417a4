/** docs/generated/pages.md: every page with the right it asks for. Pure. */
import type { Action } from '#domain/access/policy.ts'
import { code, documentOf, table } from './markdown.ts'

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
    'Step-up: a password or factor must have been given within ten minutes. A field or parameter that is not declared is refused.',
    table(
      ['Path', 'Action', 'Methods', 'Step-up', 'Query', 'Upload'],
      sorted.map((p) => {
        const upload = p.post?.upload
        return [
          code(p.path),
          code(p.action),
          methodsOf(p),
          p.stepUp ? 'yes' : '',
          (p.query ?? []).map(code).join(', '),
          upload ? `${upload.maxFiles} of ${upload.maxBytes / 1_048_576} MiB` : '',
        ]
      }),
    ),
  )
}
