import { anonymous, authorize, type Permit } from '#domain/access/policy.ts'

/** What anybody may do without an account; the policy still decides. Throws when it says no, which is a fault. */
export function publicPermit(): Permit<'public.view'> {
  const permit = authorize(anonymous, 'public.view', { id: 'public' })
  if (!permit.ok) throw new Error('anyone may view what is public')
  return permit.value
}
