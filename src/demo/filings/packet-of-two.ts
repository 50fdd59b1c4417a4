/** A packet of a practitioner and a clinic: the one has signed, the other has not, so that nothing was sent. */
import { open } from '#db/kit/open.ts'
import { insertMembership } from '#db/records/access/accounts.ts'
import type { Actor } from '#domain/access/policy.ts'
import { cms855b } from '#forms/cms855b/index.ts'
import { preparePacket } from '#use-cases/packets/prepare-packet.ts'
import { submitPacket } from '#use-cases/packets/submit-packet.ts'
import { demoParties } from '../accounts/people.ts'
import { must, type Stage } from '../applications/application-case.ts'
import { begin, changeMail, type Practitioner, signatureOf } from './filer.ts'

const HOUR = 3_600_000

/** The practitioner prepares for the clinic too, whose draft for another state is there. */
export async function packetOfTwo(s: Stage, actor: Actor, p: Practitioner, now: Date): Promise<void> {
  const at = (hours: number) => new Date(now.getTime() - hours * HOUR)
  const clinic = await open(s.db)
    .selectFrom('application as a')
    .innerJoin('enrollee as e', 'e.id', 'a.enrollee_id')
    .select(['e.id', 'a.state'])
    .where('e.npi', '=', demoParties.elmStreetClinic.npi)
    .where('a.form', '=', cms855b.id)
    .where('a.status', '=', 'draft')
    .where('a.reason', '=', 'initial')
    .orderBy('a.id')
    .executeTakeFirst()
  if (!clinic) return
  const helps = { role: 'staff-end-user', partyId: clinic.id } as const
  await insertMembership(s.db, { userId: actor.userId, ...helps }, at(30))
  const both: Actor = { ...actor, memberships: [...actor.memberships, helps] }
  const own = await begin(s, both, p, 'change', at(29))
  await changeMail(s, both, own, '300 Harbor Ave', at(28))
  const { packetId } = must(
    await preparePacket(
      s.db,
      both,
      'new-office',
      [
        { enrolleeId: p.enrolleeId, enrollmentId: p.enrollmentId, reason: 'change', tasks: ['mail'] },
        { enrolleeId: clinic.id, form: cms855b.id, state: clinic.state as never, said: {} },
      ],
      at(27),
    ),
    'packet',
  )
  if (!packetId) throw new Error('two applications are a packet')
  const signature = await signatureOf(s, both, own, at(26))
  must(await submitPacket(s.db, both, packetId, new Map([[own, signature]]), s, at(26)), 'the first signature')
}
