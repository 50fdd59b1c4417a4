/** A small record with everything that public files tell, and with what they must not: all of it invented. */
import { randomUUID } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { open } from '#db/kit/open.ts'
import { day } from '#domain/dates.ts'
import type { EnrollmentStatus } from '#domain/enrollment/enrollment.ts'

export const now = new Date('2026-11-25T15:00:00Z')
export const people = {
  vega: '2000000010',
  moss: '2000000028',
  gone: '2000000036',
  out: '2000000044',
  draft: '2000000051',
}
export const groups = { clinic: '2000000069', home: '2000000077' }
export const ids = {
  vega: 'I20200101000001',
  moss: 'I20210315000002',
  gone: 'I20190601000003',
  out: 'I20240401000004',
  clinic: 'O20150909000005',
  home: 'O20180202000006',
}

export async function seedContractor(db: Db): Promise<void> {
  const k = open(db)
  const facts = { time_zone: 'America/Chicago', phone: '', email: '', address: '' }
  await k
    .insertInto('contractor')
    .values({ id: 'mac', name: 'Midwest', ...facts })
    .execute()
  await k.insertInto('contractor_state').values({ state: 'IL', contractor_id: 'mac' }).execute()
}

interface Enrolled {
  readonly id: string
  readonly npi: string
  readonly name: string
  readonly specialty: string
  readonly form?: string
  readonly status?: EnrollmentStatus
}

async function enroll(db: Db, e: Enrolled): Promise<void> {
  const k = open(db)
  const enrollee_id = randomUUID()
  const kind = e.id.startsWith('O') ? 'organization' : 'individual'
  const { status = 'approved', form = 'CMS-855I' } = e
  await k
    .insertInto('enrollee')
    .values({
      id: enrollee_id,
      kind,
      npi: e.npi,
      display_name: e.name,
      practice: '{}',
      tax_id_index: null,
      restricted: null,
      created_at: now,
    })
    .execute()
  await k
    .insertInto('enrollment')
    .values({
      id: e.id,
      enrollee_id,
      form,
      specialty: e.specialty,
      state: 'IL',
      contractor_id: 'mac',
      ptan: e.id,
      status,
      created_at: now,
    })
    .execute()
  const from_on = day(`${e.id.slice(1, 5)}-${e.id.slice(5, 7)}-${e.id.slice(7, 9)}`)
  await k
    .insertInto('enrollment_period')
    .values({
      id: randomUUID(),
      enrollment_id: e.id,
      status,
      from_on,
      to_on: null,
      known_from: now,
      known_to: null,
      because: '[]',
      application_id: null,
    })
    .execute()
}

const place = (id: string, line1: string, city: string, shown: boolean) => ({
  id: randomUUID(),
  enrollment_id: id,
  item_id: randomUUID(),
  name: null,
  address: JSON.stringify({ line1, city, state: 'IL', zip: '60601-1234' }),
  public: shown,
  from_on: day('2020-01-01'),
  to_on: null,
  known_from: now,
  known_to: null,
})

