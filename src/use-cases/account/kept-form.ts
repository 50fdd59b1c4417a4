/**
 * What web/kit needs when a page asks for a fresh proof first: how good a proof the visitor can give, and a place for
 * what was typed (sealed, for half an hour, for the same session only).
 */
import type { Db } from '#db/db.ts'
import { findFlow, insertFlow } from '#db/records/flows.ts'
import { methodsOf } from '#db/records/methods.ts'
import { type Method, strongestHeld } from '#domain/access/assurance.ts'
import { newToken, type OwnPermit } from './identity.ts'

/** What the best way to verify of a user is worth. */
export const strongestOf = async (db: Db, userId: string, allowed: readonly Method[] | undefined): Promise<1 | 2> =>
  strongestHeld(await methodsOf(db, userId), allowed)

export interface KeptForm {
  readonly sessionId: string
  /** Where it was posted to. */
  readonly path: string
  readonly fields: Readonly<Record<string, string>>
}

/** Keeps a form and returns the token for its cookie. */
export async function keepForm(db: Db, form: KeptForm & { readonly userId: string }, now: Date): Promise<string> {
  const { userId, ...content } = form
  const token = newToken()
  await insertFlow(db, { token, kind: 'kept-form', userId, content }, now)
  return token
}

/** The form that a session left behind; undefined when there is none or it is another session's. */
export async function findKeptForm(
  db: Db,
  permit: OwnPermit,
  token: string | undefined,
  sessionId: string,
  now: Date,
): Promise<KeptForm | undefined> {
  const flow = await findFlow(db, token, ['kept-form'], now)
  return flow?.userId === permit.subjectId && flow.content.sessionId === sessionId ? flow.content : undefined
}
