/** Dr. Vega's standing enrollment, and permits on it as pages get them, for tests of decisions and appeals. */
import { randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { appealSubject } from '#db/queries/decisions/appeals.ts'
import { decisionSubject } from '#db/queries/decisions/enrollment-decisions.ts'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { type Action, type Actor, authorize, type Permit, type Subject } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import type { Result } from '#domain/result.ts'
import { contractorId, type DeskWorld } from '../case/desk.fixture.ts'

export const now = new Date('2026-11-25T15:00:00Z')

/** Approved from 2020 on; returns its id. */
export async function enroll(db: Db, world: DeskWorld, n: number): Promise<string> {
  const id = `I20200101${String(n).padStart(6, '0')}`
  const k = open(db)
  await k
    .insertInto('enrollment')
    .values({
      id,
      enrollee_id: world.enrolleeId,
      form: 'CMS-855I',
      specialty: '08',
      state: 'IL',
      contractor_id: contractorId,
      ptan: `IL${String(n).padStart(7, '0')}`,
      status: 'approved',
      created_at: now,
    })
    .execute()
  await k
    .insertInto('enrollment_period')
    .values({
      id: randomUUID(),
      enrollment_id: id,
      status: 'approved',
      from_on: day('2020-01-01'),
      to_on: null,
      known_from: now,
      known_to: null,
      because: '[]',
      application_id: null,
    })
    .execute()
  return id
}

export function permitOn<A extends Action, S extends Subject>(
  actor: Actor,
  action: A,
  subject: S | undefined,
): Permit<A> & { readonly subject: S } {
  const permit = subject ? authorize(actor, action, subject) : undefined
  if (!permit?.ok) throw new Error(`${action} is not permitted`)
  return permit.value as Permit<A> & { readonly subject: S }
}
export const onEnrollment = async <A extends Action>(db: Db, actor: Actor, action: A, id: string) =>
  permitOn(actor, action, await enrollmentSubject(db, id))
export const onDecision = async <A extends Action>(db: Db, actor: Actor, action: A, id: string) =>
  permitOn(actor, action, await decisionSubject(db, id))
export const onAppeal = async <A extends Action>(db: Db, actor: Actor, action: A, id: string) =>
  permitOn(actor, action, await appealSubject(db, id))

export async function must<T>(result: Promise<Result<T>>): Promise<T> {
  const done = await result
  if (!done.ok) throw new Error(JSON.stringify(done.problem))
  return done.value
}
export const codeOf = async (result: Promise<Result<unknown>>): Promise<string> => {
  const done = await result
  return done.ok ? 'ok' : done.problem.code
}
