/**
 * Creating an account, page by page: e-mail, who you are, user ID and password, practice, verification. Until the
 * last step everything is in one sealed flow; nothing exists elsewhere. Each function refuses with `form-expired`
 * when the flow is over.
 */
import type { Db } from '#db/db.ts'
import { findAccountByLoginId } from '#db/records/access/accounts.ts'
import { type Flow, findFlow, saveFlow } from '#db/records/access/flows.ts'
import type { Practice, Registration } from '#domain/access/flow-content.ts'
import { parseUserId } from '#domain/access/user-id.ts'
import { ok, type Problem, type Result, refuse } from '#domain/result.ts'
import type { EntryPermit, Identity } from '../identity.ts'
import { hashNewPassword } from '../recovery/reset-password.ts'

export type RegisterFlow = Flow<'register'>

/** Individual providers have an NPI, a tax id and a practice to say; nobody else has. */
export const isIndividual = (r: Registration): boolean => (r.kind ?? 'individual') === 'individual'

/** The open registration of a flow cookie. */
export const findRegistration = (
  db: Db,
  _permit: EntryPermit,
  flowToken: string | undefined,
  now: Date,
): Promise<RegisterFlow | undefined> => findFlow(db, flowToken, ['register'], now)

export interface SignInInput {
  readonly loginId: string
  readonly firstName: string
  readonly lastName: string
  readonly password: string
  readonly again: string
}
/** Step 3: user id, name and password. A password chosen before is kept when the box is left empty. */
export async function saveSignIn(
  db: Db,
  _permit: EntryPermit,
  identity: Identity,
  flow: RegisterFlow,
  input: SignInInput,
  now: Date,
): Promise<Result<undefined>> {
  const loginId = parseUserId(input.loginId)
  const problems: Problem[] = []
  if (!loginId.ok) problems.push({ ...loginId.problem, at: 'loginId' })
  else if (await findAccountByLoginId(db, loginId.value)) problems.push({ code: 'user-id-taken', at: 'loginId' })
  for (const at of ['firstName', 'lastName'] as const) {
    if (!input[at].trim()) problems.push({ code: 'required', at })
    else if (input[at].length > 60) problems.push({ code: 'too-long', at, with: { max: 60 } })
  }
  const { email, npi = '', registryName = '' } = flow.content
  const about = [input.loginId, input.firstName, input.lastName, email, npi, registryName]
  const kept = input.password === '' && input.again === '' ? flow.content.passwordHash : undefined
  const hashed = kept ? ok(kept) : await hashNewPassword(identity, input, about)
  if (!hashed.ok) problems.push(...hashed.problems)
  if (problems.length > 0 || !loginId.ok || !hashed.ok) return refuse(problems[0]!, ...problems.slice(1))
  const content: Registration = {
    ...flow.content,
    loginId: loginId.value,
    firstName: input.firstName.trim(),
    lastName: input.lastName.trim(),
    passwordHash: hashed.value,
  }
  return keep(db, flow, content, now)
}

/** Step 4: the practice, already parsed by the page. */
export const savePractice = (
  db: Db,
  _permit: EntryPermit,
  flow: RegisterFlow,
  practice: Practice,
  now: Date,
): Promise<Result<undefined>> => keep(db, flow, { ...flow.content, practice }, now)

/** Saves what the flow holds; its time starts anew. */
export async function keep(db: Db, flow: RegisterFlow, content: Registration, now: Date): Promise<Result<undefined>> {
  return (await saveFlow(db, flow, content, now)) ? ok(undefined) : refuse({ code: 'form-expired' })
}
