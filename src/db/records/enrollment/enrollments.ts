/**
 * Writes of the standing record. Facts are never changed: a span that ends is a fresh row beside the old one,
 * which is only marked as no longer believed (known_to). Every write appears in the change feed.
 * Only use-cases call these, inside the transaction of a decision.
 */
import { randomInt, randomUUID } from 'node:crypto'
import type { Permit } from '#domain/access/policy.ts'
import { addDays, type Day } from '#domain/dates.ts'
import type { EnrollmentPeriod, EnrollmentStatus } from '#domain/enrollment/enrollment.ts'
import { type EnrollmentId, formatEnrollmentId, parseEnrollmentId } from '#domain/identifiers/enrollment-id.ts'
import { formatPtan, type Ptan } from '#domain/identifiers/ptan.ts'
import type { StateCode } from '#domain/party/states.ts'
import type { Db } from '../../db.ts'
import { open, vaultOf } from '../../kit/open.ts'
import { type VersionFile, versionPlace } from '../../queries/enrollment/enrollment-versions.ts'

type Deciding = Permit<'application.decide'>
const TRIES = 50

export interface NewEnrollment {
  readonly type: 'I' | 'O'
  readonly enrolleeId: string
  readonly form: string
  /** Of the first period. */
  readonly status: EnrollmentStatus
  readonly specialty: string
  readonly state: StateCode
  readonly contractorId: string
  readonly openedOn: Day
}

/** Opens an enrollment: the next number of the day, and a PTAN that nobody can guess from another. */
export async function insertEnrollment(
  tx: Db,
  _: Deciding,
  e: NewEnrollment,
  at: Date,
): Promise<{ readonly id: EnrollmentId; readonly ptan: Ptan }> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const id = await nextId(tx, e.type, e.openedOn)
    const ptan = formatPtan(e.state, randomInt(1, 10_000_000))
    const row = await open(tx)
      .insertInto('enrollment')
      .values({
        id,
        enrollee_id: e.enrolleeId,
        form: e.form,
        specialty: e.specialty,
        state: e.state,
        contractor_id: e.contractorId,
        ptan,
        status: e.status,
        created_at: at,
      })
      // Somebody took the number first: both columns are unique, so either may be the reason.
      .onConflict((c) => c.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (row) return { id, ptan }
  }
  throw new Error(`no free enrollment id or PTAN after ${TRIES} tries`)
}

async function nextId(tx: Db, type: 'I' | 'O', openedOn: Day): Promise<EnrollmentId> {
  const first = formatEnrollmentId({ type, openedOn, sequence: 0 })
  const last = formatEnrollmentId({ type, openedOn, sequence: 999_999 })
  const { highest } = await open(tx)
    .selectFrom('enrollment')
    .select((eb) => eb.fn.max('id').as('highest'))
    .where('id', '>=', first)
    .where('id', '<=', last)
    .executeTakeFirstOrThrow()
  const sequence = highest ? (parseEnrollmentId(highest)?.sequence ?? 0) + 1 : 1
  return formatEnrollmentId({ type, openedOn, sequence })
}

export interface NewVersion {
  readonly effectiveFrom: Day
  /** What may lie in the clear, and what is sealed; items carry the same ids in both. */
  readonly open: VersionFile
  readonly restricted: VersionFile
  /** Undefined for what both sides of a reassignment confirmed by themselves. */
  readonly applicationId: string | undefined
}

/**
 * Ends the version in force on the day before and begins the next; returns its number, from 1.
 * A version that would have no day left is no longer believed.
 */
export const closeVersionAndInsert = (
  tx: Db,
  _: Deciding,
  enrollmentId: string,
  v: NewVersion,
  at: Date,
): Promise<number> => insertNextVersion(tx, enrollmentId, v, at)

/** The same for what is on record without an application; in the transaction of what both sides confirmed. */
export async function insertNextVersion(tx: Db, enrollmentId: string, v: NewVersion, at: Date): Promise<number> {
  const k = open(tx)
  const { last } = await k
    .selectFrom('enrollment_version')
    .select((eb) => eb.fn.coalesce(eb.fn.max('ordinal'), eb.val(0)).as('last'))
    .where('enrollment_id', '=', enrollmentId)
    .executeTakeFirstOrThrow()
  const believed = () =>
    k.updateTable('enrollment_version').where('enrollment_id', '=', enrollmentId).where('known_to', 'is', null)
  await believed().set({ known_to: at }).where('effective_from', '>=', v.effectiveFrom).execute()
  await believed()
    .set({ effective_to: addDays(v.effectiveFrom, -1) })
    .where((e) => e.or([e('effective_to', 'is', null), e('effective_to', '>=', v.effectiveFrom)]))
    .execute()
  const ordinal = Number(last) + 1
  const sealed = Object.keys(v.restricted).length > 0
  await k
    .insertInto('enrollment_version')
    .values({
      enrollment_id: enrollmentId,
      ordinal,
      effective_from: v.effectiveFrom,
      effective_to: null,
      known_from: at,
      known_to: null,
      answers: JSON.stringify(v.open),
      restricted: sealed ? vaultOf(tx).seal(versionPlace(enrollmentId, ordinal), JSON.stringify(v.restricted)) : null,
      application_id: v.applicationId ?? null,
    })
    .execute()
  await noteChange(tx, enrollmentId, at)
  return ordinal
}

/** Notes a change of specialty, which the enrollment carries in a column of its own. */
export async function saveSpecialty(
  tx: Db,
  _: Deciding,
  enrollmentId: string,
  specialty: string,
  at: Date,
): Promise<void> {
  await open(tx).updateTable('enrollment').set({ specialty }).where('id', '=', enrollmentId).execute()
  await noteChange(tx, enrollmentId, at)
}

export async function insertPeriod(
  tx: Db,
  _: Deciding,
  enrollmentId: string,
  p: EnrollmentPeriod & { readonly because: readonly string[]; readonly applicationId: string },
  at: Date,
): Promise<void> {
  await open(tx)
    .insertInto('enrollment_period')
    .values({
      id: randomUUID(),
      enrollment_id: enrollmentId,
      status: p.status,
      from_on: p.from,
      to_on: p.to ?? null,
      known_from: at,
      known_to: null,
      because: JSON.stringify(p.because),
      application_id: p.applicationId,
    })
    .execute()
  await noteChange(tx, enrollmentId, at)
}

/** Adds a line to the feed that readers with a copy in memory follow. */
export const noteChange = async (tx: Db, enrollmentId: string, at: Date): Promise<void> => {
  await open(tx).insertInto('enrollment_change').values({ enrollment_id: enrollmentId, at }).execute()
}
