/** Reads of the standing record's spans, as we know them now: periods, practice locations, reassignments. */
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { EnrollmentStatus } from '#domain/enrollment/enrollment.ts'
import type { Address } from '#domain/party/address.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { statusOf } from './enrollments.ts'

export interface StoredPeriod {
  readonly status: EnrollmentStatus
  readonly from: Day
  readonly to: Day | undefined
  readonly because: readonly string[]
}

/** The periods as we know them now, oldest first. */
export async function listPeriods(db: Db, permit: Permit<'enrollment.view'>): Promise<readonly StoredPeriod[]> {
  const rows = await open(db)
    .selectFrom('enrollment_period')
    .select(['status', 'from_on', 'to_on', 'because'])
    .where('enrollment_id', '=', permit.subjectId)
    .where('known_to', 'is', null)
    .orderBy('from_on')
    .execute()
  return rows.map((r) => ({
    status: statusOf(r.status),
    from: r.from_on,
    to: r.to_on ?? undefined,
    because: r.because,
  }))
}

export interface StoredLocation {
  readonly itemId: string
  readonly name: string | undefined
  readonly address: Address
  readonly public: boolean
  readonly from: Day
  readonly to: Day | undefined
}

/** Practice locations as we know them now, oldest first; with a day only those of that day. */
export async function listLocations(
  db: Db,
  permit: Permit<'enrollment.view'>,
  on?: Day,
): Promise<readonly StoredLocation[]> {
  let query = open(db)
    .selectFrom('enrollment_location')
    .selectAll()
    .where('enrollment_id', '=', permit.subjectId)
    .where('known_to', 'is', null)
  if (on) query = query.where('from_on', '<=', on).where((e) => e.or([e('to_on', 'is', null), e('to_on', '>=', on)]))
  const rows = await query.orderBy('from_on').orderBy('item_id').execute()
  return rows.map((r) => ({
    itemId: r.item_id,
    name: r.name ?? undefined,
    address: r.address as unknown as Address,
    public: r.public,
    from: r.from_on,
    to: r.to_on ?? undefined,
  }))
}

export interface StoredReassignment {
  readonly toNpi: string | undefined
  readonly toName: string | undefined
  readonly from: Day
  readonly to: Day | undefined
}

/** Reassignments given by this enrollment, as we know them now, oldest first. */
export async function listReassignments(
  db: Db,
  permit: Permit<'enrollment.view'>,
): Promise<readonly StoredReassignment[]> {
  const rows = await open(db)
    .selectFrom('reassignment')
    .selectAll()
    .where('from_enrollment_id', '=', permit.subjectId)
    .where('known_to', 'is', null)
    .orderBy('from_on')
    .execute()
  return rows.map((r) => ({
    toNpi: r.to_npi ?? undefined,
    toName: r.to_name ?? undefined,
    from: r.from_on,
    to: r.to_on ?? undefined,
  }))
}
