/** `refdata status`: which lists are in force, and what was imported lately. */
import type { Command } from 'commander'
import { askedSources } from '#db/queries/lists/source-policies.ts'
import { listImports } from '#db/queries/registry-files/source-imports.ts'
import type { Permit } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import { sourceKinds } from '#outside/sources/layouts.ts'
import { en } from '#words/index.ts'
import type { CliContext } from './context.ts'
import { permitted } from './permitted.ts'

const words = en.refdata
const count = new Intl.NumberFormat('en-US')

export function refdataStatus(refdata: Command, open: () => Promise<CliContext>): void {
  refdata
    .command('status')
    .description(words.status.about)
    .option('--json', words.status.json)
    .action(({ json }: { readonly json?: boolean }) =>
      permitted(open, { action: 'registry.manage', id: 'registry' }, (context, permit) =>
        status(context, permit, json === true),
      ),
    )
}

async function status({ db, clock, out }: CliContext, permit: Permit<'registry.manage'>, json: boolean): Promise<void> {
  const asked = await askedSources(db, sourceKinds, dayIn(siteZone, clock.now()))
  const inForce = asked.map(
    ({ source, version, freshness, policy }) =>
      [source, version && { ...version, freshness, freshDays: policy.freshDays }] as const,
  )
  const imports = await listImports(db, permit, { limit: 20 })
  if (json) {
    out(JSON.stringify({ inForce: Object.fromEntries(inForce.map(([s, v]) => [s, v ?? null])), imports }))
    return
  }
  for (const [source, version] of inForce) {
    const name = en.sourceNames[source]
    if (!version) out(words.notLoaded(name))
    else if (version.freshness === 'stale')
      out(words.stale(name, count.format(version.rows), version.asOf, version.freshDays))
    else out(words.inForce(name, count.format(version.rows), version.asOf))
  }
  if (imports.length === 0) return
  out('')
  out(words.importsTitle)
  for (const i of imports)
    out(
      words.importLine({
        at: i.startedAt.toISOString().slice(0, 16).replace('T', ' '),
        status: i.status,
        source: i.source,
        file: i.fileName,
        rows: count.format(i.rows),
        setAside: count.format(i.quarantined),
      }),
    )
}
