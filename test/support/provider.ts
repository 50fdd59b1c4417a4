/** One provider with an account, a contractor and the sources, and a way to open pages as any person: no server. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { render } from 'preact-render-to-string'
import { open } from '#db/kit/open.ts'
import { insertMembership } from '#db/records/access/accounts.ts'
import { saveContact } from '#db/records/access/factors.ts'
import { saveItem } from '#db/records/application/application-items.ts'
import { touchApplication } from '#db/records/application/applications.ts'
import type { Actor, Role } from '#domain/access/policy.ts'
import { day, dayIn } from '#domain/dates.ts'
import type { Npi } from '#domain/identifiers/npi.ts'
import type { RegistryProvider } from '#domain/party/registry-provider.ts'
import type { StateCode } from '#domain/party/states.ts'
import { cms855i } from '#forms/cms855i/index.ts'
import { splitRestricted } from '#forms/kit/answers.ts'
import { type Form, sectionOf } from '#forms/kit/form.ts'
import type { File } from '#forms/kit/section.ts'
import { folderFiles } from '#outside/files/folder-files.ts'
import { openPasswords, testCost } from '#outside/passwords.ts'
import { openSecrets } from '#outside/secrets.ts'
import type { Services } from '#outside/services.ts'
import { vegaNpi } from '#test/people/dr-vega.ts'
import { type AnyPage, answer, type Upload, type Visit } from '#web/kit/page.ts'
import { en } from '#words/index.ts'
import { type TestDatabase, testDatabase } from './database.ts'

/** How Dr. Vega begins a new enrollment. */
export const physicianIn = (state: StateCode) => ({
  form: cms855i.id,
  state,
  said: { practitioner: 'physician', state },
})

export const noon = new Date('2026-11-24T18:00:00Z')

const secrets = openSecrets(new Uint8Array(32).fill(7))
export const services: Services = {
  site: {
    product: 'OpenPECOS',
    agency: 'Test agency',
    origin: 'https://enroll.example.org',
    demo: true,
    helpDesk: { phone: '(800) 555-0100', email: 'help@example.org', hours: 'always' },
  },
  clock: { now: () => noon },
  files: folderFiles(mkdtempSync(join(tmpdir(), 'openpecos-files-'))),
  secrets,
  passwords: openPasswords(secrets.pepper, testCost),
  eligibility: () => {
    throw new Error('no page of the portal asks for eligibility')
  },
  wake: () => {},
  runJobs: async () => {},
}

export interface Person {
  readonly userId: string
  readonly actor: Actor
}
export interface World extends TestDatabase {
  readonly enrolleeId: string
  readonly vega: Person
  /** May do everything for the practice but sign. */
  readonly clerk: Person
  readonly stranger: Person
}

export const vegaInRegistry: RegistryProvider = {
  npi: vegaNpi as Npi,
  entityType: 1,
  person: { last: 'VEGA', first: 'ROSA', middle: 'MARIA', credential: 'MD' },
  otherNames: [],
  sex: 'F',
  practice: {
    line1: '410 ELM ST',
    line2: 'STE 2',
    city: 'SPRINGFIELD',
    state: 'IL',
    zip: '627011204',
    phone: '2175550142',
  },
  mailing: { line1: 'PO BOX 118', city: 'SPRINGFIELD', state: 'IL', zip: '62701', phone: '2175550142' },
  taxonomies: [{ code: '207Q00000X', license: '036.900111', licenseState: 'IL', primary: true }],
  enumeratedOn: day('2008-01-01'),
}

export async function providerWorld(): Promise<World> {
  const t = await testDatabase()
  const k = open(t.db)
  await k
    .insertInto('contractor')
    .values({
      id: 'mid',
      name: 'Midland Contractor',
      time_zone: 'America/Chicago',
      phone: '(800) 555-0111',
      email: 'mid@example.org',
      address: '1 Main St, Peoria, IL',
    })
    .execute()
  await k
    .insertInto('contractor_state')
    .values([
      { state: 'IL', contractor_id: 'mid' },
      { state: 'IA', contractor_id: 'mid' },
    ])
    .execute()
  const enrolleeId = await enrollee(t, vegaNpi, 'Rosa Maria Vega')
  const other = await enrollee(t, '2000000444', 'Somebody Else')
  return {
    ...t,
    enrolleeId,
    vega: await person(t, 'rosa.vega', 'individual-provider', enrolleeId),
    clerk: await person(t, 'ida.brandt', 'staff-end-user', enrolleeId),
    stranger: await person(t, 'some.body', 'individual-provider', other),
  }
}

export async function enrollee(
  t: TestDatabase,
  npi: string,
  name: string,
  kind: 'individual' | 'organization' = 'individual',
): Promise<string> {
  const id = randomUUID()
  await open(t.db)
    .insertInto('enrollee')
    .values({ id, kind, npi, display_name: name, practice: '{}', created_at: noon })
    .execute()
  return id
}

