/** Where the applications of a program's parties stand: whose move it is, and until when. No answers. */
import * as z from 'zod'
import type { Db } from '#db/db.ts'
import type { KnownCaller } from '#db/queries/api/caller.ts'
import { listProgramApplications } from '#db/queries/api/program-lists.ts'
import { type ApplicationHeader, applicationSubject, findApplication } from '#db/queries/application/applications.ts'
import { authorizeCaller } from '#domain/access/api/scopes.ts'
import { statuses } from '#domain/application/lifecycle.ts'
import { clientRoute } from './client-route.ts'
import { limitOf, limitParameter, rowId } from './paging.ts'

type Status = keyof typeof statuses
const statusNames = Object.keys(statuses) as [Status, ...Status[]]
export const applicationStatus = z
  .strictObject({
    id: z.string(),
    trackingId: z.string().nullable().meta({ description: 'Given when it is signed; null before' }),
    form: z.string(),
    reason: z.string(),
    state: z.string(),
    npi: z.string(),
    enrollmentId: z.string().optional(),
    status: z.enum(statusNames),
    statusSince: z.iso.datetime(),
    waitingOn: z.enum(['provider', 'contractor', 'calendar', 'nobody']).meta({ description: 'Whose move it is' }),
    dueOn: z.iso
      .date()
      .optional()
      .meta({ description: 'Until when they must have moved, in the zone of the contractor' }),
    receivedOn: z.iso.date().optional(),
    contractor: z.string(),
  })
  .meta({ id: 'ApplicationStatus' })

const statusOf = (h: ApplicationHeader): z.infer<typeof applicationStatus> => ({
  id: h.id,
  trackingId: h.trackingNumber ?? null,
  form: h.form,
  reason: h.reason,
  state: h.state,
  npi: h.enrolleeNpi,
  ...(h.enrollmentId && { enrollmentId: h.enrollmentId }),
  status: h.status,
  statusSince: h.statusSince.toISOString(),
  waitingOn: statuses[h.status].waitingOn,
  ...(h.dueOn && { dueOn: h.dueOn }),
  ...(h.receivedOn && { receivedOn: h.receivedOn }),
  contractor: h.contractorName,
})

async function find(db: Db, caller: KnownCaller, id: string): Promise<ApplicationHeader | undefined> {
  const subject = await applicationSubject(db, id)
  const permit = subject && authorizeCaller(caller, 'application.view', subject)
  return permit?.ok ? findApplication(db, permit.value) : undefined
}

export const applicationsRoute = clientRoute({
  method: 'get',
  path: '/applications',
  id: 'listApplications',
  summary: 'Applications of the providers that you act for, oldest first',
  scope: 'applications.read',
  parameters: z.strictObject({ limit: limitParameter, startingAfter: rowId.optional() }),
  response: z
    .strictObject({ results: z.array(applicationStatus), hasMore: z.boolean() })
    .meta({ id: 'ApplicationList' }),
  problems: ['not-found'],
  async handle({ asked, caller, db }) {
    const permit = authorizeCaller(caller, 'program.list', { id: caller.clientId, ownerId: caller.clientId })
    const page = permit.ok
      ? await listProgramApplications(db, permit.value, asked.startingAfter, limitOf(asked.limit))
      : undefined
    if (!page) return { problem: 'not-found', detail: 'No application of yours has the id of startingAfter' }
    const found = await Promise.all(page.ids.map((id) => find(db, caller, id)))
    return { value: { results: found.flatMap((h) => (h ? [statusOf(h)] : [])), hasMore: page.hasMore } }
  },
})

export const applicationRoute = clientRoute({
  method: 'get',
  path: '/applications/:id',
  id: 'getApplication',
  summary: 'Where one application stands',
  scope: 'applications.read',
  parameters: z.strictObject({ id: z.string().max(60) }),
  response: applicationStatus,
  problems: ['not-found'],
  async handle({ asked, caller, db }) {
    const found = await find(db, caller, asked.id)
    return found ? { value: statusOf(found) } : { problem: 'not-found' }
  },
})
