/** The lists that are watched: of which day they are, whether they may still be asked, and when all were compared. */
import type { JSX } from 'preact'
import { lastPasses } from '#db/queries/lists/last-passes.ts'
import { askedSources } from '#db/queries/lists/source-policies.ts'
import { policyOn } from '#db/queries/policies/desk-policies.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type Day, dayIn, siteZone } from '#domain/dates.ts'
import { EVERYBODY } from '#domain/policies/desk-policy.ts'
import { monitoredSources } from '#domain/screening/monitoring.ts'
import { isClaimSource, isPlausible } from '#domain/screening/non-billing.ts'
import { claimsJudged } from '#use-cases/monitoring/judge-claims.ts'
import type { Ask } from '#web/kit/page.ts'
import { Table } from '#web/kit/parts.tsx'
import { time } from '#words/en/portal/time.ts'
import type { Words } from '#words/index.ts'

type Db = Ask<'monitoring.view', never>['db']

export async function watchedLists(db: Db, permit: Permit<'monitoring.view'>, on: Day) {
  const passes = await lastPasses(db, permit)
  const { sources } = await policyOn(db, 'monitoring', EVERYBODY, on)
  return Promise.all(
    (await askedSources(db, sources, on)).map(async (asked) => {
      const { source } = asked
      const judged = isClaimSource(source) ? await claimsJudged(db, source, asked.version?.importId) : undefined
      const doubted = judged && !isPlausible(judged) ? judged : undefined
      return { ...asked, passed: passes.get(source), doubted }
    }),
  )
}
type Watched = Awaited<ReturnType<typeof watchedLists>>

export function ListsShown({ lists, w }: { readonly lists: Watched; readonly w: Words }): JSX.Element {
  const t = w.desk.monitoring
  return (
    <details class="fold">
      <summary>{t.lists(lists.length, lists.filter((l) => l.freshness !== 'fresh' || l.doubted).length)}</summary>
      <Table
        caption={t.listsCaption}
        rows={lists}
        rowKey={(l) => l.source}
        columns={[
          { title: t.source, cell: (l) => w.sourceNames[l.source] },
          { title: t.what, cell: (l) => t.kinds[monitoredSources[l.source].kind] },
          { title: t.asOf, cell: (l) => (l.version ? time.day(l.version.asOf) : t.never) },
          { title: t.standing, cell: (l) => (l.doubted ? t.doubted(l.doubted) : t.freshness[l.freshness]) },
          { title: t.compared, cell: (l) => (l.passed ? time.day(dayIn(siteZone, l.passed)) : t.notYet) },
        ]}
      />
    </details>
  )
}
