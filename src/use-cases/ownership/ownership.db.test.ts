import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { open } from '#db/kit/open.ts'
import { findStructure } from '#db/queries/ownership/structure-of.ts'
import { insertEnrollment } from '#db/records/enrollment/enrollments.ts'
import { endOwnership, replaceOwnership } from '#db/records/ownership/interests.ts'
import { type Action, authorize, type Permit } from '#domain/access/policy.ts'
import { day } from '#domain/dates.ts'
import { effectiveOwners } from '#domain/ownership/effective-owners.ts'
import type { File } from '#forms/kit/section.ts'
import { ownershipOf } from '#forms/ownership.ts'
import { mapleCourt, mapleCourtNpi } from '#test/people/maple-court.ts'
import { enrollee, noon, type Person, person, providerWorld, type World, walk } from '#test/support/provider.ts'
import { ownersPage } from '#web/desk/ownership/owners-page.tsx'
import { partyTracePage } from '#web/desk/ownership/party-page.tsx'
import { recordOwnershipPage } from '#web/portal/ownership/record-page.tsx'
import { facilityOwnersPage, oneFacilityPage } from '#web/public/ownership/owners-pages.tsx'
import { otherFilings } from './read-ownership.ts'
import { traceParty } from './trace-party.ts'

let t: World
let analyst: Person
let beatrix: Person
let home: Facility
let sister: Facility

interface Facility {
  readonly enrolleeId: string
  readonly enrollmentId: string
}
const from = day('2026-12-31')
const supervisor = { userId: 's', memberships: [{ role: 'mac-supervisor', partyId: 'mid' }] } as const

function permitted<A extends Action>(action: A, who: Person['actor'] = supervisor): Permit<A> {
  const permit = authorize(who, action, { id: crypto.randomUUID(), contractorId: 'mid' })
  if (!permit.ok) throw new Error(`${action} is not permitted`)
  return permit.value
}

async function facility(npi: string, name: string): Promise<Facility> {
  const enrolleeId = await enrollee(t, npi, name, 'organization')
  const { id } = await insertEnrollment(
    t.db,
    permitted('application.decide'),
    {
      type: 'O',
      enrolleeId,
      form: 'CMS-855A',
      status: 'approved',
      specialty: '00-18',
      state: 'IL',
      contractorId: 'mid',
      openedOn: day('2026-11-24'),
    },
    noon,
  )
  return { enrolleeId, enrollmentId: id }
}

async function keep(f: Facility, file: File, on = from, at = noon): Promise<void> {
  const structure = ownershipOf('CMS-855A', file)!
  const filing = { ...structure, enrollmentId: f.enrollmentId, applicationId: undefined }
  await replaceOwnership(t.db, permitted('application.decide'), filing, on, at)
}

const owner = (file: File, item: string, said: object): File => ({
  ...file,
  'facility-owners': file['facility-owners']!.map((i) =>
    i.id === item ? { ...i, answers: { ...i.answers, ...said } } : i,
  ),
})
const sisterFile: File = owner(
  {
    ...mapleCourt,
    organization: [{ id: '1', answers: { legalName: 'Birch Court LLC', ein: '085500799', npi: '2000007770' } }],
    'facility-people': mapleCourt['facility-people']!.slice(0, 1),
    'party-members': mapleCourt['party-members']!.slice(0, 1).map((i) => ({
      ...i,
      answers: { ...i.answers, percent: '60' },
    })),
  },
  'holding',
  { percent: '50' },
)

beforeAll(async () => {
  t = await providerWorld()
  home = await facility(mapleCourtNpi, 'Maple Court Operations LLC')
  sister = await facility('2000007770', 'Birch Court LLC')
  analyst = await person(t, 'analyst', 'mac-analyst', 'mid')
  beatrix = await person(t, 'beatrix', 'authorized-official', home.enrolleeId, 'Beatrix Stone')
  await keep(home, mapleCourt)
  await keep(sister, sisterFile)
})
afterAll(() => t.close())

