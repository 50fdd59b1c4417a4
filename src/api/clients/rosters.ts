/** Rosters of a program: lists of NPIs that are looked at every day. The people of its party see them, too. */
import * as z from 'zod'
import type { Db } from '#db/db.ts'
import type { KnownCaller } from '#db/queries/api/caller.ts'
import {
  type FoundRoster,
  findRoster,
  listRosters,
  type RosterHeader,
  rosterSubject,
} from '#db/queries/enrollment/rosters.ts'
import { authorizeCaller } from '#domain/access/api/scopes.ts'
import { endRoster } from '#use-cases/roster/remove-roster.ts'
import { MOST_ROWS, replaceRoster, saveProgramRoster } from '#use-cases/roster/save-roster.ts'
import { tenDigits } from '../eligibility.ts'
import { tagOf } from '../kit/route.ts'
import { clientRoute } from './client-route.ts'

const header = z.strictObject({
  id: z.string(),
  name: z.string(),
  rows: z.int(),
  checkedAt: z.iso.datetime(),
  changedAt: z.iso.datetime().optional(),
})
export const rosterShape = header
  .extend({
    answers: z
      .string()
      .meta({ description: 'The answers of the last check as CSV, in the columns of POST /roster/check' }),
    changes: z.array(
      z.strictObject({
        at: z.iso.datetime(),
        npi: z.string(),
        field: z.string(),
        was: z.string(),
        now: z.string(),
      }),
    ),
  })
  .meta({ id: 'Roster' })

const headerOf = (r: Omit<RosterHeader, 'unseen'>): z.infer<typeof header> => ({
  id: r.id,
  name: r.name,
  rows: r.rows,
  checkedAt: r.checkedAt.toISOString(),
  ...(r.changedAt && { changedAt: r.changedAt.toISOString() }),
})
const written = (r: FoundRoster): z.infer<typeof rosterShape> => ({
  ...headerOf(r),
  answers: r.answers,
  changes: r.changes.map(({ at, npi, field, was, now }) => ({ at: at.toISOString(), npi, field, was, now })),
})
const newRoster = z
  .strictObject({ name: z.string().min(1).max(80), npis: z.array(tenDigits).min(1).max(MOST_ROWS) })
  .meta({ id: 'NewRoster' })
const fileOf = ({ name, npis }: z.infer<typeof newRoster>) => ({
  name,
  bytes: Buffer.from(`npi\n${npis.join('\n')}\n`),
})
const own = (caller: KnownCaller) =>
  authorizeCaller(caller, 'roster.manage', { id: caller.clientId, ownerId: caller.clientId })
async function permitOf(db: Db, caller: KnownCaller, id: string) {
  const subject = await rosterSubject(db, id)
  const permit = subject && authorizeCaller(caller, 'roster.manage', subject)
  return permit?.ok ? permit.value : undefined
}

export const rostersRoute = clientRoute({
  method: 'get',
  path: '/rosters',
  id: 'listRosters',
  summary: 'Your rosters, newest first',
  scope: 'rosters',
  parameters: z.strictObject({}),
  response: z.strictObject({ results: z.array(header) }).meta({ id: 'RosterList' }),
  problems: ['not-found'],
  async handle({ caller, db }) {
    const permit = own(caller)
    return permit.ok
      ? { value: { results: (await listRosters(db, permit.value)).map(headerOf) } }
      : { problem: 'not-found' }
  },
})

export const createRosterRoute = clientRoute({
  method: 'post',
  path: '/rosters',
  id: 'createRoster',
  summary: 'Checks a list of NPIs, keeps it, and looks at it every day',
  scope: 'rosters',
  parameters: z.strictObject({}),
  body: newRoster,
  response: z.strictObject({ id: z.string() }).meta({ id: 'MadeRoster' }),
  problems: ['not-found', 'refused'],
  async handle({ body, caller, db, parts, now }) {
    const permit = own(caller)
    if (!permit.ok) return { problem: 'not-found' }
    const saved = await saveProgramRoster(db, permit.value, parts.keeper.current(), fileOf(body), caller.partyId, now)
    return saved.ok ? { value: { id: saved.value } } : { refused: saved.problems }
  },
})

export const rosterRoute = clientRoute({
  method: 'get',
  path: '/rosters/:id',
  id: 'getRoster',
  summary: 'One roster: its answers, and what changed',
  scope: 'rosters',
  parameters: z.strictObject({ id: z.string().max(60) }),
  response: rosterShape,
  problems: ['not-found'],
  async handle({ asked, caller, db }) {
    const permit = await permitOf(db, caller, asked.id)
    const found = permit && (await findRoster(db, permit))
    if (!found) return { problem: 'not-found' }
    const changes = found.changes.map(({ at, npi, field, was, now }) => ({
      at: at.toISOString(),
      npi,
      field,
      was,
      now,
    }))
    return { value: { ...headerOf(found), answers: found.answers, changes } }
  },
})

export const replaceRosterRoute = clientRoute({
  method: 'put',
  path: '/rosters/:id',
  id: 'replaceRoster',
  summary: 'Another list in place of the one that is kept; needs the ETag that was read',
  scope: 'rosters',
  parameters: z.strictObject({ id: z.string().max(60) }),
  body: newRoster,
  response: rosterShape,
  problems: ['not-found', 'changed-meanwhile', 'precondition-needed', 'refused'],
  async handle({ asked, body, caller, db, ifMatch, parts, now }) {
    const permit = await permitOf(db, caller, asked.id)
    if (!permit) return { problem: 'not-found' }
    const isStill = (r: FoundRoster) => ifMatch === tagOf(JSON.stringify(written(r)))
    const done = await replaceRoster(db, permit, parts.keeper.current(), fileOf(body), isStill, now)
    if (!done.ok && done.problem.code === 'stale') return { problem: 'changed-meanwhile' }
    if (!done.ok) return { refused: done.problems }
    const found = await findRoster(db, permit)
    return found ? { value: written(found) } : { problem: 'not-found' }
  },
})

export const deleteRosterRoute = clientRoute({
  method: 'delete',
  path: '/rosters/:id',
  id: 'deleteRoster',
  summary: 'Ends the watch; the list is deleted',
  scope: 'rosters',
  parameters: z.strictObject({ id: z.string().max(60) }),
  response: z.strictObject({ id: z.string(), deleted: z.literal(true) }).meta({ id: 'Deleted' }),
  problems: ['not-found'],
  async handle({ asked, caller, db }) {
    const permit = await permitOf(db, caller, asked.id)
    if (!permit) return { problem: 'not-found' }
    await endRoster(db, permit)
    return { value: { id: asked.id, deleted: true } }
  },
})
