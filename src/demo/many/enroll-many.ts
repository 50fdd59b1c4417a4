/**
 * Enrolls invented parties by the thousand: party, enrollment, periods and place of each as rows of one statement a table,
 * one transaction a batch. Four in ten people reassign to a group of their state, as in the small demonstration.
 */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { transact } from '#db/records/transact.ts'
import type { Permit } from '#domain/access/policy.ts'
import { type Day, dayIn, later, siteZone } from '#domain/dates.ts'
import type { DemoParty } from '../accounts/people.ts'
import { chance } from '../chance.ts'
import { enrollmentRows, knownSince, type Numbering } from '../enrollments/enrollments.ts'

const BATCH = 2_000
/** Sequences below are given by the portal, which counts up from 1 a day. */
const FIRST_OF_DAY = 500_000
const PTANS = 10_000_000

type Rows = ReturnType<typeof enrollmentRows>

/** Undefined when the installation has no contractor. `told` hears how many parties are done. */
export async function enrollMany(
  db: Db,
  _: Permit<'registry.manage'>,
  parties: Iterable<DemoParty>,
  now: Date,
  told: (done: number) => void,
): Promise<{ readonly enrollments: number; readonly reassignments: number; readonly already: number } | undefined> {
  const numbering = await numberingOf(db)
  if (!numbering) return undefined
  const today = dayIn(siteZone, now)
  const groups = new Map<string, Rows[]>()
  const counts = { enrollments: 0, reassignments: 0, already: 0 }
  for (const batch of batches(parties)) {
    const there = await enrolledOf(db, batch)
    const made: Rows[] = []
    for (const p of batch) {
      const known = there.get(p.npi)
      const rows = enrollmentRows(p, numbering, today, now)
      if (known) counts.already++
      else made.push(rows)
      // A group of an earlier run is reassigned to under the id that it got then.
      const group = known
        ? { ...rows, enrollment: { ...rows.enrollment, id: known as typeof rows.enrollment.id } }
        : rows
      if (!rows.person && rows.enrollment.specialty === '12-70')
        groups.set(rows.state, [...(groups.get(rows.state) ?? []), group])
    }
    const reassigned = made.flatMap((m) => reassignment(m, groups.get(m.state) ?? []) ?? [])
    if (made.length > 0) await transact(db, (tx) => write(tx, made, reassigned, now))
    counts.enrollments += made.length
    counts.reassignments += reassigned.length
    told(counts.enrollments + counts.already)
  }
  for (const table of ['enrollee', 'enrollment', 'enrollment_period', 'enrollment_location', 'reassignment'])
    await sql`analyze ${sql.table(table)}`.execute(open(db))
  return counts
}

async function write(
  tx: Db,
  made: readonly Rows[],
  reassigned: readonly Readonly<Record<string, unknown>>[],
  now: Date,
) {
  await insert(
    tx,
    'enrollee',
    made.map((m) => ({ ...m.enrollee, practice: {} })),
  )
  await insert(
    tx,
    'enrollment',
    made.map((m) => m.enrollment),
  )
  await insert(
    tx,
    'enrollment_period',
    made.flatMap((m) => m.periods.map((p) => ({ ...p, because: JSON.parse(p.because) }))),
  )
  await insert(
    tx,
    'enrollment_location',
    made.map(({ location }) => ({ ...location, address: JSON.parse(location.address) })),
  )
  await insert(
    tx,
    'enrollment_change',
    made.map((m) => ({ enrollment_id: m.enrollment.id, at: now })),
  )
  if (reassigned.length > 0) await insert(tx, 'reassignment', reassigned)
}

/** All rows have the columns of the first one; what the table fills in itself is left to it. */
async function insert(tx: Db, table: string, rows: readonly object[]): Promise<void> {
  const columns = sql.join(Object.keys(rows[0]!).map((c) => sql.ref(c)))
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    open(tx),
  )
}

function reassignment(m: Rows, groups: readonly Rows[]) {
  if (!m.person || chance(m.enrollee.npi, 'reassigns') >= 0.4) return undefined
  const to = groups[Math.floor(chance(m.enrollee.npi, 'group') * groups.length)]
  if (!to) return undefined
  const from = later(m.from, to.from)
  return {
    id: randomUUID(),
    from_enrollment_id: m.enrollment.id,
    to_enrollment_id: to.enrollment.id,
    to_npi: to.enrollee.npi,
    to_name: to.enrollee.display_name,
    from_on: from,
    to_on: null,
    known_from: knownSince(from),
    known_to: null,
  }
}

/** Numbers that nobody has; undefined without a contractor. */
async function numberingOf(db: Db): Promise<Numbering | undefined> {
  const k = open(db)
  const states = await k.selectFrom('contractor_state').selectAll().orderBy('state').execute()
  const any = await k.selectFrom('contractor').select('id').orderBy('id').limit(1).executeTakeFirst()
  if (!any) return undefined
  const rows = await k.selectFrom('enrollment').select(['id', 'ptan']).execute()
  const [ids, ptans] = [new Set(rows.map((r) => r.id)), new Set(rows.map((r) => r.ptan))]
  const days = new Map<Day, number>()
  const taken = (day: Day, n: number) =>
    ['I', 'O'].some((type) => ids.has(`${type}${day.replaceAll('-', '')}${String(n).padStart(6, '0')}`))
  let ptan = 0
  return {
    sequence(day) {
      let n = days.get(day) ?? FIRST_OF_DAY
      while (taken(day, n)) n++
      days.set(day, n + 1)
      return n
    },
    // Every number once, far from the one before: nobody guesses one from another.
    ptan(state) {
      for (;;) {
        const n = (ptan++ * 611_953 + 12_345) % PTANS
        if (n > 0 && !ptans.has(`${state}${String(n).padStart(7, '0')}`)) return n
      }
    },
    contractorOf: (state) => states.find((s) => s.state === state)?.contractor_id ?? any.id,
  }
}

async function enrolledOf(db: Db, batch: readonly DemoParty[]): Promise<ReadonlyMap<string, string>> {
  const rows = await open(db)
    .selectFrom('enrollee as e')
    .innerJoin('enrollment as n', 'n.enrollee_id', 'e.id')
    .select(['e.npi', 'n.id'])
    .where('e.npi', '=', sql<string>`any(${batch.map((p) => p.npi)})`)
    .execute()
  return new Map(rows.map((r) => [r.npi, r.id]))
}

function* batches(parties: Iterable<DemoParty>): Generator<readonly DemoParty[]> {
  let batch: DemoParty[] = []
  for (const p of parties) {
    batch.push(p)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
