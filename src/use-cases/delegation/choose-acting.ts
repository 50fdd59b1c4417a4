/** Chooses the provider to act for; every page shows that one until another is chosen. The session gets a new token. */
import type { Db } from '#db/db.ts'
import { type ActedFor, listActedFor } from '#db/queries/delegation/acted-for.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { saveActing } from '#db/records/delegation/acting.ts'
import { transactOrRefuse } from '#db/records/transact-or-refuse.ts'
import type { Permit } from '#domain/access/policy.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type Caller, newToken } from '../account/identity.ts'

/** `npi` undefined is all of them. Returns the new session token. Refuses with `not-found` when the person may not act for it. */
export const chooseActing = (
  db: Db,
  permit: Permit<'dashboard.view'>,
  input: { readonly sessionId: string; readonly npi: string | undefined },
  caller: Caller,
  now: Date,
): Promise<Result<{ readonly sessionToken: string }>> =>
  transactOrRefuse(db, async (tx) => {
    const one = input.npi === undefined ? undefined : await find(tx, permit, input.npi, now)
    if (input.npi !== undefined && !one) return refuse({ code: 'not-found' })
    const sessionToken = newToken()
    const which = { sessionId: input.sessionId, userId: permit.subjectId }
    if (!(await saveActing(tx, which, one?.enrolleeId ?? null, sessionToken))) return refuse({ code: 'not-found' })
    // For whom from now on, not for whom until now.
    const from = { ...caller, actsFor: undefined }
    const event = { type: 'acting-chosen', userId: permit.subjectId, sessionId: input.sessionId, caller: from } as const
    await appendAuthEvent(tx, { ...event, actingFor: one?.enrolleeId, capacity: one?.role }, now)
    return ok({ sessionToken })
  })

async function find(tx: Db, permit: Permit<'dashboard.view'>, npi: string, now: Date): Promise<ActedFor | undefined> {
  const { rows } = await listActedFor(tx, permit, { search: npi, limit: 5 }, now)
  return rows.find((r) => r.npi === npi)
}
