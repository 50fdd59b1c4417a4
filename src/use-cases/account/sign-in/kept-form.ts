/**
 * What web/kit needs when a page asks for a fresh proof first: how good a proof the visitor can give, and a place for
 * what was typed (sealed, for half an hour, for the same session only). What met a session whose time was over waits for
 * the same user instead.
 */
import type { Db } from '#db/db.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import { findFlow, insertFlow } from '#db/records/access/flows.ts'
import { methodsOf } from '#db/records/access/methods.ts'
import { endSessions } from '#db/records/access/sessions.ts'
import { transact } from '#db/records/transact.ts'
import { type Method, strongestHeld } from '#domain/access/assurance.ts'
import { type Caller, newToken, type OwnPermit } from '../identity.ts'

/** What the best way to verify of a user is worth. */
export const strongestOf = async (db: Db, userId: string, allowed: readonly Method[] | undefined): Promise<1 | 2> =>
  strongestHeld(await methodsOf(db, userId), allowed)

export interface KeptForm {
  /** Absent: any session of the same user may have it back. */
  readonly sessionId?: string | undefined
  /** Where it was posted to. */
  readonly path: string
  /** The page on which it was typed; absent of a form that waits for a proof. */
  readonly shownAt?: string | undefined
  readonly fields: Readonly<Record<string, string>>
}

/** Keeps a form and returns the token for its cookie. */
export async function keepForm(db: Db, form: KeptForm & { readonly userId: string }, now: Date): Promise<string> {
  const { userId, ...content } = form
  const token = newToken()
  await insertFlow(db, { token, kind: 'kept-form', userId, content }, now)
  return token
}

/** The form that a session left behind; undefined when there is none, or it is another user's or session's. */
export async function findKeptForm(
  db: Db,
  permit: OwnPermit,
  token: string | undefined,
  sessionId: string,
  now: Date,
): Promise<KeptForm | undefined> {
  const flow = await findFlow(db, token, ['kept-form'], now)
  if (flow?.userId !== permit.subjectId) return undefined
  const only = flow.content.sessionId
  return only === undefined || only === sessionId ? flow.content : undefined
}

/** The time of a page is over while something is typed into it: keeps that, and ends the session. Gives the form's token. */
export async function keepAndEnd(
  db: Db,
  permit: OwnPermit,
  form: KeptForm & { readonly sessionId: string },
  caller: Caller,
  now: Date,
): Promise<string> {
  const userId = permit.subjectId
  const { sessionId, path, shownAt, fields } = form
  return transact(db, async (tx) => {
    await endSessions(tx, { userId, only: sessionId }, 'idle', now)
    await appendAuthEvent(tx, { type: 'session-ended', userId, sessionId, caller }, now)
    return keepForm(tx, { userId, path, shownAt, fields }, now)
  })
}
