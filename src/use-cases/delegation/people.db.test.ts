/** Invitations and roles against a real database: links work once and in time, rights end on the next request. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listInvitations, listMembers } from '#db/queries/delegation/people.ts'
import { authorize } from '#domain/access/policy.ts'
import { after } from '#domain/access/session.ts'
import { noon, providerWorld, type World } from '#test/support/provider.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { changeRole, endRoleOf } from './change-member.ts'
import { account, caller, mailsTo, ofParty, owning, signedIn, teller, tokenIn } from './delegation.fixture.ts'
import { inviteMember, resendInvitation, withdrawInvitation } from './invite-member.ts'

const days = (n: number) => after(noon, n * 86_400_000)
let t: World
beforeAll(async () => {
  t = await providerWorld()
})
afterAll(() => t.close())

const invite = async (email: string, role: 'staff-end-user' | 'access-manager' = 'staff-end-user', who = t.vega) =>
  inviteMember(
    t.db,
    await ofParty(t, who, 'people.manage', t.enrolleeId),
    teller,
    { email, name: 'Somebody New', role, functions: role === 'staff-end-user' ? ['prepare'] : [] },
    caller,
    noon,
  )
const linkTo = async (email: string) => tokenIn((await mailsTo(t, email)).at(-1))
const accept = (who: Awaited<ReturnType<typeof account>>, token: string, now = noon) =>
  acceptInvitation(t.db, owning(who, 'account.manage'), teller, token, caller, now)

describe('an invitation', () => {
  test('gives the role to whoever accepts it, once, and tells who invited', async () => {
    expect(await invite('kim@example.org')).toMatchObject({ ok: true })
    const token = await linkTo('kim@example.org')
    const [kim, thief] = [await account(t, 'Kim Lee'), await account(t, 'Other One')]
    const session = await signedIn(t, kim)
    expect((await session.see())?.actor.memberships).toEqual([])
    expect(await accept(kim, token)).toMatchObject({ ok: true })
    const now = await session.see()
    expect(now?.actor.memberships).toEqual([
      { role: 'staff-end-user', partyId: t.enrolleeId, functions: ['view', 'prepare'] },
    ])
    expect(now?.acting).toMatchObject({ enrolleeId: t.enrolleeId, role: 'staff-end-user', chosen: false })
    expect(await accept(thief, token)).toMatchObject({ problem: { code: 'link-used' } })
    expect((await mailsTo(t, 'rosa.vega@example.org')).at(-1)?.body).toContain('Kim Lee')
    const { rows } = await t.pool.query(
      "select actor_id, acting_for, capacity from auth_event where type = 'invited' and acting_for = $1",
      [t.enrolleeId],
    )
    expect(rows[0]).toEqual({ actor_id: t.vega.userId, acting_for: t.enrolleeId, capacity: 'individual-provider' })
  })

  test('sent twice at the same time, it is one invitation with one mail', async () => {
    const sent = await Promise.all([invite('double@example.org'), invite('double@example.org')])
    expect(sent.map((r) => (r.ok ? 'sent' : r.problem.code)).sort()).toEqual(['invitation-open', 'sent'])
    expect(await mailsTo(t, 'double@example.org')).toHaveLength(1)
  })

  test('of two who accept at the same time one gets it', async () => {
    await invite('race@example.org')
    const token = await linkTo('race@example.org')
    const people = [await account(t, 'Race One'), await account(t, 'Race Two')]
    const results = await Promise.all(people.map((p) => accept(p, token)))
    expect(results.filter((r) => r.ok)).toHaveLength(1)
  })

  test('is over after seven days, when cancelled, and by its old link when sent again', async () => {
    const late = await account(t, 'Late Comer')
    const manage = await ofParty(t, t.vega, 'people.manage', t.enrolleeId)
    await invite('late@example.org')
    const first = await linkTo('late@example.org')
    expect(await accept(late, first, days(8))).toMatchObject({ problem: { code: 'link-used' } })
    const [open] = await listInvitations(t.db, manage)
    await resendInvitation(t.db, manage, teller, open!.id, caller, days(8))
    const { rows } = await t.pool.query(
      "select body from message where recipient = 'late@example.org' and queued_at > $1",
      [noon],
    )
    const second = tokenIn(rows[0])
    expect(await accept(late, first, days(9))).toMatchObject({ problem: { code: 'link-used' } })
    expect(await withdrawInvitation(t.db, manage, open!.id, caller, days(9))).toMatchObject({ ok: true })
    expect(await accept(late, second, days(9))).toMatchObject({ problem: { code: 'link-used' } })
    expect(await withdrawInvitation(t.db, manage, open!.id, caller, days(9))).toMatchObject({
      problem: { code: 'over-already' },
    })
  })

  test('is refused twice to one address, without functions, and for a role that is not theirs to give', async () => {
    await invite('twice@example.org')
    expect(await invite('twice@example.org')).toMatchObject({ problem: { code: 'invitation-open' } })
    const am = await account(t, 'Ann Manager', 'access-manager', t.enrolleeId)
    expect(await invite('am2@example.org', 'access-manager', am)).toMatchObject({ problem: { code: 'role-not-yours' } })
    expect(await invite('staff2@example.org', 'staff-end-user', am)).toMatchObject({ ok: true })
    const manage = await ofParty(t, t.vega, 'people.manage', t.enrolleeId)
    const nothing = { email: 'x@example.org', name: 'X', role: 'staff-end-user', functions: [] } as const
    expect(await inviteMember(t.db, manage, teller, nothing, caller, noon)).toMatchObject({
      problem: { code: 'functions-needed' },
    })
  })
})

describe('a role', () => {
  test('is changed and ended by whoever could have given it, on the next request', async () => {
    const pat = await account(t, 'Pat Staff', 'staff-end-user', t.enrolleeId, ['view', 'prepare'])
    const am = await account(t, 'Max Manager', 'access-manager', t.enrolleeId)
    const session = await signedIn(t, pat)
    const subject = { id: 'a', enrolleeId: t.enrolleeId }
    const may = async (action: 'application.edit' | 'application.view') =>
      authorize((await session.see())!.actor, action, subject).ok
    expect([await may('application.view'), await may('application.edit')]).toEqual([true, true])
    const manage = await ofParty(t, am, 'people.manage', t.enrolleeId)
    const members = await listMembers(t.db, manage)
    const [his, hers] = [members.find((m) => m.userId === pat.userId)!, members.find((m) => m.userId === am.userId)!]
    const to = { role: 'staff-end-user', functions: ['correspondence'] } as const
    expect(await changeRole(t.db, manage, teller, his.id, to, caller, noon)).toMatchObject({ ok: true })
    expect([await may('application.view'), await may('application.edit')]).toEqual([true, false])
    expect(await endRoleOf(t.db, manage, teller, hers.id, caller, noon)).toMatchObject({
      problem: { code: 'role-not-yours' },
    })
    expect(await endRoleOf(t.db, manage, teller, his.id, caller, noon)).toMatchObject({ ok: true })
    expect(await may('application.view')).toBe(false)
    expect((await mailsTo(t, 'pat.staff@example.org')).map((m) => m.subject)).toEqual([
      'What you may do was changed',
      'Your role was ended',
    ])
  })

  test('of a staff end user opens no page about people', async () => {
    await expect(ofParty(t, t.clerk, 'people.manage', t.enrolleeId)).rejects.toThrow('not-permitted')
    await expect(ofParty(t, t.stranger, 'people.view', t.enrolleeId)).rejects.toThrow('not-permitted')
  })
})
