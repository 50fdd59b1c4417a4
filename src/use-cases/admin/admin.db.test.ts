import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { visitorOf } from '#db/queries/access/sessions.ts'
import { listContractors, listProposals, listStaff, readSettings } from '#db/queries/staff/administration.ts'
import { insertSession } from '#db/records/access/sessions.ts'
import type { Actor } from '#domain/access/policy.ts'
import type { AdminChange } from '#domain/settings/admin-change.ts'
import { totpAt } from '#outside/totp.ts'
import {
  at,
  caller,
  entering,
  identity,
  linkIn,
  mailbox,
  person,
  type TestDatabase,
  testDatabase,
} from '#test/support/identity.ts'
import { permitOf, staffMember } from '#test/support/staff.ts'
import { findAccessToSetUp, setUpAccess } from '#use-cases/account/methods/set-up-access.ts'
import { signIn } from '#use-cases/account/sign-in/sign-in.ts'
import { editContractor } from './edit-contractor.ts'
import { decideProposal, requestChange } from './request-change.ts'

let t: TestDatabase
let june: Actor
let karl: Actor
beforeAll(async () => {
  t = await testDatabase()
  june = await staffMember(t.db, 'admin')
  karl = await staffMember(t.db, 'admin')
  await t.pool.query(
    `insert into contractor values ('lakes', 'Lakes', 'America/Chicago', '1', 'a@b.example', 'x'), ('gulf', 'Gulf', 'America/Denver', '2', 'c@d.example', 'y')`,
  )
  await t.pool.query(`insert into contractor_state values ('IL', 'lakes'), ('TX', 'gulf')`)
})
afterAll(() => t.close())

const administering = (by = june) => permitOf(by, 'site.administer', 'site')
const REASON = 'Asked for by the owner'
const codeOf = (r: { ok: boolean; problem?: { code: string } }) => (r.ok ? 'done' : r.problem?.code)
const change = (c: AdminChange, by = june, reason = REASON) =>
  requestChange(t.db, administering(by), identity, { change: c, reason }, caller(), at(0))
const newest = async () =>
  (await listProposals(t.db, administering()))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .find((p) => p.status === 'open')!
const decide = (id: string, decision: 'approve' | 'refuse' | 'withdraw', by = karl, now = at(1)) =>
  decideProposal(t.db, administering(by), identity, { id, decision }, caller(), now)
const setting = async () => (await readSettings(t.db, administering())).values
const idle = { kind: 'set-setting', name: 'session.staff-idle' } as const

describe('four eyes', () => {
  test('one proposes, another approves; the proposer only withdraws; history names both', async () => {
    const done = await change({ ...idle, value: 10 })
    expect(done).toMatchObject({ ok: true, value: { waits: true } })
    expect((await setting())['session.staff-idle']).toBe(15)
    const { id } = await newest()
    expect(codeOf(await decide(id, 'approve', june))).toBe('two-people')
    expect(codeOf(await decide(id, 'withdraw', karl))).toBe('two-people')
    const both = await Promise.all([decide(id, 'approve'), decide(id, 'approve')])
    expect(both.map(codeOf).sort()).toEqual(['done', 'proposal-over'])
    const { values, history } = await readSettings(t.db, administering())
    expect(values['session.staff-idle']).toBe(10)
    expect(history).toEqual([
      expect.objectContaining({
        after: 10,
        before: undefined,
        changedByName: expect.any(String),
        approvedByName: expect.any(String),
      }),
    ])
    expect(history[0]?.changedByName).not.toBe(history[0]?.approvedByName)
  })

  test('the setting is in force for sessions at once', async () => {
    const session = {
      token: 'a-token',
      userId: june.userId,
      aal: 2,
      methods: [],
      phishingResistant: false,
      ip: '',
      userAgent: '',
      deviceId: undefined,
    } as const
    await insertSession(t.db, session, at(0))
    expect(await visitorOf(t.db, 'a-token', at(9.9), false)).toBeDefined()
    expect(await visitorOf(t.db, 'a-token', at(10), false)).toBeUndefined()
  })

  test.each(['refuse', 'withdraw'] as const)('%s: nothing changes', async (decision) => {
    await change({ kind: 'set-setting', name: 'lost-factors.wait', value: 100 })
    const { id } = await newest()
    expect(codeOf(await decide(id, decision, decision === 'withdraw' ? june : karl))).toBe('done')
    expect((await setting())['lost-factors.wait']).toBe(24)
    expect(codeOf(await decide(id, 'approve'))).toBe('proposal-over')
  })

  test('nobody decides after it is over', async () => {
    await change({ kind: 'set-setting', name: 'lost-factors.wait', value: 48 })
    const { id } = await newest()
    expect(codeOf(await decide(id, 'approve', karl, at(7 * 24 * 60)))).toBe('proposal-over')
    await decide(id, 'withdraw', june)
  })

  test('what is not dangerous is in force at once, with a reason', async () => {
    expect(codeOf(await change({ kind: 'set-setting', name: 'proposal.open', value: 3 }, june, 'short'))).toBe(
      'reason-needed',
    )
    expect(await change({ kind: 'set-setting', name: 'proposal.open', value: 3 })).toMatchObject({
      value: { waits: false },
    })
    expect((await setting())['proposal.open']).toBe(3)
  })

  test('states move to another contractor', async () => {
    await change({ kind: 'contractor-states', contractorId: 'gulf', states: ['IL'] })
    await decide((await newest()).id, 'approve')
    const states = (await listContractors(t.db, administering())).map((c) => [c.id, c.states])
    expect(states).toEqual([
      ['gulf', ['IL', 'TX']],
      ['lakes', []],
    ])
  })
})

