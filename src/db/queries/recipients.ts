/** Where mail for an enrollee goes: verified e-mail addresses of the people who work for it and want notices. */
import type { Action, Permit } from '#domain/access/policy.ts'
import type { Db } from '../db.ts'
import { open } from '../kit/open.ts'

/** Addresses of the permit's enrollee, each once, in alphabetical order; none when the subject has no enrollee. */
export async function listRecipients(db: Db, permit: Permit<Action>, now: Date): Promise<readonly string[]> {
  const { enrolleeId } = permit.subject
  if (!enrolleeId) return []
  const rows = await open(db)
    .selectFrom('membership as m')
    .innerJoin('app_user as u', 'u.id', 'm.user_id')
    .innerJoin('contact as c', 'c.user_id', 'u.id')
    .select('c.value')
    .distinct()
    .where('m.party_id', '=', enrolleeId)
    .where('m.status', '=', 'active')
    .where('m.valid_from', '<=', now)
    .where((e) => e.or([e('m.valid_to', 'is', null), e('m.valid_to', '>', now)]))
    .where('u.status', '=', 'active')
    .where('c.kind', '=', 'email')
    .where('c.notify', '=', true)
    .orderBy('c.value')
    .execute()
  return rows.map((r) => r.value)
}
