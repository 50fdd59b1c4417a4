/**
 * The rows from which the eligibility snapshot is built: enrollments with every version of their periods,
 * reassignments, the registry, the order-and-referring list. One repeatable-read transaction reads them all,
 * in batches, so that a list replaced meanwhile is seen whole or not at all. Reads only.
 */
import type { Permit } from '#domain/access/policy.ts'
import { addDays } from '#domain/dates.ts'
import type { EnrollmentRow, ExclusionRow, ListedRow, ReassignmentRow, RegistryRow } from '#domain/eligibility/rows.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { enrollmentRows, type Handle, listedRows, reassignmentRows } from './eligibility-rows.ts'

const BATCH = 5_000

export interface EligibilitySink {
  enrollments(rows: readonly EnrollmentRow[]): void
  /** Of the order-and-referring list, those who have no enrollment. */
  listed(rows: readonly ListedRow[]): void
  reassignments(rows: readonly ReassignmentRow[]): void
  registry(rows: readonly RegistryRow[]): void
  exclusions(rows: readonly ExclusionRow[]): void
}
export interface FeedState {
  /** Highest number of the change feed that these rows contain. */
  readonly sequence: number
  /** Numbers just below it that they contain; one that is missing may still be committed. */
  readonly recent: readonly number[]
  readonly registryLoaded: boolean
  readonly orderListLoaded: boolean
  readonly exclusionsLoaded: boolean
}

/** Hands every row to the sink. `zone` is where the site counts the days of knowledge. */
export async function readEligibility(
  db: Db,
  _: Permit<'system.run'>,
  zone: string,
  sink: EligibilitySink,
): Promise<FeedState> {
  return open(db)
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const recent = await changeNumbers(tx, 1_000)
      const registry = await currentImport(tx, 'nppes')
      const orders = await currentImport(tx, 'order-referring')
      const lists = { registry, orders }
      let after = ''
      for (;;) {
        const rows = await enrollmentRows(tx, lists, zone, (q) =>
          q.where('n.id', '>', after).orderBy('n.id').limit(BATCH),
        )
        if (rows.length === 0) break
        sink.enrollments(rows)
        after = rows.at(-1)!.enrollmentId
      }
      if (orders) await readListed(tx, orders, sink)
      let last = '00000000-0000-0000-0000-000000000000'
      for (;;) {
        const batch = await reassignmentRows(tx, zone, (q) => q.where('r.id', '>', last).orderBy('r.id').limit(BATCH))
        if (batch.length === 0) break
        sink.reassignments(batch.map((r) => r.row))
        last = batch.at(-1)!.id
      }
      if (registry) await readRegistry(tx, registry, sink)
      const exclusions = await currentImport(tx, 'leie')
      if (exclusions) sink.exclusions(await exclusionRows(tx, exclusions))
      return {
        sequence: Math.max(0, ...recent),
        recent,
        registryLoaded: registry !== undefined,
        orderListLoaded: orders !== undefined,
        exclusionsLoaded: exclusions !== undefined,
      }
    })
}

/** Every enrollment of some NPIs, and every reassignment from them: what a change lays over the snapshot. */
export async function readEligibilityOf(
  db: Db,
  _: Permit<'system.run'>,
  zone: string,
  npis: readonly string[],
): Promise<{
  readonly enrollments: readonly EnrollmentRow[]
  readonly listed: readonly ListedRow[]
  readonly reassignments: readonly ReassignmentRow[]
}> {
  const k = open(db)
  const lists = { registry: await currentImport(k, 'nppes'), orders: await currentImport(k, 'order-referring') }
  const enrollments = await enrollmentRows(k, lists, zone, (q) => q.where('e.npi', 'in', npis))
  const listed =
    lists.orders === undefined ? [] : await listedRows(k, lists.orders, (q) => q.where('o.npi', 'in', npis))
  const ids = enrollments.map((e) => e.enrollmentId)
  const reassignments =
    ids.length === 0 ? [] : await reassignmentRows(k, zone, (q) => q.where('r.from_enrollment_id', 'in', ids))
  return { enrollments, listed, reassignments: reassignments.map((r) => r.row) }
}

/** Changes above a number, oldest first, with the NPI each is about. */
export async function changesSince(
  db: Db,
  _: Permit<'system.run'>,
  sequence: number,
): Promise<readonly { readonly sequence: number; readonly npi: string }[]> {
  return open(db)
    .selectFrom('enrollment_change as c')
    .innerJoin('enrollment as n', 'n.id', 'c.enrollment_id')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select(['c.sequence', 'e.npi'])
    .where('c.sequence', '>', sequence)
    .orderBy('c.sequence')
    .execute()
}

/** A text that differs whenever the registry, the order-and-referring list or the list of exclusions in force does. */
export async function listsInForce(db: Db, _: Permit<'system.run'>): Promise<string> {
  const rows = await open(db)
    .selectFrom('source_import')
    .select(['source', (eb) => eb.fn.countAll<number>().as('n'), (eb) => eb.fn.max('finished_at').as('latest')])
    .where('source', 'in', ['nppes', 'order-referring', 'leie'])
    .where('status', 'in', ['current', 'applied'])
    .groupBy('source')
    .orderBy('source')
    .execute()
  return rows.map((r) => `${r.source} ${r.n} ${r.latest?.getTime() ?? 0}`).join(', ')
}

const changeNumbers = async (k: Handle, count: number): Promise<readonly number[]> => {
  const rows = await k
    .selectFrom('enrollment_change')
    .select('sequence')
    .orderBy('sequence', 'desc')
    .limit(count)
    .execute()
  return rows.map((r) => r.sequence)
}

async function currentImport(k: Handle, source: 'nppes' | 'order-referring' | 'leie'): Promise<string | undefined> {
  const row = await k
    .selectFrom('source_import')
    .select('id')
    .where('source', '=', source)
    .where('status', '=', 'current')
    .executeTakeFirst()
  return row?.id
}

/** Those that name an NPI; most of the list does not. */
async function exclusionRows(k: Handle, importId: string): Promise<readonly ExclusionRow[]> {
  const rows = await k
    .selectFrom('exclusion')
    .select(['npi', 'excluded_on', 'reinstated_on'])
    .where('import_id', '=', importId)
    .where('npi', 'is not', null)
    .execute()
  return rows.map((r) => ({
    npi: r.npi!,
    from: r.excluded_on,
    ...(r.reinstated_on && { to: addDays(r.reinstated_on, -1) }),
  }))
}

async function readListed(k: Handle, orders: string, sink: EligibilitySink): Promise<void> {
  let after = ''
  for (;;) {
    const rows = await listedRows(k, orders, (q) => q.where('o.npi', '>', after).orderBy('o.npi').limit(BATCH))
    if (rows.length === 0) return
    sink.listed(rows)
    after = rows.at(-1)!.npi
  }
}

async function readRegistry(k: Handle, importId: string, sink: EligibilitySink): Promise<void> {
  let after = ''
  for (;;) {
    const rows = await k
      .selectFrom('registry_provider')
      .select(['npi', 'entity_type', 'deactivated_on', 'reactivated_on'])
      .where('import_id', '=', importId)
      .where('npi', '>', after)
      .orderBy('npi')
      .limit(BATCH)
      .execute()
    if (rows.length === 0) return
    sink.registry(
      rows.map((r) => ({
        npi: r.npi,
        ...(r.entity_type && { entityType: r.entity_type }),
        ...(r.deactivated_on && { deactivatedOn: r.deactivated_on }),
        ...(r.reactivated_on && { reactivatedOn: r.reactivated_on }),
      })),
    )
    after = rows.at(-1)!.npi
  }
}