export async function person(
  t: TestDatabase,
  loginId: string,
  role: Role,
  partyId: string,
  displayName = loginId,
): Promise<Person> {
  const userId = randomUUID()
  await open(t.db)
    .insertInto('app_user')
    .values({ id: userId, login_id: loginId, status: 'active', display_name: displayName, created_at: noon })
    .execute()
  await saveContact(
    t.db,
    { userId, kind: 'email', value: `${loginId}@example.org`, useForMfa: true, notify: true },
    noon,
  )
  await insertMembership(t.db, { userId, role, partyId }, noon)
  return { userId, actor: { userId, memberships: [{ role, partyId }] } }
}

/** Loads a registry of these providers, and empty lists of everybody whom Medicare must not pay. */
export async function loadSources(t: TestDatabase, providers: readonly RegistryProvider[]): Promise<void> {
  const k = open(t.db)
  const source = async (name: 'nppes' | 'leie' | 'sam' | 'revocations' | 'death-file') => {
    const id = randomUUID()
    const loaded = { id, source: name, file_name: 'x.csv', sha256: '0', increment: false, status: 'current' } as const
    await k
      .insertInto('source_import')
      .values({
        ...loaded,
        as_of: day('2026-11-01'),
        as_of_stated: true,
        rows: providers.length,
        bytes_total: 1,
        unknown_columns: '[]',
        started_at: noon,
      })
      .execute()
    return id
  }
  const importId = await source('nppes')
  for (const list of ['leie', 'sam', 'revocations', 'death-file'] as const) await source(list)
  for (const p of providers)
    await k
      .insertInto('registry_provider')
      .values({
        import_id: importId,
        npi: p.npi,
        entity_type: p.entityType ?? null,
        name_key: p.person?.last ?? '',
        first_key: p.person?.first ?? '',
        state: p.practice?.state ?? '',
        city_key: '',
        deactivated_on: p.deactivatedOn ?? null,
        reactivated_on: null,
        detail: JSON.stringify(p),
      })
      .execute()
}

/** Puts a whole file into an application, in place of what is there. */
export async function fill(
  t: TestDatabase,
  applicationId: string,
  file: File,
  by: Actor,
  form: Form = cms855i,
): Promise<void> {
  await open(t.db).deleteFrom('section_answers').where('application_id', '=', applicationId).execute()
  for (const [sectionId, items] of Object.entries(file))
    for (const item of items) {
      const split = splitRestricted(sectionOf(form, sectionId)!, item.answers)
      await saveItem(t.db, applicationId, { sectionId, itemId: item.id, ...split, seenVersion: undefined }, by, noon)
    }
  // As every act of the program does: what is known of a version is not known of the next.
  await touchApplication(t.db, applicationId, noon)
}

export interface Sent {
  readonly posted?: Record<string, string>
  readonly query?: Record<string, string>
  readonly uploads?: readonly Upload[]
  readonly now?: Date
}
export interface Seen {
  readonly status: number
  readonly html: string
  readonly title: string
  /** Where a redirect leads. */
  readonly to: string | undefined
  readonly bytes: Buffer | undefined
}

const visitOf = ({ actor, userId }: Person): Visit => ({
  actor,
  session: {
    id: `session-${userId}`,
    userId,
    displayName: 'x',
    loginId: 'x',
    aal: 2,
    authAt: noon,
    idleUntil: new Date(noon.getTime() + 1_800_000),
    endsAt: new Date(noon.getTime() + 43_200_000),
  },
  csrf: 'csrf',
  path: '/',
  ip: '127.0.0.1',
  userAgent: 'test',
  cookies: {},
})

/** Opens a page (`get`) or sends its form (`post`) as a person. */
export async function walk(
  t: TestDatabase,
  who: Person,
  p: AnyPage,
  method: 'get' | 'post',
  params: Record<string, string>,
  { posted = {}, query = {}, uploads = [], now = noon }: Sent = {},
): Promise<Seen> {
  const visit = visitOf(who)
  const subject = await p.subject(t.db, params, visit)
  const nothing = { status: 404, html: '', title: '', to: undefined, bytes: undefined }
  if (!subject) return nothing
  const today = dayIn('America/New_York', now)
  const reply = await answer(p, method, subject, {
    db: t.db,
    params,
    query,
    now,
    today,
    w: en,
    visit,
    services,
    posted,
    uploads,
  })
  switch (reply.kind) {
    case 'show':
      return {
        ...nothing,
        status: reply.status,
        html: render(reply.body as Parameters<typeof render>[0]),
        title: reply.title,
      }
    case 'redirect':
      return { ...nothing, status: 303, to: reply.to }
    case 'download':
      return { ...nothing, status: 200, bytes: Buffer.from(reply.bytes) }
    default:
      return nothing
  }
}
