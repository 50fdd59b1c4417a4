/** Sends a person of staff to their own organization; what must come back is kept sealed under a flow. */
import type { Db } from '#db/db.ts'
import { insertFlow } from '#db/records/access/flows.ts'
import { ok, type Result, refuse } from '#domain/result.ts'
import type { IdentityProvider } from '#outside/identity/identity-provider.ts'
import { type EntryPermit, newToken } from '../identity.ts'

export interface StaffSignInAsked {
  readonly next?: string | undefined
  /** The open session whose person must prove anew who they are. */
  readonly sessionId?: string | undefined
}

/** The address to go to. Refuses with `provider-unavailable`. */
export async function beginStaffSignIn(
  db: Db,
  _permit: EntryPermit,
  provider: IdentityProvider,
  asked: StaffSignInAsked,
  now: Date,
): Promise<Result<{ readonly url: string; readonly flowToken: string }>> {
  const begun = await provider.begin(asked.sessionId !== undefined)
  if (!begun.ok) return refuse({ code: 'provider-unavailable', with: { name: provider.name } })
  const token = newToken()
  await insertFlow(db, { token, kind: 'staff-sign-in', content: { ...begun.value.checks, ...asked } }, now)
  return ok({ url: begun.value.url, flowToken: token })
}
