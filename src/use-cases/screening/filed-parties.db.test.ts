/** Whoever a file names in what others filed and what was refused or waits: found by digests, with the reasons of the own desk only. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { open } from '#db/kit/open.ts'
import { listChecks } from '#db/queries/application/screening.ts'
import { authorize, systemActor } from '#domain/access/policy.ts'
import type { ApplicationStatus } from '#domain/application/lifecycle.ts'
import type { File } from '#forms/kit/section.ts'
import { drVega } from '#test/people/dr-vega.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { contractorId, type DeskWorld, seedDesk } from '../case/desk.fixture.ts'
import { fileApplication, permitFor } from '../case/filed.fixture.ts'
import { seedLists } from '../case/lists.fixture.ts'
import { takeCase } from '../case/take-case.ts'
import { indexFiledParties } from './filed-parties.ts'
import { screenApplication } from './screen-application.ts'

const now = new Date('2026-11-25T15:00:00Z')
let t: TestDatabase
let world: DeskWorld
const system = authorize(systemActor, 'system.run', { id: 'jobs' })
if (!system.ok) throw new Error('the system may')
beforeAll(async () => {
  t = await testDatabase()
  world = await seedDesk(t.db, now)
  await seedLists(t.db, now)
})
afterAll(() => t.close())

let others = 0
/** The file as somebody else's, who stands so; with the given answers about its manager and its agency. */
async function filedByAnother(
  status: ApplicationStatus,
  manager: Readonly<Record<string, unknown>>,
  more: { readonly desk?: string; readonly reasons?: readonly string[]; readonly agency?: string } = {},
) {
  const file: File = {
    ...drVega,
    'managing-employees': drVega['managing-employees']!.map((i) => ({ ...i, answers: { ...i.answers, ...manager } })),
    'billing-agency': drVega['billing-agency']!.map((i) => ({
      ...i,
      answers: {
        ...i.answers,
        name: more.agency ?? `Agency ${others}`,
        ein: more.agency ? '08-0000001' : '08-0000002',
      },
    })),
  }
  const id = await fileApplication(t.db, world, now, { file })
  const enrolleeId = randomUUID()
  await open(t.db)
    .insertInto('enrollee')
    .values({
      id: enrolleeId,
      kind: 'individual',
      npi: `200000880${others++}`,
      display_name: `Other ${others}`,
      tax_id_index: null,
      restricted: null,
      practice: '{}',
      created_at: now,
    })
    .execute()
  await open(t.db)
    .updateTable('application')
    .set({ enrollee_id: enrolleeId, status, contractor_id: more.desk ?? contractorId })
    .where('id', '=', id)
    .execute()
  if (more.reasons)
    await open(t.db)
      .insertInto('decision')
      .values({
        id: randomUUID(),
        application_id: id,
        submission_ordinal: 1,
        kind: 'deny',
        reasons: JSON.stringify(more.reasons),
        effective_on: null,
        may_bill_from: null,
        because: '[]',
        note: null,
        decided_by: world.supervisor.userId,
        decided_at: now,
        overturned_at: null,
      })
      .execute()
  return id
}
const stranger = { first: 'Nobody', last: 'Known', bornOn: '1980-01-01', ssn: '900-11-1111' }

it('is found by number, or by name with date of birth; keeps and says nothing else; twice is once', async () => {
  const renamed = await filedByAnother(
    'denied',
    { first: 'Ida', last: 'Married', bornOn: '1975-09-14' },
    { reasons: ['felony'] },
  )
  const sameName = await filedByAnother('denied', { ssn: '900-99-9999' }, { desk: 'elsewhere', reasons: ['felony'] })
  const waits = await filedByAnother('in-review', {})
  await filedByAnother('approved', {})
  await filedByAnother('denied', { ...stranger, bornOn: '1975-09-14' })
  const agency = String(drVega['billing-agency']![0]!.answers.name)
  const sameAgency = await filedByAnother('denied', stranger, { agency: `${agency}, LLC` })

  // As after an upgrade: what was signed before is not gone through yet, and no check says that nothing is there.
  for (const table of ['filed_party', 'filed_party_index'] as const) await open(t.db).deleteFrom(table).execute()
  const early = await fileApplication(t.db, world, now)
  const asked = await permitFor(t.db, world.analyst, 'application.review', early)
  await takeCase(t.db, asked, now)
  await screenApplication(t.db, asked, now)
  const outcomes = (await listChecks(t.db, asked)).filter((c) => /earlier-filings|other-filings/.test(c.kind))
  expect(new Set(outcomes.map((c) => c.outcome))).toEqual(new Set(['unavailable']))
  await open(t.db).updateTable('application').set({ status: 'withdrawn' }).where('id', '=', early).execute()

  expect(await indexFiledParties(t.db, system.value)).toBe(6)
  expect(await indexFiledParties(t.db, system.value)).toBe(0)
  const kept = JSON.stringify(await open(t.db).selectFrom('filed_party').selectAll().execute())
  expect(kept).not.toMatch(/900|Brandt|BRANDT|1975/)

  const id = await fileApplication(t.db, world, now)
  const permit = await permitFor(t.db, world.analyst, 'application.review', id)
  await takeCase(t.db, permit, now)
  await screenApplication(t.db, permit, now)
  const of = async (subject: string) => {
    const check = (await listChecks(t.db, permit)).find((c) => c.kind === 'other-filings' && c.subject === subject)
    return { outcome: check?.outcome, ...(check?.evidence as Record<string, unknown>) }
  }
  const manager = await of('managing-employees/manager')
  const evidence = manager as unknown as {
    elsewhere: { filings: readonly Record<string, unknown>[] }
    beside: readonly Record<string, unknown>[]
  }
  expect(manager).toMatchObject({ outcome: 'different', known: 3 })
  const byId = new Map(evidence.elsewhere.filings.map((f) => [f.applicationId, f]))
  expect([...byId.keys()].sort()).toEqual([renamed, sameName].sort())
  expect(byId.get(renamed)).toMatchObject({ by: ['tax-id'], as: ['managing-employees'], reasons: ['felony'] })
  expect(byId.get(sameName)).toMatchObject({ by: ['person'], contractor: 'elsewhere contractor' })
  expect(byId.get(sameName)).not.toHaveProperty('reasons')
  expect(evidence.beside).toMatchObject([{ applicationId: waits, status: 'in-review', by: ['person', 'tax-id'] }])

  const billing = await of(`billing-agency/${drVega['billing-agency']![0]!.id}`)
  expect(billing).toMatchObject({
    outcome: 'clear',
    beside: [{ applicationId: sameAgency, by: ['organization'], as: ['billing-agency'] }],
  })
})

it('says nothing of an organization that is known by its name alone, beside who is called so', async () => {
  const [agency] = drVega['billing-agency']!
  const { ein: _, ...unnumbered } = agency!.answers
  const file = { ...drVega, 'billing-agency': [{ ...agency!, answers: unnumbered }] } as File
  const permit = await permitFor(
    t.db,
    world.analyst,
    'application.review',
    await fileApplication(t.db, world, now, { file }),
  )
  await takeCase(t.db, permit, now)
  await screenApplication(t.db, permit, now)
  const check = (await listChecks(t.db, permit)).find(
    (c) => c.kind === 'other-filings' && c.subject === `billing-agency/${agency!.id}`,
  )
  expect(check).toMatchObject({ kind: 'other-filings', outcome: 'recorded', evidence: { elsewhere: null } })
  expect((check!.evidence as { beside?: readonly unknown[] }).beside).toHaveLength(1)
})
