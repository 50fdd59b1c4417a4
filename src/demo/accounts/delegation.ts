/** Who acts for whom in the demonstration: a clinic with its people, a billing company with sixty providers, a claim. */
import { randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { partySubject } from '#db/queries/delegation/parties.ts'
import { insertAccount } from '#db/records/access/accounts.ts'
import { insertApp, saveContact } from '#db/records/access/factors.ts'
import { insertMember } from '#db/records/delegation/members.ts'
import { ensureOrganization, linkEnrollee } from '#db/records/delegation/organizations.ts'
import { delegatedFunctions } from '#domain/access/delegation.ts'
import { type Actor, authorize } from '#domain/access/policy.ts'
import { addDays, addMonths, dayIn, siteZone } from '#domain/dates.ts'
import type { Files } from '#outside/files/files.ts'
import type { Passwords } from '#outside/passwords.ts'
import { askSurrogacy } from '#use-cases/delegation/ask-surrogacy.ts'
import { makeClaim } from '#use-cases/delegation/claim-official.ts'
import { inviteMember } from '#use-cases/delegation/invite-member.ts'
import type { Teller } from '#use-cases/delegation/tell-parties.ts'
import { tinyPdf } from '../applications/tiny-pdf.ts'
import { DEMO_PASSWORD } from './accounts.ts'
import { BRIGHTLINE, demoDelegates, ELM_STREET } from './delegates.ts'
import { demoParties } from './people.ts'

export interface Tools extends Teller {
  readonly passwords: Passwords
  readonly files: Files
  readonly now: Date
  /** A small demonstration has the billing company only: its providers register themselves. */
  readonly small: boolean
}
const caller = { ip: '198.51.100.40', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' }

export async function seedDelegation(db: Db, o: Tools): Promise<void> {
  const { now } = o
  const organization = { taxId: '080000777', kind: 'surrogate', name: BRIGHTLINE } as const
  const brightline = await ensureOrganization(db, organization, now)
  const clinic = o.small
    ? undefined
    : await ensureOrganization(
        db,
        { kind: 'provider', name: ELM_STREET, taxId: demoParties.elmStreetClinic.ein ?? '' },
        now,
      )
  const parties: Readonly<Record<string, string | undefined>> = {
    [BRIGHTLINE]: brightline.id,
    [ELM_STREET]: clinic?.id,
  }
  const people = await insertPeople(db, o, parties)
  if (!clinic) return
  await settleClinic(db, clinic.id, now)
  await connectProviders(db, brightline.id, clinic.id, people.get('bria.stone') ?? '', now)
  await tellStories(db, o, brightline.id, clinic.id, people)
}

/** Elm Street Clinic with its people: in a small demonstration it is there for reassignments only. */
export async function seedClinic(db: Db, o: Tools): Promise<string> {
  const taxId = demoParties.elmStreetClinic.ein ?? ''
  const clinic = await ensureOrganization(db, { kind: 'provider', name: ELM_STREET, taxId }, o.now)
  await insertPeople(db, o, { [ELM_STREET]: clinic.id })
  await settleClinic(db, clinic.id, o.now)
  return clinic.id
}

/** One hash for all: it is the same password, and hashing is slow on purpose. */
async function insertPeople(
  db: Db,
  { passwords, now }: Tools,
  parties: Readonly<Record<string, string | undefined>>,
): Promise<ReadonlyMap<string, string>> {
  const hashed = await passwords.hash(DEMO_PASSWORD)
  if (!hashed.ok) throw new Error(hashed.problem.code)
  const people = new Map<string, string>()
  for (const d of demoDelegates) {
    const partyId = parties[d.party]
    if (d.party !== '' && !partyId) continue
    const account = { loginId: d.loginId, displayName: d.name, passwordHash: hashed.value }
    const userId = await insertAccount(db, account, now)
    if (!userId) continue
    people.set(d.loginId, userId)
    await saveContact(db, { userId, kind: 'email', value: d.email, useForMfa: true, notify: true }, now)
    await insertApp(db, { userId, label: '1', seed: d.totpSeed, step: 0 }, now)
    if (!partyId) continue
    const { role, functions, title } = d
    await insertMember(db, { userId, partyId, role, functions, title, addedBy: userId }, now)
  }
  return people
}

/** The clinic is its enrollee, and its enrollment names the administrator as an official. */
async function settleClinic(db: Db, organizationId: string, now: Date): Promise<void> {
  const { npi } = demoParties.elmStreetClinic
  if (!(await linkEnrollee(db, organizationId, npi, now))) return
  const enrollment = await open(db)
    .selectFrom('enrollment as n')
    .innerJoin('enrollee as e', 'e.id', 'n.enrollee_id')
    .select('n.id')
    .where('e.npi', '=', npi)
    .executeTakeFirst()
  if (!enrollment) return
  const official = { name: 'Ida Brandt', title: 'Administrator', role: 'authorized-official' } as const
  await open(db)
    .insertInto('enrollment_official')
    .values({
      id: randomUUID(),
      enrollment_id: enrollment.id,
      ...official,
      from_on: addDays(dayIn(siteZone, now), -400),
      to_on: null,
    })
    .execute()
}

/** In force for Rosa Vega, the whole clinic, and sixty others, so that there is something to search in. */
async function connectProviders(db: Db, agentId: string, clinicId: string, by: string, now: Date): Promise<void> {
  const others = await open(db)
    .selectFrom('enrollee as e')
    .innerJoin('enrollment as n', 'n.enrollee_id', 'e.id')
    .select('e.id')
    .where('e.kind', '=', 'individual')
    .orderBy('e.npi')
    .limit(60)
    .execute()
  const rosa = await open(db)
    .selectFrom('enrollee')
    .select('id')
    .where('npi', '=', demoParties.rosaVega.npi)
    .executeTakeFirst()
  const today = dayIn(siteZone, now)
  const grants = [
    ...[...new Set([...others.map((e) => e.id), ...(rosa ? [rosa.id] : [])])].map((id) => ({
      grantor_enrollee_id: id,
      grantor_organization_id: null,
    })),
    { grantor_enrollee_id: null, grantor_organization_id: clinicId },
  ]
  await open(db)
    .insertInto('surrogacy')
    .values(
      grants.map((g) => ({
        id: randomUUID(),
        agent_id: agentId,
        ...g,
        functions: JSON.stringify(delegatedFunctions),
        status: 'active' as const,
        asked_by: by,
        asked_at: now,
        answered_by: by,
        answered_at: now,
        ends_on: addMonths(today, 30),
        // Rosa Vega is asked to confirm within the first month.
        confirm_by: g.grantor_enrollee_id === rosa?.id ? addDays(today, 25) : addMonths(today, 12),
      })),
    )
    .execute()
}

/** What waits for somebody: a request to Chidi Okafor, an invitation of the clinic, a claim for the help desk. */
async function tellStories(
  db: Db,
  o: Tools,
  agentId: string,
  clinicId: string,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const { now } = o
  const actor = (login: string, role?: 'authorized-official' | 'access-manager', partyId?: string): Actor => ({
    userId: people.get(login) ?? '',
    memberships: role && partyId ? [{ role, partyId }] : [],
  })
  const subjectOf = async (id: string) => (await partySubject(db, id)) ?? { id }
  const asking = authorize(
    actor('bria.stone', 'authorized-official', agentId),
    'surrogacy.agree',
    await subjectOf(agentId),
  )
  const terms = { functions: ['view', 'correspondence'], endsOn: addMonths(dayIn(siteZone, now), 24) } as const
  if (asking.ok) await askSurrogacy(db, asking.value, o, { npis: demoParties.chidiOkafor.npi, ...terms }, caller, now)
  const inviting = authorize(
    actor('paul.meyer', 'access-manager', clinicId),
    'people.manage',
    await subjectOf(clinicId),
  )
  const invited = { email: 'gwen@elm-street.example', name: 'Gwen Adair', role: 'staff-end-user' } as const
  if (inviting.ok) await inviteMember(db, inviting.value, o, { ...invited, functions: ['prepare'] }, caller, now)
  const oscar = actor('oscar.montague')
  const claiming = authorize(oscar, 'claim.make', { id: oscar.userId, ownerId: oscar.userId })
  const lakeside = demoParties.lakesideMedicalGroup
  const letter = tinyPdf(['Lakeside Medical Group LLC', 'Oscar Montague is President of this company.'])
  if (claiming.ok)
    await makeClaim(
      db,
      claiming.value,
      o,
      {
        kind: 'provider',
        name: 'Lakeside Medical Group LLC',
        ein: lakeside.ein ?? '',
        npi: lakeside.npi,
        state: 'IL',
        role: 'authorized-official',
        title: 'President',
        succession: 'joins',
        explanation: 'I am named as authorized official in the NPI registry.',
      },
      { fileName: 'letter-of-the-board.pdf', bytes: letter, tooLarge: false },
      caller,
      now,
    )
}
