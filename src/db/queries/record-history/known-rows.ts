/** Reads of all that was ever believed of an enrollment: periods and versions with the time in which they were known. */
import type { Permit } from '#domain/access/policy.ts'
import type { Day } from '#domain/dates.ts'
import type { EnrollmentStatus } from '#domain/enrollment/enrollment.ts'
import type { Db } from '../../db.ts'
import { open } from '../../kit/open.ts'
import { statusOf } from '../enrollment/enrollments.ts'

interface Known {
  readonly from: Day
  readonly to: Day | undefined
  readonly knownFrom: Date
  /** Absent while it is what we believe. */
  readonly knownTo: Date | undefined
}
export interface KnownPeriod extends Known {
  readonly id: string
  readonly status: EnrollmentStatus
  readonly because: readonly string[]
}
export interface KnownVersion extends Known {
  readonly ordinal: number
}

/** Periods, the ones that were superseded too: by when we knew, then by day. */
export async function listKnownPeriods(db: Db, permit: Permit<'enrollment.view'>): Promise<readonly KnownPeriod[]> {
  const rows = await open(db)
    .selectFrom('enrollment_period')
    .select(['id', 'status', 'from_on', 'to_on', 'known_from', 'known_to', 'because'])
    .where('enrollment_id', '=', permit.subjectId)
    .orderBy('known_from')
    .orderBy('from_on')
    .execute()
  return rows.map((r) => ({
    id: r.id,
    status: statusOf(r.status),
    from: r.from_on,
    to: r.to_on ?? undefined,
    knownFrom: r.known_from,
    knownTo: r.known_to ?? undefined,
    because: r.because,
  }))
}

/** Versions, the ones that were superseded too, without their answers. */
export async function listKnownVersions(db: Db, permit: Permit<'enrollment.view'>): Promise<readonly KnownVersion[]> {
  const rows = await open(db)
    .selectFrom('enrollment_version')
    .select(['ordinal', 'effective_from', 'effective_to', 'known_from', 'known_to'])
    .where('enrollment_id', '=', permit.subjectId)
    .orderBy('known_from')
    .orderBy('ordinal')
    .execute()
  return rows.map((r) => ({
    ordinal: r.ordinal,
    from: r.effective_from,
    to: r.effective_to ?? undefined,
    knownFrom: r.known_from,
    knownTo: r.known_to ?? undefined,
  }))
}
