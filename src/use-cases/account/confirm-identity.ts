/** Before a sensitive act: the password again, then the second factor on the same page as when signing in. */
import type { Db } from '#db/db.ts'
import { insertFlow } from '#db/records/flows.ts'
import { methodsOf } from '#db/records/methods.ts'
import { usable } from '#domain/access/assurance.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type Caller, type Identity, newToken, type OwnPermit } from './identity.ts'
import { sendCode } from './send-code.ts'
import { checkPassword, type PasswordGiven } from './sign-in.ts'

interface ConfirmInput {
  readonly loginId: string
  readonly sessionId: string
  readonly password: string
  readonly next: string | undefined
}

/** Refuses like `signIn`. */
export async function confirmIdentity(
  db: Db,
  permit: OwnPermit,
  identity: Identity,
  input: ConfirmInput,
  caller: Caller,
  now: Date,
): Promise<Result<PasswordGiven>> {
  const checked = await checkPassword(db, identity, input, caller, now)
  if (!checked.ok) return checked
  if (checked.value.id !== permit.subjectId) return refuse({ code: 'sign-in-wrong' })
  const held = await methodsOf(db, permit.subjectId)
  const method = usable(held)[0]
  if (!method) return refuse({ code: 'method-not-allowed' })
  const flowToken = newToken()
  const content = { sessionId: input.sessionId, next: input.next }
  const flowId = await insertFlow(db, { token: flowToken, kind: 'step-up', userId: permit.subjectId, content }, now)
  if (method === 'phone') await sendCode(db, identity, flowId, { kind: 'phone', value: held.phones[0]!.value }, now)
  if (method === 'email') await sendCode(db, identity, flowId, { kind: 'email', value: held.emails[0]!.value }, now)
  return ok({ flowToken, method })
}
