/**
 * Every page of every audience, for what looks at all of them: the generated table and the cross-checks.
 * Like main.ts it belongs to the composition, because audiences never import one another.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '#outside/embedded-postgres/embedded-postgres.ts'
import type { AnyPage } from '#web/kit/page.ts'

export const audiences = ['public', 'account', 'portal', 'desk', 'demo'] as const
export type Audience = (typeof audiences)[number]

/** Each audience's pages; an audience without an index has none yet. */
export async function pagesByAudience(): Promise<Readonly<Record<Audience, readonly AnyPage[]>>> {
  const lists = audiences.map(async (audience) => {
    if (!existsSync(join(repositoryRoot(), 'src/web', audience, 'index.ts'))) return [audience, []] as const
    const found = (await import(`./web/${audience}/index.ts`)) as Readonly<Record<string, readonly AnyPage[]>>
    const pages = found[`${audience}Pages`]
    if (!pages) throw new Error(`src/web/${audience}/index.ts exports no ${audience}Pages`)
    return [audience, pages] as const
  })
  return Object.fromEntries(await Promise.all(lists)) as Readonly<Record<Audience, readonly AnyPage[]>>
}

export const everyPage = async (): Promise<readonly AnyPage[]> => Object.values(await pagesByAudience()).flat()
