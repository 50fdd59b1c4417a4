/**
 * The file of last claims of the demonstration: everybody billed last month, but for two practitioners of the Lakes desk
 * about whom the monitoring then asks, and one with an account who is told ahead.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import { addDays, addMonths, type Day, dayIn, siteZone } from '#domain/dates.ts'
import type { Clock } from '#outside/clock.ts'
import { lastBilledHeader } from '#outside/sources/lists/last-billed.ts'
import { openSourceFile } from '#outside/sources/source-file.ts'
import { monitorPass } from '#use-cases/monitoring/monitor-enrollments.ts'
import { importSource } from '#use-cases/sources/import-source.ts'
import type { Words } from '#words/index.ts'

const TOLD = 'provider.stands'

export async function seedLastClaims(
  db: Db,
  o: { readonly clock: Clock; readonly origin: string; readonly words: Words },
): Promise<void> {
  const run = authorize(systemActor, 'system.run', { id: 'demo' })
  const manage = authorize(systemActor, 'registry.manage', { id: 'demo' })
  if (!run.ok || !manage.ok) throw new Error('the system may seed its demonstration')
  const now = o.clock.now()
  const dir = await mkdtemp(join(tmpdir(), 'openpecos-'))
  try {
    const path = join(dir, 'demo-last-claims.csv')
    await writeFile(path, await claimsFile(db, dayIn(siteZone, now)))
    const file = await openSourceFile(path)
    const done = file.ok ? await importSource(db, manage.value, file.value, { as: 'last-billed' }, o) : file
    if (!done.ok) throw new Error(`demo claims: ${done.problem.code}`)
    await monitorPass(db, run.value, { source: 'last-billed', importId: done.value.importId, pass: 'load' }, o, now)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

async function claimsFile(db: Db, today: Day): Promise<string> {
  const rows = await open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .leftJoin('membership as m', (j) => j.on((x) => x(x.cast('e.id', 'text'), '=', x.ref('m.party_id'))))
    .leftJoin('app_user as u', 'u.id', 'm.user_id')
    .select(['n.id', 'n.ptan', 'n.form', 'n.contractor_id', 'e.npi', 'u.login_id'])
    .where('n.status', '=', 'approved')
    .orderBy('n.id')
    .execute()
  const asOf = addDays(`${today.slice(0, 8)}01` as Day, -1)
  const silent = new Set(
    rows
      .filter((r) => r.contractor_id === 'lakes' && r.form === 'CMS-855I' && r.login_id === null)
      .slice(0, 2)
      .map((r) => r.npi),
  )
  const [first] = silent
  const lines = new Map<string, string>()
  for (const r of rows) {
    if (silent.has(r.npi) && r.npi !== first) continue
    const last = r.login_id === TOLD ? addMonths(asOf, -4) : r.npi === first ? addMonths(asOf, -9) : addDays(asOf, -5)
    lines.set(`${r.npi} ${r.ptan}`, [r.npi, r.ptan, last, asOf, addMonths(asOf, -24)].join(','))
  }
  return [lastBilledHeader.join(','), ...lines.values(), ''].join('\n')
}
