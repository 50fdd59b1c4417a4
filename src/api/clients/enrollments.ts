/** Enrollments of a program's own parties, as they stand. */
import * as z from 'zod'
import type { Db } from '#db/db.ts'
import type { KnownCaller } from '#db/queries/api/caller.ts'
import { listProgramEnrollments } from '#db/queries/api/program-lists.ts'
import { type EnrollmentHeader, enrollmentSubject, findEnrollment } from '#db/queries/enrollment/enrollments.ts'
import { authorizeCaller } from '#domain/access/api/scopes.ts'
import { enrollmentStatus } from '../eligibility.ts'
import { clientRoute } from './client-route.ts'
import { limitOf, limitParameter } from './paging.ts'

export const ownEnrollment = z
  .strictObject({
    enrollmentId: z.string(),
    npi: z.string(),
    form: z.string(),
    specialty: z.string(),
    state: z.string(),
    status: enrollmentStatus,
    effectiveFrom: z.iso.date().optional(),
    contractor: z.string(),
  })
  .meta({ id: 'OwnEnrollment' })

const written = (h: EnrollmentHeader): z.infer<typeof ownEnrollment> => ({
  enrollmentId: h.id,
  npi: h.enrolleeNpi,
  form: h.form,
  specialty: h.specialty,
  state: h.state,
  status: h.status,
  ...(h.effectiveFrom && { effectiveFrom: h.effectiveFrom }),
  contractor: h.contractorName,
})

async function find(db: Db, caller: KnownCaller, id: string): Promise<EnrollmentHeader | undefined> {
  const subject = await enrollmentSubject(db, id)
  const permit = subject && authorizeCaller(caller, 'enrollment.view', subject)
  return permit?.ok ? findEnrollment(db, permit.value) : undefined
}

export const enrollmentsRoute = clientRoute({
  method: 'get',
  path: '/enrollments',
  id: 'listEnrollments',
  summary: 'Enrollments of the providers that you act for',
  scope: 'enrollments.read',
  parameters: z.strictObject({ limit: limitParameter, startingAfter: z.string().max(20).optional() }),
  response: z.strictObject({ results: z.array(ownEnrollment), hasMore: z.boolean() }).meta({ id: 'EnrollmentList' }),
  problems: ['not-found'],
  async handle({ asked, caller, db }) {
    const permit = authorizeCaller(caller, 'program.list', { id: caller.clientId, ownerId: caller.clientId })
    if (!permit.ok) return { problem: 'not-found' }
    const page = await listProgramEnrollments(db, permit.value, asked.startingAfter, limitOf(asked.limit))
    const found = await Promise.all(page.ids.map((id) => find(db, caller, id)))
    return { value: { results: found.flatMap((h) => (h ? [written(h)] : [])), hasMore: page.hasMore } }
  },
})

export const enrollmentRoute = clientRoute({
  method: 'get',
  path: '/enrollments/:id',
  id: 'getEnrollment',
  summary: 'One enrollment',
  scope: 'enrollments.read',
  parameters: z.strictObject({ id: z.string().max(60) }),
  response: ownEnrollment,
  problems: ['not-found'],
  async handle({ asked, caller, db }) {
    const found = await find(db, caller, asked.id)
    return found ? { value: written(found) } : { problem: 'not-found' }
  },
})
