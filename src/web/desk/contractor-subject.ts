/** The contractor for which the visitor works, as the subject of desk pages that are not about one case. */
import type { Db } from '#db/db.ts'
import type { Role, Subject } from '#domain/access/policy.ts'
import type { Params, Visit } from '#web/kit/page.ts'

const deskRoles: readonly Role[] = ['mac-analyst', 'mac-supervisor']

/** Undefined for people of the provider side. Nobody works for two contractors at once. */
export function visitorsContractor(_: Db, __: Params, visit: Visit): Subject | undefined {
  const held = visit.actor.memberships.find((m) => deskRoles.includes(m.role))
  return held && { id: held.partyId, contractorId: held.partyId }
}
