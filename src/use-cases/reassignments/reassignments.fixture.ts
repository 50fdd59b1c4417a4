/** A group with its official and practitioners who are enrolled, for the tests of reassignments. All invented. */
import { randomUUID } from 'node:crypto'
import { open } from '#db/kit/open.ts'
import { enrollmentSubject } from '#db/queries/enrollments.ts'
import { handshakeSubject } from '#db/queries/reassignments/handshakes.ts'
import { insertMembership } from '#db/records/accounts.ts'
import { saveContact } from '#db/records/factors.ts'
import { type Action, type Actor, authorize, type Permit, type Role, type Subject } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { isNpi } from '#domain/identifiers/npi.ts'
import type { Result } from '#domain/result.ts'
import { site } from '#test/support/identity.ts'
import { noon, providerWorld, type World } from '#test/support/provider.ts'
import { createEligibilityKeeper } from '#use-cases/keep-snapshot.ts'
import { en } from '#words/index.ts'
import type { Group } from './send-roster.ts'

export const teller = { site, words: en }
export const GROUP_NPI = '2000001554'

export const must = <T>(r: Result<T>): T => {
  if (!r.ok) throw new Error(r.problem.code)
  return r.value
}
export const permit = <A extends Action>(actor: Actor, action: A, subject: Subject): Permit<A> =>
  must(authorize(actor, action, subject))

/** The n-th invented NPI whose check digit fits. */
export function npiAt(n: number): string {
  const nine = `2${String(10_000_000 + n)}`
  for (let d = 0; d < 10; d++) if (isNpi(`${nine}${d}`)) return `${nine}${d}`
  throw new Error('no check digit fits')
}

export interface Practitioner {
  readonly npi: string
  readonly name: string
  readonly enrolleeId: string
  readonly enrollmentId: string
  readonly actor: Actor
}
export interface ReassignmentWorld extends World {
  readonly group: Group & { readonly official: Actor; readonly manager: Actor }
  readonly people: readonly Practitioner[]
  snapshot(): Promise<Snapshot>
}

export async function reassignmentWorld(count: number): Promise<ReassignmentWorld> {
  const t = await providerWorld()
  const k = open(t.db)
  const loaded = (source: 'nppes' | 'leie') =>
    k
      .insertInto('source_import')
      .values({
        id: randomUUID(),
        source,
        file_name: 'x.csv',
        sha256: '0',
        increment: false,
        status: 'current',
        as_of: day('2026-11-01'),
        as_of_stated: true,
        rows: 0,
        bytes_total: 1,
        unknown_columns: '[]',
        started_at: noon,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
  const registry = await loaded('nppes')
  await loaded('leie')
  const enroll = async (o: { npi: string; name: string; n: number; form: string }) => {
    const organization = o.form === 'CMS-855B'
    const enrolleeId = randomUUID()
    const enrollmentId = `${organization ? 'O' : 'I'}20200101${String(o.n).padStart(6, '0')}`
    await k
      .insertInto('enrollee')
      .values({
        id: enrolleeId,
        kind: organization ? 'organization' : 'individual',
        npi: o.npi,
        display_name: o.name,
        tax_id_index: null,
        restricted: null,
        practice: '{}',
        created_at: noon,
      })
      .execute()
    await k
      .insertInto('enrollment')
      .values({
        id: enrollmentId,
        enrollee_id: enrolleeId,
        form: o.form,
        specialty: organization ? '12-70' : '14-08',
        state: 'IL',
        contractor_id: 'mid',
        ptan: `IL${o.n}`,
        status: 'approved',
        created_at: noon,
      })
      .execute()
    await k
      .insertInto('enrollment_period')
      .values({
        id: randomUUID(),
        enrollment_id: enrollmentId,
        status: 'approved',
        from_on: day('2020-01-01'),
        to_on: null,
        known_from: noon,
        known_to: null,
        because: '[]',
        application_id: null,
      })
      .execute()
    await k
      .insertInto('registry_provider')
      .values({
        import_id: registry.id,
        npi: o.npi,
        entity_type: organization ? 2 : 1,
        name_key: '',
        first_key: '',
        state: 'IL',
        city_key: '',
        deactivated_on: null,
        reactivated_on: null,
        detail: JSON.stringify({ npi: o.npi }),
      })
      .execute()
    return { enrolleeId, enrollmentId }
  }
  const account = async (name: string, role: Role, partyId: string): Promise<Actor> => {
    const userId = randomUUID()
    const login = name.toLowerCase().replaceAll(' ', '.')
    await k
      .insertInto('app_user')
      .values({ id: userId, login_id: `${login}.x`, status: 'active', display_name: name, created_at: noon })
      .execute()
    await saveContact(
      t.db,
      { userId, kind: 'email', value: `${login}@example.org`, useForMfa: true, notify: true },
      noon,
    )
    await insertMembership(t.db, { userId, role, partyId }, noon)
    return { userId, memberships: [{ role, partyId }] }
  }
  const g = await enroll({ npi: GROUP_NPI, name: 'Harbor Group LLC', n: 1, form: 'CMS-855B' })
  await k
    .insertInto('enrollment_official')
    .values({
      id: randomUUID(),
      enrollment_id: g.enrollmentId,
      name: 'Opal  Harbor',
      title: 'President',
      role: 'authorized-official',
      from_on: day('2020-01-01'),
      to_on: null,
    })
    .execute()
  const people: Practitioner[] = []
  for (let i = 0; i < count; i++) {
    const npi = npiAt(i)
    const name = `Pat Number${i}`
    const ids = await enroll({ npi, name, n: 100 + i, form: 'CMS-855I' })
    people.push({ npi, name, ...ids, actor: await account(name, 'individual-provider', ids.enrolleeId) })
  }
  return {
    ...t,
    group: {
      id: g.enrollmentId,
      enrolleeId: g.enrolleeId,
      npi: GROUP_NPI,
      contractorId: 'mid',
      state: 'IL',
      official: await account('Opal Harbor', 'authorized-official', g.enrolleeId),
      manager: await account('Mo Manager', 'access-manager', g.enrolleeId),
    },
    people,
    async snapshot() {
      const keeper = await createEligibilityKeeper(t.db, { now: () => noon }, { pollMs: 60_000 })
      keeper.stop()
      return keeper.current()
    },
  }
}

export const ofEnrollment = async <A extends 'reassignment.propose' | 'roster.view' | 'enrollment.view'>(
  t: ReassignmentWorld,
  actor: Actor,
  action: A,
  id: string,
): Promise<Permit<A>> => permit(actor, action, (await enrollmentSubject(t.db, id))!)
export const ofHandshake = async <A extends 'reassignment.sign' | 'reassignment.decide' | 'reassignment.view'>(
  t: ReassignmentWorld,
  actor: Actor,
  action: A,
  id: string,
): Promise<Permit<A>> => permit(actor, action, (await handshakeSubject(t.db, id))!)
export const own = (actor: Actor): Permit<'dashboard.view'> =>
  permit(actor, 'dashboard.view', { id: actor.userId, ownerId: actor.userId })
