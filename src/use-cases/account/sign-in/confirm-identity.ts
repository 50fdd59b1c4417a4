/** Before a sensitive act: the password again, then the second factor on the same page as when signing in. */
import type { Db } from '#db/db.ts'
import { insertFlow } from '#db/records/access/flows.ts'
import { methodsOf } from '#db/records/access/methods.ts'
import { assurance, type Method, strongestHeld, usableToEnter } from '#domain/access/assurance.ts'
import type { Need } from '#domain/access/step-up.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import { type Caller, type Identity, newToken, type OwnPermit } from '../identity.ts'
import { sendCode, targetOf } from './send-code.ts'
import { checkPassword, type PasswordGiven } from './sign-in.ts'

interface ConfirmInput {
  readonly loginId: string
  readonly sessionId: string
  readonly password: string
  readonly next: string | undefined
  /** What the page needs that asked. */
  readonly level: Need['level']
}

/** The methods that are worth what is asked for. */
export const waysToConfirm = (methods: readonly Method[], level: 1 | 2): readonly Method[] =>
  methods.filter((m) => assurance[m].aal >= level)

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
  const level = input.level === 2 ? 2 : strongestHeld(held, identity.site.methods)
  const method = waysToConfirm(usableToEnter(held, identity.site.methods), level)[0]
  if (!method) return refuse({ code: 'method-not-allowed' })
  const flowToken = newToken()
  const content = { sessionId: input.sessionId, next: input.next, level }
  const flowId = await insertFlow(db, { token: flowToken, kind: 'step-up', userId: permit.subjectId, content }, now)
  const target = targetOf(held, method)
  if (target) await sendCode(db, identity, flowId, target, now)
  return ok({ flowToken, method })
}
