/** People of the help desk and the administration for tests, with permits as their pages get them. */
import type { Db } from '#db/db.ts'
import { type Action, type Actor, authorize, type Permit, type Role } from '#domain/access/policy.ts'
import { createAccount } from '#use-cases/account/registration/create-account.ts'
import { identity, PASSWORD, running, start } from './identity.ts'

let people = 0
/** Somebody who holds a role of the whole site. */
export async function staffMember(db: Db, role: Role): Promise<Actor> {
  const n = ++people
  const memberships = [{ role, partyId: '' }]
  const made = await createAccount(
    db,
    running,
    identity,
    {
      loginId: `staff.number${n}`,
      displayName: `Staff ${n}`,
      password: PASSWORD,
      email: `staff${n}@example.org`,
      memberships,
    },
    start,
  )
  if (!made.ok) throw new Error(made.problem.code)
  return { userId: made.value.userId, memberships }
}

export function permitOf<A extends Action>(actor: Actor, action: A, id: string): Permit<A> {
  const permit = authorize(actor, action, { id })
  if (!permit.ok) throw new Error(`${actor.userId} may not ${action}`)
  return permit.value
}
