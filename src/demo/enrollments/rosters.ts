/** A roster of Dr. Vega in the demonstration: colleagues to whom she refers, one of whom enrolled since she added it. */
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { readEligibilityOf } from '#db/queries/enrollment/eligibility-feed.ts'
import { lockRoster, noteRosterCheck } from '#db/records/enrollment/rosters.ts'
import { type Actor, authorize, systemActor } from '#domain/access/policy.ts'
import { dayIn, siteZone } from '#domain/dates.ts'
import { buildSnapshot } from '#domain/eligibility/build-snapshot.ts'
import { dayNumber } from '#domain/eligibility/packing.ts'
import { checkAgain } from '#domain/roster/again.ts'
import { saveRoster } from '#use-cases/roster/save-roster.ts'

const COLLEAGUES = 12

export async function seedRosters(db: Db, now: Date): Promise<void> {
  const rosa = await open(db)
    .selectFrom('app_user as u')
    .innerJoin('membership as m', 'm.user_id', 'u.id')
    .select(['u.id', 'm.party_id'])
    .where('u.login_id', '=', 'rosa.vega')
    .executeTakeFirst()
  const system = authorize(systemActor, 'system.run', { id: 'demo' })
  if (!rosa || !system.ok) return
  const colleagues = await open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select('e.npi')
    .distinct()
    .where('e.kind', '=', 'individual')
    .orderBy('e.npi')
    .limit(COLLEAGUES)
    .execute()
  const npis = colleagues.map((c) => c.npi)
  const rows = await readEligibilityOf(db, system.value, siteZone, npis)
  const lists = { orderListLoaded: true, registry: npis.map((npi) => ({ npi })), exclusions: [] }
  const version = { sequence: 0, asOf: dayIn(siteZone, now) }
  const joined = npis.at(-1)
  const earlier = rows.enrollments.filter((e) => e.npi !== joined)
  const before = buildSnapshot({ ...lists, ...rows, enrollments: earlier, reassignments: [] }, version)
  const actor: Actor = { userId: rosa.id, memberships: [{ role: 'individual-provider', partyId: rosa.party_id }] }
  const permit = authorize(actor, 'roster.manage', { id: rosa.id, ownerId: rosa.id })
  if (!permit.ok) throw new Error('everybody keeps rosters')
  const bytes = Buffer.from(`npi\n${npis.join('\n')}\n`)
  const monthAgo = new Date(now.getTime() - 30 * 86_400_000)
  const sent = { name: 'Colleagues I refer to', bytes }
  const saved = await saveRoster(db, permit.value, before, sent, monthAgo, rosa.party_id)
  if (!saved.ok) throw new Error(saved.problem.code)
  const kept = await lockRoster(db, system.value, saved.value)
  const today = buildSnapshot({ ...lists, ...rows }, version)
  const again = checkAgain(today, dayNumber(version.asOf), kept?.answers ?? '')
  await noteRosterCheck(db, system.value, saved.value, again.answers, again.differences, now)
}
