/** One batch of eligibility rows, whichever way it is chosen: by key order for a whole read, by NPI for a change. */
import { type Kysely, sql } from 'kysely'
import type { Day } from '#domain/dates.ts'
import type { OrderedService } from '#domain/eligibility/question.ts'
import type { EnrollmentRow, Known, ListedRow, ReassignmentRow } from '#domain/eligibility/rows.ts'
import type { EnrollmentPeriod } from '#domain/enrollment/enrollment.ts'
import type { Tables } from '../../kit/tables.ts'
import { dueOf, LIVES, newestSet, receivedFor } from '../time/due-dates.ts'
import { statusOf } from './enrollments.ts'

export type Handle = Kysely<Tables>
/** The lists in force; undefined when none was ever loaded. */
export interface Lists {
  readonly registry: string | undefined
  readonly orders: string | undefined
}

const NO_LIST = '00000000-0000-0000-0000-000000000000'

const enrollments = (k: Handle, lists: Lists) =>
  k
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .innerJoin('contractor as c', 'c.id', 'n.contractor_id')
    .leftJoin('registry_provider as p', (j) =>
      j.onRef('p.npi', '=', 'e.npi').on('p.import_id', '=', lists.registry ?? NO_LIST),
    )
    .leftJoin('order_referring as o', (j) =>
      j.onRef('o.npi', '=', 'e.npi').on('o.import_id', '=', lists.orders ?? NO_LIST),
    )
    .select([
      'n.id',
      'n.form',
      'n.specialty',
      'n.state',
      'n.status',
      'n.created_at',
      'c.time_zone',
      'e.npi',
      'e.display_name as display',
      'p.name_key as registryLast',
      'p.first_key as registryFirst',
      'o.last_name as listLast',
      'o.first_name as listFirst',
      'o.part_b',
      'o.dme',
      'o.hha',
      'o.pmd',
      'o.hospice',
    ])
    .select((x) => newestSet(x))
type Enrollments = ReturnType<typeof enrollments>
type Found = Awaited<ReturnType<Enrollments['execute']>>[number]

export async function enrollmentRows(
  k: Handle,
  lists: Lists,
  zone: string,
  chosen: (q: Enrollments) => Enrollments,
): Promise<readonly EnrollmentRow[]> {
  const rows = await chosen(enrollments(k, lists)).execute()
  if (rows.length === 0) return []
  const ids = rows.map((r) => r.id)
  const periods = await periodsOf(k, zone, ids)
  const received = await receivedFor(k, ids)
  return rows.map((r) => ({
    npi: r.npi,
    enrollmentId: r.id,
    specialty: r.specialty,
    type: r.id.startsWith('O') ? 'O' : 'I',
    name: r.id.startsWith('O') ? { organization: r.display } : personOf(r),
    periods: periods.get(r.id) ?? [],
    ...(r.listLast !== null && { orderRefer: orderedBy(r) }),
    state: r.state,
    ...(r.form === 'CMS-855O' && { ordersOnly: true }),
    ...dueIn(r, periods.get(r.id) ?? [], received.get(r.id) ?? []),
  }))
}

/** The date as everything else says it; none before it began, or for what ended. */
function dueIn(r: Found, periods: readonly (EnrollmentPeriod & Known)[], received: readonly Day[]): { due?: Day } {
  if (!LIVES.includes(r.status)) return {}
  const days = periods.flatMap((p) => (p.knownTo === undefined ? [p.from] : []))
  const began = days.reduce<Day | undefined>((least, d) => (least === undefined || d < least ? d : least), undefined)
  const due = began && dueOf({ ...r, began }, received)
  return due ? { due } : {}
}

/** The edit compares with the name on the ordering list, which is why that one comes first. */
function personOf(r: Found): { readonly last: string; readonly first: string } {
  if (r.listLast) return { last: r.listLast, first: r.listFirst ?? '' }
  if (r.registryLast) return { last: r.registryLast, first: r.registryFirst ?? '' }
  const words = r.display.split(' ')
  return { last: words.at(-1) ?? '', first: words[0] ?? '' }
}

type Columns = { readonly [C in 'part_b' | 'dme' | 'hha' | 'pmd' | 'hospice']: boolean | null }

