/**
 * The contractor for which the visitor works, as the subject of desk pages that are not about one case. An auditor
 * works for none and may look at all of them, and an operator at what the policy lets: that subject names no contractor, so
 * that only `anywhere` reaches it.
 */
import type { Db } from '#db/db.ts'
import type { Role, Subject } from '#domain/access/policy.ts'
import type { Params, Visit } from '#web/kit/page.ts'

const deskRoles: readonly Role[] = ['mac-analyst', 'mac-supervisor']

const everyContractor: Subject = { id: 'every-contractor' }

/** Undefined for people of the provider side. Nobody works for two contractors at once. */
export function visitorsContractor(_: Db, __: Params, visit: Visit): Subject | undefined {
  const held = visit.actor.memberships.find((m) => deskRoles.includes(m.role))
  if (held) return { id: held.partyId, contractorId: held.partyId }
  return visit.actor.memberships.some((m) => m.role === 'auditor' || m.role === 'operator')
    ? everyContractor
    : undefined
}