describe('the record of ownership', () => {
  test('has everybody once, and no tax number in the clear', async () => {
    const rows = await open(t.db).selectFrom('ownership_party').selectAll().execute()
    expect(rows.filter((r) => r.name === 'Maple Holdings LLC')).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(/085500662|900593109|900-59-3109/)
    const structure = await findStructure(t.db, permitted('ownership.trace'), home.enrollmentId, { on: from })
    expect(effectiveOwners(structure!).owners.map((o) => [o.party.name, o.percent])).toEqual([
      ['Maple Holdings LLC', 97.5],
      ['Lakeshore Care Fund II LP', 87.75],
      ['Beatrix Stone', 12.25],
    ])
    expect(await findStructure(t.db, permitted('ownership.trace'), home.enrollmentId, { on: day('2026-12-30') })).toBe(
      undefined,
    )
  })

  test('the same filing again changes nothing; a sale ends one interest and begins another; both days stay known', async () => {
    const count = async () => (await open(t.db).selectFrom('ownership_interest').select('id').execute()).length
    const before = await count()
    await keep(home, mapleCourt, day('2027-01-10'))
    expect(await count()).toBe(before)
    const sold = owner(mapleCourt, 'holding', { percent: '40' })
    await keep(home, sold, day('2027-02-01'), new Date('2027-01-20T12:00:00Z'))
    const share = async (on: string, knownOn?: string) => {
      const as = { on: day(on), ...(knownOn && { knownOn: day(knownOn) }) }
      const s = await findStructure(t.db, permitted('ownership.trace'), home.enrollmentId, as)
      return effectiveOwners(s!).owners.find((o) => o.party.name === 'Maple Holdings LLC')!.percent
    }
    expect(await share('2027-01-31')).toBe(97.5)
    expect(await share('2027-02-01')).toBe(40)
    expect(await share('2027-02-01', '2027-01-19')).toBe(97.5)
  })

  test('an enrollment that ends has no owners from then on', async () => {
    const gone = await facility('2000007788', 'Gone LLC')
    await keep(gone, { ...sisterFile, organization: mapleCourt.organization! })
    await endOwnership(t.db, permitted('application.decide'), gone.enrollmentId, day('2027-06-01'), noon)
    const at = (on: string) => findStructure(t.db, permitted('ownership.trace'), gone.enrollmentId, { on: day(on) })
    expect([(await at('2027-05-31')) !== undefined, await at('2027-06-01')]).toEqual([true, undefined])
  })
})

describe('over all filings', () => {
  test('a fund reaches both homes, with the share that each filing gives', async () => {
    const fund = await open(t.db)
      .selectFrom('ownership_party')
      .select('id')
      .where('name', '=', 'Lakeshore Care Fund II LP')
      .executeTakeFirstOrThrow()
    const traced = await traceParty(t.db, permitted('ownership.trace', analyst.actor), fund.id, day('2027-07-01'))
    // One legal entity has two of the enrollments; the third one ended, and still is its.
    expect(traced!.reached.map((r) => [r.name, r.steps]).sort()).toEqual([
      ['Birch Court LLC', 1],
      ['Gone LLC', 1],
      ['Maple Court Operations LLC', 1],
    ])
    const page = await walk(t, analyst, partyTracePage, 'get', { partyId: fund.id }, { query: { on: from } })
    expect(page.html).toContain('Birch Court LLC')
    expect((await walk(t, beatrix, partyTracePage, 'get', { partyId: fund.id })).status).toBe(404)
  })

  test('what another filing says otherwise is told', async () => {
    const s = ownershipOf('CMS-855A', mapleCourt)!
    const others = await otherFilings(t.db, permitted('ownership.trace', analyst.actor), s, home.enrollmentId)
    const fund = others.find((o) => o.party.startsWith('Lakeshore Care Fund') && o.interest.role === 'direct-owner')
    expect(fund).toMatchObject({ owned: 'Maple Holdings LLC', interest: { percent: 60 }, differsFrom: { percent: 90 } })
  })

  test('a name and an address find who is there', async () => {
    const found = await walk(t, analyst, ownersPage, 'get', {}, { query: { find: 'lakeshore care' } })
    expect(found.html).toContain('Private equity')
    const at = { line1: '800 Lakeshore Plaza, Suite 9', zip: '60611' }
    const there = await walk(t, analyst, ownersPage, 'get', {}, { query: at })
    expect(there.html).toContain('Lakeshore Senior Property Trust')
    expect((await walk(t, analyst, ownersPage, 'get', {}, { query: { line1: '1 Elm', zip: '' } })).status).toBe(422)
  })
})

describe('pages of the record', () => {
  test('the owner sees the chart and says a day; a stranger sees nothing', async () => {
    const at = { enrollmentId: home.enrollmentId }
    const page = await walk(t, beatrix, recordOwnershipPage, 'get', at, { query: { on: '2027-01-15' } })
    expect(page.html).toContain(
      'Lakeshore Care Fund II LP owns 87.75% of Maple Court Operations LLC through Maple Holdings LLC.',
    )
    expect(page.html).toContain('<svg')
    expect((await walk(t, beatrix, recordOwnershipPage, 'get', at, { query: { on: 'x' } })).status).toBe(422)
    expect((await walk(t, t.stranger, recordOwnershipPage, 'get', at)).status).toBe(404)
  })

  test('anybody sees owners of a nursing home, and no number of a person', async () => {
    const found = await walk(t, t.stranger, facilityOwnersPage, 'get', {}, { query: { find: 'birch' } })
    expect(found.status).toBe(200)
    const at = { enrollmentId: sister.enrollmentId }
    const page = await walk(t, t.stranger, oneFacilityPage, 'get', at, { query: { on: '2027-01-15' } })
    expect(page.html).toContain('Maple Holdings LLC')
    expect(page.html).not.toMatch(/900-?5|08-?55/)
    expect((await walk(t, t.stranger, oneFacilityPage, 'get', { enrollmentId: 'O20200101000001' })).status).toBe(404)
  })
})