const orderedBy = (r: Columns): readonly OrderedService[] =>
  (
    [
      [r.part_b, 'part-b'],
      [r.dme, 'dme'],
      [r.hha, 'home-health'],
      [r.pmd, 'power-mobility'],
      [r.hospice, 'hospice'],
    ] as const
  ).flatMap(([may, service]) => (may ? [service] : []))

const listed = (k: Handle, orders: string) =>
  k
    .selectFrom('order_referring as o')
    .leftJoin('enrollee as e', 'e.npi', 'o.npi')
    .select(['o.npi', 'o.last_name', 'o.first_name', 'o.part_b', 'o.dme', 'o.hha', 'o.pmd', 'o.hospice'])
    .where('o.import_id', '=', orders)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('enrollment as n').select('n.id').whereRef('n.enrollee_id', '=', 'e.id'))),
    )
type Listed = ReturnType<typeof listed>

/** Those of the list in force who have no enrollment here. */
export async function listedRows(
  k: Handle,
  orders: string,
  chosen: (q: Listed) => Listed,
): Promise<readonly ListedRow[]> {
  const rows = await chosen(listed(k, orders)).execute()
  return rows.map((r) => ({ npi: r.npi, name: { last: r.last_name, first: r.first_name }, orderRefer: orderedBy(r) }))
}

/** An instant as the civil day on which it was known. */
const knownDay = (zone: string, column: string) => sql<Day>`(${sql.ref(column)} at time zone ${zone})::date`
const knownDayOrNone = (zone: string, column: string) =>
  sql<Day | null>`(${sql.ref(column)} at time zone ${zone})::date`

async function periodsOf(
  k: Handle,
  zone: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly (EnrollmentPeriod & Known)[]>> {
  const rows = await k
    .selectFrom('enrollment_period')
    .select(['enrollment_id', 'status', 'from_on', 'to_on'])
    .select([knownDay(zone, 'known_from').as('knownFrom'), knownDayOrNone(zone, 'known_to').as('knownTo')])
    .where('enrollment_id', 'in', ids)
    .execute()
  const byEnrollment = new Map<string, (EnrollmentPeriod & Known)[]>()
  for (const r of rows) {
    const period = { status: statusOf(r.status), from: r.from_on, knownFrom: r.knownFrom }
    const ends = { ...(r.to_on && { to: r.to_on }), ...(r.knownTo && { knownTo: r.knownTo }) }
    const list = byEnrollment.get(r.enrollment_id)
    if (list) list.push({ ...period, ...ends })
    else byEnrollment.set(r.enrollment_id, [{ ...period, ...ends }])
  }
  return byEnrollment
}

const reassignments = (k: Handle, zone: string) =>
  k
    .selectFrom('reassignment as r')
    .leftJoin('enrollment as n', 'n.id', 'r.to_enrollment_id')
    .leftJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select([
      'r.id',
      'r.from_enrollment_id as fromId',
      'r.to_npi as toNpi',
      'e.npi as enrolledNpi',
      'r.from_on',
      'r.to_on',
    ])
    .select([knownDay(zone, 'r.known_from').as('knownFrom'), knownDayOrNone(zone, 'r.known_to').as('knownTo')])
    .where('r.from_enrollment_id', 'is not', null)
type Reassignments = ReturnType<typeof reassignments>

/** The group is given by NPI, which holds for a change as well, when the group is not among the rows. */
export async function reassignmentRows(
  k: Handle,
  zone: string,
  chosen: (q: Reassignments) => Reassignments,
): Promise<readonly { readonly id: string; readonly row: ReassignmentRow }[]> {
  const rows = await chosen(reassignments(k, zone)).execute()
  return rows.map((r) => {
    const toNpi = r.enrolledNpi ?? r.toNpi
    return {
      id: r.id,
      row: {
        fromEnrollmentId: r.fromId!,
        ...(toNpi && { toNpi }),
        from: r.from_on,
        ...(r.to_on && { to: r.to_on }),
        knownFrom: r.knownFrom,
        ...(r.knownTo && { knownTo: r.knownTo }),
      },
    }
  })
}
