/** What scheduled work may do: it asks the same table as everybody. */
import { authorize, systemActor } from '#domain/access/policy.ts'

/** Permits of work that no person asks for. */
export function systemPermit() {
  const permit = authorize(systemActor, 'system.run', { id: 'jobs' })
  if (!permit.ok) throw new Error('the policy lets the system run')
  return permit.value
}

export function registryPermit() {
  const permit = authorize(systemActor, 'registry.manage', { id: 'jobs' })
  if (!permit.ok) throw new Error('the policy lets the system keep the registry')
  return permit.value
}
