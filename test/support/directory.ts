/** A small standing record for tests: Rosa Vega, enrolled and reassigned to a group, beside a registry and an ordering list. */
import { randomUUID } from 'node:crypto'
import type { TestDatabase } from './database.ts'

export const vega = { npi: '2000001117', enrollmentId: 'I20260105000001' }
export const group = { npi: '2000001331', enrollmentId: 'O20250601000001' }
/** In the registry, but not enrolled. */
export const okafor = { npi: '2000001224' }
export const knownFrom = '2026-01-10T15:00:00Z'

interface Name {
  readonly last: string
  readonly first: string
}
const practice = { line1: '12 Lake Road', city: 'Madison', state: 'WI', zip: '53703', phone: '6085550100' }
const person = (npi: string, name: Name) => ({
  npi,
  entityType: 1,
  person: { ...name, credential: 'MD' },
  otherNames: [],
  taxonomies: [{ code: '207Q00000X', primary: true }],
  practice,
  mailing: { ...practice, line1: '99 Home Street' },
})
const business = (npi: string, organization: string) => ({
  npi,
  entityType: 2,
  organization,
  otherNames: [],
  taxonomies: [{ code: '261QM1300X', primary: true }],
  practice,
})

/** `lists: false` leaves the registry and the ordering list out, as before the first import. */
export async function fillDirectory({ pool }: TestDatabase, { lists = true } = {}): Promise<void> {
  await pool.query(
    `insert into contractor values ('lakes', 'Lakes Contractor', 'America/Chicago', '1', 'a@b.example', 'x')`,
  )
  if (lists) await fillLists(pool)
  await enroll(pool, {
    ...group,
    type: 'organization',
    name: 'ELM STREET CLINIC',
    specialty: '12-70',
    ptan: 'WI0000001',
  })
  await addPeriod(pool, group.enrollmentId, {
    status: 'approved',
    from: '2025-06-01',
    knownFrom: '2025-06-20T15:00:00Z',
  })
  await enroll(pool, { ...vega, type: 'individual', name: 'Rosa Vega', specialty: '14-08', ptan: 'WI0000002' })
  await addPeriod(pool, vega.enrollmentId, { status: 'approved', from: '2026-01-05', knownFrom })
  const location = async (item: string, name: string, line1: string, open: boolean) =>
    pool.query(`insert into enrollment_location values ($1, $2, $3, $4, $5, $6, '2026-01-05', null, $7, null)`, [
      randomUUID(),
      vega.enrollmentId,
      item,
      name,
      JSON.stringify({ ...practice, line1 }),
      open,
      knownFrom,
    ])
  await location('a', 'Lake Road Office', '12 Lake Road', true)
  await location('b', 'Telehealth from home', '7 Hidden Lane', false)
  await pool.query(
    `insert into reassignment values ($1, $2, $3, $4, 'ELM STREET CLINIC', '2026-02-01', null, $5, null)`,
    [randomUUID(), vega.enrollmentId, group.enrollmentId, group.npi, knownFrom],
  )
}

type Pool = TestDatabase['pool']

async function fillLists(pool: Pool): Promise<void> {
  const load = async (source: string): Promise<string> => {
    const id = randomUUID()
    await pool.query(
      `insert into source_import (id, source, file_name, sha256, increment, status, as_of, as_of_stated, rows, bytes_total, started_at, finished_at)
       values ($1, $2, 'f.csv', 'x', false, 'current', '2026-02-08', true, 3, 1, now(), now())`,
      [id, source],
    )
    return id
  }
  const registry = await load('nppes')
  const add = (npi: string, type: number, name: string, first: string, detail: object) =>
    pool.query(`insert into registry_provider values ($1, $2, $3, $4, $5, 'WI', 'MADISON', null, null, $6)`, [
      registry,
      npi,
      type,
      name,
      first,
      JSON.stringify(detail),
    ])
  await add(vega.npi, 1, 'VEGA', 'ROSA', person(vega.npi, { last: 'VEGA', first: 'ROSA' }))
  await add(okafor.npi, 1, 'OKAFOR', 'CHIDI', person(okafor.npi, { last: 'OKAFOR', first: 'CHIDI' }))
  await add(group.npi, 2, 'ELM STREET CLINIC', '', business(group.npi, 'ELM STREET CLINIC'))
  const orders = await load('order-referring')
  await pool.query(`insert into order_referring values ($1, $2, 'VEGA', 'ROSA', true, true, false, false, false)`, [
    orders,
    vega.npi,
  ])
}

interface Enrolled {
  readonly npi: string
  readonly enrollmentId: string
  readonly type: 'individual' | 'organization'
  readonly name: string
  readonly specialty: string
  readonly ptan: string
}
export async function enroll(pool: Pool, e: Enrolled): Promise<void> {
  const enrollee = randomUUID()
  await pool.query(`insert into enrollee (id, kind, npi, display_name, created_at) values ($1, $2, $3, $4, $5)`, [
    enrollee,
    e.type,
    e.npi,
    e.name,
    knownFrom,
  ])
  await pool.query(`insert into enrollment values ($1, $2, 'CMS-855I', $3, 'WI', 'lakes', $4, 'approved', $5)`, [
    e.enrollmentId,
    enrollee,
    e.specialty,
    e.ptan,
    knownFrom,
  ])
  await noteChange(pool, e.enrollmentId)
}

interface Period {
  readonly status: string
  readonly from: string
  readonly to?: string
  readonly knownFrom: string
}
export async function addPeriod(pool: Pool, enrollmentId: string, p: Period): Promise<void> {
  await pool.query(`insert into enrollment_period values ($1, $2, $3, $4, $5, $6, null, '[]', null)`, [
    randomUUID(),
    enrollmentId,
    p.status,
    p.from,
    p.to ?? null,
    p.knownFrom,
  ])
}

export const noteChange = (pool: Pool, enrollmentId: string): Promise<unknown> =>
  pool.query(`insert into enrollment_change (enrollment_id, at) values ($1, now())`, [enrollmentId])
