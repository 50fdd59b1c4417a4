/** Look-ups by name over a registry of some size: names that come near, by typing, short forms and sound, against names that begin so. */
import type { Db } from '#db/db.ts'
import { searchRegistry } from '#db/queries/registry-files/registry.ts'
import { anonymous, authorize } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { buildSnapshot } from '#domain/eligibility/build-snapshot.ts'
import { listNamesAlike } from '#use-cases/registry/find-names-alike.ts'
import type { BenchRow } from '../row.ts'

const ASKED = 100
const on = day('2026-11-15')

/** `names` are last names of the registry; every other one is asked as it stands, the others with a letter changed. */
export async function lookUps(db: Db, names: readonly string[], rows: number): Promise<readonly BenchRow[]> {
  const permit = authorize(anonymous, 'public.view', { id: 'public' })
  if (!permit.ok) throw new Error(permit.problem.code)
  const nobody = buildSnapshot(
    { enrollments: [], listed: [], reassignments: [], orderListLoaded: false },
    { sequence: 0, asOf: on },
  )
  const asked = Array.from({ length: ASKED }, (_, i) => mistyped(names[i % names.length]!, i))
  const begins: number[] = []
  const near: number[] = []
  let late = 0
  let found = 0
  for (const [i, last] of asked.entries()) {
    const first = i % 3 === 0 ? { first: 'Bob' } : {}
    begins.push(await timed(() => searchRegistry(db, permit.value, { name: last, ...first, limit: 25 })))
    near.push(
      await timed(async () => {
        const alike = await listNamesAlike(db, permit.value, nobody, { last, ...first, on })
        if (alike.late) late++
        found += alike.byWords.found.length + alike.similar.found.length + alike.heard.found.length
      }),
    )
  }
  if (found === 0) throw new Error('no name came near')
  return [50, 95].map((share) => ({
    name: `look-up of names that come near, ${rows.toLocaleString('en-US')} rows, ${share} of 100 within`,
    figure: within(near, share),
    unit: 'ms',
    ratio: within(near, share) / within(begins, share),
    against: `names that begin so, ${within(begins, share).toFixed(1)} ms; ${late} ended late`,
    target: '(watched)',
  }))
}

const mistyped = (name: string, i: number): string =>
  i % 2 === 0 ? name : `${name.slice(0, 2)}${name[2] === 'E' ? 'A' : 'E'}${name.slice(3)}`

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const within = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.ceil((times.length * share) / 100) - 1]!
