/** For whom a person can keep a roster. Pure. */
import { type Actor, enrolleesFor } from '../access/policy.ts'

/**
 * The parties whose rosters the actor may use, the actor's own first. An organization that lends its people the role of
 * its enrollees is named by these: a roster of the enrollee is seen by whoever works for it, too.
 */
export function rosterParties(actor: Actor): readonly string[] {
  const standsFor = new Set(actor.memberships.flatMap((m) => (m.role !== 'surrogate' && m.through) || []))
  const foreign = new Set(actor.memberships.filter((m) => m.role === 'surrogate').map((m) => m.partyId))
  const parties = enrolleesFor(actor, 'roster.manage').filter((id) => !standsFor.has(id))
  return [...parties.filter((id) => !foreign.has(id)), ...parties.filter((id) => foreign.has(id))]
}