export async function seedRecord(db: Db): Promise<void> {
  await seedContractor(db)
  await enroll(db, { id: ids.vega, npi: people.vega, name: 'Zoë B. Vega', specialty: '14-08' })
  await enroll(db, { id: ids.moss, npi: people.moss, name: 'Ann Moss', specialty: '14-50' })
  await enroll(db, { id: ids.gone, npi: people.gone, name: 'Carl Gone', specialty: '14-11', status: 'revoked' })
  await enroll(db, {
    id: ids.out,
    npi: people.out,
    name: 'Olga Out',
    specialty: '14-80',
    status: 'opted-out',
    form: 'OPT-OUT',
  })
  await enroll(db, {
    id: ids.clinic,
    npi: groups.clinic,
    name: 'Elm, Oak "and" Ash',
    specialty: '12-70',
    form: 'CMS-855B',
  })
  await enroll(db, { id: ids.home, npi: groups.home, name: 'Quiet Home', specialty: '00-18', form: 'CMS-855A' })
  const k = open(db)
  await k
    .insertInto('enrollment_location')
    .values([
      place(ids.vega, '1 Main St', 'Chicago', true),
      place(ids.vega, '7 Hidden Lane', 'Secretville', false),
      place(ids.clinic, '2 Elm St', 'Peoria', true),
    ])
    .execute()
  for (const from of [ids.vega, ids.moss, ids.gone])
    await k
      .insertInto('reassignment')
      .values({
        id: randomUUID(),
        from_enrollment_id: from,
        to_enrollment_id: ids.clinic,
        to_npi: groups.clinic,
        to_name: 'Elm',
        from_on: day('2021-06-01'),
        to_on: null,
        known_from: now,
        known_to: null,
        handshake_id: null,
      })
      .execute()
  await k.insertInto('enrollment_specialty').values({ enrollment_id: ids.vega, specialty: '14-11' }).execute()
  await k.insertInto('enrollment_npi').values({ enrollment_id: ids.home, npi: '2000000085' }).execute()
  await seedBar(db)
  await seedOwner(db)
}

async function seedBar(db: Db): Promise<void> {
  const k = open(db)
  const decision = randomUUID()
  const { enrollee_id } = await k
    .selectFrom('enrollment')
    .select('enrollee_id')
    .where('id', '=', ids.gone)
    .executeTakeFirstOrThrow()
  await k
    .insertInto('enrollment_decision')
    .values({
      id: decision,
      enrollment_id: ids.gone,
      kind: 'revoke',
      state: 'delivered',
      reasons: JSON.stringify(['noncompliance']),
      found: 'Secret findings',
      event_on: null,
      days: null,
      bar_years: 3,
      undoes_id: null,
      monitoring_case_id: null,
      prepared_by: randomUUID(),
      prepared_at: now,
      decided_by: null,
      decided_at: null,
      effective_on: day('2026-08-01'),
      until_on: null,
      letter_id: null,
    })
    .execute()
  const bar = { from_on: day('2026-09-01'), until_on: day('2029-08-31'), lifted_at: null }
  await k
    .insertInto('re_enrollment_bar')
    .values({ decision_id: decision, enrollee_id, ...bar })
    .execute()
}

async function seedOwner(db: Db): Promise<void> {
  const k = open(db)
  const party = { name_key: 'x', tax_id_index: null, kinds: '[]', address_key: null, title: null, created_at: now }
  const [root, holding, person] = [randomUUID(), randomUUID(), randomUUID()]
  await k
    .insertInto('ownership_party')
    .values([
      { id: root, kind: 'organization', name: 'Quiet Home', named_by: null, address: null, ...party },
      {
        id: holding,
        kind: 'organization',
        name: 'Calm Holding LLC',
        named_by: null,
        address: '1 Bank St',
        ...party,
        kinds: '["llc","private-equity"]',
      },
      {
        id: person,
        kind: 'person',
        name: 'Paula Q Owner',
        named_by: null,
        address: '9 Private Rd',
        ...party,
        title: 'President',
      },
    ])
    .execute()
  await k.insertInto('ownership_root').values({ enrollment_id: ids.home, party_id: root }).execute()
  const facts = {
    enrollment_id: ids.home,
    owned_id: root,
    since: null,
    to_on: null,
    known_from: now,
    known_to: null,
    application_id: null,
  }
  await k
    .insertInto('ownership_interest')
    .values([
      {
        id: '00000000-0000-4000-8000-000000000001',
        owner_id: holding,
        role: 'direct-owner',
        millionths: 805000,
        from_on: day('2018-02-02'),
        ...facts,
      },
      {
        id: '00000000-0000-4000-8000-000000000002',
        owner_id: person,
        role: 'officer',
        millionths: null,
        from_on: day('2018-02-02'),
        ...facts,
      },
    ])
    .execute()
}
