import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuditFilter } from '#db/queries/staff/audit.ts'
import { recordAccess } from '#db/records/access/access-records.ts'
import { appendAuthEvent } from '#db/records/access/auth-events.ts'
import type { Actor } from '#domain/access/policy.ts'
import { openAuditSigner } from '#outside/audit-signer.ts'
import { fillDirectory, vega } from '#test/support/directory.ts'
import {
  at,
  caller,
  identity,
  type Person,
  person,
  running,
  type TestDatabase,
  testDatabase,
} from '#test/support/identity.ts'
import { permitOf, staffMember } from '#test/support/staff.ts'
import { auditCsv } from './audit-csv.ts'
import { chainAudit } from './chain-audit.ts'
import { searchAudit } from './search-audit.ts'

let t: TestDatabase
let gia: Actor
let hana: Actor
let p: Person
beforeAll(async () => {
  t = await testDatabase()
  await fillDirectory(t)
  gia = await staffMember(t.db, 'auditor')
  hana = await staffMember(t.db, 'help-desk')
  p = await person(t.db)
  const { rows } = await t.pool.query(`select id from enrollee where npi = $1`, [vega.npi])
  const viewer = (actor: Actor) => ({ actor, path: '/x', ip: '192.0.2.7', userAgent: 'Firefox' })
  await appendAuthEvent(t.db, { type: 'signed-in', userId: p.userId, caller: caller() }, at(1))
  await recordAccess(t.db, viewer(hana), 'account.support', { id: p.userId, ownerId: p.userId }, at(2))
  await recordAccess(
    t.db,
    viewer({ userId: p.userId, memberships: [] }),
    'enrollment.view',
    { id: rows[0].id, enrolleeId: rows[0].id },
    at(3),
  )
  await recordAccess(t.db, viewer(hana), 'public.view', { id: 'public' }, at(3))
  await appendAuthEvent(
    t.db,
    { type: 'code-wrong', outcome: 'refused', userId: p.userId, caller: caller(), detail: { reason: '=1+1' } },
    at(60 * 48),
  )
  await chainAudit(t.db, running, openAuditSigner(identity.secrets.audit), at(60 * 48))
})
afterAll(() => t.close())

async function found(filter: AuditFilter, isDownload = false) {
  const done = await searchAudit(
    t.db,
    permitOf(gia, 'audit.view', 'audit'),
    { filter, limit: 50, isDownload },
    caller(),
    at(0),
  )
  if (!done.ok) throw new Error(done.problem.code)
  return done.value
}
const actions = async (filter: AuditFilter) => (await found(filter)).map((e) => `${e.action} ${e.outcome}`)

test('everything, newest first; public pages are not in it', async () => {
  expect(await actions({})).toEqual([
    'code-wrong refused',
    'enrollment.view refused',
    'account.support done',
    'signed-in done',
  ])
})
test('by person: what they did and what was done about them', async () => {
  expect(await actions({ person: p.loginId })).toHaveLength(4)
  expect(await actions({ person: 'staff.number' })).toEqual(['account.support done'])
  expect(await actions({ person: '%' })).toEqual([])
})
test('by party, action and days of the site', async () => {
  expect(await actions({ party: vega.npi })).toEqual(['enrollment.view refused'])
  expect(await actions({ action: 'signed-in' })).toEqual(['signed-in done'])
  expect(await actions({ from: '2026-05-02' })).toEqual(['code-wrong refused'])
  expect(await actions({ to: '2026-05-01' })).toHaveLength(3)
  await expect(found({ from: '2026-02-30' })).rejects.toThrow('not-a-date')
})
test('one page after another', async () => {
  const all = await found({})
  expect((await found({ before: all[1]!.seq })).map((e) => e.seq)).toEqual(all.slice(2).map((e) => e.seq))
})
test('as CSV, without formulas; the search and the file are in the log themselves', async () => {
  const csv = auditCsv(await found({ person: p.loginId }, true))
  expect(csv.split('\r\n')).toHaveLength(6)
  expect(auditCsv([{ ...(await found({}))[0]!, actorName: '=HYPERLINK("x")' }])).toContain(`"'=HYPERLINK(""x"")"`)
  const { rows } = await t.pool.query(
    `select action, detail from staff_event where actor_id = $1 and action = 'audit.download'`,
    [gia.userId],
  )
  expect(rows).toEqual([{ action: 'audit.download', detail: { person: p.loginId } }])
})