describe('staff', () => {
  const invitation = {
    kind: 'invite-staff',
    loginId: 'new.analyst',
    name: 'Nia New',
    email: 'nia@staff.example',
    role: 'mac-analyst',
    partyId: 'lakes',
  } as const

  test('an invitation is a mail with a link; the password and the app are theirs alone', async () => {
    expect(await change(invitation)).toMatchObject({ value: { waits: false } })
    const nia = (await listStaff(t.db, administering())).find((s) => s.loginId === 'new.analyst')
    expect(nia).toMatchObject({ isSetUp: false, roles: [{ role: 'mac-analyst', party: 'Lakes' }] })
    const token = linkIn((await mailbox(t, 'nia@staff.example')).at(-1))
    const access = await findAccessToSetUp(t.db, entering, token, at(60 * 24 * 6))
    const now = at(60 * 24 * 6)
    const password = 'granite violin lantern 82'
    const input = { token, password, again: password, code: totpAt(access!.seed, now) }
    expect(codeOf(await setUpAccess(t.db, entering, identity, input, caller(), now))).toBe('done')
    expect(
      codeOf(
        await signIn(t.db, entering, identity, { loginId: 'new.analyst', password }, caller(), at(60 * 24 * 6 + 5)),
      ),
    ).toBe('done')
  })

  test.each([
    ['a user id that is taken', { loginId: 'new.analyst' }, 'user-id-taken'],
    ['a user id of the wrong shape', { loginId: 'x' }, 'user-id-shape'],
    ['a contractor that there is not', { loginId: 'other.analyst', partyId: 'nowhere' }, 'required'],
    ['a contractor for a role of the whole site', { loginId: 'other.auditor', role: 'auditor' }, 'required'],
  ] as const)('%s is refused', async (_, more, code) => {
    expect(codeOf(await change({ ...invitation, ...more }))).toBe(code)
    expect((await listStaff(t.db, administering())).map((s) => s.loginId)).not.toContain('other.analyst')
  })

  test('a powerful role waits for the second person; ending one signs out at once', async () => {
    const p = await person(t.db)
    await change({ kind: 'give-role', userId: p.userId, role: 'help-desk', partyId: '' })
    expect((await listStaff(t.db, administering())).map((s) => s.id)).not.toContain(p.userId)
    await decide((await newest()).id, 'approve')
    const held = (await listStaff(t.db, administering())).find((s) => s.id === p.userId)!.roles[0]!
    expect(held.role).toBe('help-desk')
    await insertSession(
      t.db,
      {
        token: 'theirs',
        userId: p.userId,
        aal: 2,
        methods: [],
        phishingResistant: false,
        ip: '',
        userAgent: '',
        deviceId: undefined,
      },
      at(2),
    )
    const end = { kind: 'end-role', membershipId: held.id, userId: p.userId, role: 'help-desk' } as const
    expect(codeOf(await change(end))).toBe('done')
    expect(await visitorOf(t.db, 'theirs', at(2))).toBeUndefined()
    expect(codeOf(await change(end))).toBe('already-so')
  })

  test('two administrators always stay', async () => {
    const own = (await listStaff(t.db, administering())).find((s) => s.id === karl.userId)!.roles[0]!
    await change({ kind: 'end-role', membershipId: own.id, userId: karl.userId, role: 'admin' })
    expect(codeOf(await decide((await newest()).id, 'approve'))).toBe('last-admin')
  })
})

test('contact of a contractor is saved at once, and both are in the event', async () => {
  const details = { name: 'Lakes Two', phone: '(312) 555-0111', email: 'new@lakes.example', address: '1 Pier' }
  expect(
    codeOf(await editContractor(t.db, administering(), 'lakes', { ...details, email: 'x' }, caller(), at(0))),
  ).toBe('not-an-email')
  expect(codeOf(await editContractor(t.db, administering(), 'lakes', details, caller(), at(0)))).toBe('done')
  const { rows } = await t.pool.query(`select detail from staff_event where action = 'admin.contractor'`)
  expect(rows[0].detail).toMatchObject({ before: { name: 'Lakes' }, after: details })
})
