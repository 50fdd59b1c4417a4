/** A contractor with its people, and Dr. Vega with an account. */
import { randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import type { Actor, Role } from '#domain/access/policy.ts'
import { vegaNpi } from '#test/people/dr-vega.ts'
import { en } from '#words/index.ts'

export const office = { site: { product: 'OpenPECOS', origin: 'https://enroll.example' }, words: en }
export const contractorId = 'prairie'
const zone = 'America/Chicago'

const person = (role: Role, partyId: string): Actor => ({ userId: randomUUID(), memberships: [{ role, partyId }] })

export interface DeskWorld {
  readonly analyst: Actor
  readonly otherAnalyst: Actor
  readonly supervisor: Actor
  readonly stranger: Actor
  readonly auditor: Actor
  readonly vega: Actor
  readonly enrolleeId: string
}

/** The people of the desk and Dr. Vega, whose e-mail address wants notices. */
export async function seedDesk(db: Db, now: Date): Promise<DeskWorld> {
  const k = open(db)
  const enrolleeId = randomUUID()
  for (const id of [contractorId, 'elsewhere'])
    await k
      .insertInto('contractor')
      .values({
        id,
        name: `${id} contractor`,
        time_zone: zone,
        phone: '(217) 555-0100',
        email: `mail@${id}.example`,
        address: '1 Main St, Springfield, IL 62701',
      })
      .execute()
  await k.insertInto('contractor_state').values({ state: 'IL', contractor_id: contractorId }).execute()
  await k
    .insertInto('enrollee')
    .values({
      id: enrolleeId,
      kind: 'individual',
      npi: vegaNpi,
      display_name: 'Rosa Maria Vega',
      tax_id_index: null,
      restricted: null,
      practice: '{}',
      created_at: now,
    })
    .execute()
  const world = {
    analyst: person('mac-analyst', contractorId),
    otherAnalyst: person('mac-analyst', contractorId),
    supervisor: person('mac-supervisor', contractorId),
    stranger: person('mac-supervisor', 'elsewhere'),
    auditor: person('auditor', ''),
    vega: person('individual-provider', enrolleeId),
  }
  for (const [name, actor] of Object.entries(world)) {
    const [held] = actor.memberships
    await k
      .insertInto('app_user')
      .values({
        id: actor.userId,
        login_id: `${name}.person`,
        status: 'active',
        display_name: name,
        password_hash: null,
        password_changed_at: null,
        password_disabled_at: null,
        created_at: now,
      })
      .execute()
    await k
      .insertInto('membership')
      .values({
        id: randomUUID(),
        user_id: actor.userId,
        role: held!.role,
        party_id: held!.partyId,
        status: 'active',
        valid_from: now,
        valid_to: null,
      })
      .execute()
  }
  await k
    .insertInto('contact')
    .values({
      id: randomUUID(),
      user_id: world.vega.userId,
      kind: 'email',
      value: 'rosa@vega.example',
      verified_at: now,
      use_for_mfa: true,
      notify: true,
    })
    .execute()
  return { ...world, enrolleeId }
}
