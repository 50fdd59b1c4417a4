/**
 * Reassignments in the demonstration: Elm Street Clinic asked practitioners by a file. One signed and is payable, one
 * declined, others are waited for, one still for the clinic itself. A small demonstration has the people only, and the visitor does the rest.
 */
import { randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { batchSubject } from '#db/queries/reassignments/batches.ts'
import { handshakeSubject } from '#db/queries/reassignments/handshakes.ts'
import { listToSign } from '#db/queries/reassignments/to-sign.ts'
import { findAccountByLoginId, insertAccount, insertMembership } from '#db/records/access/accounts.ts'
import { insertApp, saveContact } from '#db/records/access/factors.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import { addDays, dayIn, siteZone } from '#domain/dates.ts'
import { buildSnapshot } from '#domain/eligibility/build-snapshot.ts'
import { csvFile } from '#domain/reassignment/csv-cell.ts'
import { declineReassignment } from '#use-cases/reassignments/refuse-reassignment.ts'
import { type EnrolledGroup, lookAtRoster, sendRoster } from '#use-cases/reassignments/send-roster.ts'
import { signReassignments } from '#use-cases/reassignments/sign-reassignments.ts'
import { DEMO_PASSWORD } from '../accounts/accounts.ts'
import { seedClinic, type Tools } from '../accounts/delegation.ts'
import { demoParties } from '../accounts/people.ts'
import { must } from '../applications/application-case.ts'

/** Of a small demonstration: an enrolled practitioner who has an account. */
export const joiner = { loginId: 'new.joiner', totpSeed: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXU' } as const

interface Joiner {
  readonly enrolleeId: string
  readonly npi: string
  readonly name: string
}

export async function seedReassignments(db: Db, o: Tools): Promise<void> {
  const group = await findGroup(db)
  if (!group) return
  const people = await joiners(db, group, 6)
  const [first, second] = people
  if (!first || !second) return
  if (o.small) {
    await seedClinic(db, o)
    const passwordHash = must(await o.passwords.hash(DEMO_PASSWORD), 'password')
    await accountOf(db, o, first, { passwordHash, loginId: joiner.loginId })
    return
  }
  const ida = await officialOf(db, group)
  if (ida) await tell(db, o, { group, people, ida, first, second })
}

interface Story {
  readonly group: EnrolledGroup
  readonly people: readonly Joiner[]
  readonly ida: Actor
  readonly first: Joiner
  readonly second: Joiner
}
async function tell(db: Db, o: Tools, { group, people, ida, first, second }: Story): Promise<void> {
  const { now } = o
  const asked = new Date(now.getTime() - 9 * 86_400_000)
  const subject = await enrollmentSubject(db, group.id)
  const rosa = demoParties.rosaVega
  const rows = [...people.map((p) => p.npi), rosa.npi, '2000001118']
  const sent = {
    fileName: 'new-colleagues.csv',
    bytes: Buffer.from(csvFile([['npi'], ...rows.map((n) => [n])])),
    startsOn: addDays(dayIn(siteZone, now), -12),
  }
  const permit = must(authorize(ida, 'reassignment.propose', subject ?? { id: group.id }), 'propose')
  const id = must(await lookAtRoster(db, permit, group, sent, o, asked), 'roster')
  const batch = await batchSubject(db, id)
  if (!batch) return
  must(await sendRoster(db, permit, group, batch, o, asked), 'sent')
  // One hash for both, because hashing is slow on purpose. Nobody ever types it.
  const passwordHash = must(await o.passwords.hash(randomUUID()), 'password')
  const actors = [
    await accountOf(db, o, first, { passwordHash }),
    await accountOf(db, o, second, { passwordHash }),
  ] as const
  const last = people.at(-1)?.npi
  // Everybody but one: the clinic's own signature is missing there.
  await sign(db, o, ida, (npi) => npi !== last)
  if (actors[0]) await sign(db, o, actors[0], () => true)
  const waiting = actors[1] && (await listToSign(db, dashboardOf(actors[1])))[0]
  const declining = waiting && (await handshakeSubject(db, waiting.handshake.id))
  const refusing = actors[1] && declining && authorize(actors[1], 'reassignment.sign', declining)
  if (refusing?.ok)
    must(await declineReassignment(db, refusing.value, o, 'I left before the clinic was ready.', now), 'declined')
}

const dashboardOf = (actor: Actor) =>
  must(authorize(actor, 'dashboard.view', { id: actor.userId, ownerId: actor.userId }), 'own')

async function sign(db: Db, o: Tools, actor: Actor, picks: (npi: string) => boolean): Promise<void> {
  const waiting = (await listToSign(db, dashboardOf(actor))).filter((w) => picks(w.handshake.practitioner.npi))
  if (waiting.length === 0) return
  const { display_name: typedName } = await open(db)
    .selectFrom('app_user')
    .select('display_name')
    .where('id', '=', actor.userId)
    .executeTakeFirstOrThrow()
  const seen = new Map(waiting.map((w) => [w.handshake.id, w.handshake.termsSha256]))
  // Nobody of these stories is on a list of exclusions.
  const snapshot = buildSnapshot(
    { exclusions: [], orderListLoaded: false },
    { sequence: 0, asOf: dayIn(siteZone, o.now) },
  )
  const signing = { ids: [...seen.keys()], typedName, agreed: true, seen }
  must(await signReassignments(db, dashboardOf(actor), signing, { teller: o, snapshot }, o.now), 'signed')
}

async function findGroup(db: Db): Promise<EnrolledGroup | undefined> {
  const row = await open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select(['n.id', 'e.id as enrolleeId', 'e.npi', 'n.contractor_id as contractorId', 'n.state'])
    .where('e.npi', '=', demoParties.elmStreetClinic.npi)
    .orderBy('n.id')
    .executeTakeFirst()
  return row
}

async function joiners(db: Db, group: EnrolledGroup, count: number): Promise<readonly Joiner[]> {
  return open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .innerJoin('enrollment_period as p', 'p.enrollment_id', 'n.id')
    .select(['e.id as enrolleeId', 'e.npi', 'e.display_name as name'])
    .where('n.form', '=', 'CMS-855I')
    .where('n.contractor_id', '=', group.contractorId)
    .where('p.status', '=', 'approved')
    .where('p.to_on', 'is', null)
    .where(
      'e.npi',
      'not in',
      Object.values(demoParties).map((p) => p.npi),
    )
    .where((x) =>
      x.not(
        x.exists(
          x
            .selectFrom('reassignment as r')
            .select('r.id')
            .whereRef('r.from_enrollment_id', '=', 'n.id')
            .where('r.to_enrollment_id', '=', group.id),
        ),
      ),
    )
    .orderBy('e.npi')
    .limit(count)
    .execute()
}

/** Ida Brandt, by the role that the clinic lends her. */
async function officialOf(db: Db, group: EnrolledGroup): Promise<Actor | undefined> {
  const account = await findAccountByLoginId(db, 'ida.brandt')
  return account && { userId: account.id, memberships: [{ role: 'authorized-official', partyId: group.enrolleeId }] }
}

/** With a user id for visitors, they can sign in. Undefined when there is an account already. */
async function accountOf(
  db: Db,
  o: Tools,
  p: Joiner,
  { passwordHash, loginId }: { readonly passwordHash: string; readonly loginId?: string },
): Promise<Actor | undefined> {
  const account = { loginId: loginId ?? `demo.${p.npi}`, displayName: p.name, passwordHash }
  const userId = await insertAccount(db, account, o.now)
  if (!userId) return undefined
  const role = 'individual-provider'
  await insertMembership(db, { userId, role, partyId: p.enrolleeId }, o.now)
  if (loginId) {
    const value = `${loginId}@joiners.example`
    await saveContact(db, { userId, kind: 'email', value, useForMfa: true, notify: true }, o.now)
    await insertApp(db, { userId, label: '1', seed: joiner.totpSeed, step: 0 }, o.now)
  }
  return { userId, memberships: [{ role, partyId: p.enrolleeId }] }
}
