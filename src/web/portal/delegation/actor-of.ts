/** Who did something to an application, and in which capacity, as the provider's side may know it. */
import type { EventLine } from '#db/queries/application/application-events.ts'
import { enrolleeRoles } from '#domain/access/policy.ts'
import type { Words } from '#words/index.ts'

/** "Tom Ray, Surrogate of Brightline Billing"; people of the contractor are not named. Undefined for the system. */
export function actorOf(e: EventLine, names: ReadonlyMap<string, string>, w: Words): string | undefined {
  const t = w.delegation.switcher
  const role = enrolleeRoles.find((r) => r === e.capacity)
  if (!role) return e.capacity ? t.contractor : undefined
  const name = names.get(e.actorId) ?? ''
  const said = w.delegation.roles[role]
  return e.through ? t.byThrough(name, said, e.through) : t.by(name, said)
}
