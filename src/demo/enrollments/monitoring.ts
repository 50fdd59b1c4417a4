/**
 * A supplement to the exclusion list that names two people who are enrolled, so that the monitoring has something to
 * show: one by NPI, one by a name with two letters exchanged, and the city. Lists of a demonstration do not grow old.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import { sourcePolicies } from '#domain/screening/source-policy.ts'
import type { Clock } from '#outside/clock.ts'
import { leieHeader } from '#outside/sources/leie.ts'
import { openSourceFile } from '#outside/sources/source-file.ts'
import { monitorPass } from '#use-cases/monitoring/monitor-enrollments.ts'
import { importSource } from '#use-cases/sources/import-source.ts'
import type { Words } from '#words/index.ts'

type Line = Readonly<Partial<Record<(typeof leieHeader)[number], string>>>

/** Ten years: the clock of a demonstration may be moved far. */
const NEVER = 3_650

export async function seedMonitoring(
  db: Db,
  o: { readonly clock: Clock; readonly origin: string; readonly words: Words },
) {
  const [run, manage] = [
    authorize(systemActor, 'system.run', { id: 'demo' }),
    authorize(systemActor, 'registry.manage', { id: 'demo' }),
  ]
  if (!run.ok || !manage.ok) throw new Error('the system may seed its demonstration')
  await keepListsFresh(db, o.clock.now())
  const importId = await loadSupplement(db, manage.value, await someEnrolled(db), o.clock)
  if (importId) await monitorPass(db, run.value, { source: 'leie', importId, pass: 'load' }, o, o.clock.now())
}

async function keepListsFresh(db: Db, now: Date): Promise<void> {
  await open(db)
    .insertInto('desk_policy')
    .values(
      Object.entries(sourcePolicies).map(([source, { required }]) => ({
        topic: 'lists' as const,
        key: source,
        version: 1,
        value: JSON.stringify({ freshDays: NEVER, required }),
        from_on: day('2026-01-01'),
        reason: 'Lists of a demonstration do not grow old.',
        state: 'in-force' as const,
        proposed_by: null,
        proposed_at: now,
        answered_by: null,
        answered_at: null,
        answer: null,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
}

/** Two practitioners whose enrollment stands, of the contractor with the most states, neither of them in a list. */
async function someEnrolled(db: Db): Promise<readonly RegistryProvider[]> {
  const rows = await open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .innerJoin('source_import as i', (j) => j.on('i.source', '=', 'nppes').on('i.status', '=', 'current'))
    .innerJoin('registry_provider as r', (j) => j.onRef('r.import_id', '=', 'i.id').onRef('r.npi', '=', 'e.npi'))
    .select('r.detail')
    .where('n.status', '=', 'approved')
    .where('n.contractor_id', '=', 'lakes')
    .where('e.kind', '=', 'individual')
    .orderBy('n.id', 'desc')
    .limit(60)
    .execute()
  // With a middle name, so that a last name with a slip and the city are enough to be looked at.
  return rows.map((r) => r.detail).filter((p) => p.person?.middle && p.person.last.length > 4)
}

const entryOf = ({ person, practice }: RegistryProvider, npi: string, last: string): Line => ({
  LASTNAME: last,
  FIRSTNAME: person!.first,
  MIDNAME: person!.middle ?? '',
  GENERAL: 'IND- LIC HC SERV PRO',
  SPECIALTY: 'PHYSICIAN PRACTICE',
  NPI: npi,
  ADDRESS: practice!.line1,
  CITY: practice!.city,
  STATE: practice!.state,
  ZIP: practice!.zip.slice(0, 5),
  EXCLTYPE: '1128b4',
  EXCLDATE: '20261020',
  REINDATE: '00000000',
  WAIVERDATE: '00000000',
})

/** "HARTLEY" becomes "HARTELY": two neighbors exchanged. */
const mistyped = (name: string): string =>
  name.length < 4 ? `${name}E` : `${name.slice(0, -2)}${name.at(-1)}${name.at(-2)}`

async function loadSupplement(
  db: Db,
  permit: Parameters<typeof importSource>[1],
  people: readonly RegistryProvider[],
  clock: Clock,
): Promise<string | undefined> {
  const [first, second] = people
  if (!first || !second) return undefined
  const lines = [
    entryOf(first, first.npi, first.person!.last),
    { ...entryOf(second, '0000000000', mistyped(second.person!.last)), ADDRESS: '', ZIP: '' },
  ]
  const dir = await mkdtemp(join(tmpdir(), 'openpecos-'))
  try {
    const path = join(dir, 'demo-leie-supplement.csv')
    const text = [leieHeader.join(','), ...lines.map((l) => leieHeader.map((n) => `"${l[n] ?? ''}"`).join(','))]
    await writeFile(path, `${text.join('\n')}\n`)
    const file = await openSourceFile(path)
    const done = file.ok ? await importSource(db, permit, file.value, { as: 'leie', increment: true }, { clock }) : file
    if (!done.ok) throw new Error(`demo supplement: ${done.problem.code}`)
    return done.value.importId
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
