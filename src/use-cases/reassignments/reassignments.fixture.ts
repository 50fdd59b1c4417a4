/** A group with its official and practitioners who are enrolled, for the tests of reassignments. All invented. */
import { randomUUID } from 'node:crypto'
import { open } from '#db/kit/open.ts'
import { enrollmentSubject } from '#db/queries/enrollment/enrollments.ts'
import { handshakeSubject } from '#db/queries/reassignments/handshakes.ts'
import { insertMembership } from '#db/records/access/accounts.ts'
import { saveContact } from '#db/records/access/factors.ts'
import {
  type Action,
  type Actor,
  anonymous,
  authorize,
  type Permit,
  type Role,
  type Subject,
} from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import type { Snapshot } from '#domain/eligibility/snapshot.ts'
import { withCheckDigit } from '#domain/identifiers/npi.ts'
import type { Result } from '#domain/result.ts'
import { site } from '#test/support/identity.ts'
import { noon, providerWorld, type World } from '#test/support/provider.ts'
import { createEligibilityKeeper } from '#use-cases/eligibility/keep-snapshot.ts'
import { en } from '#words/index.ts'
import type { EnrolledGroup } from './send-roster.ts'

export const teller = { site, words: en }
export const GROUP_NPI = '2000001554'

export const must = <T>(r: Result<T>): T => {
  if (!r.ok) throw new Error(r.problem.code)
  return r.value
}
export const permit = <A extends Action>(actor: Actor, action: A, subject: Subject): Permit<A> =>
  must(authorize(actor, action, subject))

/** The n-th invented NPI. */
export const npiAt = (n: number): string => withCheckDigit(`2${String(10_000_000 + n)}`)

export interface Practitioner {
  readonly npi: string
  readonly name: string
  readonly enrolleeId: string
  readonly enrollmentId: string
  readonly actor: Actor
}
export interface ReassignmentWorld extends World {
  readonly group: EnrolledGroup & { readonly official: Actor; readonly manager: Actor }
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
  const enroll = async (all: readonly { npi: string; name: string; n: number; form: string }[]) => {
    const made = all.map((o) => {
      const organization = o.form === 'CMS-855B'
      const enrollmentId = `${organization ? 'O' : 'I'}20200101${String(o.n).padStart(6, '0')}`
      return { ...o, organization, enrolleeId: randomUUID(), enrollmentId }
    })
    await k
      .insertInto('enrollee')
      .values(
        made.map((m) => ({
          id: m.enrolleeId,
          kind: m.organization ? ('organization' as const) : ('individual' as const),
          npi: m.npi,
          display_name: m.name,
          practice: '{}',
          created_at: noon,
        })),
      )
      .execute()
    await k
      .insertInto('enrollment')
      .values(
        made.map((m) => ({
          id: m.enrollmentId,
          enrollee_id: m.enrolleeId,
          form: m.form,
          specialty: m.organization ? '12-70' : '14-08',
          state: 'IL',
          contractor_id: 'mid',
          ptan: `IL${m.n}`,
          status: 'approved',
          created_at: noon,
        })),
      )
      .execute()
    const period = { status: 'approved', from_on: day('2020-01-01'), known_from: noon, because: '[]' }
    await k
      .insertInto('enrollment_period')
      .values(made.map((m) => ({ id: randomUUID(), enrollment_id: m.enrollmentId, ...period })))
      .execute()
    const listed = { import_id: registry.id, name_key: '', first_key: '', state: 'IL', city_key: '' }
    await k
      .insertInto('registry_provider')
      .values(
        made.map((m) => ({
          ...listed,
          npi: m.npi,
          entity_type: m.organization ? (2 as const) : (1 as const),
          detail: JSON.stringify({ npi: m.npi }),
        })),
      )
      .execute()
    return made
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
  const g = (await enroll([{ npi: GROUP_NPI, name: 'Harbor Group LLC', n: 1, form: 'CMS-855B' }]))[0]!
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
  const named = Array.from({ length: count }, (_, i) => ({ npi: npiAt(i), name: `Pat Number${i}`, n: 100 + i }))
  const people: Practitioner[] = []
  // The first and the last ones have accounts; those in between wait for people who have none.
  for (const [i, p] of (await enroll(named.map((o) => ({ ...o, form: 'CMS-855I' })))).entries()) {
    const has = i < 10 || i >= count - 12
    people.push({ ...p, actor: has ? await account(p.name, 'individual-provider', p.enrolleeId) : anonymous })
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
