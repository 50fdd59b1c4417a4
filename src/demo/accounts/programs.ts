/** Programs with keys that everybody can know, so that a demonstration can be asked at once. They exist only in demo mode. */
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { partySubject } from '#db/queries/delegation/parties.ts'
import { type Scope, scopeNames } from '#domain/access/api/scopes.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import { createClient } from '#use-cases/api/manage-clients.ts'
import { BRIGHTLINE, ELM_STREET } from './delegates.ts'

export interface DemoProgram {
  readonly name: string
  /** The name of an organization. */
  readonly party: string
  readonly key: string
  readonly scopes: readonly Scope[]
}

export const demoPrograms: readonly DemoProgram[] = [
  {
    name: 'Billing software',
    party: BRIGHTLINE,
    key: 'opk_demo_brightline_billing_software_47aa',
    scopes: scopeNames,
  },
  {
    name: 'Front desk screen',
    party: ELM_STREET,
    key: 'opk_demo_elmstreet_front_desk_screen_47ab',
    scopes: ['applications.read', 'enrollments.read'],
  },
  {
    name: 'Nightly roster check',
    party: ELM_STREET,
    key: 'opk_demo_elmstreet_nightly_roster_47ac',
    scopes: ['rosters', 'events.read'],
  },
]

export async function seedPrograms(db: Db, now: Date): Promise<void> {
  for (const p of demoPrograms) {
    const party = await open(db).selectFrom('organization').select('id').where('name', '=', p.party).executeTakeFirst()
    const subject = await partySubject(db, party?.id)
    const made =
      subject &&
      (await open(db)
        .selectFrom('membership')
        .selectAll()
        .where('party_id', '=', subject.id)
        .where('role', 'in', ['authorized-official', 'access-manager'])
        .executeTakeFirst())
    if (!subject || !made) continue
    const actor: Actor = { userId: made.user_id, memberships: [{ role: made.role, partyId: subject.id }] }
    const permit = authorize(actor, 'client.manage', subject)
    if (!permit.ok) throw new Error(`${p.party}: heads manage programs`)
    const client = await createClient(db, permit.value, p, { ip: '198.51.100.40', userAgent: 'Demonstration' }, now)
    if (!client.ok) throw new Error(client.problem.code)
  }
}
